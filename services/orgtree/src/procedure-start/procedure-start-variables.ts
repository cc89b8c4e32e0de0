import type { ServiceEnvironment } from '@dang/service/environment';
import { z } from 'zod';
import { procedures } from './procedure-start.rules.ts';

const startsShape = z.record(
  z.string().regex(/^\d{2}(\.\d{3}){0,4}$/),
  z.partialRecord(z.enum(procedures as [string, ...string[]]), z.iso.date()),
);

/** A day that is planned for a procedure in the unit with this code. */
export interface PlannedStart {
  readonly code: string;
  readonly procedure: string;
  readonly startsOn: string;
}

const startsVariable = z
  .string()
  .default('{}')
  .transform((text, context): PlannedStart[] => {
    try {
      return Object.entries(startsShape.parse(JSON.parse(text))).flatMap(([code, days]) =>
        Object.entries(days).map(([procedure, startsOn]) => ({
          code,
          procedure,
          startsOn: String(startsOn),
        })),
      );
    } catch {
      context.addIssue(`must be JSON that gives days to ${procedures.join(', ')} by code of a unit`);
      return z.NEVER;
    }
  });

/** The variables of how a province begins. */
export const procedureStartVariables = {
  /** By code of a unit the day from which each procedure runs there: `{"05":{"DUES":"2026-02-01"}}`; pilot units have days of their own. */
  PROCEDURE_STARTS: startsVariable,
};

/** The days that this deployment was planned with; none in an environment that was not read by this schema. */
export const plannedStarts = (environment: ServiceEnvironment): readonly PlannedStart[] =>
  (environment as ServiceEnvironment & Partial<z.infer<z.ZodObject<typeof procedureStartVariables>>>)
    .PROCEDURE_STARTS ?? [];
