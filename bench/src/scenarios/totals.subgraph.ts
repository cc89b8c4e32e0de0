import { verifyGatewayToken } from '@dang/access/tokens';
import { definition } from '@dang/fees/definition';
import { makeClock } from '@dang/service/clock';
import { openDatabase } from '@dang/service/database';
import { readEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import { makeHttpServer } from '@dang/service/http-server';
import { makeLogger } from '@dang/service/logger';
import { makeMetrics } from '@dang/service/metrics';
import { makeSubgraph } from '@dang/service/subgraph';
import { announce } from '../lib/child.ts';

// The subgraph of fees as it runs in role api, in a process of its own.
const environment = readEnvironment(serviceEnvironmentSchema('fees', definition.environment));
const log = makeLogger({ service: 'fees', role: 'bench', level: 'warn' });
const orm = await openDatabase({ definition, url: environment.DATABASE_URL, poolSize: 4, log });
const metrics = makeMetrics('fees');
const clock = makeClock(environment.CLOCK_START);
const app = makeHttpServer({
  subgraph: await makeSubgraph(definition, { orm, clock, log, metrics, environment }),
  verifyToken: verifyGatewayToken(environment.GATEWAY_PUBLIC_JWK, 'fees'),
  watched: { health: async () => ({ ready: true, parts: {} }), metrics },
  log,
});
announce(`${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
