import type { Actor } from '@dang/access/actor';
import { bringScan } from '@dang/documents/testing-scan';
import { definition } from '../src/definition.ts';
import type { House } from './identity-stage.ts';

/** A scan that this officer has brought for a registration on paper. */
export const scan = (house: House, actor: Actor): Promise<string> =>
  bringScan(house, { doors: definition.doors, mutation: 'prepareAccountUpload', actor });
