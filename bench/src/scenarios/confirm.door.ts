import { definition } from '@dang/fees/definition';
import { doors } from '@dang/fees/doors/doors';
import { feesEnvironment } from '@dang/fees/environment';
import { folder } from '@dang/fees/totals/folder.background';
import { startBackground } from '@dang/service/background';
import { makeClock } from '@dang/service/clock';
import { openDatabase } from '@dang/service/database';
import { makeDoors } from '@dang/service/doors/doors-listener';
import { readEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import { makeLogger } from '@dang/service/logger';
import { makeMetrics } from '@dang/service/metrics';
import pg from 'pg';
import { announce } from '../lib/child.ts';

// The side doors of fees as they run, in a process of their own; FOLDS=true keeps the totals beside them, as a worker does.
const environment = feesEnvironment(
  readEnvironment(serviceEnvironmentSchema('fees', definition.environment)),
);
const log = makeLogger({ service: 'fees', role: 'bench', level: 'warn' });
const orm = await openDatabase({ definition, url: environment.DATABASE_URL, poolSize: 2, log });
const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 1 });
const clock = makeClock(environment.CLOCK_START);
const parts = { orm, environment, clock, log, metrics: makeMetrics('fees') };
if (process.env.FOLDS === 'true') startBackground([folder], parts);
const app = makeDoors({ ...parts, pool }, doors);
announce(await app.listen({ host: '127.0.0.1', port: 0 }));
