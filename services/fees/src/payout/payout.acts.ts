import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../beneficiary-account/beneficiary-account.acts.ts';
import { actedByText } from '../dossier-step/acted-by.ts';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { findPayouts, type PayoutRow } from './payout.rows.ts';
import { guardsOf, relationsTo } from './payout.rules.ts';
import { type PayoutWorkflow, payoutWorkflow } from './payout.workflow.ts';
import { tellHeld } from './payout-account.ts';

const REASON_LIMIT = 2_000;
const LONGEST_INTERVAL = 31;

interface ActInput {
  readonly payoutId: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/** What each act of an officer makes of the row beside its state. */
const changes = {
  HOLD: `hold = 'OFFICER', next_try_at = null`,
  RELEASE: 'hold = null, next_try_at = null, tries = 0',
  RETRY: 'next_try_at = null, tries = 0',
} as const;

/** Does one action of an officer to one payout: locks it, asks the table, writes state, version, history and events. */
async function act(
  em: SqlEntityManager,
  context: GraphContext,
  action: keyof typeof changes,
  input: ActInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const [payout] = await findPayouts(em, [input.payoutId], { lock: true });
  if (!payout) return refuse('NOT_FOUND', { field: 'payoutId' });
  const reason = tidyText(input.reason ?? '') || null;
  const decision = decide<PayoutWorkflow, RefusalCode>(payoutWorkflow, {
    state: payout.status,
    action,
    relations: relationsTo(payout, actor),
    facts: guardsOf(payout, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'payoutId' });
  const conflict = checkVersion(payout.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  await em.execute(`update payout set status = ?, version = version + 1, ${changes[action]} where id = ?`, [
    decision.to,
    payout.id,
  ]);
  const step = { dossierId: payout.id, action, from: payout.status, to: decision.to, reason };
  await keepSteps(em, [step], { at: context.clock.now(), actor });
  if (action === 'HOLD') await tellHeld(em, [payout], reason ?? '');
  return { id: payout.id, audit: { unitId: payout.unitId, reason } };
}

/** Keeps a payout back that has not left, with the reason. */
export const holdPayout = (em: SqlEntityManager, context: GraphContext, input: ActInput) =>
  act(em, context, 'HOLD', input);

/** Lets a held payout go with the next instructions. Refuses `NO_BENEFICIARY_ACCOUNT` as long as the unit has none. */
export const releasePayout = (em: SqlEntityManager, context: GraphContext, input: ActInput) =>
  act(em, context, 'RELEASE', input);

/** Sends a refused payout again, as if for the first time. */
export const retryPayout = (em: SqlEntityManager, context: GraphContext, input: ActInput) =>
  act(em, context, 'RETRY', input);

/** Sets every how many days (1 to 31) a unit, and what lies below it and has none of its own, is paid. */
export async function setPayoutInterval(
  em: SqlEntityManager,
  context: GraphContext,
  { unitId, days }: { unitId: string; days: number },
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const scope = scopeUnitOf(actor, 'PAYOUT_MANAGE');
  if (scope === null || !(await isWithin(em, unitId, scope))) return refuse('NOT_FOUND', { field: 'unitId' });
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  if (days < 1 || days > LONGEST_INTERVAL) return refuse('INVALID_INPUT', { field: 'days' });
  await em.execute(
    `insert into payout_interval (unit_id, days, set_on, set_by) values (?, ?, ?, ?::jsonb)
     on conflict (unit_id) do update set days = excluded.days, set_on = excluded.set_on, set_by = excluded.set_by`,
    [unitId, days, context.clock.today(), actedByText(actor)],
  );
  return { id: unitId, audit: { unitId, after: { days } } };
}

/** The payout, where the actor may see it. */
export async function findPayoutFor(
  em: SqlEntityManager,
  context: GraphContext,
  id: string,
): Promise<PayoutRow | null> {
  const [payout] = await findPayouts(em, [id]);
  return payout && relationsTo(payout, signedIn(context)).size > 0 ? payout : null;
}
