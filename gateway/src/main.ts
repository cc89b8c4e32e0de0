import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectAtRest } from '@dang/service/collect-at-rest';
import { makeLogger } from '@dang/service/logger';
import { openMonitor } from '@dang/service/monitor';
import { startTracing } from '@dang/telemetry/start-tracing';
import { readGatewayEnvironment } from './environment.ts';
import { startRevocationFeed } from './revocation-feed.ts';
import { startReportingSeen } from './seen-sessions.ts';

/** Longest wait for requests under way, after the delay; then the process ends with an error. */
const DRAIN_MS = 10_000;

const environment = readGatewayEnvironment();
const log = makeLogger({ service: 'gateway', role: 'api', level: environment.LOG_LEVEL });
const who = { service: 'gateway', role: 'api', province: environment.PROVINCE_CODE };
const stopTracing = await startTracing(environment, who, (message) => log.warn(message));
// Afterwards: the planner asks for its tracer as soon as it is loaded.
const { makeGateway } = await import('./server.ts');
const file = environment.SUPERGRAPH_FILE ?? new URL('../supergraph.graphql', import.meta.url);

const isProduction = environment.NODE_ENV === 'production';
const { SANDBOX_URL: sandboxUrl, VNEID_ISSUER: issuer, VNEID_CLIENT_ID: clientId } = environment;
const [redirectUri] = environment.VNEID_REDIRECT_URIS;
const standin =
  sandboxUrl && issuer && clientId && redirectUri ? { sandboxUrl, issuer, clientId, redirectUri } : null;

const gateway = await makeGateway({
  supergraph: await readFile(file, 'utf8'),
  subgraphUrls: environment.subgraphUrls,
  accessTokenPublicJwk: environment.ACCESS_TOKEN_PUBLIC_JWK,
  gatewayPrivateJwk: environment.GATEWAY_PRIVATE_JWK,
  isProduction,
  ...(environment.NODE_ENV === 'development' && { explorer: { standin } }),
  corsOrigins: environment.CORS_ORIGINS,
  subgraphTimeoutMs: environment.SUBGRAPH_TIMEOUT_MS,
  subgraphTimeoutsMs: environment.subgraphTimeoutsMs,
  connections: environment.SUBGRAPH_CONNECTIONS,
  trustedProxies: environment.TRUSTED_PROXIES,
  isWatchedElsewhere: environment.PORT_MONITOR !== undefined,
  log,
});
const feed = startRevocationFeed({
  natsUrl: environment.NATS_URL,
  province: environment.PROVINCE_CODE,
  revocations: gateway.revocations,
  log,
});
gateway.metrics.watchFeed(feed.isListening);

const reports = startReportingSeen({
  seen: gateway.seen,
  province: environment.PROVINCE_CODE,
  publish: feed.publish,
});

const { HOST: host, PORT_MONITOR: monitorPort, DRAIN_DELAY_MS: delayMs } = environment;
let closeMonitor: (() => Promise<void>) | null = null;
let isStopping = false;
async function stop(why: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ why }, 'the gateway stops');
  gateway.leave();
  setTimeout(() => process.exit(1), delayMs + DRAIN_MS).unref();
  await sleep(delayMs);
  await gateway.stop();
  reports.stop();
  await feed.stop();
  await closeMonitor?.();
  await stopTracing();
  process.exit(0);
}
process.once('SIGTERM', () => void stop('SIGTERM'));
process.once('SIGINT', () => void stop('SIGINT'));
process.once('disconnect', () => void stop('the launcher is gone'));
process.on('message', (message: { type?: string }) => {
  if (message?.type === 'shutdown') void stop('the launcher asks');
});

await gateway.http.listen({ host, port: environment.PORT_GATEWAY });
// Opened after the port: nobody is told that we are ready before we can be asked.
if (monitorPort !== undefined)
  closeMonitor = await openMonitor({ host, port: monitorPort }, gateway.watched, log);
const { port } = gateway.http.server.address() as AddressInfo;
collectAtRest();
log.info({ port }, 'the gateway listens');
process.send?.({ type: 'ready', port });
