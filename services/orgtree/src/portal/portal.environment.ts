import { z } from 'zod';
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

/** The variables of the national portal; without an address and its secret nothing is told. */
export const portalVariables = {
  PORTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORTAL_SECRET: z.string().min(32).optional(),
  PORTAL_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(30).default(10),
  PORTAL_PROCEDURES: proceduresVariable,
};

type PortalEnvironment = z.infer<z.ZodObject<typeof portalVariables>>;

/** What this service is told of the portal; null: nothing, or no environment at hand (a rebuilt projection), so nothing is told there. */
export function portalEnvironment(environment: unknown): {
  url: string;
  secret: string;
  timeoutMs: number;
  procedures: Readonly<Record<string, string>>;
} | null {
  const {
    PORTAL_URL: url,
    PORTAL_SECRET: secret,
    PORTAL_TIMEOUT_SECONDS: seconds,
    PORTAL_PROCEDURES: procedures,
  } = (environment ?? {}) as Partial<PortalEnvironment>;
  if (!url || !secret) return null;
  return { url, secret, timeoutMs: (seconds ?? 10) * 1_000, procedures: procedures ?? {} };
}
