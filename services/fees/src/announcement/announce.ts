import type { Actor } from '@dang/access/actor';
import { scopeUnitOf } from '@dang/access/actor';
import { DuesAnnounced } from '@dang/events/contracts/fees/dues-announced';
import { recordEvents } from '@dang/events/outbox';
import { isWithin, subtreePath } from '@dang/reference/units';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { chargeMonth } from '../charge/charge-month.ts';
import { communeOf } from '../charge/communes.ts';
import type { Month } from '../charging/charging.rules.ts';
import { findStarted } from '../charging/dues-start.ts';
import { announceDrafts } from './announce-drafts.ts';
import { dueOn } from './announcement.rules.ts';

/** The wish of a branch to tell its members what they have to pay, on the business day `today`. */
interface Announcing {
  readonly branchId: string;
  readonly month: Month;
  readonly actor: Actor;
  readonly today: string;
  readonly at: Date;
}

const MEMBERS_AN_EVENT = 500;

/**
 * Announces the drafts of the month and of all months before it, arrears included (domain.md 6.3, 6.8): they can be paid from now
 * on, count as owed, and the members are told. A month that the commune has not charged yet is charged first. Once a branch and
 * month; done again, it takes in who has come since, and is refused `ALREADY_ANNOUNCED` when nobody has.
 *
 * Refuses: a unit out of scope (`NOT_FOUND`), a month that has not begun (`NOT_YET`), one before dues start in the branch
 * (`PROCEDURE_NOT_STARTED`), a branch of which nobody owes anything new (`NOTHING_TO_PAY`).
 */
export async function announceDues(em: SqlEntityManager, wish: Announcing): Promise<Refusal | Done> {
  const { branchId, month, actor, today } = wish;
  const scope = scopeUnitOf(actor, 'DUES_ANNOUNCE');
  if (!scope || !(await isWithin(em, branchId, scope))) return refuse('NOT_FOUND', { field: 'branchId' });
  if (month > today.slice(0, 7)) return refuse('NOT_YET', { field: 'month' });
  const path = await subtreePath(em, branchId);
  if (path === null || !(await findStarted(em, path, `${month}-01`)).includes(branchId))
    return refuse('PROCEDURE_NOT_STARTED', { field: 'month' });
  const communeId = await communeOf(em, branchId);
  if (communeId !== null) await chargeMonth(em, month, communeId);

  const { id, isNew } = await keepAnnouncement(em, wish);
  const { announced, lines } = await announceDrafts(em, { id, branchId, month, today, isNew });
  if (announced === 0)
    return isNew && !(await isAnnounced(em, branchId, month))
      ? refuse('NOTHING_TO_PAY', { field: 'branchId' })
      : refuse('ALREADY_ANNOUNCED', { field: 'month', params: { month } });
  await tellMembers(em, { id, branchId, month, dueOn: dueOn(month, today), lines, actor });
  return { id, audit: { unitId: branchId, after: { month, announced, members: lines.length } } };
}

async function keepAnnouncement(
  em: SqlEntityManager,
  { branchId, month, actor, today, at }: Announcing,
): Promise<{ id: string; isNew: boolean }> {
  const { accountId, memberId, name, capacity } = actor;
  const by = { accountId, memberId, name, title: capacity?.title ?? null, unitId: capacity?.unitId ?? null };
  const [made] = await em.execute<{ id: string }[]>(
    `insert into dues_announcement (branch_id, period, due_on, announced_on, announced_at, announced_by)
     values (?, ?, ?, ?, ?, ?) on conflict (branch_id, period) do nothing returning id`,
    [branchId, `${month}-01`, dueOn(month, today), today, at, JSON.stringify(by)],
  );
  if (made) return { id: made.id, isNew: true };
  const [known] = await em.execute<{ id: string }[]>(
    'select id from dues_announcement where branch_id = ? and period = ? for update',
    [branchId, `${month}-01`],
  );
  if (!known) throw new Error('an announcement stands in the way of itself');
  return { id: known.id, isNew: false };
}

/** Whether charges of the month were announced in another way: by a later month, or before announcements were kept. */
async function isAnnounced(em: SqlEntityManager, branchId: string, month: Month): Promise<boolean> {
  const rows = await em.execute(
    `select from dues_charge where branch_id = ? and period = ? and status not in ('DRAFT', 'WAIVED') limit 1`,
    [branchId, `${month}-01`],
  );
  return rows.length > 0;
}

/** Publishes what each member has to pay, at most 500 members an event; `actor` is null when a job announces. */
export async function tellMembers(
  em: SqlEntityManager,
  told: {
    id: string;
    branchId: string;
    month: Month;
    dueOn: string;
    lines: readonly { memberId: string; amount: string; arrears: string }[];
    actor: Actor | null;
  },
): Promise<void> {
  const { id, branchId, month, lines, actor } = told;
  const batches = Array.from({ length: Math.ceil(lines.length / MEMBERS_AN_EVENT) }, (_, index) =>
    lines.slice(index * MEMBERS_AN_EVENT, (index + 1) * MEMBERS_AN_EVENT),
  );
  const events = batches.map((members) => ({
    aggregateId: id,
    data: { announcementId: id, branchId, month, dueOn: told.dueOn, members: [...members] },
  }));
  await recordEvents(em, DuesAnnounced, events, { actor });
}
