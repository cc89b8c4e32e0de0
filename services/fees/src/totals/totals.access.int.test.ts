import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFees } from '../../test/fees-stage.ts';
import { World } from '../../test/totals-world.ts';
import { followPlaces } from './fold.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let world: World;
let other: World;

/** Charges 60.000 to so many of the world's members in a branch and a month, of whom some pay in that month. */
async function collect(branch: number, charged: number, paying: number, period = '2026-05') {
  const free = world.members.filter(
    (id) => !world.charges.some((charge) => charge.memberId === id && charge.period === period),
  );
  const charges = [];
  for (const memberId of free.slice(0, charged)) {
    const branchId = world.branches[branch] ?? '';
    charges.push(await world.charge({ period, memberId, branchId, category: 'PENSION', amount: 60_000n }));
  }
  for (const charge of charges.slice(0, paying))
    if (charge) await world.pay(charge, period, charges.indexOf(charge) % 2 === 0 ? 'ONLINE' : 'CASH');
}

beforeAll(async () => {
  fees = await openFees();
  world = new World(() => fees.em());
  other = new World(() => fees.em());
  await world.open();
  await other.open();
  await followPlaces(fees.em());
  // below the first committee: a branch with three payers, one with eight; below the second: seven, six
  await collect(0, 4, 3);
  await collect(3, 8, 8);
  await collect(1, 7, 7);
  await collect(4, 8, 6);
  // a month later, everybody
  await collect(0, 9, 9, '2026-06');
  await collect(3, 8, 8, '2026-06');
});
afterAll(() => fees.close());

const as = (role: Role, unitId: string) => testActor({ role, unitId });

interface Cell {
  unit: { id: string };
  [figure: string]: unknown;
}
type View = { unit: { id: string }; cells: Cell[]; total: Cell };

const fields = `unit { id } cells { unit { id } month category channel due paid outstanding retained remitted members payers hidden }
  total { due paid payers hidden }`;

async function ask(actor: Actor | null, units: readonly string[], args = '') {
  const { data, errors } = await fees.execute(
    `query ($units: [UUID!]!) { duesTotals(units: $units, from: "2026-05", to: "2026-07", ${args}) { ${fields} } }`,
    { units },
    actor,
  );
  return { totals: (data?.duesTotals ?? null) as View[] | null, code: errors?.[0]?.extensions?.code };
}

const [ward, committee, secondCommittee, small, sister] = [
  () => world.wards[0] ?? '',
  () => world.committees[0] ?? '',
  () => world.committees[1] ?? '',
  () => world.branches[0] ?? '',
  () => world.branches[3] ?? '',
];

