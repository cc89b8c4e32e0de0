import type { Actor } from '@dang/access/actor';
import { CommentItemsForwarded } from '@dang/events/contracts/evaluation/comment-items-forwarded';
import { CommentsRequested } from '@dang/events/contracts/evaluation/comments-requested';
import { SelfReportRequested } from '@dang/events/contracts/evaluation/self-report-requested';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemType } from '../comment-item/comment-item.rules.ts';
import type { CommentListRow } from './comment-list.rows.ts';

/** The most that one event holds. */
const EVENT_LIMIT = 500;

/** An item as it was just made of a row. */
export interface SentItem {
  readonly id: string;
  readonly memberId: string;
  readonly number: string;
  readonly type: CommentItemType;
  readonly status: 'SENT' | 'AT_BRANCH';
  readonly residenceUnitId: string;
  readonly residenceBranchId: string | null;
  readonly selfReportRequired: boolean;
  readonly dueOn: string | null;
}

/**
 * Makes the items of a list with their histories and the reports that are asked for, in one statement. A comment whose branch is known is
 * with the branch at once (A14); an introduction waits to be accepted and has no term. Whoever has a yearly item already gets none:
 * the caller compares. Members come in one order, so that two lists over the same ones never wait for each other in a circle.
 */
export async function makeItems(
  em: SqlEntityManager,
  { actor, clock }: GraphContext,
  list: CommentListRow,
  given: { dueOn: string; numberPrefix: string; firstNumber: number },
): Promise<SentItem[]> {
  const now = clock.now();
  return em.execute(
    `with made as (
       insert into comment_item (id, number, list_id, member_id, type, status, home_branch_id, workplace_unit_id,
         workplace_branch_id, residence_unit_id, residence_branch_id, self_report_required, sheet_complete, sent_at, due_on,
         yearly_year)
       select uuidv7(), ? || lpad((? + row_number() over (order by listed.place))::text, 4, '0'), listed.list_id,
         listed.member_id, listed.type,
         case when listed.type <> 'INTRODUCE' and listed.residence_branch_id is not null then 'AT_BRANCH' else 'SENT' end,
         placement.branch_id, ?, placement.branch_id, listed.residence_unit_id, listed.residence_branch_id,
         listed.self_report_required, false, ?, case when listed.type = 'INTRODUCE' then null else ?::date end,
         case when ? = 'YEARLY' and listed.type <> 'INTRODUCE' then ?::int end
       from comment_list_row listed join placement_copy placement on placement.member_id = listed.member_id
       where listed.list_id = ?
       order by listed.member_id
       on conflict (member_id, yearly_year) where yearly_year is not null and status <> 'CANCELLED' do nothing
       returning *),
     line as (
       insert into comment_item_history (item_id, at, action, from_state, to_state, by_name, by_title, unit_id)
       select id, ?, step.action, step.from_state, step.to_state, step.by_name, step.by_title, step.unit_id
       from made cross join lateral (values
         (1, 'SEND', null, 'SENT', ?, ?, ?::uuid),
         (2, 'FORWARD_TO_BRANCH', 'SENT', 'AT_BRANCH', null, null, made.residence_unit_id)
       ) as step(number, action, from_state, to_state, by_name, by_title, unit_id)
       where step.number = 1 or made.status = 'AT_BRANCH'
       order by made.number, step.number),
     report as (
       insert into self_report (item_id, member_id, status, requested_at)
       select id, member_id, 'REQUESTED', ? from made where self_report_required)
     select id, member_id as "memberId", number, type, status, residence_unit_id as "residenceUnitId",
       residence_branch_id as "residenceBranchId", self_report_required as "selfReportRequired", due_on::text as "dueOn"
     from made order by number`,
    [
      given.numberPrefix,
      given.firstNumber,
      list.unitId,
      now,
      given.dueOn,
      list.purpose,
      list.year,
      list.id,
      now,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      now,
    ],
  );
}

const chunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / EVENT_LIMIT) }, (_, index) =>
    all.slice(index * EVENT_LIMIT, (index + 1) * EVENT_LIMIT),
  );

/** Tells the members, those who are to report of that as well, and each residence branch that has items now. */
export async function tellMembersAndBranches(
  em: SqlEntityManager,
  actor: Actor,
  list: Pick<CommentListRow, 'id' | 'unitId'>,
  items: readonly SentItem[],
): Promise<void> {
  const requests = items.map(({ id, number, memberId, type, selfReportRequired }) => ({
    itemId: id,
    number,
    memberId,
    unitId: list.unitId,
    type,
    reportRequired: selfReportRequired,
  }));
  const told = chunks(requests).map((part) => ({ aggregateId: list.id, data: { requests: part } }));
  await recordEvents(em, CommentsRequested, told, { actor });
  const reports = items
    .filter((item) => item.selfReportRequired)
    .map(({ id, number, memberId, dueOn }) => ({
      itemId: id,
      number,
      memberId,
      unitId: list.unitId,
      dueOn,
    }));
  const requested = chunks(reports).map((part) => ({ aggregateId: list.id, data: { requests: part } }));
  await recordEvents(em, SelfReportRequested, requested, { actor });
  const atBranch = items.filter((item) => item.status === 'AT_BRANCH');
  const byBranch = Map.groupBy(atBranch, ({ residenceBranchId }) => residenceBranchId ?? '');
  const forwarded = [...byBranch].flatMap(([residenceBranchId, those]) =>
    chunks(those).map((part) => ({
      aggregateId: list.id,
      data: {
        residenceUnitId: part[0]?.residenceUnitId ?? '',
        residenceBranchId,
        items: part.map(({ id, number, dueOn }) => ({ itemId: id, number, dueOn })),
      },
    })),
  );
  await recordEvents(em, CommentItemsForwarded, forwarded, { actor });
}
