import { randomUUID } from 'node:crypto';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { GatewayToken } from '@dang/access/tokens';
import { InvalidToken } from '@dang/access/tokens';
import { newPlace, readTraceparent, type TracePlace } from '@dang/telemetry/trace';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { GraphContext } from './context.ts';
import { withinRequest } from './request-scope.ts';
import type { Subgraph } from './subgraph.ts';

const BODY_LIMIT_BYTES = 1_048_576;

/** How the process is, for probes. */
export type Health = { ready: boolean; parts: Record<string, string> };

/** What probes and scrapers are told. */
export type Watched = { health(): Promise<Health>; metrics: Registry };

type HttpParts = {
  /** Absent in role `worker`. */
  subgraph?: Subgraph;
  verifyToken(token: string): Promise<GatewayToken>;
  /** Absent where probes and metrics have a listener of their own (`openMonitor`). */
  watched?: Watched;
  /** From now on every answer ends its connection: whoever asks goes to another replica. */
  isDraining?(): boolean;
  log: Logger;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gateway's token says; set before the body is read. */
    caller: GatewayToken | null;
    /** The trace of which it is a part; what is refused before anything is done says it too. */
    place: TracePlace | null;
  }
}

const placeOf = (request: FastifyRequest): TracePlace => {
  request.place ??= readTraceparent(request.headers.traceparent) ?? newPlace();
  return request.place;
};
const traceIdOf = (request: FastifyRequest): string => placeOf(request).traceId;

const problem = (code: string, message: string, request: FastifyRequest) => ({
  errors: [{ message, extensions: { code, requestId: request.id, traceId: traceIdOf(request) } }],
});

const saneId = (id: unknown) => (typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? id : randomUUID());

function authenticate(verifyToken: HttpParts['verifyToken']) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    try {
      if (token !== undefined) request.caller = await verifyToken(token);
    } catch (error) {
      if (!(error instanceof InvalidToken)) throw error;
    }
    if (request.caller === null) {
      return reply.code(401).send(problem('UNAUTHENTICATED', 'only the gateway may ask here', request));
    }
  };
}

function serveGraph(app: FastifyInstance, subgraph: Subgraph, { verifyToken, log }: HttpParts): void {
  const callerOf = (request: FastifyRequest) => {
    const { requestId, ...caller } = request.caller as GatewayToken;
    return { ...caller, requestId: requestId ?? request.id };
  };
  const handle = fastifyApolloHandler<GraphContext>(subgraph.server, {
    context: async (request) => subgraph.contextOf(callerOf(request as unknown as FastifyRequest)),
  });
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: authenticate(verifyToken),
    handler(request, reply) {
      const { requestId, language } = callerOf(request);
      const scope = { requestId, language, log: log.child({ requestId }) };
      return withinRequest(scope, placeOf(request), async () =>
        handle.call(app, request as never, reply as never),
      );
    },
  });
}

/** `/livez`, `/readyz` (503 while not ready) and `/metrics` on this listener. */
export function serveWatched(app: FastifyInstance, { health, metrics }: Watched): void {
  app.get('/livez', async () => ({ status: 'live' }));
  app.get('/readyz', async (_request, reply) => {
    const { ready, parts: states } = await health();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', ...states });
  });
  app.get('/metrics', async (_request, reply) => {
    reply.header('content-type', metrics.contentType);
    return metrics.metrics();
  });
}

/**
 * The listener of one process: `/graphql` for the gateway's tokens only (401 before the body is read), and `/livez`,
 * `/readyz`, `/metrics` unless they have a port of their own. Bodies up to 1 MiB; faults of the request are 4xx in the same shape as GraphQL errors.
 */
export function makeHttpServer(parts: HttpParts): FastifyInstance {
  const { subgraph, watched, log } = parts;
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    // requests on connections that are still open are answered while we drain
    return503OnClosing: false,
    requestTimeout: 30_000,
    genReqId: (request) => saneId(request.headers['x-request-id']),
    // a path that cannot be read never comes to a hook
    frameworkErrors: (_error, request: FastifyRequest, answer) => {
      const reply = answer as unknown as FastifyReply;
      reply.headers({ 'x-request-id': request.id, 'x-trace-id': traceIdOf(request) });
      return reply.code(400).send(problem('BAD_REQUEST', 'the request cannot be read', request));
    },
  });
  app.decorateRequest('caller', null);
  app.decorateRequest('place', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'x-request-id': request.id, 'x-trace-id': traceIdOf(request) });
  });
  // a connection that was busy when we began to close would stay open, idle, for as long as its client likes; and one that
  // is idle when we close may just be written to: while we drain, connections end by themselves
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (closing || parts.isDraining?.()) reply.header('connection', 'close');
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      return reply.code(status).send(problem('BAD_REQUEST', 'the request cannot be read', request));
    }
    log.error({ err: error, requestId: request.id, traceId: traceIdOf(request) }, 'a request failed');
    return reply.code(500).send(problem('INTERNAL_SERVER_ERROR', 'something went wrong', request));
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send(problem('NOT_FOUND', 'not found', request)),
  );
  if (watched) serveWatched(app, watched);
  if (subgraph) serveGraph(app, subgraph, parts);
  return app;
}
