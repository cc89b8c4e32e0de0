import { lastDayOf } from '@dang/vietnam/month';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openFees } from '../../test/fees-stage.ts';
import { World } from '../../test/totals-world.ts';
import { foldTotals, followPlaces } from './fold.ts';
import type { TotalsAxis, TotalsGroup } from './totals.query.ts';
import { readTotals } from './totals.rows.ts';
import type { TotalsFigures } from './totals.rules.ts';

const months = ['2026-05', '2026-06', '2026-07', '2026-08'] as const;
const n = fc.nat(1_000);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('charge' as const), who: n, where: n, when: n, amount: n }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('pay' as const), which: n, when: n, isCash: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('refund' as const), which: n, when: n }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('waive' as const), which: n }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reamount' as const), which: n, amount: n }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('moveBranch' as const), which: n, to: n, when: n }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('moveCommittee' as const), which: n, to: n, when: n }),
  },
  { weight: 3, arbitrary: fc.constant({ act: 'fold' as const }) },
  { weight: 1, arbitrary: fc.constant({ act: 'follow' as const }) },
);
const story = fc.record({ steps: fc.array(step, { minLength: 6, maxLength: 18 }), question: n });

let fees: Awaited<ReturnType<typeof openFees>>;
beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

async function tell(
  world: World,
  step: (typeof story extends fc.Arbitrary<infer Story> ? Story : never)['steps'][number],
) {
  const month = (index: number) => pick(months, index) ?? months[0];
  const open = world.charges.filter(({ status }) => status === 'ANNOUNCED' || status === 'REFUNDED');
  switch (step.act) {
    case 'charge':
      await world.charge({
        period: month(step.when),
        memberId: pick(world.members.slice(0, 6), step.who) ?? '',
        branchId: pick(world.branches, step.where) ?? '',
        category: step.amount % 2 === 0 ? 'PENSION' : 'STUDENT',
        amount: BigInt(5_000 + step.amount),
      });
      return;
    case 'pay': {
      const charge = pick(open, step.which);
      if (charge) await world.pay(charge, month(step.when), step.isCash ? 'CASH' : 'ONLINE');
      return;
    }
    case 'refund': {
      const charge = pick(
        world.charges.filter(({ status }) => status === 'PAID'),
        step.which,
      );
      if (charge) await world.pay(charge, month(step.when), 'ONLINE', -1);
      return;
    }
    case 'waive': {
      const charge = pick(open, step.which);
      if (charge) await world.waive(charge);
      return;
    }
    case 'reamount': {
      const charge = pick(open, step.which);
      if (charge) await world.reamount(charge, BigInt(5_000 + step.amount));
      return;
    }
    case 'moveBranch':
      await world.move(
        pick(world.branches, step.which) ?? '',
        pick(world.committees, step.to) ?? '',
        dayOf(step.when),
      );
      return;
    case 'moveCommittee':
      await world.move(
        pick(world.committees, step.which) ?? '',
        pick(world.wards, step.to) ?? '',
        dayOf(step.when),
      );
      return;
    case 'fold':
      await foldTotals(fees.em(), 3);
      return;
    case 'follow':
      await followPlaces(fees.em());
  }
}

const dayOf = (index: number) => `${pick(months, index)}-${index % 2 === 0 ? '01' : '16'}`;

const plain = ({ due, members, paid, payers, retained }: TotalsFigures) => ({
  due,
  members,
  paid,
  payers,
  retained,
});

/** Every unit, cell by cell, against the count by hand. */
async function compare(world: World, axis: TotalsAxis, groups: readonly TotalsGroup[], asOf: string | null) {
  const [from, to] = [months[0], '2026-09'] as const;
  const byHand = (unitId: string, first: string, last: string) => {
    const { due, members, ...rest } = world.naive(unitId, first, last, axis, asOf);
    return { ...rest, due: axis === 'PERIOD' ? due : null, members: axis === 'PERIOD' ? members : null };
  };
  const reader = { scopeUnitId: world.province, isAnalyst: false };
  const totals = await readTotals(fees.em(), world.units, reader, { from, to, groups, axis, asOf });
  expect([...totals.keys()].toSorted()).toEqual(world.units.toSorted());
  for (const [unitId, { cells, total }] of totals) {
    expect(plain(total)).toEqual(byHand(unitId, from, months[3]));
    for (const { unitId: ofUnit, month, ...cell } of cells) {
      if (groups.includes('CHILD_UNIT') && ofUnit === unitId) continue;
      expect(plain(cell)).toEqual(byHand(ofUnit, month ?? from, month ?? months[3]));
    }
  }
}

test('whatever is charged, paid, given back, waived and moved, and whenever it is folded, totals are what a count by hand gives', async () => {
  const property = fc.asyncProperty(story, async ({ steps, question }) => {
    const world = new World(() => fees.em());
    await world.open();
    for (const step of steps) await tell(world, step);
    while ((await followPlaces(fees.em())) > 0);
    const asOf = lastDayOf(pick(months, question) ?? months[0]);
    await compare(world, 'PERIOD', ['MONTH'], null);
    await compare(world, 'PAYMENT', question % 2 === 0 ? ['MONTH'] : [], null);
    await compare(world, question % 3 === 0 ? 'PERIOD' : 'PAYMENT', ['CHILD_UNIT', 'MONTH'], null);
    await compare(world, question % 2 === 0 ? 'PERIOD' : 'PAYMENT', ['MONTH'], asOf);
    await compare(world, question % 2 === 0 ? 'PAYMENT' : 'PERIOD', ['CHILD_UNIT', 'MONTH'], asOf);
  });
  const report = await fc.check(property, { numRuns: Number(process.env.RUNS ?? 1_000) });
  process.stdout.write(`totals against a count by hand: seed ${report.seed}, ${report.numRuns} runs\n`);
  if (report.failed) throw new Error(fc.defaultReportMessage(report) ?? 'failed');
}, 600_000);
