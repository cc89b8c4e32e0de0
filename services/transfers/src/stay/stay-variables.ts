import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import type { StayRow } from './stay.rows.ts';

/** Who charges the dues of members on a stay (domain: "Dues place", A22): the branch at which they take part, or the one to which they belong. */
export const stayVariables = {
  TEMPORARY_DUES_AT: z.enum(['TEMPORARY', 'OFFICIAL']).default('TEMPORARY'),
} as const;

type StayEnvironment = ServiceEnvironment & { TEMPORARY_DUES_AT: StayRow['duesAt'] };

/** What this deployment has chosen; a stay keeps what held on the day of its request. */
export const duesAtOf = (environment: ServiceEnvironment): StayRow['duesAt'] =>
  (environment as StayEnvironment).TEMPORARY_DUES_AT;
