import type { Actor } from '@dang/access/actor';
import { BeneficiaryAccountEnded } from '@dang/events/contracts/fees/beneficiary-account-ended';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { holdWithoutAccount } from '../payout/payout-account.ts';
import type { BeneficiaryState } from './beneficiary-account.workflow.ts';

/**
 * Tells everybody where these accounts stand now: with the direct superior while they wait, with the unit afterwards. Call it in the
 * transaction that changed them, after the rows are written.
 */
export async function recordAccountStates(
  em: SqlEntityManager,
  accountIds: readonly string[],
  actor: Actor | null,
): Promise<void> {
  const rows: (typeof DossierStateChanged)['example'][] = await em.execute(
    `select account.id as "dossierId", account.version, 'BENEFICIARY_ACCOUNT' as procedure, account.number,
       case when account.status = 'PENDING' then coalesce(unit.parent_id, unit.id) else unit.id end as "unitId",
       account.status as state, 'ONLINE' as channel, account.declared_on as "openedOn",
       case account.status when 'REJECTED' then account.decided_on when 'ENDED' then account.ended_on end as "closedOn",
       null as "dueOn", account.holder_member_id as "memberId"
     from beneficiary_account account join unit_copy unit on unit.id = account.unit_id
     where account.id = any(array[?]::uuid[]) order by account.id`,
    [accountIds],
  );
  await recordEvents(
    em,
    DossierStateChanged,
    rows.map((data) => ({ aggregateId: data.dossierId, version: data.version, data })),
    { actor, service: 'fees' },
  );
}

/** Why accounts end without anybody asking for it: `action` is the row of the table, `reason` what people read. */
interface Ending {
  readonly action: 'REPLACE' | 'LAPSE';
  readonly reason: string;
  readonly at: Date;
  readonly today: string;
  readonly actor: Actor | null;
}

/**
 * Ends what is open among these accounts, with history and events; what is ended or rejected already stays as it is. Payouts that
 * lose their account are held, unless another one takes its place (`REPLACE`).
 */
export async function endAccounts(
  em: SqlEntityManager,
  accountIds: readonly string[],
  { action, reason, at, today, actor }: Ending,
): Promise<void> {
  if (accountIds.length === 0) return;
  const ended: {
    id: string;
    unitId: string;
    holderMemberId: string | null;
    before: BeneficiaryState;
  }[] = await em.execute(
    `update beneficiary_account account
     set status = 'ENDED', ended_on = ?, reason = ?, version = account.version + 1
     from (select id, status from beneficiary_account where id = any(array[?]::uuid[]) and status in ('PENDING', 'APPROVED')
       order by id for update) open
     where account.id = open.id
     returning account.id, account.unit_id as "unitId", account.holder_member_id as "holderMemberId", open.status as before`,
    [today, reason, accountIds],
  );
  const steps = ended.map(({ id, before }) => ({ dossierId: id, action, from: before, to: 'ENDED', reason }));
  await keepSteps(em, steps, { at, actor });
  await recordEvents(
    em,
    BeneficiaryAccountEnded,
    ended.map(({ id, unitId, holderMemberId }) => ({
      aggregateId: id,
      data: { beneficiaryAccountId: id, unitId, holderMemberId, reason },
    })),
    { actor },
  );
  await recordAccountStates(
    em,
    ended.map(({ id }) => id),
    actor,
  );
  if (action === 'REPLACE') return;
  const units = ended.filter(({ before }) => before === 'APPROVED').map(({ unitId }) => unitId);
  await holdWithoutAccount(em, units, { at, reason });
}
