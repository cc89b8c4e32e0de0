import { recordSignature } from '@dang/documents/signing/sign-document';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemType } from './comment-item/comment-item.rules.ts';
import type { CommentListState } from './comment-list/comment-list.workflow.ts';
import { type DemoSheet, type DemoSigning, signDemoSheets } from './demo-signatures.ts';
import { SHEET_KIND } from './sheet/sheet.rows.ts';

/** What hangs on the lists and items of the demo province, as plain rows; loaded after them. */
export interface EvaluationDemoPapers {
  rows: {
    listId: string;
    memberId: string;
    place: number;
    type: CommentItemType;
    selfReportRequired: boolean;
    residenceUnitId: string;
    residenceBranchId: string;
  }[];
  listSteps: {
    listId: string;
    at: string;
    action: string;
    fromState: CommentListState | null;
    toState: CommentListState;
    byName: string | null;
    byTitle: string | null;
    unitId: string;
    reason: string | null;
  }[];
  reports: {
    itemId: string;
    memberId: string;
    status: 'REQUESTED' | 'DRAFT' | 'SENT';
    requestedAt: string;
    generalComment: string | null;
    sentAt: string | null;
  }[];
  contacts: { memberId: string; branchId: string; itemId: string; since: string }[];
  sheets: DemoSheet[];
}

/** Rows of lists, their histories, reports and who keeps contact where: one statement a kind. */
async function loadPlain(em: SqlEntityManager, data: EvaluationDemoPapers): Promise<void> {
  await em.execute(
    `insert into comment_list_row (list_id, member_id, place, type, self_report_required, residence_unit_id, residence_branch_id)
     select "listId", "memberId", place, type, "selfReportRequired", "residenceUnitId", "residenceBranchId"
     from jsonb_to_recordset(?::jsonb) as row("listId" uuid, "memberId" uuid, place int, type text,
       "selfReportRequired" boolean, "residenceUnitId" uuid, "residenceBranchId" uuid)`,
    [JSON.stringify(data.rows)],
  );
  await em.execute(
    `insert into comment_list_history (list_id, at, action, from_state, to_state, by_name, by_title, unit_id, reason)
     select "listId", at, action, "fromState", "toState", "byName", "byTitle", "unitId", reason
     from jsonb_to_recordset(?::jsonb) as line("listId" uuid, at timestamptz, action text, "fromState" text, "toState" text,
       "byName" text, "byTitle" text, "unitId" uuid, reason text)`,
    [JSON.stringify(data.listSteps)],
  );
  await em.execute(
    `insert into self_report (item_id, member_id, status, requested_at, general_comment, sent_at)
     select "itemId", "memberId", status, "requestedAt", "generalComment", "sentAt"
     from jsonb_to_recordset(?::jsonb) as report("itemId" uuid, "memberId" uuid, status text, "requestedAt" timestamptz,
       "generalComment" text, "sentAt" timestamptz)`,
    [JSON.stringify(data.reports)],
  );
  await em.execute(
    `insert into residence_contact (member_id, branch_id, item_id, since)
     select "memberId", "branchId", "itemId", since
     from jsonb_to_recordset(?::jsonb) as contact("memberId" uuid, "branchId" uuid, "itemId" uuid, since date)`,
    [JSON.stringify(data.contacts)],
  );
}

const by = (step: string) =>
  `(${step}->>'memberId')::uuid, ${step}->>'name', ${step}->>'title', (${step}->>'at')::timestamptz`;

/** The sheets, and for the year-end what the delivered ones come to; their signatures are recorded before. */
async function loadSheets(em: SqlEntityManager, sheets: readonly DemoSheet[]): Promise<void> {
  await em.execute(
    `insert into comment_sheet (id, item_id, status, exemplary_conduct, civic_duty, meeting_attendance, contact_keeping,
       mobilisation, proposal, other_comment, meeting_on, front_committee_met,
       drafted_by_member_id, drafted_by_name, drafted_by_title, drafted_at,
       confirmed_by_member_id, confirmed_by_name, confirmed_by_title, confirmed_at,
       approved_by_member_id, approved_by_name, approved_by_title, approved_at,
       sent_by_member_id, sent_by_name, sent_by_title, delivered_at, signature_id)
     select sheet.id, "itemId",
       case when sent is not null then 'DELIVERED' when approved is not null then 'APPROVED'
         when confirmed is not null then 'SUBMITTED' else 'DRAFT' end,
       "exemplaryConduct", "civicDuty", "meetingAttendance", "contactKeeping", mobilisation, proposal, "otherComment",
       "meetingOn", true, ${['drafted', 'confirmed', 'approved', 'sent'].map(by).join(', ')}, signature.id
     from jsonb_to_recordset(?::jsonb) as sheet(id uuid, "itemId" uuid, "exemplaryConduct" text, "civicDuty" text,
       "meetingAttendance" text, "contactKeeping" text, mobilisation text, proposal text, "otherComment" text,
       "meetingOn" date, drafted jsonb, confirmed jsonb, approved jsonb, sent jsonb)
     left join document_signature signature on signature.subject_kind = ? and signature.subject_id = sheet.id`,
    [JSON.stringify(sheets), SHEET_KIND],
  );
  await em.execute(
    `insert into year_end_comment (member_id, year, item_id, sheet_id, delivered_at, received_at)
     select item.member_id, item.yearly_year, item.id, sheet.id, sheet.delivered_at,
       (select max(at) from comment_item_history line where line.item_id = item.id and line.action = 'RECEIVE')
     from comment_sheet sheet join comment_item item on item.id = sheet.item_id
     where sheet.status = 'DELIVERED' and item.yearly_year is not null`,
  );
}

/**
 * Loads what hangs on the lists and items of the demo province, in one transaction after the signatures of delivered sheets were made; a
 * second call does nothing. A delivered sheet whose signer has no certificate, and every one where nobody signs, is left out.
 */
export async function loadDemoPapers(
  em: SqlEntityManager,
  data: EvaluationDemoPapers,
  signing: DemoSigning | null,
): Promise<void> {
  const loaded = await em.execute('select from comment_list_row limit 1');
  if (loaded.length > 0) return;
  const signatures = signing ? await signDemoSheets(signing, data.sheets) : [];
  const signed = new Set(signatures.map(({ subjectId }) => subjectId));
  const sheets = data.sheets.filter(({ id, sent }) => sent === null || signed.has(id));
  await em.transactional(async (inner) => {
    await loadPlain(inner, data);
    for (const signature of signatures) await recordSignature(inner, signature, { chain: false });
    await loadSheets(inner, sheets);
  });
}
