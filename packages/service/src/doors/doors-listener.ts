import { beginSpan, placeOfStranger, type Span } from '@dang/telemetry/trace';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import type { ServiceDefinition } from '../definition.ts';
import { recordStatements } from '../record-statements.ts';
import type { SubgraphParts } from '../subgraph.ts';
import type { Door, DoorParts } from './door.ts';
import { doorsEnvironment, doorsPortOf } from './door-environment.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** This visit to a side door. */
    visit: Span | null;
  }
}

const BODY_LIMIT_BYTES = 262_144;
const CONNECTIONS = 4;
const CONNECT_MS = 5_000;
/** Whoever stops reading a table for so long loses it: a few who do must not keep all others from theirs. */
const STALLED_MS = 120_000;

function beginVisit(request: FastifyRequest, reply: FastifyReply): Span {
  const { method, routeOptions, headers } = request;
  const name = `${method} ${routeOptions?.url ?? 'nowhere'}`;
  const visit = beginSpan({ kind: 'side door', name, parent: placeOfStranger(headers.traceparent) });
  reply.headers({
    'x-trace-id': visit.place.traceId,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  return visit;
}

/** What a door refuses, with the trace in which it did. */
const withTraceId = (payload: unknown, traceId: string | undefined): unknown =>
  typeof payload === 'object' && payload !== null && 'error' in payload ? { ...payload, traceId } : payload;

/** The side doors as a listener that does not listen yet: errors say nothing of the inside, and nobody keeps a copy. */
export function makeDoors(
  parts: DoorParts,
  opened: readonly Door[],
  isDraining = () => false,
): FastifyInstance {
  const { log } = parts;
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    // 20 MB over a line of 1.5 Mbit/s
    requestTimeout: 120_000,
    return503OnClosing: false,
    trustProxy: (_address: string, hop: number) => hop < parts.environment.DOORS_TRUSTED_PROXIES,
    routerOptions: { maxParamLength: 200 },
    // a path that cannot be read never comes to a hook
    frameworkErrors: (_error, request: FastifyRequest, answer) => {
      const reply = answer as unknown as FastifyReply;
      const visit = beginVisit(request, reply);
      visit.end();
      return reply.code(400).send(withTraceId({ error: 'BAD_REQUEST' }, visit.place.traceId));
    },
  });
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.decorateRequest('visit', null);
  app.addHook('onRequest', async (request, reply) => {
    request.visit = beginVisit(request, reply);
  });
  // after the body is read, which happens outside of what a hook before it runs in
  app.addHook('preHandler', (request, _reply, done) => request.visit?.run(done));
  app.addHook('onResponse', async ({ visit }, reply) => {
    visit?.add({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) visit?.fail(String(reply.statusCode));
    visit?.end();
  });
  app.addHook('preSerialization', async ({ visit }, reply, payload) =>
    reply.statusCode >= 400 ? withTraceId(payload, visit?.place.traceId) : payload,
  );
  app.addHook('onSend', async (_request, reply) => {
    if (closing || isDraining()) reply.header('connection', 'close');
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return reply.code(status).send({ error: 'BAD_REQUEST' });
    const traceId = request.visit?.place.traceId;
    log.error({ err: error, path: request.routeOptions.url, traceId }, 'a side door failed');
    return reply.code(500).send({ error: 'INTERNAL_SERVER_ERROR' });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'NOT_FOUND' }));
  app.get('/livez', async () => ({ status: 'live' }));
  for (const door of opened) {
    app.register(async (scope) => {
      door(scope, parts);
    });
  }
  return app;
}

/** Opens the side doors of a service beside its graph; what it answers closes them when what is in flight has ended. */
export async function openDoors(
  { name, doors = [] }: Pick<ServiceDefinition, 'name' | 'doors'>,
  running: SubgraphParts,
  isDraining?: () => boolean,
): Promise<() => Promise<void>> {
  const environment = doorsEnvironment(running.environment);
  const pool = new Pool({
    connectionString: environment.DATABASE_URL,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: STALLED_MS,
    application_name: `${name} doors`,
  });
  recordStatements(pool);
  pool.on('error', (error) => running.log.warn({ err: error }, 'a connection of the side doors is gone'));
  const app = makeDoors({ ...running, environment, pool }, doors, isDraining);
  const address = await app.listen({ host: environment.HOST, port: doorsPortOf(name, environment) });
  running.log.info({ address }, 'the side doors are open');
  return async () => {
    await app.close();
    await pool.end();
  };
}
