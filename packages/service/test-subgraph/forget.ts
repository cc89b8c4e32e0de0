import { makeClock } from '../src/clock.ts';
import { openDatabase } from '../src/database.ts';
import { runJob } from '../src/jobs.ts';
import { makeLogger } from '../src/logger.ts';
import { retentionJob } from '../src/retention.ts';
import { definition } from './definition.ts';
import { forgetful } from './forgetful.ts';

// a process that a test kills: `forget.ts <database> <records in a round>`
const [url = '', limit] = process.argv.slice(2);
const log = makeLogger({ service: 'notes', role: 'worker', level: 'silent' });
const orm = await openDatabase({ definition, url, log, poolSize: 1 });
await runJob(retentionJob(forgetful, Number(limit)), {
  orm,
  environment: {} as never,
  clock: makeClock('2026-07-06'),
  log,
  service: 'notes',
});
await orm.close(true);
