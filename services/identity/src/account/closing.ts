import type { Actor } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { AccountClosed } from '@dang/events/contracts/identity/account-closed';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/service/clock';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { withdrawChanges } from '../change-request/withdraw-changes.ts';
import { endHeld } from '../position/ending.ts';
import { withdrawClaims } from '../position-claim/open-claim.ts';
import { endSessions } from '../session/refresh.ts';
import { Account } from './account.entity.ts';
import { keepStep, recordDossierState } from './account-steps.ts';

/** Whose account ends: `reason` is a code (`DECEASED`, `EXPELLED`, …), `note` what somebody wrote to it. */
export type Closing = { memberId: string; reason: string; actor: Actor | null; note?: string | null };

/** Ends everything that this member holds in any unit. */
async function endAllOf(em: SqlEntityManager, clock: Clock, closing: Closing): Promise<void> {
  const held = await em.execute<{ id: string }[]>(
    'select id from held_position where member_id = ? and ended_on is null',
    [closing.memberId],
  );
  await endHeld(
    em,
    clock,
    held.map(({ id }) => id),
    {
      endedOn: clock.today(),
      reason: 'ACCOUNT_CLOSED',
      actor: closing.actor,
      note: closing.note ?? null,
    },
  );
}

/** Brings an account to its end, in the transaction of the caller: sessions, claims, changes asked for, history and the word of it. */
export async function closeForGood(
  em: SqlEntityManager,
  { clock }: { clock: Clock },
  account: Account,
  { actor, reason, note }: Omit<Closing, 'memberId'>,
): Promise<void> {
  const from = account.status;
  const today = clock.today();
  const why = note ?? 'Tài khoản đã đóng';
  await withdrawClaims(em, { actor, clock }, account.id, why);
  await withdrawChanges(em, clock, account.id, why);
  em.assign(account, { status: 'CLOSED', decidedOn: account.decidedOn ?? today });
  await em.flush();
  await endSessions(em, { accountId: account.id }, 'ACCOUNT_CLOSED');
  await keepStep(em, account, { action: 'CLOSE', from, actor, at: clock.now(), reason: note ?? reason });
  const data = { accountId: account.id, memberId: account.memberId ?? null, reason, closedOn: today };
  await recordEvents(em, AccountClosed, [{ aggregateId: account.id, data }], { actor });
  await recordDossierState(em, account, actor);
}

/**
 * Closes the account of a member who is no longer one (domain 5.6): what they hold ends whether they have an account or
 * not. Nothing is deleted: it stays readable for ten years. Answers the account's id; null when there is none that was open.
 * The caller's transaction also holds the change that is the reason.
 */
export async function closeAccountOf(
  em: SqlEntityManager,
  context: { clock: Clock },
  closing: Closing,
): Promise<string | null> {
  // First the account, which whoever gives an office holds too: nothing is given to it between the two.
  const account = await em.findOne(
    Account,
    { memberId: closing.memberId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  await endAllOf(em, context.clock, closing);
  if (!account || account.status === 'CLOSED') return null;
  const before = { status: account.status };
  await closeForGood(em, context, account, closing);
  const { id, branchId = null } = account;
  const line = {
    action: 'accountClosed',
    subjectKind: 'account',
    subjectId: id,
    unitId: branchId,
    memberId: closing.memberId,
    before,
    after: { status: account.status, reason: closing.reason },
    reason: closing.note ?? null,
  };
  await recordAudit(em, [line], { actor: closing.actor });
  return id;
}
