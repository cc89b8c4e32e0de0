import { findChargesOfMonth } from '@dang/fees/charge/charge.rows';
import { chargeProvince } from '@dang/fees/charge/charge-province';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { BIG_PROVINCE } from '../lib/big-dues.ts';
import { interleave } from '../lib/interleave.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median, pairedRatio } from '../lib/stats.ts';
import { onBigProvince } from './big-province.ts';

const MONTH = '2026-07';
const PAGE = 100;

type Place = readonly [branchId: string, memberId: string];

/** Where the list stands after so many charges. */
async function placeAt(em: SqlEntityManager, depth: number): Promise<Place> {
  const [row] = await em.execute<{ branchId: string; memberId: string }[]>(
    `select branch_id as "branchId", member_id as "memberId" from dues_charge where period = ?::date
     order by branch_id, member_id offset ? limit 1`,
    [`${MONTH}-01`, depth],
  );
  if (!row) throw new Error(`the list has no ${depth} charges`);
  return [row.branchId, row.memberId];
}

/** The median milliseconds of a page after this place, by the service's own function, scope included. */
async function pageMs(em: SqlEntityManager, after: Place | null, times: number): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    const rows = await findChargesOfMonth(em, MONTH, BIG_PROVINCE, { status: null, after, limit: PAGE + 1 });
    took.push(performance.now() - began);
    if (rows.length !== PAGE + 1) throw new Error(`a page of ${rows.length} rows`);
  }
  return median(took);
}

/** A page deep in the list of a province's charges of a month, beside the first page. */
export const keyset: Scenario = ({ isQuick, say }) =>
  onBigProvince('keyset', { isQuick, say, month: MONTH }, async ({ orm, size }) => {
    const depth = Math.round(size.members * 0.9);
    say('charging them');
    await chargeProvince(orm, MONTH);
    const em = orm.em.fork();
    await em.execute('vacuum analyze dues_charge');
    const deep = await placeAt(em, depth);
    const asks = isQuick ? 30 : 100;
    for (const place of [null, deep]) await pageMs(em, place, 20);
    const rounds = await interleave({
      rounds: isQuick ? 3 : 7,
      repeats: 0,
      variants: { first: () => pageMs(em, null, asks), deep: () => pageMs(em, deep, asks) },
      say,
    });
    const first = rounds.map(({ samples }) => samples.first);
    const far = rounds.map(({ samples }) => samples.deep);
    const ratio = pairedRatio(far, first);
    return {
      figures: [{ goal: 'keyset', value: ratio.value, low: ratio.low, high: ratio.high }],
      table: [
        ['page', 'ms, median'],
        ['the first', median(first).toFixed(2)],
        [`after ${depth} charges`, median(far).toFixed(2)],
      ],
      notes: [
        `\`OrgUnit.duesCharges\` of a province with ${size.units} units and ${size.members} charges in the month: pages of ${PAGE}, ${asks} a round, by the service's own function over one connection, the resolution of the scope included.`,
      ],
      packages: ['@mikro-orm/postgresql', 'pg'],
      foreign: rounds.map(({ foreign }) => foreign),
    };
  });
