import { z } from 'zod';

/** The variable of the link between provinces. */
export const linkVariables = {
  /** Whether this province's NATS is linked to the hub: then letters for others leave over it, and theirs are heard. */
  PROVINCE_LINK: z.enum(['on', 'off']).default('off'),
};
