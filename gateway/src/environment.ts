import { jwkVariable, monitorPortVariable, portVariable, readEnvironment } from '@dang/service/environment';
import { traceVariables } from '@dang/telemetry/trace-environment';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** The schema of the gateway's environment, but for `SUBGRAPH_URL_<NAME>` and `SUBGRAPH_TIMEOUT_MS_<NAME>`. */
export const gatewayVariables = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    PROVINCE_CODE: z
      .string()
      .regex(/^\w{1,20}$/)
      .default('05'),
    HOST: z.string().default('127.0.0.1'),
    PORT_GATEWAY: portVariable(4000),
    PORT_MONITOR: monitorPortVariable,
    ...traceVariables,
    NATS_URL: z.url(),
    ACCESS_TOKEN_PUBLIC_JWK: jwkVariable,
    GATEWAY_PRIVATE_JWK: jwkVariable.refine((jwk) => typeof jwk.d === 'string', 'must hold the private part'),
    SUPERGRAPH_FILE: z.string().optional(),
    CORS_ORIGINS: list.pipe(z.array(z.url())),
    SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
    SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_000).default(64),
    /** How long to go on answering, not ready, before the listener closes: until a cluster has noticed. */
    DRAIN_DELAY_MS: z.coerce.number().int().min(0).max(8_000).default(0),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    SANDBOX_URL: z.url().optional(),
    VNEID_CLIENT_ID: z.string().optional(),
    VNEID_ISSUER: z.url().optional(),
    VNEID_REDIRECT_URIS: list,
  })
  .loose();

/** What the gateway is told at start; `SUBGRAPH_URL_<NAME>` and `SUBGRAPH_TIMEOUT_MS_<NAME>` by subgraph name. */
export type GatewayEnvironment = z.infer<typeof gatewayVariables> & {
  subgraphUrls: Record<string, string>;
  subgraphTimeoutsMs: Record<string, number>;
};

/** Reads the environment; with faults it prints all of them and ends the process with code 1. */
export function readGatewayEnvironment(
  source: Record<string, string | undefined> = process.env,
): GatewayEnvironment {
  const values = readEnvironment(gatewayVariables.transform(collectSubgraphs), source);
  return values;
}

function collectSubgraphs(
  values: z.infer<typeof gatewayVariables>,
  context: z.RefinementCtx,
): GatewayEnvironment {
  const subgraphUrls: Record<string, string> = {};
  const subgraphTimeoutsMs: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) {
    const url = /^SUBGRAPH_URL_(\w+)$/.exec(name)?.[1];
    const timeout = /^SUBGRAPH_TIMEOUT_MS_(\w+)$/.exec(name)?.[1];
    if (url !== undefined) {
      if (!URL.canParse(String(value)))
        context.addIssue({ code: 'custom', path: [name], message: 'is not a URL' });
      else subgraphUrls[url.toLowerCase()] = String(value);
    }
    if (timeout !== undefined) {
      const timeoutMs = Number(value);
      if (!Number.isInteger(timeoutMs) || timeoutMs < 100) {
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is not a number of milliseconds from 100',
        });
      } else subgraphTimeoutsMs[timeout.toLowerCase()] = timeoutMs;
    }
  }
  return { ...values, subgraphUrls, subgraphTimeoutsMs };
}
