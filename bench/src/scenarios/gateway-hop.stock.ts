import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { announce } from '../lib/child.ts';

/** The anchor: `@apollo/gateway` as its documentation sets it up, its telemetry off. */
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
const { SUPERGRAPH_FILE = '', SUBGRAPH_URL = '' } = process.env;
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(SUPERGRAPH_FILE, 'utf8'),
  buildService: () => new RemoteGraphQLDataSource({ url: SUBGRAPH_URL }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
announce(new URL('/graphql', url).href);
