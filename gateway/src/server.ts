import type { GraphQLDataSource } from '@apollo/gateway';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { JWK } from '@dang/access/tokens';
import { serveWatched, type Watched } from '@dang/service/http-server';
import type { Span } from '@dang/telemetry/trace';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Authentication, Unauthenticated } from './authentication.ts';
import { answerCors } from './cors.ts';
import type { ExplorerOptions } from './explorer/explorer.ts';
import { startGraph } from './graph.ts';
import { beginRequest, finishErrors, refuse } from './http-errors.ts';
import { defaultLimits, type Limits, MAX_BODY_BYTES } from './limits.ts';
import { GatewayMetrics } from './metrics.ts';
import { clientOf, isUnattended, languageOf, requestIdOf } from './request-marks.ts';
import { Revocations } from './revocations.ts';
import { SeenSessions } from './seen-sessions.ts';
import { type GatewayContext, SubgraphPool } from './subgraph-pool.ts';

declare module 'fastify' {
  interface FastifyRequest {
    graph: GatewayContext | null;
    /** Of what is asked of the graph, and of what is refused; everything else is no part of any trace. */
    span: Span | null;
    startedAt: number;
  }
}

export type GatewayOptions = {
  /** The composed supergraph, as text. */
  supergraph: string;
  /** Where each subgraph answers, path included, by its name in the supergraph. */
  subgraphUrls: Readonly<Record<string, string>>;
  accessTokenPublicJwk: JWK;
  gatewayPrivateJwk: JWK;
  log: Logger;
  isProduction: boolean;
  /** Front ends of these origins may call from a browser; none by default. */
  corsOrigins?: readonly string[];
  /** Null switches the limits of a query off: for the federation audit only. */
  limits?: Limits | null;
  /** Longest silence of a subgraph, in milliseconds, and exceptions by name. */
  subgraphTimeoutMs?: number;
  subgraphTimeoutsMs?: Readonly<Record<string, number>>;
  /** Proxies of ours between the clients and the gateway, whose `X-Forwarded-For` is believed; none by default. */
  trustedProxies?: number;
  /** Connections to each subgraph at most. */
  connections?: number;
  /** Off only for measurements. */
  shareInFlight?: boolean;
  /** The explorer for browsers, which signs anybody in as anybody: in development only. */
  explorer?: ExplorerOptions;
  /** Probes and metrics have a listener of their own: this one, which the world reaches, does not know them. */
  isWatchedElsewhere?: boolean;
  /** Another way to the subgraphs, for tests that replay recorded answers. */
  sourceOf?: (subgraph: string) => GraphQLDataSource<GatewayContext>;
};

/** A gateway that runs, with or without a port. */
export type Gateway = {
  http: FastifyInstance;
  revocations: Revocations;
  seen: SeenSessions;
  metrics: GatewayMetrics;
  /** What probes and scrapers are told. */
  watched: Watched;
  /** `/readyz` says no from now on. */
  leave(): void;
  /** Lets what is under way end, then closes every connection. */
  stop(): Promise<void>;
};

/** An access token lives ten minutes; what ended is remembered a little longer. */
const REVOCATIONS_KEPT_MS = 15 * 60 * 1000;

/**
 * Builds the gateway and does not listen yet: tests inject requests, `main.ts` gives it a port.
 * @throws when the supergraph names a subgraph without an address, naming every missing one.
 */
