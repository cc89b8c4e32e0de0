import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';

/** The variables of letters. */
export const letterVariables = {
  /** Which letter goes between two branches of one grassroots committee (domain, letter types): the one of ten boxes, or the internal one. */
  LETTER_WITHIN_GRASSROOTS: z.enum(['TEN_BOX', 'INTERNAL']).default('TEN_BOX'),
};

/** Which letter goes between two branches of one grassroots committee. */
export const letterWithinGrassroots = (environment: ServiceEnvironment): 'TEN_BOX' | 'INTERNAL' =>
  (environment as ServiceEnvironment & z.infer<z.ZodObject<typeof letterVariables>>).LETTER_WITHIN_GRASSROOTS;
