import type { JWK } from '@dang/access/tokens';
import { traceVariables } from '@dang/telemetry/trace-environment';
import { z } from 'zod';
import { type KeyRing, keyBytes, keyRing } from './key-ring.ts';
import { setInPairs } from './outside/paired-variables.ts';

type Source = Record<string, string | undefined>;

/** A TCP port; 0 lets the system choose. */
export const portVariable = (standard: number) =>
  z.coerce.number().int().min(0).max(65_535).default(standard);

/** A port of its own for probes and metrics; not set: they are answered beside the graph. */
export const monitorPortVariable = z.coerce.number().int().min(0).max(65_535).optional();

/** 32 bytes in base64. */
export const keyVariable = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

/** Keys in base64, separated by commas. */
const keysVariable = z
  .string()
  .default('')
  .transform((text, context): Uint8Array[] => {
    const keys = text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map(keyBytes);
    if (keys.includes(null)) context.addIssue('must be 32 bytes in base64 each, separated by commas');
    return keys.filter((key) => key !== null);
  });

/** An Ed25519 key as JSON (JWK). */
export const jwkVariable = z.string().transform((text, context): JWK => {
  try {
    const jwk = JSON.parse(text) as JWK;
    if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && typeof jwk.x === 'string') return jwk;
  } catch {
    // falls through to the one message below
  }
  context.addIssue('must be an Ed25519 key as JSON (JWK)');
  return z.NEVER;
});

const commonShape = {
  PROVINCE_CODE: z
    .string()
    .regex(/^\w{1,20}$/)
    .default('05'),
  ORDER_PREFIX: z.string().default('G22.99'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ...traceVariables,
  ROLE: z.enum(['all', 'api', 'worker', 'migrate']).default('all'),
  /** Whether role `api` migrates its database when it starts, or waits, not ready, until role `migrate` has done so. */
  MIGRATIONS: z.enum(['at-start', 'awaited']).default('at-start'),
  PORT_MONITOR: monitorPortVariable,
  HOST: z.string().default('127.0.0.1'),
  NATS_URL: z.url(),
  NATS_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  GATEWAY_PUBLIC_JWK: jwkVariable,
  PROVINCE_KEY: keyVariable,
  PROVINCE_KEYS_OLD: keysVariable,
  PROVINCE_INDEX_KEY: keyVariable,
  CLOCK_START: z.iso.date().optional(),
  /** How long to go on answering, not ready, before the listener closes: until a cluster has noticed. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(8_000).default(0),
  DATABASE_POOL_API: z.coerce.number().int().min(2).max(100).default(10),
  DATABASE_POOL_WORKER: z.coerce.number().int().min(2).max(100).default(4),
};

const standardPorts: Record<string, number> = {
  identity: 4001,
  orgtree: 4002,
  fees: 4003,
  evaluation: 4004,
  transfers: 4005,
};

/** What every subgraph is told at start. `PORT` and `DATABASE_URL` are this service's own (`PORT_FEES`, `DATABASE_URL_FEES`). */
export type ServiceEnvironment = Omit<z.infer<z.ZodObject<typeof commonShape>>, 'PROVINCE_KEY'> & {
  /** The ring of `PROVINCE_KEY` and `PROVINCE_KEYS_OLD`. */
  PROVINCE_KEY: KeyRing;
  /** The name of this service: `fees`. */
  SERVICE: string;
  PORT: number;
  DATABASE_URL: string;
};

/** Every fault of this environment in words, or its values. Empty variables count as not set. */
export function parseEnvironment<T extends z.ZodType>(
  schema: T,
  source: Source,
): { values: z.infer<T>; faults?: never } | { faults: string[]; values?: never } {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return { values: result.data };
  return {
    faults: result.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `${name}: ${name in given ? message : 'is not set'}`;
    }),
  };
}

/** The values of this environment. With faults: all of them on standard error, and the process ends with code 1. */
export function readEnvironment<T extends z.ZodType>(schema: T, source: Source = process.env): z.infer<T> {
  const { values, faults } = parseEnvironment(schema, source);
  if (faults === undefined) return values;
  process.stderr.write(`The environment is not usable:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exit(1);
}

/** Addresses outside the deployment over which people's numbers or money go: identity provider, member database, notices, payments, bank. */
const crossesTheWall =
  /^(\w+_ISSUER|REGISTRY_URL|NOTICE_(SMS|PUSH)_URL|PAYMENT_URL|BANK_URL|SIGNING_URL|PORTAL_URL|DOCUMENTS_URL|DOORS_URL)$/;

/** What helps in development and would be a hole in production: a clock that stands still, a way out without TLS. */
function refuseDevelopmentInProduction(values: Record<string, unknown>, context: z.RefinementCtx): void {
  if (values.NODE_ENV !== 'production') return;
  if (values.CLOCK_START !== undefined) {
    context.addIssue({ code: 'custom', path: ['CLOCK_START'], message: 'is for development only' });
  }
  for (const [name, value] of Object.entries(values)) {
    if (crossesTheWall.test(name) && String(value).startsWith('http:')) {
      context.addIssue({ code: 'custom', path: [name], message: 'must be https in production' });
    }
  }
}

/** The schema of role `migrate`: its own database, and nothing of what the other roles keep secret. */
export function migrationEnvironmentSchema(name: string) {
  const database = `DATABASE_URL_${name.toUpperCase()}`;
  return z
    .object({ ROLE: z.literal('migrate'), LOG_LEVEL: commonShape.LOG_LEVEL, [database]: z.url() })
    .transform((values): { LOG_LEVEL: string; DATABASE_URL: string } => {
      const all = values as Record<string, string>;
      return { LOG_LEVEL: all.LOG_LEVEL ?? 'info', DATABASE_URL: all[database] ?? '' };
    });
}

/** The schema of a subgraph's environment: the common variables, its own port and database, and `extra`; no address without its secret. */
export function serviceEnvironmentSchema(name: string, extra: z.ZodRawShape = {}) {
  const port = `PORT_${name.toUpperCase()}`;
  const database = `DATABASE_URL_${name.toUpperCase()}`;
  const shape = {
    ...commonShape,
    [port]: portVariable(standardPorts[name] ?? 0),
    [database]: z.url(),
    ...extra,
  };
  return setInPairs(z.object(shape))
    .superRefine(refuseDevelopmentInProduction)
    .transform((values): ServiceEnvironment => {
      const all = values as Record<string, unknown> & z.infer<z.ZodObject<typeof commonShape>>;
      const own = { SERVICE: name, PORT: all[port], DATABASE_URL: all[database] };
      const ring = keyRing(all.PROVINCE_KEY, all.PROVINCE_KEYS_OLD);
      return { ...all, ...own, PROVINCE_KEY: ring } as ServiceEnvironment;
    });
}
