import { randomUUID } from 'node:crypto';
import { migrate, openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { testDatabase } from '@dang/service/testing';
import { expect, test } from '@jest/globals';
import { definition } from '../definition.ts';

const log = makeLogger({ service: 'fees', role: 'api', level: 'silent' });

test('steps of before 0014 are one history, in their order, and who acted has one form', async () => {
  const url = await testDatabase('fees');
  const before = definition.migrations.filter(({ name }) => name < '0014');
  await migrate({ definition: { ...definition, migrations: before }, url, log });
  const orm = await openDatabase({ definition, url, poolSize: 1, log });
  const em = orm.em.fork();
  const [orderId, dossierId, unitId] = [randomUUID(), randomUUID(), randomUUID()];
  const actor = { accountId: randomUUID(), memberId: randomUUID(), name: 'Lê Thị Bình' };
  const capacity = { positionId: randomUUID(), role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ', unitId };
  await em.execute(
    `insert into order_step (order_id, at, action, to_status, actor) values (?, now(), 'RECORD_CASH', 'PROCESSING', ?::jsonb)`,
    [orderId, JSON.stringify({ ...actor, capacity })],
  );
  await em.execute(
    `insert into order_step (order_id, at, action, to_status, actor) values (?, now(), 'CONFIRM_PAYMENT', 'SUCCEEDED', null)`,
    [orderId],
  );
  for (const [version, action, by] of [
    [2, 'APPROVE', null],
    [1, 'REQUEST', actor],
  ] as const)
    await em.execute(
      `insert into dues_step (dossier_id, version, at, action, to_state, by_account_id, by_name, by_title, unit_id, reason)
       values (?, ?, now(), ?, 'PENDING', ?, ?, ?, ?, 'vì')`,
      [dossierId, version, action, by?.accountId ?? null, by?.name ?? null, by && 'Phó bí thư', by && unitId],
    );

  await migrate({ definition, url, log });

  const steps = await em.execute('select action, actor from order_step where order_id = ? order by id', [
    orderId,
  ]);
  expect(steps).toEqual([
    { action: 'RECORD_CASH', actor: { ...actor, title: 'Bí thư chi bộ', unitId } },
    { action: 'CONFIRM_PAYMENT', actor: null },
  ]);
  const moved = await em.execute(
    'select action, actor, reason from dossier_step where dossier_id = ? order by id',
    [dossierId],
  );
  const { accountId, name } = actor;
  expect(moved).toEqual([
    {
      action: 'REQUEST',
      actor: { accountId, memberId: null, name, title: 'Phó bí thư', unitId },
      reason: 'vì',
    },
    { action: 'APPROVE', actor: null, reason: 'vì' },
  ]);
  await orm.close(true);
});
