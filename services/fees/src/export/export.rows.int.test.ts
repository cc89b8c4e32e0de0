import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { openFees } from '../../test/fees-stage.ts';
import { World } from '../../test/totals-world.ts';
import { followPlaces } from '../totals/fold.ts';
import { exportedRows } from './export.rows.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let world: World;
beforeAll(async () => {
  fees = await openFees();
  world = new World(() => fees.em());
  await world.open();
  await followPlaces(fees.em());
  const [memberId = ''] = world.members;
  const [branchId = ''] = world.branches;
  await world.charge({ period: '2026-05', memberId, branchId, category: 'PENSION', amount: 60_000n });
});
afterAll(() => fees.close());

test('who stops reading loses the connection to the next one, and nothing else falls', async () => {
  const pool = new Pool({
    connectionString: fees.environment.DATABASE_URL,
    max: 1,
    idle_in_transaction_session_timeout: 100,
  });
  const [unitId = ''] = world.branches;
  const wish = { unitId, from: '2026-05', to: '2026-06', rows: 'MONTHS', isToGrassroots: false } as const;
  const stalled = exportedRows(pool, wish);
  expect((await stalled.next()).value?.[2]).toBe('2026-05');
  await sleep(400);
  await stalled.return(undefined);
  const rows = [];
  for await (const row of exportedRows(pool, wish)) rows.push(row);
  expect(rows).toHaveLength(1);
  await pool.end();
});
