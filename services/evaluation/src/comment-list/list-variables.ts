import type { GraphContext } from '@dang/service/context';
import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import type { FourEyes } from './comment-list.rules.ts';

/** For whom a second person must approve a list (domain 2.3): who prepared it as a delegate, or whoever prepared it. */
export const listVariables = {
  EVALUATION_FOUR_EYES: z.enum(['DELEGATES', 'EVERYBODY']).default('DELEGATES'),
} as const;

type ListEnvironment = ServiceEnvironment & { EVALUATION_FOUR_EYES: FourEyes };

/** What this deployment has chosen. */
export const fourEyesOf = ({ environment }: Pick<GraphContext, 'environment'>): FourEyes =>
  (environment as ListEnvironment).EVALUATION_FOUR_EYES;