describe('Query.duesTotals', () => {
  test('adds up what is due, paid, kept and passed on by month', async () => {
    const { totals } = await ask(as('OFFICE_STAFF', ward()), [committee()]);
    expect(totals?.[0]?.cells[0]).toEqual({
      unit: { id: committee() },
      month: '2026-05',
      category: null,
      channel: null,
      due: 720_000,
      paid: 660_000,
      outstanding: 60_000,
      retained: 440_000,
      remitted: 220_000,
      members: 12,
      payers: 11,
      hidden: false,
    });
    expect(totals?.[0]?.total).toEqual({ due: 1_740_000, paid: 1_680_000, payers: 28, hidden: false });
  });

  test('breaks down by quarter, category and channel, where nothing is due by channel', async () => {
    const { totals } = await ask(
      as('OFFICE_STAFF', ward()),
      [committee()],
      'groupBy: [QUARTER, CATEGORY, CHANNEL]',
    );
    const cells = totals?.[0]?.cells.map(({ month, category, channel, due, paid, payers }) => [
      month,
      category,
      channel,
      due,
      paid,
      payers,
    ]);
    expect(cells).toEqual([
      ['2026-04', 'PENSION', 'CASH', null, 780_000, 13],
      ['2026-04', 'PENSION', 'ONLINE', null, 900_000, 15],
    ]);
  });

  test('answers one unit after the other, and leaves out what is not in scope', async () => {
    const asked = [other.province, sister(), world.wards[1] ?? '', randomUUID(), small()];
    const { totals } = await ask(as('COMMITTEE_SECRETARY', committee()), asked);
    expect(totals?.map(({ unit }) => unit.id)).toEqual([sister(), small()]);
  });

  test.each<[string, () => Actor | null, string]>([
    ['somebody who is not signed in', () => null, 'UNAUTHENTICATED'],
    ['a member', () => testActor(), 'FORBIDDEN'],
    ['a branch secretary', () => as('BRANCH_SECRETARY', small()), 'FORBIDDEN'],
    ['an administrator', () => as('ORG_ADMIN', world.province), 'FORBIDDEN'],
    ['an applicant', () => testActor({ memberId: null, accountStatus: 'DRAFT' }), 'FORBIDDEN'],
  ])('is refused to %s', async (_who, actor, code) => {
    expect(await ask(actor(), [small()])).toEqual({ totals: null, code });
  });

  test.each([
    ['no unit', [], ''],
    ['too many units', Array.from({ length: 101 }, () => randomUUID()), ''],
  ])('%s is bad input', async (_what, units, args) => {
    expect((await ask(as('ANALYST', world.province), units, args)).code).toBe('BAD_USER_INPUT');
  });

  test.each([
    ['2026-05', '2026-05'],
    ['2026-05', '2026-04'],
    ['2016-05', '2026-06'],
  ])('from %s to %s is bad input', async (from, to) => {
    const { errors } = await fees.execute(
      `{ duesTotals(units: ["${small()}"], from: "${from}", to: "${to}") { total { due } } }`,
      {},
      as('ANALYST', world.province),
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('is one statement for a hundred units', async () => {
    const units = [...world.units, ...other.units];
    const work = async () => {
      const { totals } = await ask(as('OFFICE_STAFF', world.province), units);
      expect(totals).toHaveLength(world.units.length);
    };
    expect(await fees.statementsOf(work)).toBe(1);
  });
});

describe('Query.duesTotals for an analyst', () => {
  const analyst = () => as('ANALYST', world.province);
  const shown = (view: View | undefined) =>
    view?.cells.map(({ unit, month, paid, hidden }) => [unit.id, month, paid, hidden]);

  test('hides a branch with fewer than five payers, and its sister by which it could be worked out', async () => {
    const { totals } = await ask(analyst(), [small(), sister()]);
    expect(totals?.map(shown)).toEqual([
      [
        [small(), '2026-05', null, true],
        [small(), '2026-06', 540_000, false],
      ],
      [
        [sister(), '2026-05', null, true],
        [sister(), '2026-06', 480_000, false],
      ],
    ]);
    expect(totals?.[0]?.total).toEqual({ due: null, paid: null, payers: null, hidden: true });
  });

  test('hides the same cells when they are asked for as children, and not the committee itself', async () => {
    const { totals } = await ask(analyst(), [committee()], 'groupBy: [MONTH, CHILD_UNIT]');
    const hidden = totals?.[0]?.cells
      .filter(({ hidden }) => hidden)
      .map(({ unit, month }) => [unit.id, month]);
    expect(hidden?.toSorted()).toEqual(
      [
        [small(), '2026-05'],
        [sister(), '2026-05'],
      ].toSorted(),
    );
    expect(totals?.[0]?.total.paid).toBe(1_680_000);
  });

  test('hides the quarter and the whole stretch that hold a hidden month', async () => {
    for (const groupBy of ['QUARTER', 'YEAR'])
      expect((await ask(analyst(), [sister()], `groupBy: [${groupBy}]`)).totals?.[0]?.cells[0]?.hidden).toBe(
        true,
      );
    expect((await ask(analyst(), [sister()], 'groupBy: []')).totals?.[0]?.cells[0]?.hidden).toBe(true);
  });

  test('hides a breakdown of all branches of a committee when one cell of one of them is small', async () => {
    const branch = world.branches[1] ?? '';
    const plain = await ask(analyst(), [branch]);
    expect(plain.totals?.[0]?.cells.map(({ hidden }) => hidden)).toEqual([false]);
    const byChannel = await ask(analyst(), [branch, secondCommittee()], 'groupBy: [MONTH, CHANNEL]');
    expect(byChannel.totals?.[0]?.cells.every(({ hidden }) => hidden)).toBe(true);
    expect(byChannel.totals?.[1]?.cells.some(({ hidden }) => hidden)).toBe(false);
  });

  test('hides nothing from those who act in the units', async () => {
    const { totals } = await ask(as('OFFICE_STAFF', ward()), [small()]);
    expect(totals?.[0]?.cells.map(({ payers, hidden }) => [payers, hidden])).toEqual([
      [3, false],
      [9, false],
    ]);
  });
});

describe('OrgUnit.duesTotals', () => {
  const entity = async (actor: Actor | null, ids: readonly string[], from = '2026-05') => {
    const { data, errors } = await fees.execute(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit {
        duesTotals(from: "${from}", to: "2026-07", groupBy: []) { total { paid } } } } }`,
      { of: ids.map((id) => ({ __typename: 'OrgUnit', id })) },
      actor,
    );
    return {
      paid: (data?._entities ?? []).map((unit: { duesTotals: { total: { paid: number } } | null } | null) =>
        unit?.duesTotals ? unit.duesTotals.total.paid : null,
      ),
      code: errors?.[0]?.extensions?.code,
    };
  };

  test('is the same for many units of one request, and null for those not in scope', async () => {
    const asked = [small(), other.province, sister(), randomUUID()];
    expect(await entity(as('COMMITTEE_SECRETARY', committee()), asked)).toEqual({
      paid: [720_000, null, 960_000, null],
      code: undefined,
    });
  });

  test.each<[string, () => Actor | null, string]>([
    ['somebody who is not signed in', () => null, 'UNAUTHENTICATED'],
    ['a branch secretary', () => as('BRANCH_SECRETARY', small()), 'FORBIDDEN'],
  ])('is refused to %s', async (_who, actor, code) => {
    expect((await entity(actor(), [small()])).code).toBe(code);
  });

  test('a stretch without a month is bad input', async () => {
    expect((await entity(as('ANALYST', world.province), [small()], '2026-07')).code).toBe('BAD_USER_INPUT');
  });
});
