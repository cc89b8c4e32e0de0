import { z } from 'zod';
import { type PortalState, portalStates } from './portal.port.ts';
import { portalStateOf } from './portal-states.ts';

/** The procedure codes that are published on the portal (domain 1.1); dues have none yet. */
const published =
  '{"RESIDENCE_COMMENT":"2.002753","OFFICIAL_TRANSFER":"2.002768","TEMPORARY_TRANSFER":"2.002769"}';

const codesShape = z.partialRecord(
  z.enum(Object.keys(portalStateOf) as [string, ...string[]]),
  z.string().regex(/^[\w.]{1,30}$/),
);

/** The codes by which the portal knows our procedures, as JSON; procedures that are not named are not told. */
const proceduresVariable = z
  .string()
  .default(published)
  .transform((text, context): Record<string, string> => {
    try {
      return codesShape.parse(JSON.parse(text)) as Record<string, string>;
    } catch {
      context.addIssue(`must be JSON that gives codes to ${Object.keys(portalStateOf).join(', ')}`);
      return z.NEVER;
    }
  });

const correctionsShape = z.partialRecord(
  z.enum(Object.keys(portalStateOf) as [string, ...string[]]),
  z.record(
    z.string().regex(/^[A-Z][A-Z_]{1,40}$/),
    z.enum(Object.keys(portalStates) as [PortalState, ...PortalState[]]).nullable(),
  ),
);

/** What our states are to the portal where that is not what `portal-states.ts` says, as JSON; null: it is not told. */
const statesVariable = z
  .string()
  .default('{}')
  .transform((text, context): typeof portalStateOf => {
    try {
      const corrections = correctionsShape.parse(JSON.parse(text));
      return Object.fromEntries(
        Object.entries(portalStateOf).map(([procedure, states]) => [
          procedure,
          { ...states, ...corrections[procedure] },
        ]),
      );
    } catch {
      const known = Object.keys(portalStates).join(', ');
      context.addIssue(
        `must be JSON like {"OFFICIAL_TRANSFER":{"SENT":"PROCESSING"}}, with null or ${known}`,
      );
      return z.NEVER;
    }
  });

/** The variables of the national portal; without an address and its secret nothing is told. */
export const portalVariables = {
  PORTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORTAL_SECRET: z.string().min(32).optional(),
  PORTAL_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(10),
  PORTAL_PROCEDURES: proceduresVariable,
  PORTAL_STATES: statesVariable,
};

type PortalEnvironment = z.infer<z.ZodObject<typeof portalVariables>>;

/** What this service is told of the portal; null: nothing, or no environment at hand (a rebuilt projection), so nothing is told there. */
export function portalEnvironment(environment: unknown): {
  url: string;
  secret: string;
  timeoutMs: number;
  procedures: Readonly<Record<string, string>>;
  states: typeof portalStateOf;
} | null {
  const {
    PORTAL_URL: url,
    PORTAL_SECRET: secret,
    PORTAL_TIMEOUT_SECONDS: seconds,
    PORTAL_PROCEDURES: procedures,
    PORTAL_STATES: states,
  } = (environment ?? {}) as Partial<PortalEnvironment>;
  if (!url || !secret) return null;
  const timeoutMs = (seconds ?? 10) * 1_000;
  return { url, secret, timeoutMs, procedures: procedures ?? {}, states: states ?? portalStateOf };
}
