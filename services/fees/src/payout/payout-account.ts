import { PayoutHeld } from '@dang/events/contracts/fees/payout-held';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import type { PayoutState } from './payout.workflow.ts';

/** Why a payout is held, as people read it. */
export const NO_ACCOUNT = 'Tổ chức đảng chưa có tài khoản nhận phần trích giữ lại được duyệt';

/** The account in use to which money of a unit goes, as SQL: its own, or when it has ended that of the unit that goes on. */
export const accountFor = (unit: string) => `(
  select own.id from beneficiary_account own
  where own.status = 'APPROVED' and own.unit_id = coalesce(
    (select line.successor_id from unit_succession line where line.unit_id = ${unit}), ${unit}))`;

interface Changed {
  readonly id: string;
  readonly unitId: string;
  readonly amount: string;
  readonly before: PayoutState;
}

/**
 * Lets go what waited for an account and has one now: all of it, or what goes to the account of this unit. It leaves with the next
 * instructions.
 */
export async function releaseForAccount(
  em: SqlEntityManager,
  at: Date,
  unitId: string | null,
): Promise<void> {
  const released: { id: string }[] = await em.execute(
    `update payout set status = 'CALCULATED', hold = null, next_try_at = null, tries = 0, version = version + 1
     where status = 'HELD' and hold = 'NO_ACCOUNT' and ${accountFor('payout.unit_id')} is not null
       ${unitId === null ? '' : 'and (unit_id = ? or unit_id in (select line.unit_id from unit_succession line where line.successor_id = ?))'}
     returning id`,
    unitId === null ? [] : [unitId, unitId],
  );
  const reason = 'Đã có tài khoản được duyệt';
  const steps = released.map(({ id }) => ({
    dossierId: id,
    action: 'RELEASE',
    from: 'HELD',
    to: 'CALCULATED',
    reason,
  }));
  await keepSteps(em, steps, { at, actor: null });
}

/** Holds what is not yet with the bank for units that have no account any more. What the bank was told goes on. */
export async function holdWithoutAccount(
  em: SqlEntityManager,
  unitIds: readonly string[],
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  if (unitIds.length === 0) return;
  const held: Changed[] = await em.execute(
    `update payout set status = 'HELD', hold = 'NO_ACCOUNT', next_try_at = null, version = version + 1
     from (select waiting.id, waiting.status from payout waiting
       where waiting.unit_id = any(array[?]::uuid[]) and waiting.status in ('CALCULATED', 'FAILED', 'MANUAL')
         and ${accountFor('waiting.unit_id')} is null
       order by waiting.id for update) open
     where payout.id = open.id
     returning payout.id, payout.unit_id as "unitId", payout.amount, open.status as before`,
    [unitIds],
  );
  const steps = held.map(({ id, before }) => ({
    dossierId: id,
    action: 'HOLD',
    from: before,
    to: 'HELD',
    reason,
  }));
  await keepSteps(em, steps, { at, actor: null });
  await tellHeld(em, held, reason);
}

/** Tells that payouts wait, and why. */
export async function tellHeld(
  em: SqlEntityManager,
  held: readonly { readonly id: string; readonly unitId: string; readonly amount: string }[],
  reason: string,
): Promise<void> {
  await recordEvents(
    em,
    PayoutHeld,
    held.map(({ id, unitId, amount }) => ({
      aggregateId: id,
      data: { payoutId: id, unitId, amount: String(amount), reason },
    })),
  );
}
