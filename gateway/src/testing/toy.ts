import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Actor } from '@dang/access/actor';
import type { JWK } from '@dang/access/tokens';
import { pino } from 'pino';
import { type Gateway, type GatewayOptions, makeGateway } from '../server.ts';
import { type StubRequest, type StubSubgraph, startStubSubgraph } from './stub-subgraph.ts';

/** A supergraph of two subgraphs, `orgtree` and `transfers`, small enough to hold in one's head. */
export const toySupergraph = readFileSync(new URL('./toy-supergraph.graphql', import.meta.url), 'utf8');

/** A fresh Ed25519 pair as JWKs. */
export function keyPair(): { privateJwk: JWK; publicJwk: JWK } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateJwk: privateKey.export({ format: 'jwk' }) as JWK,
    publicJwk: publicKey.export({ format: 'jwk' }) as JWK,
  };
}

/** Somebody who is signed in; every id is new unless given. */
export function somebody(given: Partial<Actor> = {}): Actor {
  return {
    accountId: randomUUID(),
    memberId: randomUUID(),
    sessionId: randomUUID(),
    name: 'Nguyễn Văn An',
    accountStatus: 'ACTIVE',
    signedInAt: new Date(),
    capacity: null,
    ...given,
  };
}

/** Members `m(1) … m(first)` with a unit each. */
export const memberId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What a healthy `orgtree` of the toy answers. */
export function answerOrgtree({ query, variables }: StubRequest): object {
  if (query.includes('renameUnitOnce')) {
    const { id, name } = variables.input as { id: string; name: string };
    return { data: { renameUnitOnce: { __typename: 'Unit', id, code: '05.1', name } } };
  }
  if (query.includes('renameUnit')) {
    return {
      data: {
        renameUnit: { __typename: 'Unit', id: variables.id, code: '05.1', name: variables.name },
      },
    };
  }
  if (query.includes('members')) {
    const members = Array.from({ length: Number(variables.n ?? 2) }, (_, index) => ({
      __typename: 'Member',
      id: memberId(index + 1),
      name: `Đảng viên ${index + 1}`,
      unit: { __typename: 'Unit', id: memberId(900), code: '05.200', name: 'Đảng bộ phường Việt Hưng' },
    }));
    return { data: { members } };
  }
  if (query.includes('me'))
    return { data: { me: { __typename: 'Member', id: memberId(1), name: 'Tôi', unit: null } } };
  return {
    data: {
      unit: { __typename: 'Unit', id: variables.id ?? memberId(900), code: '05.200', name: 'Chi bộ' },
    },
  };
}

/** What a healthy `transfers` of the toy answers. */
export function answerTransfers({ query, variables }: StubRequest): object {
  if (!query.includes('_entities'))
    return { data: { me: { __typename: 'Member', id: memberId(1), transfers: [] } } };
  const representations = variables.representations as { id: string }[];
  return {
    data: { _entities: representations.map(({ id }) => ({ transfers: [{ id, status: 'REQUESTED' }] })) },
  };
}

/** A gateway over two stubs, with the keys to sign tokens for it. */
export type ToyHouse = {
  gateway: Gateway;
  orgtree: StubSubgraph;
  transfers: StubSubgraph;
  /** identity's key: what it signs, the gateway believes. */
  accessKeys: { privateJwk: JWK; publicJwk: JWK };
  gatewayKeys: { privateJwk: JWK; publicJwk: JWK };
  stop(): Promise<void>;
};

/** Starts the toy house; no port is opened for the gateway itself. */
export async function openToyHouse(given: Partial<GatewayOptions> = {}): Promise<ToyHouse> {
  const accessKeys = keyPair();
  const gatewayKeys = keyPair();
  const orgtree = await startStubSubgraph(answerOrgtree);
  const transfers = await startStubSubgraph(answerTransfers);
  const gateway = await makeGateway({
    supergraph: toySupergraph,
    subgraphUrls: { orgtree: orgtree.url, transfers: transfers.url },
    accessTokenPublicJwk: accessKeys.publicJwk,
    gatewayPrivateJwk: gatewayKeys.privateJwk,
    log: pino({ level: 'silent' }),
    isProduction: false,
    ...given,
  });
  return {
    gateway,
    orgtree,
    transfers,
    accessKeys,
    gatewayKeys,
    stop: async () => {
      await gateway.stop();
      await Promise.all([orgtree.kill(), transfers.kill()]);
    },
  };
}

export type GraphAnswer = {
  status: number;
  headers: Record<string, unknown>;
  data: Record<string, unknown> | null | undefined;
  errors: {
    message: string;
    path?: unknown;
    extensions: { code: string; requestId?: string; serviceName?: string };
  }[];
};

/** One operation through the front door, as a front end sends it. */
export async function ask(
  { gateway }: { gateway: Gateway },
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<GraphAnswer> {
  const response = await gateway.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: { query, variables },
  });
  const body = response.json<{ data?: GraphAnswer['data']; errors?: GraphAnswer['errors'] }>();
  return {
    status: response.statusCode,
    headers: response.headers,
    data: body.data,
    errors: body.errors ?? [],
  };
}
