import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { makeGateway } from '@dang/gateway/server';
import { makeLogger } from '@dang/service/logger';
import { announce } from '../lib/child.ts';

// Our gateway as it runs in production, on the real supergraph, with fees behind it and nothing else.
const {
  SUPERGRAPH_FILE = '',
  SUBGRAPH_URL = '',
  ACCESS_TOKEN_PUBLIC_JWK = '',
  GATEWAY_PRIVATE_JWK = '',
} = process.env;
const services = ['identity', 'orgtree', 'fees', 'evaluation', 'transfers'];
const gateway = await makeGateway({
  supergraph: readFileSync(SUPERGRAPH_FILE, 'utf8'),
  subgraphUrls: Object.fromEntries(services.map((name) => [name, SUBGRAPH_URL])),
  accessTokenPublicJwk: JSON.parse(ACCESS_TOKEN_PUBLIC_JWK),
  gatewayPrivateJwk: JSON.parse(GATEWAY_PRIVATE_JWK),
  log: makeLogger({ service: 'gateway', role: 'bench', level: 'warn' }),
  isProduction: true,
});
await gateway.http.listen({ host: '127.0.0.1', port: 0 });
announce(`http://127.0.0.1:${(gateway.http.server.address() as AddressInfo).port}/graphql`);
