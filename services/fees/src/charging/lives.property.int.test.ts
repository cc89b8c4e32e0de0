import { randomUUID } from 'node:crypto';
import { monthRange } from '@dang/vietnam/month';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openFees, sentAnew, units } from '../../test/fees-stage.ts';
import { type Branch, lifeOf, parts } from '../../test/lives.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());

const story = fc.record({
  parts,
  /** For each fact and each repetition of it a place in the order of arrival. */
  places: fc.infiniteStream(fc.nat()),
  repetitions: fc.infiniteStream(
    fc.constantFrom<readonly ('same' | 'anew')[]>([], [], ['same'], ['anew', 'same']),
  ),
  /** Months that are run for both wards, each after some number of arrivals. */
  runs: fc.array(
    fc.record({ month: fc.constantFrom('2026-03', '2026-05', '2026-07', '2026-09'), after: fc.nat(15) }),
  ),
  /** All arrivals in one transaction, as after an outage, or each in its own. */
  batched: fc.boolean(),
});

test('a life of moves, stays and years away, heard in any order and again, is charged as it was lived: by one branch a month, or by nobody while the member is outside', async () => {
  const property = fc.asyncProperty(story, async ({ parts: lived, places, repetitions, runs, batched }) => {
    await fees
      .em()
      .execute(
        'truncate charge_run, dues_charge, charging, charging_ground, dues_rate, dues_standing, totals_delta',
      );
    const member = randomUUID();
    const { facts, chargedBy } = lifeOf(member, lived);
    const arrivals = facts
      .flatMap((fact) => {
        const again = repetitions.next().value as readonly ('same' | 'anew')[];
        return [fact, ...again.map((how) => (how === 'same' ? fact : sentAnew(fact)))];
      })
      .map((fact) => ({ fact, place: places.next().value as number }))
      .sort((a, b) => a.place - b.place)
      .map(({ fact }) => fact);
    const steps = batched ? [arrivals] : arrivals.map((one) => [one]);
    for (const [index, step] of [...steps, []].entries()) {
      await fees.hear(...step);
      const last = index === steps.length;
      for (const { month } of runs.filter(({ after }) => (last ? after >= index : after === index)))
        for (const ward of [units.ward, units.otherWard]) await chargeMonth(fees.em(), month, ward);
    }
    await expectChargings(member, chargedBy);
    await expectCharges(
      member,
      chargedBy,
      runs.map(({ month }) => month),
    );
  });
  const report = await fc.check(property, { numRuns: 25 });
  process.stdout.write(`charging of lives: seed ${report.seed}, ${report.numRuns} runs\n`);
  if (report.failed) throw new Error(fc.defaultReportMessage(report) ?? 'failed');
}, 240_000);

async function expectChargings(member: string, chargedBy: (month: string) => Branch | null): Promise<void> {
  const rows = (await fees.chargings(member)).map((row) => row.split(/ |\.\./));
  for (const month of monthRange('2026-02', '2028-06')) {
    const here = rows
      .filter(([, from = '', to]) => from <= month && (!to || month <= to))
      .map(([branch]) => branch);
    const branch = chargedBy(month);
    expect([month, ...here]).toEqual(branch === null ? [month] : [month, branch]);
  }
}

async function expectCharges(
  member: string,
  chargedBy: (month: string) => Branch | null,
  run: readonly string[],
): Promise<void> {
  const charges = (await fees.charges(member)).map((row) => row.split(' '));
  const months = charges.map(([month]) => month ?? '');
  expect(months).toEqual([...new Set(months)]);
  expect(charges.map(([month, branch]) => [month, branch])).toEqual(
    months.map((month) => [month, chargedBy(month)]),
  );
  const owed = [...new Set(run)].filter((month) => chargedBy(month) !== null);
  expect(months).toEqual(expect.arrayContaining(owed));
  const [totals] = await fees
    .em()
    .execute<[{ due: string; charged: string }]>(
      `select (select coalesce(sum(due), 0) from totals_delta) as due, (select coalesce(sum(amount), 0) from dues_charge) as charged`,
    );
  expect(totals.due).toBe(totals.charged);
}
