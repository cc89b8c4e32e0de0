import { randomUUID } from 'node:crypto';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { isRefusal } from '@dang/service/refusal';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { allocate } from './allocate.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const { branch1, committee, ward, province, central } = units;
const communeBranch = randomUUID();
const commune = randomUUID();
const grassrootsBranch = randomUUID();

beforeAll(async () => {
  fees = await openFees();
  await record(commune, 'GRASSROOTS_COMMITTEE', [central, province, commune]);
  await record(communeBranch, 'BRANCH', [central, province, commune, communeBranch]);
  await record(grassrootsBranch, 'GRASSROOTS_BRANCH', [central, province, ward, grassrootsBranch]);
});
afterAll(() => fees.close());
beforeEach(() => fees.em().execute('truncate allocation_choice'));

async function record(id: string, type: string, path: string[], version = 1, reorganisationId?: string) {
  const unit = { ...UnitRecorded.example.units[0], id, type, path, version, parentId: path.at(-2) ?? null };
  await fees.hear(
    makeEnvelope(
      UnitRecorded,
      {
        aggregateId: id,
        data: { units: [{ ...unit, ...(reorganisationId && { reorganisationId }) }] } as never,
      },
      { province: 't' },
    ),
  );
}

async function divide(branchId: string, period: string, amount = 60_000n) {
  const divided = await allocate(fees.em(), [{ branchId, period, amount }]);
  return isRefusal(divided) ? divided.code : divided[0];
}

async function choose(unitId: string, basis: string | null, branchBps: number | null, from = '2025-01') {
  await fees.em().execute(
    `insert into allocation_choice (unit_id, from_period, basis, branch_bps, reason, chosen_by, chosen_on)
     values (?, (? || '-01')::date, ?, ?, 'Nghị quyết', '{}', '2026-07-06')`,
    [unitId, from, basis, branchBps],
  );
}

describe('the policy of a charge', () => {
  test.each([
    [
      'five levels under 01-QĐ/TW',
      branch1,
      '2026-07',
      'QD01_DEFAULT_5',
      [42_000, 9_000, 4_500, 2_250, 2_250],
    ],
    [
      'five levels under 342-QĐ/TW',
      branch1,
      '2026-01',
      'QD342_OTHER_RECEIVED',
      [30_000, 21_000, 4_500, 2_250, 2_250],
    ],
    [
      'a commune that is a grassroots committee itself',
      communeBranch,
      '2026-02',
      'QD01_DEFAULT',
      [42_000, 9_000, 4_500, 4_500],
    ],
    [
      'the same under 342-QĐ/TW',
      communeBranch,
      '2026-01',
      'QD342_COMMUNE_COLLECTED',
      [30_000, 24_000, 3_000, 3_000],
    ],
    [
      'a grassroots branch',
      grassrootsBranch,
      '2026-07',
      'QD01_GRASSROOTS_BRANCH',
      [42_000, 9_000, 4_500, 4_500],
    ],
    [
      'the same under 342-QĐ/TW',
      grassrootsBranch,
      '2026-01',
      'QD342_GRASSROOTS_BRANCH',
      [42_000, 9_000, 4_500, 4_500],
    ],
  ])('%s', async (_, branchId, period, policyId, amounts) => {
    expect(await divide(branchId, period)).toMatchObject({ policyId, amounts: amounts.map(BigInt) });
  });

  test('names the units from the branch upwards', async () => {
    expect(await divide(branch1, '2026-07')).toMatchObject({
      units: [branch1, committee, ward, province, central],
    });
  });

  test('of a month before any policy, or of a unit without one, is refused', async () => {
    expect(await divide(branch1, '2011-03')).toBe('NO_ALLOCATION_POLICY');
    expect(await divide(province, '2026-07')).toBe('NO_ALLOCATION_POLICY');
    expect(await divide(randomUUID(), '2026-07')).toBe('NO_ALLOCATION_POLICY');
  });

  test('follows the tree as it was on the last day of the month', async () => {
    const moved = randomUUID();
    const reorganisation = randomUUID();
    await record(moved, 'BRANCH', [central, province, ward, committee, moved]);
    await record(moved, 'BRANCH', [central, province, commune, moved], 2, reorganisation);
    await fees.hear(heard.reorganised(reorganisation, {}, '2026-06-30'));
    expect(await divide(moved, '2026-05')).toMatchObject({
      units: [moved, committee, ward, province, central],
    });
    expect(await divide(moved, '2026-06')).toMatchObject({ units: [moved, commune, province, central] });
  });
});

describe('what a unit has chosen', () => {
  test('holds below it, the nearest first, each part by itself, and the last word of a unit', async () => {
    await choose(province, 'OF_RECEIVED', 3_000);
    expect(await divide(communeBranch, '2026-01')).toMatchObject({
      policyId: 'QD342_COMMUNE_RECEIVED/3000',
      amounts: [18_000n, 37_800n, 2_100n, 2_100n],
    });
    await choose(commune, null, 4_000);
    expect(await divide(communeBranch, '2026-01')).toMatchObject({ policyId: 'QD342_COMMUNE_RECEIVED/4000' });
    await choose(commune, 'OF_COLLECTED', null);
    expect(await divide(communeBranch, '2026-01')).toMatchObject({
      policyId: 'QD342_COMMUNE_COLLECTED/3000',
    });
  });

  test('holds from its month on only', async () => {
    await choose(commune, 'OF_RECEIVED', null, '2026-01');
    expect(await divide(communeBranch, '2025-12')).toMatchObject({ policyId: 'QD342_COMMUNE_COLLECTED' });
    expect(await divide(communeBranch, '2026-01')).toMatchObject({ policyId: 'QD342_COMMUNE_RECEIVED' });
  });
});

test('many lines of many branches and months are divided in two statements, in their order', async () => {
  const lines = ['2026-01', '2026-06', '2026-07'].flatMap((period) =>
    [branch1, communeBranch, units.branch21].map((branchId, index) => ({
      period,
      branchId,
      amount: 10_000n + BigInt(index),
    })),
  );
  const divided = await allocate(fees.em(), lines);
  if (isRefusal(divided)) throw new Error(divided.code);
  expect(divided.map(({ units: [first] }) => first)).toEqual(lines.map(({ branchId }) => branchId));
  expect(divided.map(({ amounts }) => amounts.reduce((sum, part) => sum + part, 0n))).toEqual(
    lines.map(({ amount }) => amount),
  );
});

test('a policy is kept as it was entered', async () => {
  for (const act of [`update allocation_policy set source = 'x'`, 'delete from allocation_policy'])
    await expect(fees.em().execute(act)).rejects.toThrow('refused');
});

test.each([
  ['that are not the whole', '{5000,4999}'],
  ['that are not as many as the levels', '{10000}'],
  ['of which one is negative', '{10001,-1}'],
])('shares %s are refused by the database', async (_, bps) => {
  await expect(
    fees.em().execute(
      `insert into allocation_policy (id, from_period, levels, bps, basis, is_usual, is_confirmed, source, derivation)
       values ('X_WRONG', '2031-01-01', 'BRANCH.CENTRAL', ?::int[], 'OF_RECEIVED', true, false, '', '')`,
      [bps],
    ),
  ).rejects.toThrow('check constraint');
});
