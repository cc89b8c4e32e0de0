import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { findUnits, isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../decision/signed-in.ts';
import type { ChooseAllocationInput, EnterAllocationPolicyInput } from '../generated/graph.ts';
import { rangeFault } from './choice.rules.ts';
import { findPoliciesBetween } from './policy.rows.ts';

const TEXT_LIMIT = 500;
const LEVELS_MOST = 8;
const WHOLE_BPS = 10_000;

const readText = (text: string): string | null => {
  const tidy = tidyText(text);
  return tidy === '' || tidy.length > TEXT_LIMIT ? null : tidy;
};

const personOf = ({ accountId, memberId, name, capacity }: Actor): string =>
  JSON.stringify({ accountId, memberId, name, capacity });

/** Which input of a policy is at fault; null when it can be kept. */
function faultOf(input: EnterAllocationPolicyInput): Refusal | null {
  const invalid = (field: string) => refuse('INVALID_INPUT', { field });
  const { id, levels, leastBranchBps: least = null, mostBranchBps: most = null } = input;
  if (!/^[A-Z][A-Z0-9_]{2,39}$/.test(id)) return invalid('id');
  const isNamed = levels.every(
    ({ unitType }) => /^[A-Z][A-Z_]*$/.test(unitType) && unitType !== 'SUB_COMMITTEE',
  );
  if (levels.length < 2 || levels.length > LEVELS_MOST || !isNamed) return invalid('levels');
  if (levels.some(({ bps }) => bps < 0) || levels.reduce((sum, { bps }) => sum + bps, 0) !== WHOLE_BPS)
    return refuse('SHARES_NOT_WHOLE', { field: 'levels' });
  if ((least === null) !== (most === null)) return invalid('mostBranchBps');
  const own = levels[0]?.bps ?? 0;
  if (least !== null && most !== null && (least < 0 || least > own || most < own || most > WHOLE_BPS))
    return refuse('SHARE_OUT_OF_RANGE', { field: 'leastBranchBps', params: { least, most } });
  return null;
}

/**
 * Enters a policy from a coming month on and ends the one of the same path and basis with the month before. Only for the whole
 * province, by who holds `DUES_POLICY_EDIT` at its top, with a fresh sign-in. It is the usual one of its path unless another
 * basis is.
 */
export async function enterAllocationPolicy(
  em: SqlEntityManager,
  context: GraphContext,
  input: EnterAllocationPolicyInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const unitId = scopeUnitOf(actor, 'DUES_POLICY_EDIT');
  const [unit] = unitId === null ? [] : await findUnits(em, [unitId]);
  if (unit?.type !== 'PROVINCE' && unit?.type !== 'CENTRAL') return refuse('NOT_FOUND');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const fault = faultOf(input);
  if (fault) return fault;
  const [source, derivation] = [readText(input.source), readText(input.derivation)];
  if (source === null || derivation === null)
    return refuse('INVALID_INPUT', { field: source === null ? 'source' : 'derivation' });
  if (input.fromMonth <= context.clock.month()) return refuse('POLICY_OVERLAPS', { field: 'fromMonth' });
  const day = `${input.fromMonth}-01`;
  const shape = input.levels.map(({ unitType }) => unitType).join('.');
  await em.execute('lock table allocation_policy in share row exclusive mode');
  const inTheWay = await em.execute(
    'select from allocation_policy where id = ? or (levels = ? and basis = ? and from_period >= ?::date)',
    [input.id, shape, input.basis, day],
  );
  if (inTheWay.length > 0) return refuse('POLICY_OVERLAPS', { field: 'fromMonth' });
  await em.execute(
    `update allocation_policy set to_period = ?::date - interval '1 month'
     where levels = ? and basis = ? and coalesce(to_period, 'infinity') >= ?::date`,
    [day, shape, input.basis, day],
  );
  const [made] = await em.execute<{ id: string }[]>(
    `insert into allocation_policy (id, from_period, levels, bps, basis, is_usual, is_confirmed, least_branch_bps,
       most_branch_bps, source, derivation, entered_by, entered_on)
     select ?, ?, ?, ?::int[], ?, not exists (select from allocation_policy other
         where other.levels = ? and other.is_usual and coalesce(other.to_period, 'infinity') >= ?::date),
       ?, ?, ?, ?, ?, ?::jsonb, ?
     returning entry_id as id`,
    [
      input.id,
      day,
      shape,
      `{${input.levels.map(({ bps }) => bps).join(',')}}`,
      input.basis,
      shape,
      day,
      input.isConfirmed,
      input.leastBranchBps ?? null,
      input.mostBranchBps ?? null,
      source,
      derivation,
      personOf(actor),
      context.clock.today(),
    ],
  );
  if (!made) throw new Error('an insert answers the row that it made');
  const { idempotencyKey: _, ...after } = input;
  return { id: made.id, audit: { unitId, after } };
}

/**
 * Keeps what a unit chooses among what the policies of these months leave open. By who holds `DUES_POLICY_CHOOSE` there or above,
 * with a fresh sign-in. Nothing that was divided already changes.
 */
export async function chooseAllocation(
  em: SqlEntityManager,
  context: GraphContext,
  input: ChooseAllocationInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const { unitId, fromMonth, throughMonth = null, basis = null, branchBps = null } = input;
  const scope = scopeUnitOf(actor, 'DUES_POLICY_CHOOSE');
  if (scope === null || !(await isWithin(em, unitId, scope))) return refuse('NOT_FOUND', { field: 'unitId' });
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const reason = tidyText(input.reason);
  if (reason === '') return refuse('REASON_REQUIRED', { field: 'reason' });
  if (reason.length > TEXT_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  if (basis === null && branchBps === null) return refuse('NOTHING_CHANGES', { field: 'basis' });
  if (throughMonth !== null && throughMonth < fromMonth)
    return refuse('INVALID_INPUT', { field: 'throughMonth' });
  const fault = rangeFault(await findPoliciesBetween(em, fromMonth, throughMonth), { basis, branchBps });
  if (fault) return fault;
  const [made] = await em.execute<{ id: string }[]>(
    `insert into allocation_choice (unit_id, from_period, to_period, basis, branch_bps, reason, chosen_by, chosen_on)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) returning id`,
    [
      unitId,
      `${fromMonth}-01`,
      throughMonth && `${throughMonth}-01`,
      basis,
      branchBps,
      reason,
      personOf(actor),
      context.clock.today(),
    ],
  );
  if (!made) throw new Error('an insert answers the row that it made');
  return { id: made.id, audit: { unitId, reason, after: { fromMonth, throughMonth, basis, branchBps } } };
}