export async function makeGateway(options: GatewayOptions): Promise<Gateway> {
  const { log } = options;
  const metrics = new GatewayMetrics();
  const revocations = new Revocations({ keepMs: REVOCATIONS_KEPT_MS });
  const sweeping = setInterval(() => revocations.sweep(), 60_000).unref();
  const authentication = new Authentication({ ...options, revocations });
  const pools = new Map<string, SubgraphPool>();
  const sourceOf = (name: string): GraphQLDataSource<GatewayContext> => {
    const url = options.subgraphUrls[name];
    if (url === undefined) throw new Error(`SUBGRAPH_URL_${name.toUpperCase()} is not set`);
    const pool = new SubgraphPool({
      name,
      url,
      timeoutMs: options.subgraphTimeoutsMs?.[name] ?? options.subgraphTimeoutMs ?? 10_000,
      connections: options.connections ?? 64,
      shareInFlight: options.shareInFlight ?? true,
      log,
      metrics,
    });
    pools.set(name, pool);
    return pool;
  };
  const seen = new SeenSessions();
  const graph = await startGraph({
    ...options,
    seen,
    metrics,
    sourceOf: options.sourceOf ?? sourceOf,
    limits: options.limits === undefined ? defaultLimits : options.limits,
  });
  metrics.gauge('gateway_shared_fetches', 'Fetches that another, identical one answered.', () =>
    [...pools.values()].reduce((sum, pool) => sum + pool.shared, 0),
  );
  metrics.gauge(
    'gateway_revocations',
    'Sessions, accounts and positions refused now.',
    () => revocations.size,
  );

  const http = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // Requests on connections that are still open are answered while the gateway drains.
    return503OnClosing: false,
    genReqId: (raw) => requestIdOf(raw.headers),
    routerOptions: { ignoreTrailingSlash: true },
    // A path that cannot be read never comes to a hook.
    frameworkErrors: (_error, request, reply) => {
      void reply.header('x-request-id', request.id);
      refuse(request, reply, 400);
      request.span?.end();
    },
  });
  let isReady = true;
  await http.register(helmet, {
    strictTransportSecurity: options.isProduction,
    // These speak to browsers that show pages of ours; every header is written to every answer.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  http.removeContentTypeParser('text/plain');
  http.decorateRequest('graph', null);
  http.decorateRequest('span', null);
  http.decorateRequest('startedAt', 0);
  http.addHook('onRequest', (request, reply, done) => {
    request.startedAt = performance.now();
    void reply.header('x-request-id', request.id);
    done();
  });
  http.addHook('onSend', (_request, reply, _payload, done) => {
    // Else a kept-alive connection would hold the gateway back long after its last answer.
    if (!isReady) void reply.header('connection', 'close');
    done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    const { graph, span, startedAt } = request;
    if (graph !== null) metrics.requestAnswered(reply.statusCode, startedAt);
    span?.add({ 'http.response.status_code': reply.statusCode });
    span?.end();
    done();
  });
  http.setNotFoundHandler((request, reply) => refuse(request, reply, 404));
  http.setErrorHandler((error: FastifyError | Unauthenticated, request, reply) => {
    if (error instanceof Unauthenticated) {
      void reply.header('www-authenticate', 'Bearer');
      refuse(request, reply, 401, {
        code: 'UNAUTHENTICATED',
        message: error.say(languageOf(request.headers)),
      });
      return;
    }
    // A Host header that is no host name: the only URL built from what came from outside.
    const status = error.code === 'ERR_INVALID_URL' ? 400 : (error.statusCode ?? 500);
    if (status >= 500) {
      const traceId = request.span?.place.traceId;
      log.error({ err: error, requestId: request.id, traceId }, 'a request failed');
    }
    refuse(request, reply, status);
  });

  if (options.explorer && options.isProduction) throw new Error('there is no explorer in production');
  // It signs anybody in as anybody: loaded only where it is served.
  const explorer = options.explorer
    ? await (await import('./explorer/explorer.ts')).openExplorer(http, options.explorer)
    : null;
  const origins = new Set(options.corsOrigins);
  const answerGraph = fastifyApolloHandler(graph, {
    context: async (request) => request.graph as GatewayContext,
  });
  http.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    onRequest: async (request, reply) => {
      if (answerCors(origins, request, reply)) return reply;
      if (explorer?.isWanted(request)) return explorer.send(request, reply);
      const { headers } = request;
      const span = beginRequest(request, reply, 'unread');
      const { traceId } = span.place;
      request.graph = {
        session: await authentication.sessionOf(headers.authorization),
        client: clientOf(headers, request.socket.remoteAddress, options.trustedProxies ?? 0),
        language: languageOf(headers),
        requestId: request.id,
        traceId,
        span,
        startedAt: request.startedAt,
        isUnattended: isUnattended(headers),
      };
    },
    onSend: (request, reply, payload, done) => {
      const isRefusal = reply.statusCode >= 400 && typeof payload === 'string';
      done(null, isRefusal ? finishErrors(payload, request, (code) => metrics.refused(code)) : payload);
    },
    handler: (request, reply) =>
      request.span?.run(async () => answerGraph.call(http, request as never, reply as never)),
  });
  const watched: Watched = {
    health: async () => ({ ready: isReady, parts: { draining: String(!isReady) } }),
    metrics: metrics.registry,
  };
  if (!options.isWatchedElsewhere) serveWatched(http, watched);

  return {
    http,
    revocations,
    seen,
    metrics,
    watched,
    leave: () => {
      isReady = false;
    },
    stop: async () => {
      isReady = false;
      clearInterval(sweeping);
      await http.close();
      await graph.stop();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
