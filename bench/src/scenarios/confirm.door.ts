import { definition } from '@dang/fees/definition';
import { makeDoors } from '@dang/fees/doors/doors-listener';
import { feesEnvironment } from '@dang/fees/environment';
import { makeClock } from '@dang/service/clock';
import { openDatabase } from '@dang/service/database';
import { readEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import { makeLogger } from '@dang/service/logger';
import { makeMetrics } from '@dang/service/metrics';
import pg from 'pg';
import { announce } from '../lib/child.ts';

// The side doors of fees as they run, in a process of their own.
const environment = feesEnvironment(
  readEnvironment(serviceEnvironmentSchema('fees', definition.environment)),
);
const log = makeLogger({ service: 'fees', role: 'bench', level: 'warn' });
const orm = await openDatabase({ definition, url: environment.DATABASE_URL, poolSize: 2, log });
const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 1 });
const clock = makeClock(environment.CLOCK_START);
const app = makeDoors({ orm, pool, environment, clock, log, metrics: makeMetrics('fees') });
announce(await app.listen({ host: '127.0.0.1', port: 0 }));
