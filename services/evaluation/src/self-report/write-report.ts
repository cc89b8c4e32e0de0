import type { Actor } from '@dang/access/actor';
import { attachFile, filesById } from '@dang/documents/files/stored-file';
import { SelfReportSent } from '@dang/events/contracts/evaluation/self-report-sent';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type CommentItemRow, findItems } from '../comment-item/comment-item.rows.ts';
import { relationsTo, type Standpoint, standpointOn } from '../comment-item/comment-item.rules.ts';
import { seatAt } from '../seat.ts';
import { lockReport, type SelfReportRow } from './self-report.rows.ts';
import { reportFactsOf, sightOf } from './self-report.rules.ts';
import { type SelfReportAction, type SelfReportState, selfReportWorkflow } from './self-report.workflow.ts';

const COMMENT_LIMIT = 10_000;

/** What files of a report belong to. */
export const reportFiles = 'SelfReport';

/** What the report is to say; what is not given is not in it any more. */
export interface ReportInput {
  readonly itemId: string;
  readonly expectedVersion: number;
  readonly generalComment?: string | null;
  readonly fileId?: string | null;
}

interface OpenReport {
  readonly actor: Actor;
  readonly item: CommentItemRow;
  readonly report: SelfReportRow;
  readonly to: SelfReportState;
}

/** NFC with its lines kept; null for nothing but blanks. */
const paragraphs = (text: string | null | undefined): string | null =>
  text?.normalize('NFC').replaceAll('\r\n', '\n').trim() || null;

/** Locks the item against being closed meanwhile, then its report, and asks the table. */
async function openReport(
  em: SqlEntityManager,
  { actor }: GraphContext,
  action: SelfReportAction,
  { itemId, expectedVersion }: ReportInput,
): Promise<Refusal | OpenReport> {
  if (!actor) throw new Error('a mutation without an actor');
  const missing = refuse('NOT_FOUND', { field: 'itemId' });
  await em.execute('select from comment_item where id = ? for share', [itemId]);
  const seat = await seatAt(em, actor);
  const [item] = await findItems(
    em,
    seat,
    { where: 'item.id = ?', values: [itemId] },
    { limit: 1, after: null },
  );
  if (!item) return missing;
  const standpoint: Standpoint = standpointOn(item, seat);
  const report = await lockReport(em, itemId);
  if (!report) {
    const mayKnow = sightOf(item, 'REQUESTED', standpoint) !== 'NOTHING';
    return mayKnow ? refuse('REPORT_NOT_REQUESTED', { field: 'itemId' }) : missing;
  }
  if (sightOf(item, report.status, standpoint) === 'NOTHING') return missing;
  const conflict = checkVersion(report.version, expectedVersion);
  if (conflict) return conflict;
  const decision = decide<typeof selfReportWorkflow, RefusalCode>(selfReportWorkflow, {
    state: report.status,
    action,
    relations: relationsTo(item, standpoint),
    facts: reportFactsOf(item, actor.memberId),
    stepUpFresh: true,
  });
  if (decision.refusal === 'WRONG_STATE' && report.status === 'SENT') return refuse('REPORT_SENT');
  if (decision.refusal !== undefined) return refuse(decision.refusal);
  return { actor, item, report, to: decision.to };
}

/** Gives an uploaded file to the report; one that was its own before may come back. */
async function takeFile(
  em: SqlEntityManager,
  actor: Actor,
  { itemId }: SelfReportRow,
  fileId: string | null,
  field: string,
): Promise<Refusal | null> {
  if (fileId === null) return null;
  const known = (await filesById(em, [fileId])).get(fileId.toLowerCase());
  if (known?.attachedKind === reportFiles && known.attachedId === itemId) return null;
  return attachFile(em, actor, fileId, { kind: reportFiles, id: itemId }, field);
}

/** Composed as it is kept, a text may be longer than it came. */
const isTooLong = (text: string | null): boolean => [...(text ?? '')].length > COMMENT_LIMIT;

