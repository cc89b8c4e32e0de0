import { type Actor, signInIsFresh } from '@dang/access/actor';
import { BeneficiaryAccountApproved } from '@dang/events/contracts/fees/beneficiary-account-approved';
import { BeneficiaryAccountEnded } from '@dang/events/contracts/fees/beneficiary-account-ended';
import { BeneficiaryAccountRejected } from '@dang/events/contracts/fees/beneficiary-account-rejected';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { holdWithoutAccount, releaseForAccount } from '../payout/payout-account.ts';
import { endAccounts, recordAccountStates } from './account-states.ts';
import { type BeneficiaryRow, findAccounts, findActiveAccounts } from './beneficiary-account.rows.ts';
import { guardsOf, relationsTo } from './beneficiary-account.rules.ts';
import {
  type BeneficiaryState,
  type BeneficiaryWorkflow,
  beneficiaryWorkflow,
} from './beneficiary-account.workflow.ts';

const REASON_LIMIT = 2_000;

/** The actor of a request that reached a door for people who are signed in. */
export function signedIn({ actor }: GraphContext): Actor {
  if (actor === null) throw new Error('a root field that needs a session was reached without one');
  return actor;
}

/** Is this account there for the actor? */
export const isReadable = (account: BeneficiaryRow, actor: Actor): boolean =>
  relationsTo(account, actor).size > 0;

interface ActInput {
  readonly accountId: string;
  readonly expectedVersion: number;
  readonly reason?: string | null;
}

/** What follows from an act beside the new state, in the same transaction. */
type Following = (
  em: SqlEntityManager,
  account: BeneficiaryRow,
  given: { context: GraphContext; actor: Actor; reason: string },
) => Promise<void>;

/** Does one action of the table to one account: locks it, asks the table, writes state, version, history and events. */
async function act(
  em: SqlEntityManager,
  context: GraphContext,
  action: ActionOf<BeneficiaryWorkflow>,
  input: ActInput,
  follow: Following,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const today = context.clock.today();
  const [account] = await findAccounts(em, [input.accountId], { lock: true });
  if (!account) return refuse('NOT_FOUND', { field: 'accountId' });
  const reason = tidyText(input.reason ?? '');
  const decision = decide<BeneficiaryWorkflow, RefusalCode>(beneficiaryWorkflow, {
    state: account.status,
    action,
    relations: relationsTo(account, actor),
    facts: guardsOf(account, actor, today),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'accountId' });
  const conflict = checkVersion(account.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  // the one in use makes room before the new one takes its place
  if (decision.to === 'APPROVED') await replaceActive(em, account.unitId, context, actor);
  await moveTo(em, account, decision.to, reason, today);
  const step = {
    dossierId: account.id,
    action,
    from: account.status,
    to: decision.to,
    reason: reason || null,
  };
  await keepSteps(em, [step], { at: context.clock.now(), actor });
  await recordAccountStates(em, [account.id], actor);
  await follow(em, account, { context, actor, reason });
  const { unitId, holderMemberId: memberId } = account;
  return { id: account.id, audit: { unitId, memberId, reason: reason || null } };
}

async function replaceActive(
  em: SqlEntityManager,
  unitId: string,
  { clock }: GraphContext,
  actor: Actor,
): Promise<void> {
  const active = await findActiveAccounts(em, [unitId]);
  const ids = [...active.values()].map(({ id }) => id);
  const reason = 'Thay bằng tài khoản mới được duyệt';
  await endAccounts(em, ids, { action: 'REPLACE', reason, at: clock.now(), today: clock.today(), actor });
}

async function moveTo(
  em: SqlEntityManager,
  { id }: BeneficiaryRow,
  to: BeneficiaryState,
  reason: string,
  today: string,
): Promise<void> {
  await em.execute(
    `update beneficiary_account set status = ?, version = version + 1, reason = nullif(?, ''),
       decided_on = case when ? then ?::date else decided_on end, ended_on = case when ? then ?::date end
     where id = ?`,
    [to, reason, to !== 'ENDED', today, to === 'ENDED', today, id],
  );
}

const about = ({ id, unitId, holderMemberId }: BeneficiaryRow) => ({
  beneficiaryAccountId: id,
  unitId,
  holderMemberId,
});

/** Lets retained dues go to this account; the one that was in use ends. What waited for an account is released. */
export function approveAccount(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'APPROVE', input, async (_, account, { actor }) => {
    const data = { ...about(account), approvedOn: context.clock.today() };
    await recordEvents(em, BeneficiaryAccountApproved, [{ aggregateId: account.id, data }], { actor });
    await releaseForAccount(em, context.clock.now(), account.unitId);
  });
}

/** Declines an account, with the reason. */
export function rejectAccount(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'REJECT', input, async (_, account, { actor, reason }) => {
    const data = { ...about(account), reason };
    await recordEvents(em, BeneficiaryAccountRejected, [{ aggregateId: account.id, data }], { actor });
  });
}

/** Ends an account in use, or takes a declaration back. */
export function endAccount(
  em: SqlEntityManager,
  context: GraphContext,
  input: ActInput,
): Promise<Refusal | Done> {
  return act(em, context, 'END', input, async (_, account, { actor, reason }) => {
    const data = { ...about(account), reason };
    await recordEvents(em, BeneficiaryAccountEnded, [{ aggregateId: account.id, data }], { actor });
    const at = context.clock.now();
    if (account.status === 'APPROVED') await holdWithoutAccount(em, [account.unitId], { at, reason });
  });
}
