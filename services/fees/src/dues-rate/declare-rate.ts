import { DuesRateSubmitted } from '@dang/events/contracts/fees/dues-rate-submitted';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { procedureStarted } from '@dang/reference/procedure-starts';
import { getUnit, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { formatDong } from '@dang/vietnam/dong';
import { addMonths } from '@dang/vietnam/month';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { rateDecider } from '../decision/decider.ts';
import { keepStep } from '../decision/dossier.steps.ts';
import { signedIn } from '../decision/signed-in.ts';
import { findFigures, findPerson } from '../dues-rule/dues-rule.rows.ts';
import { type DuesProposal, proposeDues } from '../dues-rule/propose-dues.rules.ts';
import type { DeclareDuesRateInput } from '../generated/graph.ts';
import { declaredParts } from './declared.rules.ts';

const NOTE_LIMIT = 1_000;
const MOST_A_MONTH = 1_000_000_000n;
const MONTHS_AHEAD = 12;

/** The branch in which a member takes part and where dues run, or why nothing can be asked for. */
export async function branchForDues(
  em: SqlEntityManager,
  memberId: string,
  today: string,
): Promise<UnitRow | Refusal> {
  const placement = await findPlacement(em, memberId);
  if (!placement?.branchId) return refuse('MEMBER_HAS_NO_BRANCH');
  if (!(await procedureStarted(em, 'DUES', placement.branchId, today)))
    return refuse('PROCEDURE_NOT_STARTED');
  return getUnit(em, placement.branchId);
}

/** The first month in which anybody charges the member, as this service knows; null: none. */
async function firstCharged(em: SqlEntityManager, memberId: string): Promise<string | null> {
  const [row] = await em.execute<{ first: string | null }[]>(
    `select to_char(min(from_period), 'YYYY-MM') as first from charging where member_id = ?`,
    [memberId],
  );
  return row?.first ?? null;
}

/** What the rules say to a declaration; null for one by no rule (`DECLARED`). */
async function proposalFor(
  em: SqlEntityManager,
  memberId: string,
  branchId: string,
  { category, base, baseMonth, fromMonth }: DeclareDuesRateInput,
): Promise<DuesProposal | Refusal | null> {
  if (category === 'DECLARED') return null;
  const person = await findPerson(em, memberId, branchId);
  if (!person) return refuse('MEMBER_HAS_NO_BRANCH');
  const given = { category, period: fromMonth, base: base ?? null, baseMonth: baseMonth ?? null, ...person };
  return proposeDues(given, await findFigures(em));
}

/**
 * Declares what the member wants to pay a month from a month on; it waits for the branch's leaders, or for the superior's when
 * the member leads the branch. What lies above the prescribed rate is kept as voluntary part. Refuses: `RATE_PENDING` while one
 * waits, `AMOUNT_INVALID`, `AMOUNT_OUT_OF_BAND`, what the calculator refuses, and a month before the member was ever charged or more
 * than 12 months ahead. Runs inside `mutate`.
 */
export async function declareRate(
  em: SqlEntityManager,
  context: GraphContext,
  input: DeclareDuesRateInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const { memberId } = actor;
  if (memberId === null) return refuse('MEMBER_HAS_NO_BRANCH');
  const today = context.clock.today();
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('charging ' || ?, 0))`, [memberId]);
  const pending = await em.execute(`select from dues_rate where member_id = ? and status = 'PENDING'`, [
    memberId,
  ]);
  if (pending.length > 0) return refuse('RATE_PENDING');
  const branch = await branchForDues(em, memberId, today);
  if (isRefusal(branch)) return branch;
  const { amount, fromMonth } = input;
  if (amount <= 0n || amount > MOST_A_MONTH) return refuse('AMOUNT_INVALID', { field: 'amount' });
  const first = await firstCharged(em, memberId);
  if ((first !== null && fromMonth < first) || fromMonth > addMonths(context.clock.month(), MONTHS_AHEAD))
    return refuse('INVALID_INPUT', { field: 'fromMonth' });
  const note = tidyText(input.note ?? '') || null;
  if (note !== null && note.length > NOTE_LIMIT) return refuse('INVALID_INPUT', { field: 'note' });
  const proposal = await proposalFor(em, memberId, branch.id, input);
  if (isRefusal(proposal)) return proposal;
  const parts = declaredParts(amount, proposal);
  if ('least' in parts) {
    const params = { least: formatDong(parts.least), most: formatDong(parts.most) };
    return refuse('AMOUNT_OUT_OF_BAND', { field: 'amount', params });
  }
  const approverUnitId = await rateDecider(em, branch, memberId);
  const [row] = await em.execute<{ id: string }[]>(
    `insert into dues_rate (status, number, member_id, branch_id, approver_unit_id, category, declared_base, base_month,
       rule_id, proposed_amount, explanation, monthly_amount, voluntary_amount, from_period, note, declared_on)
     values ('PENDING', 'MP-' || nextval('dues_dossier_number'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    [
      memberId,
      branch.id,
      approverUnitId,
      proposal?.rule.category ?? 'DECLARED',
      input.base ?? null,
      input.base == null ? null : `${input.baseMonth ?? addMonths(fromMonth, -1)}-01`,
      proposal?.rule.id ?? null,
      proposal?.amount ?? null,
      proposal?.explanation ?? null,
      parts.regular,
      parts.voluntary,
      `${fromMonth}-01`,
      note,
      today,
    ],
  );
  if (!row) throw new Error('an insert answers the row that it made');
  await keepStep(em, 'dues_rate', [row.id], {
    action: 'DECLARE',
    from: null,
    at: context.clock.now(),
    actor,
  });
  const data = {
    duesRateId: row.id,
    memberId,
    branchId: branch.id,
    approverUnitId,
    monthlyAmount: String(parts.regular),
    fromMonth,
  };
  await recordEvents(em, DuesRateSubmitted, [{ aggregateId: row.id, data }], { actor });
  return { id: row.id, audit: { unitId: branch.id, memberId, after: { amount, fromMonth } } };
}
