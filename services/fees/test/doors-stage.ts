import { makeDoors } from '@dang/service/doors/doors-listener';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { doors } from '../src/doors/doors.ts';
import { feesEnvironment } from '../src/environment.ts';
import type { openFees } from './fees-stage.ts';

/** The side doors on the database of a test; `inject` knocks at them without a listener. */
export function openTestDoors(house: Awaited<ReturnType<typeof openFees>>): {
  app: FastifyInstance;
  close(): Promise<void>;
} {
  const environment = feesEnvironment(house.environment);
  const pool = new Pool({ connectionString: environment.DATABASE_URL, max: 4 });
  const { orm, clock, log, metrics } = house;
  const app = makeDoors({ orm, pool, environment, clock, log, metrics }, doors);
  return {
    app,
    async close() {
      await app.close();
      await pool.end();
    },
  };
}
