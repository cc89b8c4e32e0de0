import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { Actor, Capacity } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import type { JWK } from '@dang/access/tokens';
import { type Client, mintGatewayToken, verifyGatewayToken } from '@dang/access/tokens';
import { deliver } from '@dang/events/consumer';
import type { Envelope } from '@dang/events/envelope';
import { ARRIVED } from '@dang/events/link';
import { readOutbox } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { MikroORM } from '@mikro-orm/postgresql';
import type { InjectOptions } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import { makeClock } from './clock.ts';
import { migrate, openDatabase } from './database.ts';
import type { ServiceDefinition } from './definition.ts';
import { reactionsOf } from './definition.ts';
import { parseEnvironment, serviceEnvironmentSchema } from './environment.ts';
import { makeHttpServer } from './http-server.ts';
import { runJob } from './jobs.ts';
import { makeLogger } from './logger.ts';
import { withinRequest } from './request-scope.ts';
import { makeSubgraph } from './subgraph.ts';

function needed(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run this through the test suite`);
  return value;
}

/** A fresh, empty database on the suite's PostgreSQL. */
export async function testDatabase(name: string): Promise<string> {
  const url = new URL(needed('TEST_DATABASE_URL'));
  const database = `${name}_${randomBytes(6).toString('hex')}`;
  const admin = await MikroORM.init({
    clientUrl: url.href,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { max: 1 },
  });
  await admin.em.execute(`create database "${database}"`);
  await admin.close(true);
  url.pathname = `/${database}`;
  return url.href;
}

/** The suite's nats-server, and a province of its own for this test file so that streams do not meet. */
export const testNats = () => ({
  url: needed('TEST_NATS_URL'),
  province: `t${randomBytes(5).toString('hex')}`,
});

/** An Ed25519 pair as JWKs. */
export function testKeyPair(): { privateJwk: JWK; publicJwk: JWK } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateJwk: privateKey.export({ format: 'jwk' }) as JWK,
    publicJwk: publicKey.export({ format: 'jwk' }) as JWK,
  };
}

/**
 * Somebody who asks: an active member who signed in just now, unless said otherwise. `role` and `unitId` make the
 * capacity they act in.
 */
export function testActor(
  given: Partial<Actor> & { role?: Role; unitId?: string; title?: string } = {},
): Actor {
  const { role, unitId, title, ...actor } = given;
  const capacity: Capacity | null = role
    ? { positionId: randomUUID(), role, title: title ?? role, unitId: unitId ?? randomUUID() }
    : null;
  return {
    accountId: randomUUID(),
    memberId: randomUUID(),
    sessionId: randomUUID(),
    name: 'Nguyễn Văn An',
    accountStatus: 'ACTIVE',
    signedInAt: new Date(),
    capacity,
    ...actor,
  };
}

/** What a GraphQL request answered, as it would stand on the wire. */
export type TestAnswer = {
  // biome-ignore lint/suspicious/noExplicitAny: a test says what shape it expects
  data?: Record<string, any> | null;
  errors?: GraphQLFormattedError[];
  /** What stood behind errors that left the service masked, so that a failing test says it; it is not on the wire. */
  faults?: string[];
};

type OpenOptions = {
  databaseUrl: string;
  clock?: Clock;
  /** Variables beyond the usual ones, as text. */
  environment?: Record<string, string>;
};

/** The environment of a service in a test, with keys of its own. */
export function testEnvironment(name: string, more: Record<string, string>) {
  const { publicJwk, privateJwk } = testKeyPair();
  const source: Record<string, string> = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    NATS_URL: process.env.TEST_NATS_URL ?? 'nats://127.0.0.1:1',
    GATEWAY_PUBLIC_JWK: JSON.stringify(publicJwk),
    PROVINCE_KEY: Buffer.alloc(32, 1).toString('base64'),
    PROVINCE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
    [`PORT_${name.toUpperCase()}`]: '0',
    DOORS_URL: 'http://doors.test',
    STORAGE_URL: process.env.TEST_STORAGE_URL ?? '',
    ...more,
  };
  return { source, gatewayPrivateJwk: privateJwk };
}

/** This log, whose errors are kept as text as well. */
function overhearing(log: Logger, faults: string[]): Logger {
  return Object.assign(Object.create(log) as Logger, {
    error: (line: { err?: unknown }, message?: string) => {
      faults.push(line.err instanceof Error ? `${line.err.stack}` : String(line.err));
      log.error(line, message);
    },
  });
}

/**
 * The subgraph on a migrated database, without a listener: `execute` runs real documents against the real schema as
 * the given actor; `post` goes through the HTTP door, where a token is needed.
 */
export async function openSubgraph(definition: ServiceDefinition, options: OpenOptions) {
  const { name } = definition;
  const given = { [`DATABASE_URL_${name.toUpperCase()}`]: options.databaseUrl, ...options.environment };
  const { source, gatewayPrivateJwk } = testEnvironment(name, given);
  const { values: environment, faults } = parseEnvironment(
    serviceEnvironmentSchema(name, definition.environment),
    source,
  );
  if (faults) throw new Error(faults.join('\n'));
  const log = makeLogger({ service: name, role: 'api', level: environment.LOG_LEVEL });
  const choice = { definition, url: options.databaseUrl, log };
  await migrate(choice);
  const orm = await openDatabase({ ...choice, poolSize: 8 });
  const clock = options.clock ?? makeClock('2026-07-06');
  const metrics = new Registry();
  const reactions = reactionsOf(definition);
  let drained = 0;
  const subgraph = await makeSubgraph(definition, { orm, clock, log, metrics, environment });
  const app = makeHttpServer({
    subgraph,
    verifyToken: verifyGatewayToken(environment.GATEWAY_PUBLIC_JWK, name),
    watched: { health: async () => ({ ready: true, parts: {} }), metrics },
    log,
  });

  return {
    orm,
    environment,
    clock,
    metrics,
    log,
    /** Runs a document as this actor (null: nobody is signed in). */
    async execute(
      query: string,
      variables: Record<string, unknown> = {},
      actor: Actor | null = null,
      language: 'vi' | 'en' = 'vi',
      client: Client = { ip: '203.0.113.7', device: 'a test' },
    ): Promise<TestAnswer> {
      const requestId = randomUUID();
      const contextValue = subgraph.contextOf({ actor, language, requestId, client });
      const faults: string[] = [];
      const scope = { requestId, language, log: overhearing(log, faults) };
      const response = await withinRequest(scope, null, () =>
        subgraph.server.executeOperation({ query, variables }, { contextValue }),
      );
      if (response.body.kind !== 'single') throw new Error('an incremental answer');
      const answer = JSON.parse(JSON.stringify(response.body.singleResult)) as TestAnswer;
      // beside what stands on the wire, where a comparison of answers does not see it
      if (faults.length > 0) Object.defineProperty(answer, 'faults', { value: faults });
      return answer;
    },
    /** A token of the gateway for this subgraph. */
    token: (actor: Actor | null = null, ttl = 60) =>
      mintGatewayToken(gatewayPrivateJwk, { actor, subgraph: name, language: 'vi' }, ttl),
    /** A request over HTTP, as the gateway sends it; without a token it is a stranger's. */
    async post(body: unknown, token?: string): Promise<{ status: number; body: TestAnswer }> {
      const response = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.statusCode, body: response.json() };
    },
    /** Any request to the listener, as anybody may send it. */
    inject: (request: InjectOptions) => app.inject(request),
    /**
     * Hands events of other services (`makeEnvelope` of `@dang/events/envelope`) to this service's reactions, in the
     * consumer's own transactions. @throws when one of them is parked.
     */
    async deliver(...envelopes: Envelope[]): Promise<void> {
      const hearing = { service: name, province: environment.PROVINCE_CODE, clock, log, environment };
      const { parked } = await deliver(orm, reactions, envelopes, hearing);
      const arrived = { name: ARRIVED, reactions: definition.link ?? [], upstream: ARRIVED };
      for (const { name: aside, reactions: own, ...more } of [...(definition.asides ?? []), arrived]) {
        const receipt = await deliver(orm, own, envelopes, { ...hearing, aside, ...more });
        parked.push(...receipt.parked);
      }
      if (parked.length > 0)
        throw new Error(parked.map(({ reaction, reason }) => `${reaction}: ${reason}`).join('\n'));
    },
    /** Runs a job of this service now, on the day of the test's clock. */
    async runJob(wanted: string): Promise<void> {
      const job = definition.jobs?.find((each) => each.name === wanted);
      if (!job) throw new Error(`${name} has no job ${wanted}`);
      await runJob(job, { orm, environment, clock, log, service: name });
    },
    /** The events recorded since the last call, in order, as they would travel. */
    async drainOutbox(): Promise<Envelope[]> {
      const { envelopes, position } = await readOutbox(orm.em.fork(), environment.PROVINCE_CODE, drained);
      drained = position;
      return envelopes;
    },
    /** A unit of work on the service's database. */
    em: (): SqlEntityManager => orm.em.fork(),
    async close(): Promise<void> {
      await app.close();
      await subgraph.server.stop();
      await orm.close(true);
    },
  };
}
