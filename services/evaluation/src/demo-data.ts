import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemType } from './comment-item/comment-item.rules.ts';
import type { CommentItemState } from './comment-item/comment-item.workflow.ts';
import { publishItemStates } from './comment-item/item-state.events.ts';

/** Who prepared or approved, as it stays on the list. */
interface DemoPerson {
  memberId: string | null;
  name: string;
  title: string;
}

/**
 * What the demo province holds of evaluation, as plain rows. Ids are UUIDs, days `YYYY-MM-DD`, moments ISO 8601 with their
 * offset. Items exist for lists that were sent; `RETURNED` items need a reason, `INTRODUCED`, `RECEIVED` and `CANCELLED`
 * ones the day on which they closed, and from `SUBMITTED` on the sheet is complete.
 */
export interface EvaluationDemoData {
  campaigns: { id: string; year: number; name: string; openFrom: string; closeOn: string }[];
  lists: {
    id: string;
    number: string;
    unitId: string;
    scope: 'BRANCH' | 'COMMITTEE';
    year: number;
    purpose: 'YEARLY' | 'PERSONNEL' | 'REWARD' | 'DISCIPLINE' | 'OTHER';
    campaignId: string | null;
    channel: 'ONLINE' | 'PAPER' | 'POST';
    status: 'DRAFT' | 'PENDING_APPROVAL' | 'APPROVED' | 'REJECTED' | 'SENT' | 'COMPLETED';
    createdAt: string;
    createdBy: DemoPerson;
    approvedAt: string | null;
    approvedBy: DemoPerson | null;
    rejectReason: string | null;
    sentAt: string | null;
  }[];
  items: {
    id: string;
    number: string;
    listId: string;
    memberId: string;
    type: CommentItemType;
    status: CommentItemState;
    /** The unit of the list: it asked and receives the sheet. */
    workplaceUnitId: string;
    /** The member's branch. */
    workplaceBranchId: string;
    /** The commune or ward. */
    residenceUnitId: string;
    residenceBranchId: string | null;
    selfReportRequired: boolean;
    sheetComplete: boolean;
    returnReason: string | null;
    sentAt: string;
    dueOn: string | null;
    closedOn: string | null;
    history: {
      at: string;
      action: string;
      fromState: CommentItemState | null;
      toState: CommentItemState;
      byName: string | null;
      byTitle: string | null;
      unitId: string | null;
      reason: string | null;
    }[];
  }[];
}

/** Loads the demo province into an empty database, in one transaction with its events; a second call does nothing. */
export async function loadDemoData(em: SqlEntityManager, data: EvaluationDemoData): Promise<void> {
  await em.transactional(async (inner) => {
    const first = await inner.execute(
      'insert into demo_load default values on conflict do nothing returning single',
    );
    if (first.length === 0) return;
    await inner.execute(
      `insert into comment_campaign (id, year, name, open_from, close_on)
       select id, year, name, "openFrom", "closeOn"
       from jsonb_to_recordset(?::jsonb) as row(id uuid, year int, name text, "openFrom" date, "closeOn" date)`,
      [JSON.stringify(data.campaigns)],
    );
    await inner.execute(
      `insert into comment_list (id, number, unit_id, scope, year, purpose, campaign_id, channel, status, created_at,
         created_by_member_id, created_by_name, created_by_title, approved_at, approved_by_member_id, approved_by_name,
         approved_by_title, reject_reason, sent_at)
       select id, number, "unitId", scope, year, purpose, "campaignId", channel, status, "createdAt",
         ("createdBy"->>'memberId')::uuid, "createdBy"->>'name', "createdBy"->>'title', "approvedAt",
         ("approvedBy"->>'memberId')::uuid, "approvedBy"->>'name', "approvedBy"->>'title', "rejectReason", "sentAt"
       from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "unitId" uuid, scope text, year int, purpose text,
         "campaignId" uuid, channel text, status text, "createdAt" timestamptz, "createdBy" jsonb,
         "approvedAt" timestamptz, "approvedBy" jsonb, "rejectReason" text, "sentAt" timestamptz)`,
      [JSON.stringify(data.lists)],
    );
    const items = JSON.stringify(data.items);
    await inner.execute(
      `insert into comment_item (id, number, list_id, member_id, type, status, home_branch_id, workplace_unit_id,
         workplace_branch_id, residence_unit_id, residence_branch_id, self_report_required, sheet_complete,
         return_reason, sent_at, due_on, closed_on, yearly_year)
       select row.id, row.number, "listId", "memberId", type, row.status, "workplaceBranchId", "workplaceUnitId",
         "workplaceBranchId", "residenceUnitId", "residenceBranchId", "selfReportRequired", "sheetComplete",
         "returnReason", "sentAt", "dueOn", "closedOn",
         case when list.purpose = 'YEARLY' and type <> 'INTRODUCE' then list.year end
       from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "listId" uuid, "memberId" uuid, type text,
         status text, "workplaceUnitId" uuid, "workplaceBranchId" uuid, "residenceUnitId" uuid,
         "residenceBranchId" uuid, "selfReportRequired" boolean, "sheetComplete" boolean, "returnReason" text,
         "sentAt" timestamptz, "dueOn" date, "closedOn" date)
       join comment_list list on list.id = row."listId"`,
      [items],
    );
    await inner.execute(
      `insert into comment_item_history (item_id, at, action, from_state, to_state, by_name, by_title, unit_id, reason)
       select item.id, line.at, line.action, line."fromState", line."toState", line."byName", line."byTitle",
         line."unitId", line.reason
       from jsonb_to_recordset(?::jsonb) as item(id uuid, history jsonb)
       cross join lateral jsonb_to_recordset(item.history) as line(at timestamptz, action text, "fromState" text,
         "toState" text, "byName" text, "byTitle" text, "unitId" uuid, reason text)`,
      [items],
    );
    await publishItemStates(
      inner,
      'evaluation',
      data.items.map((item) => item.id),
    );
  });
}
