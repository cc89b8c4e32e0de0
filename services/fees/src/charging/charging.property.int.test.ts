import { randomUUID } from 'node:crypto';
import type { Envelope } from '@dang/events/envelope';
import { addMonths, monthRange } from '@dang/vietnam/month';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heard, openFees, sentAnew, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

const branches = ['branch1', 'branch2', 'branch21', 'branch22'] as const;
type Branch = (typeof branches)[number];

let fees: Awaited<ReturnType<typeof openFees>>;
beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());

/** One move of the member's life: some letters that come to nothing, then the one that ends in the admission. */
interface Move {
  to: Branch;
  monthsLater: number;
  monthsUnderWay: number;
  voidedLetters: number;
}

/** The facts of a life, and which branch each of its months belongs to, told forwards. */
function lifeOf(
  member: string,
  moves: readonly Move[],
): { facts: Envelope[]; chargedBy(month: string): Branch } {
  const facts = [heard.approved(member, units.branch1, '60000', '2026-02')];
  const ends: { last: string; branch: Branch }[] = [];
  let branch: Branch = 'branch1';
  let month = '2026-02';
  moves.forEach(({ to, monthsLater, monthsUnderWay, voidedLetters }, index) => {
    const transferId = randomUUID();
    month = addMonths(month, monthsLater);
    for (let count = 0; count <= voidedLetters; count += 1) {
      const letter = { transferId, letterId: randomUUID(), duesPaidThrough: month };
      facts.push(heard.letter(member, letter));
      if (count < voidedLetters) facts.push(heard.voided(member, letter));
    }
    ends.push({ last: month, branch });
    const completedOn = `${addMonths(month, monthsUnderWay)}-2${index}`;
    const transfer = { transferId, destinationBranchId: units[to], duesPaidThrough: month, completedOn };
    facts.push(heard.completed(member, transfer, new Date(Date.UTC(2026, 0, 1, 0, 0, index))));
    month = completedOn.slice(0, 7);
    branch = to;
  });
  const now = branch;
  return { facts, chargedBy: (asked) => ends.find(({ last }) => asked <= last)?.branch ?? now };
}

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    to: fc.constantFrom(...branches),
    monthsLater: fc.integer({ min: 0, max: 3 }),
    monthsUnderWay: fc.integer({ min: 0, max: 2 }),
    voidedLetters: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const story = fc.record({
  moves,
  /** For each fact and each repetition of it a place in the order of arrival. */
  places: fc.infiniteStream(fc.nat()),
  repetitions: fc.infiniteStream(
    fc.constantFrom<readonly ('same' | 'anew')[]>([], [], ['same'], ['anew', 'same']),
  ),
  /** Months that are run for both wards, each after some number of arrivals. */
  runs: fc.array(
    fc.record({ month: fc.constantFrom('2026-03', '2026-05', '2026-07', '2026-09'), after: fc.nat(12) }),
  ),
  /** All arrivals in one transaction, as after an outage, or each in its own. */
  batched: fc.boolean(),
});

test('whatever the order and repetition of letters, voidings and admissions, every month has exactly one charging branch and at most one regular charge', async () => {
  const property = fc.asyncProperty(story, async ({ moves, places, repetitions, runs, batched }) => {
    await fees
      .em()
      .execute('truncate charge_run, dues_charge, charging, charging_ground, dues_rate, dues_standing');
    const member = randomUUID();
    const { facts, chargedBy } = lifeOf(member, moves);
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
    await expectOneBranchAMonth(member, chargedBy);
    await expectOneChargeAMonth(
      member,
      chargedBy,
      runs.map(({ month }) => month),
    );
  });
  const report = await fc.check(property, { numRuns: 25 });
  process.stdout.write(`charging in any order: seed ${report.seed}, ${report.numRuns} runs\n`);
  if (report.failed) throw new Error(fc.defaultReportMessage(report) ?? 'failed');
}, 120_000);

async function expectOneBranchAMonth(member: string, chargedBy: (month: string) => Branch): Promise<void> {
  const rows = (await fees.chargings(member)).map((row) => row.split(/ |\.\./));
  for (const month of monthRange('2026-02', '2028-01')) {
    const here = rows
      .filter(([, from = '', to]) => from <= month && (!to || month <= to))
      .map(([branch]) => branch);
    expect([month, ...here]).toEqual([month, chargedBy(month)]);
  }
}

async function expectOneChargeAMonth(
  member: string,
  chargedBy: (month: string) => Branch,
  run: readonly string[],
): Promise<void> {
  const charges = (await fees.charges(member)).map((row) => row.split(' '));
  const months = charges.map(([month]) => month ?? '');
  expect(months).toEqual([...new Set(months)]);
  expect(charges.map(([month, branch]) => [month, branch])).toEqual(
    months.map((month) => [month, chargedBy(month)]),
  );
  expect(months).toEqual(expect.arrayContaining([...new Set(run)]));
}
