import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../beneficiary-account/beneficiary-account.acts.ts';
import { actedByText } from '../dossier-step/acted-by.ts';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { confirmReceipt, findUnremitted } from './remit.ts';
import { findRemittances, type RemittanceRow } from './remittance.rows.ts';
import { guardsOf, relationsTo } from './remittance.rules.ts';
import { type RemittanceWorkflow, remittanceWorkflow } from './remittance.workflow.ts';

const REASON_LIMIT = 2_000;

/**
 * Declares that a branch carries all its cash to the central account now, to the đồng; the number goes with the money. Refuses
 * `NOTHING_TO_PAY`, and `WRONG_STATE` while another remittance of the branch is under way.
 */
export async function declareRemittance(
  em: SqlEntityManager,
  context: GraphContext,
  { branchId }: { branchId: string },
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const { clock } = context;
  const today = clock.today();
  const scope = scopeUnitOf(actor, 'DUES_COLLECT');
  const [branch] = await findUnits(em, [branchId]);
  if (!branch || scope === null || !branch.path.includes(scope))
    return refuse('NOT_FOUND', { field: 'branchId' });
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const first = dossierNumber(branch.code, 'NT', today, 1);
  // two who declare at once wait here: the second finds nothing left
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 7))', [first]);
  const open = await em.execute(`select from remittance where branch_id = ? and status = 'DECLARED'`, [
    branchId,
  ]);
  if (open.length > 0) return refuse('WRONG_STATE');
  const unremitted = await findUnremitted(em, branchId);
  const amount = unremitted.reduce((sum, item) => sum + BigInt(item.amount), 0n);
  if (amount <= 0n) return refuse('NOTHING_TO_PAY');
  const [before] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from remittance where number like ?',
    [`${first.slice(0, -4)}%`],
  );
  const [made] = await em.execute<{ id: string }[]>(
    `with made as (
       insert into remittance (number, branch_id, amount, declared_on, declared_by) values (?, ?, ?::bigint, ?, ?::jsonb)
       returning id),
     taken as (
       insert into remittance_item (transaction_id, remittance_id)
       select transaction_id, made.id from made, unnest(array[?]::uuid[]) as transaction_id)
     select id from made`,
    [
      dossierNumber(branch.code, 'NT', today, (before?.count ?? 0) + 1),
      branchId,
      amount.toString(),
      today,
      actedByText(actor),
      unremitted.map(({ id }) => id),
    ],
  );
  if (!made) throw new Error('a remittance was not written');
  await keepSteps(em, [{ dossierId: made.id, action: 'DECLARE', from: null, to: 'DECLARED' }], {
    at: clock.now(),
    actor,
  });
  return { id: made.id, audit: { unitId: branchId, after: { amount: amount.toString() } } };
}

interface ActInput {
  readonly remittanceId: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

async function act(
  em: SqlEntityManager,
  context: GraphContext,
  action: ActionOf<RemittanceWorkflow>,
  input: ActInput,
  work: (remittance: RemittanceRow, reason: string) => Promise<void>,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const [remittance] = await findRemittances(em, [input.remittanceId], { lock: true });
  if (!remittance) return refuse('NOT_FOUND', { field: 'remittanceId' });
  const reason = tidyText(input.reason ?? '');
  const decision = decide<RemittanceWorkflow, RefusalCode>(remittanceWorkflow, {
    state: remittance.status,
    action,
    relations: relationsTo(remittance, actor),
    facts: guardsOf(remittance, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'remittanceId' });
  const conflict = checkVersion(remittance.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  await work(remittance, reason);
  return { id: remittance.id, audit: { unitId: remittance.branchId, reason: reason || null } };
}

/** Confirms that the money has arrived, by an officer who did not declare it. */
export const confirmRemittance = (em: SqlEntityManager, context: GraphContext, input: ActInput) =>
  act(em, context, 'CONFIRM', input, (remittance) => {
    const { clock } = context;
    const given = { receivedOn: clock.today(), at: clock.now(), actor: signedIn(context) };
    return confirmReceipt(em, remittance, given);
  });

/** Takes a declaration back: the cash stays with the branch, to be declared again. */
export const withdrawRemittance = (em: SqlEntityManager, context: GraphContext, input: ActInput) =>
  act(em, context, 'WITHDRAW', input, async ({ id }, reason) => {
    await em.execute(
      `with freed as (delete from remittance_item where remittance_id = ?)
       update remittance set status = 'WITHDRAWN', version = version + 1 where id = ?`,
      [id, id],
    );
    const step = { dossierId: id, action: 'WITHDRAW', from: 'DECLARED', to: 'WITHDRAWN', reason };
    await keepSteps(em, [step], { at: context.clock.now(), actor: signedIn(context) });
  });

/** The remittance, where the actor may see it. */
export async function findRemittanceFor(
  em: SqlEntityManager,
  context: GraphContext,
  id: string,
): Promise<RemittanceRow | null> {
  const [remittance] = await findRemittances(em, [id]);
  return remittance && relationsTo(remittance, signedIn(context)).size > 0 ? remittance : null;
}