interface Content {
  readonly generalComment: string | null;
  readonly fileId: string | null;
  /** By which way, and who entered it where it came on paper. */
  readonly paper: { readonly channel: 'PAPER' | 'POST'; readonly actor: Actor } | null;
}

async function keepReport(
  em: SqlEntityManager,
  context: GraphContext,
  action: SelfReportAction,
  { actor, item, report, to }: OpenReport,
  { generalComment, fileId, paper }: Content,
): Promise<Done> {
  const now = context.clock.now();
  // whatever office they hold, members report for themselves
  const capacity = paper?.actor.capacity ?? null;
  await em.execute(
    `update self_report set version = version + 1, status = ?, general_comment = ?, file_id = ?, sent_at = ?, channel = ?,
       entered_by_name = ?, entered_by_title = ? where item_id = ?`,
    [
      to,
      generalComment,
      fileId,
      to === 'SENT' ? now : null,
      paper?.channel ?? 'ONLINE',
      paper ? actor.name : null,
      capacity?.title ?? null,
      item.id,
    ],
  );
  await em.execute(
    `insert into self_report_step (item_id, at, action, from_state, to_state, by_name, by_title, unit_id)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      item.id,
      now,
      action,
      report.status,
      to,
      actor.name,
      capacity?.title ?? 'Đảng viên',
      capacity?.unitId ?? null,
    ],
  );
  const { id, number, memberId, workplaceUnitId, residenceBranchId } = item;
  if (to === 'SENT') {
    const data = { itemId: id, number, memberId, workplaceUnitId, residenceBranchId };
    await recordEvents(em, SelfReportSent, [{ aggregateId: id, data }]);
  }
  const [before, after] = [{ status: report.status }, { status: to }];
  return { id, audit: { unitId: item.workplaceBranchId, memberId, before, after } };
}

/** The member keeps a draft, or sends the report: a comment of their own, a file, or both. */
export async function writeReport(
  em: SqlEntityManager,
  context: GraphContext,
  action: 'SAVE' | 'SEND',
  input: ReportInput,
): Promise<Refusal | Done> {
  const open = await openReport(em, context, action, input);
  if (isRefusal(open)) return open;
  const generalComment = paragraphs(input.generalComment);
  const fileId = input.fileId ?? null;
  if (isTooLong(generalComment)) return refuse('INVALID_INPUT', { field: 'generalComment' });
  if (action === 'SEND' && generalComment === null && fileId === null)
    return refuse('INVALID_INPUT', { field: 'generalComment' });
  const bar = await takeFile(em, open.actor, open.report, fileId, 'fileId');
  return bar ?? keepReport(em, context, action, open, { generalComment, fileId, paper: null });
}

/** An officer of the workplace enters a report that came on paper, with its scan (domain 10.3). */
export async function enterReport(
  em: SqlEntityManager,
  context: GraphContext,
  input: Omit<ReportInput, 'fileId'> & {
    readonly channel: 'ONLINE' | 'PAPER' | 'POST';
    readonly scanId?: string | null;
  },
): Promise<Refusal | Done> {
  const open = await openReport(em, context, 'ENTER', input);
  if (isRefusal(open)) return open;
  if (input.channel === 'ONLINE') return refuse('INVALID_INPUT', { field: 'channel' });
  const fileId = input.scanId ?? null;
  if (fileId === null) return refuse('SCAN_REQUIRED', { field: 'scanId' });
  const generalComment = paragraphs(input.generalComment);
  if (isTooLong(generalComment)) return refuse('INVALID_INPUT', { field: 'generalComment' });
  const bar = await takeFile(em, open.actor, open.report, fileId, 'scanId');
  const paper = { channel: input.channel, actor: open.actor };
  return bar ?? keepReport(em, context, 'ENTER', open, { generalComment, fileId, paper });
}
