import { type Actor, signInIsFresh } from '@dang/access/actor';
import { AccountLocked } from '@dang/events/contracts/identity/account-locked';
import { AccountUnlocked } from '@dang/events/contracts/identity/account-unlocked';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { holdsCapacity } from '../position/position.rows.ts';
import { endSessions } from '../session/refresh.ts';
import { Account } from './account.entity.ts';
import { isOwnCase } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { keepStep, recordDossierState } from './account-steps.ts';
import { accountsBelow } from './admin-above.ts';
import { closeAccountOf, closeForGood } from './closing.ts';

const reasonLimit = 2000;

type LockVerdict = { action: 'LOCK' } | { action: 'UNLOCK' } | { action: 'CLOSE'; ground: string };

/**
 * Locks, unlocks or closes an account as an administrator above it; answers its id, or why not: `NOT_FOUND` for an account
 * that is not below the actor's unit. Runs inside `mutate`.
 */
export async function changeLock(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  input: { accountId: string; expectedVersion: number; reason: string },
  verdict: LockVerdict,
): Promise<Refusal | Done> {
  const isBelow =
    (await holdsCapacity(em, actor, clock.today())) &&
    (await accountsBelow(em, actor, [input.accountId])).has(input.accountId);
  const account = isBelow
    ? await em.findOne(Account, input.accountId, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!account) return refuse('NOT_FOUND');
  const conflict = checkVersion(account.version, input.expectedVersion);
  if (conflict) return conflict;
  const reason = input.reason.trim();
  const from = account.status;
  const about = {
    accountId: account.id,
    memberId: account.memberId ?? null,
    branchId: null,
    superiorId: null,
  };
  const decision = decide<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: from,
    action: verdict.action,
    relations: new Set(['ADMIN_ABOVE']),
    facts: { notOwnCase: isOwnCase(about, actor) ? 'OWN_CASE' : true },
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason.length > reasonLimit) return refuse('INVALID_INPUT', { field: 'reason' });

  const { memberId = null } = account;
  if (verdict.action === 'CLOSE') {
    const closing = { reason: verdict.ground, actor, note: reason };
    if (memberId) await closeAccountOf(em, { clock }, { ...closing, memberId });
    else await closeForGood(em, { clock }, account, closing);
  } else {
    account.status = decision.to;
    await em.flush();
    await announce(em, account, actor);
    await keepStep(em, account, { action: verdict.action, from, actor, at: clock.now(), reason });
    await recordDossierState(em, account, actor);
  }
  const unitId = account.branchId ?? null;
  return {
    id: account.id,
    audit: { unitId, memberId, before: { status: from }, after: { status: account.status }, reason },
  };
}

async function announce(em: SqlEntityManager, account: Account, actor: Actor): Promise<void> {
  const { id, memberId } = account;
  if (account.status === 'LOCKED') {
    await endSessions(em, { accountId: id }, 'ACCOUNT_LOCKED');
    await recordEvents(em, AccountLocked, [{ aggregateId: id, data: { accountId: id } }], { actor });
  } else {
    const data = { accountId: id, memberId: memberId ?? '' };
    await recordEvents(em, AccountUnlocked, [{ aggregateId: id, data }], { actor });
  }
}
