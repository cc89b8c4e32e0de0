import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { Door, DoorParts } from './doors/door.ts';
import { doorsEnvironment } from './doors/door-environment.ts';
import { makeDoors } from './doors/doors-listener.ts';
import type { ServiceEnvironment } from './environment.ts';

/** Side doors on the database of a test; `inject` knocks at them without a listener. */
export function openTestDoors(
  house: Omit<DoorParts, 'pool' | 'environment'> & { environment: ServiceEnvironment },
  doors: readonly Door[],
): { app: FastifyInstance; close(): Promise<void> } {
  const environment = doorsEnvironment(house.environment);
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
