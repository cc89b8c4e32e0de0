import { contractBreaches } from '@dang/events/contract';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import { ask, decideRate, declare, type Fees, join, led, openRates, people } from '../../test/rates-stage.ts';

let fees: Fees;
beforeEach(async () => {
  await fees?.close();
  fees = await openRates();
});
afterAll(() => fees.close());

const approverOf = async (table: 'dues_rate' | 'waiver', memberId: string) => {
  const [row] = await fees
    .em()
    .execute<{ approver: string; branch: string; version: number }[]>(
      `select approver_unit_id as approver, branch_id as branch, version from ${table} where member_id = ? and status = 'PENDING'`,
      [memberId],
    );
  return row;
};

test('follows a member to another branch, once, and the former one has it no more', async () => {
  const an = await join(fees);
  const { duesRate } = await declare(fees, an);
  await ask(fees, an);
  await fees.published();
  await fees.hear(heard.placed(an.memberId, units.branch21, 2));
  for (const _again of [1, 2]) await fees.runJob('follow-dues-dossiers');
  expect(await approverOf('dues_rate', an.memberId)).toEqual({
    approver: units.branch21,
    branch: units.branch21,
    version: 2,
  });
  expect(await approverOf('waiver', an.memberId)).toMatchObject({
    approver: units.otherCommittee,
    version: 2,
  });
  expect((await decideRate(fees, 'approve', people.secretary, duesRate)).refusal.code).toBe('NOT_FOUND');
  const told = await fees.published('DossierStateChanged');
  expect(told.flatMap(({ data }) => contractBreaches(DossierStateChanged, data))).toEqual([]);
  expect(told).toHaveLength(2);
});

test('goes to the superior when the member becomes secretary, and when nobody leads the branch any more', async () => {
  const [an, binh] = [await join(fees), await join(fees, units.branch2)];
  await declare(fees, an);
  await declare(fees, binh);
  await fees.hear(
    led(units.branch1, [{ ...people.secretary, memberId: an.memberId }], 2),
    led(units.branch2, [people.delegate], 2),
  );
  await fees.runJob('follow-dues-dossiers');
  expect((await approverOf('dues_rate', an.memberId))?.approver).toBe(units.committee);
  expect((await approverOf('dues_rate', binh.memberId))?.approver).toBe(units.committee);
});

test('follows the branch to another committee', async () => {
  const an = await join(fees, units.branch2);
  await ask(fees, an);
  await fees
    .em()
    .execute(
      `update unit_copy set parent_id = ?, path = (select path from unit_copy where id = ?) || id::text::ltree where id = ?`,
      [units.otherCommittee, units.otherCommittee, units.branch2],
    );
  await fees.runJob('follow-dues-dossiers');
  expect((await approverOf('waiver', an.memberId))?.approver).toBe(units.otherCommittee);
});

test('leaves alone what is where it belongs', async () => {
  const an = await join(fees);
  await declare(fees, an);
  await fees.published();
  await fees.runJob('follow-dues-dossiers');
  expect((await approverOf('dues_rate', an.memberId))?.version).toBe(1);
  expect(await fees.published('DossierStateChanged')).toEqual([]);
});
