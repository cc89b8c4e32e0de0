import { attachFile } from '@dang/documents/files/stored-file';
import { CommentSheetsSubmitted } from '@dang/events/contracts/evaluation/comment-sheets-submitted';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { finishItem, openItem } from '../comment-item/item-act.ts';
import type { EnterPaperCommentSheetInput } from '../generated/graph.ts';
import { acceptIntroduction } from './sheet.acts.ts';
import { fillIn } from './sheet.content.ts';
import { beginSheet, changeSheet, getOpenSheet, personColumns, SHEET_KIND } from './sheet.rows.ts';
import { barToSubmit, type SheetContent } from './sheet.rules.ts';

const REFERENCE_LIMIT = 100;

const empty: SheetContent = {
  exemplaryConduct: null,
  civicDuty: null,
  meetingAttendance: null,
  contactKeeping: null,
  mobilisation: null,
  proposal: null,
  otherComment: null,
};

/** What a paper leaves out is not on it, whatever was drafted before; the criteria are all there. */
const unsaid = { other_comment: null, meeting_on: null, front_committee_met: false };

/**
 * Enters a sheet that exists on paper, signed by hand, with its scan (domain 10.3): as whole as one that is submitted, and from then on
 * through the same states; it is sent with its scan in place of a digital signature. Refuses what is missing of it, `INVALID_INPUT` for
 * the channel ONLINE or a reference of no or more than 100 characters, `SCAN_REQUIRED`, and a scan that is not the actor's
 * (`FILE_NOT_UPLOADED`, `FILE_IN_USE`). Runs inside `mutate`.
 */
export async function enterPaperSheet(
  em: SqlEntityManager,
  context: GraphContext,
  { itemId, expectedVersion, channel, paperReference, scanId, content: given }: EnterPaperCommentSheetInput,
): Promise<Refusal | Done> {
  const act = await openItem(em, context, 'ENTER_PAPER_SHEET', { itemId, expectedVersion });
  if (isRefusal(act)) return act;
  const { item, actor, today } = act;
  const reference = tidyText(paperReference);
  if (channel === 'ONLINE') return refuse('INVALID_INPUT', { field: 'channel' });
  if (reference.length < 1 || reference.length > REFERENCE_LIMIT)
    return refuse('INVALID_INPUT', { field: 'paperReference' });
  const filled = fillIn(empty, given, today);
  if (isRefusal(filled)) return filled;
  const bar = barToSubmit(filled.content);
  if (bar) return bar;
  if (!scanId) return refuse('SCAN_REQUIRED', { field: 'scanId' });
  const now = context.clock.now();
  if (item.status === 'AT_BRANCH') {
    await acceptIntroduction(act);
    await beginSheet(em, item.id, { ...personColumns('drafted', actor), drafted_at: now });
  }
  const sheet = await getOpenSheet(em, item.id);
  const unattached = await attachFile(em, actor, scanId, { kind: SHEET_KIND, id: sheet.id }, 'scanId');
  if (unattached) return unattached;
  await changeSheet(em, sheet.id, {
    ...unsaid,
    ...filled.set,
    ...personColumns('drafted', actor),
    ...personColumns('confirmed', actor),
    confirmed_at: now,
    status: 'SUBMITTED',
    channel,
    paper_reference: reference,
    scan_id: scanId,
  });
  const { number, residenceUnitId, residenceBranchId } = item;
  const data = {
    residenceUnitId,
    residenceBranchId: residenceBranchId ?? residenceUnitId,
    items: [{ itemId, number }],
  };
  await recordEvents(em, CommentSheetsSubmitted, [{ aggregateId: residenceUnitId, data }]);
  return finishItem(act, { sheet_complete: true });
}
