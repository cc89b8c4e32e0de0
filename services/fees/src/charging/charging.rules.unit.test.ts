import { addMonths, monthRange } from '@dang/vietnam/month';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChargingGround, Month } from './charging.rules.ts';
import { chargingsOf } from './charging.rules.ts';

const ground = (given: Partial<ChargingGround> & Pick<ChargingGround, 'kind'>): ChargingGround => ({
  id: given.kind,
  transferId: null,
  branchId: 'origin',
  paidThrough: '2026-01',
  decidedOn: '2026-01-15',
  occurredAt: '2026-01-15T00:00:00.000Z',
  voided: false,
  ...given,
});
const start = ground({ kind: 'START', id: 'account', paidThrough: '2026-01' });
const letter = ground({ kind: 'LETTER', id: 'letter', transferId: 'T1', paidThrough: '2026-08' });
const admission = ground({
  kind: 'TRANSFER',
  id: 'T1',
  transferId: 'T1',
  branchId: 'destination',
  paidThrough: '2026-08',
  decidedOn: '2026-09-20',
});
const short = (grounds: ChargingGround[]) =>
  chargingsOf(grounds).map(({ branchId, from, to }) => `${branchId} ${from}..${to ?? ''}`);

describe('who charges a member', () => {
  test('the branch of the registration charges from the month after the last paid one', () => {
    expect(chargingsOf([start])).toEqual([
      { branchId: 'origin', from: '2026-02', to: null, cause: 'START', causeId: 'account' },
    ]);
  });

  test('a member of whom nothing was heard is charged by nobody', () => {
    expect(chargingsOf([])).toEqual([]);
  });

  test('a letter for 08/2026 ends the charging of the origin with 08/2026', () => {
    expect(short([start, letter])).toEqual(['origin 2026-02..2026-08']);
  });

  test('a voided letter ends nothing', () => {
    expect(short([start, { ...letter, voided: true }])).toEqual(['origin 2026-02..']);
  });

  test('T73: admitted on 20/09/2026 with a letter of 08/2026, the destination charges from 09/2026', () => {
    expect(short([start, letter, admission])).toEqual(['origin 2026-02..2026-08', 'destination 2026-09..']);
  });

  test('an admission heard before its letter says the same, and the letter then changes nothing', () => {
    expect(chargingsOf([start, admission])).toEqual(chargingsOf([start, letter, admission]));
  });

  test('a reissued letter counts, the voided one does not', () => {
    const reissued = { ...letter, id: 'letter-2', paidThrough: '2026-09' };
    expect(short([start, { ...letter, voided: true }, reissued])).toEqual(['origin 2026-02..2026-09']);
  });

  test('a letter of the month before the first chargeable one leaves nobody charging', () => {
    expect(short([{ ...start, paidThrough: '2026-08' }, letter])).toEqual([]);
  });

  test('a registration heard after the admission does not take the months back', () => {
    const late = { ...start, branchId: 'destination', paidThrough: '2026-10' };
    expect(short([admission, late])).toEqual(['destination 2026-09..']);
  });

  test('two admissions in one day count in the order in which they were recorded', () => {
    const onwards = {
      ...admission,
      id: 'T0',
      transferId: 'T0',
      branchId: 'third',
      occurredAt: '2026-09-20T09:00:00.000Z',
    };
    const first = { ...admission, occurredAt: '2026-09-20T08:00:00.000Z' };
    expect(short([start, onwards, first])).toEqual(['origin 2026-02..2026-08', 'third 2026-09..']);
  });

  test('back at the first branch after a transfer away within one month it is one charging again', () => {
    const back = { ...admission, id: 'T2', transferId: 'T2', branchId: 'origin', decidedOn: '2026-09-21' };
    expect(short([start, admission, back])).toEqual(['origin 2026-02..']);
  });
});

describe('property: any life of transfers, heard in any order', () => {
  const life = fc
    .array(
      fc.record({
        branch: fc.constantFrom('A', 'B', 'C', 'D'),
        months: fc.integer({ min: 0, max: 5 }),
        voidedFirst: fc.boolean(),
      }),
      { maxLength: 5 },
    )
    .chain((steps) => fc.record({ steps: fc.constant(steps), lastIs: fc.constantFrom('LETTER', 'TRANSFER') }))
    .map(({ steps, lastIs }) => groundsOfLife(steps, lastIs === 'LETTER'));

  function groundsOfLife(
    steps: { branch: string; months: number; voidedFirst: boolean }[],
    lastUnderWay: boolean,
  ): ChargingGround[] {
    const grounds = [ground({ kind: 'START', id: 'account', branchId: 'home', paidThrough: '2026-01' })];
    let month: Month = '2026-01';
    steps.forEach(({ branch, months, voidedFirst }, index) => {
      month = addMonths(month, months);
      const common = { transferId: `T${index}`, paidThrough: month, decidedOn: `${month}-20` };
      const occurredAt = `2026-01-01T00:00:0${index}.000Z`;
      if (voidedFirst)
        grounds.push(ground({ kind: 'LETTER', ...common, id: `V${index}`, voided: true, occurredAt }));
      grounds.push(ground({ kind: 'LETTER', ...common, id: `L${index}`, occurredAt }));
      if (lastUnderWay && index === steps.length - 1) return;
      grounds.push(
        ground({ kind: 'TRANSFER', ...common, id: `T${index}`, branchId: `${branch}${index}`, occurredAt }),
      );
    });
    return grounds;
  }

  /** The same question asked the naive way, month by month. */
  function chargerIn(month: Month, grounds: readonly ChargingGround[]): string | null {
    const done = grounds.filter(({ kind }) => kind === 'TRANSFER');
    const underWay = grounds.filter(
      ({ kind, voided, transferId }) =>
        kind === 'LETTER' && !voided && !done.some((transfer) => transfer.transferId === transferId),
    );
    if (underWay.some(({ paidThrough }) => month > paidThrough)) return null;
    return done.findLast(({ paidThrough }) => month > paidThrough)?.branchId ?? 'home';
  }

  test('every month has exactly the branch that the naive question finds, and never two', () => {
    const report = fc.check(
      fc.property(life, fc.infiniteStream(fc.nat()), (grounds, dice) => {
        const heard = grounds
          .map((one) => ({ one, rank: Number(dice.next().value) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const chargings = chargingsOf(heard);
        for (const month of monthRange('2026-02', '2028-06')) {
          const here = chargings.filter(({ from, to }) => from <= month && (to === null || month <= to));
          expect(here.map(({ branchId }) => branchId)).toEqual(
            [chargerIn(month, grounds)].filter((branch) => branch !== null),
          );
        }
      }),
      { numRuns: 1000 },
    );
    process.stdout.write(`chargingsOf: seed ${report.seed}, ${report.numRuns} runs\n`);
    if (report.failed) throw new Error(fc.defaultReportMessage(report) ?? 'failed');
  });
});
