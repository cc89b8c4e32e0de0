import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import { dossierNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Account } from './account.entity.ts';
import type { AccountState } from './account.workflow.ts';

/** A step to be kept: who did what, in which capacity, and why. */
export type Step = {
  action: string;
  from: AccountState | null;
  actor: Actor | null;
  at: Date;
  reason?: string | null;
};

/** Writes a step of this account into its history. The account's status is the state after it. */
export async function keepStep(em: SqlEntityManager, account: Account, step: Step): Promise<void> {
  const { actor } = step;
  await em.execute(
    `insert into account_history
       (account_id, step, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
     select ?, coalesce(max(step), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from account_history where account_id = ?`,
    [
      account.id,
      step.at,
      step.action,
      step.from,
      account.status,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      step.reason ?? null,
      account.id,
    ],
  );
}

const closedStates: readonly AccountState[] = ['ACTIVE', 'LOCKED', 'CLOSED'];

/** Tells everybody where this registration stands. Call it after the account is flushed: its version counts. */
export async function recordDossierState(
  em: SqlEntityManager,
  account: Account,
  actor: Actor | null,
): Promise<void> {
  if (!account.number || !account.approverUnitId || !account.openedOn) return;
  await recordEvents(
    em,
    DossierStateChanged,
    [
      {
        aggregateId: account.id,
        version: account.version,
        data: {
          dossierId: account.id,
          version: account.version,
          procedure: 'ACCOUNT',
          number: account.number,
          unitId: account.approverUnitId,
          state: account.status,
          channel: account.channel,
          openedOn: account.openedOn,
          closedOn: closedStates.includes(account.status) ? (account.decidedOn ?? null) : null,
          dueOn: null,
          memberId: account.memberId ?? null,
        },
      },
    ],
    { actor, service: 'identity' },
  );
}

/** The next dossier number of a unit on that day: `05.200.044.000.001-ACCOUNT-260706-0001`. */
export async function takeDossierNumber(
  em: SqlEntityManager,
  unit: { id: string; code: string },
  day: string,
  procedure = 'ACCOUNT',
): Promise<string> {
  const [taken] = await em.execute<{ last: number }[]>(
    `insert into dossier_sequence (unit_id, day, last) values (?, ?, 1)
     on conflict (unit_id, day) do update set last = dossier_sequence.last + 1 returning last`,
    [unit.id, day],
  );
  return dossierNumber(unit.code, procedure, day, taken?.last ?? 0);
}
