import type { Actor } from '@dang/access/actor';
import { bringScan } from '@dang/documents/testing-scan';
import { definition } from '../src/definition.ts';

/** A scan that this officer has brought for a request on paper. */
export const scan = (house: Parameters<typeof bringScan>[0], actor: Actor): Promise<string> =>
  bringScan(house, { doors: definition.doors, mutation: 'prepareTransferUpload', actor });
