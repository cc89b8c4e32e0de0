import { type AvailableAction, availableActions } from '@dang/workflow/decide';
import { type ItemFacts, relationsTo, type Standpoint } from '../comment-item/comment-item.rules.ts';
import { type CommentItemState, closedStates } from '../comment-item/comment-item.workflow.ts';
import { type SelfReportState, selfReportWorkflow } from './self-report.workflow.ts';

/** What somebody sees of a report: all of it, how far it is, or not even that there is one. */
export type ReportSight = 'WHOLE' | 'STATE' | 'NOTHING';

/** The states in which the residence branch meets and writes; only then the report is before it. */
const writingStates: readonly CommentItemState[] = ['AT_BRANCH', 'DRAFTING'];

/**
 * What somebody who stands there sees of the report on an item: the member their own; the workplace what was sent; the residence
 * branch what was sent, as long as it writes the sheet; nobody else anything (domain 7.5).
 */
export function sightOf(item: ItemFacts, status: SelfReportState, standpoint: Standpoint): ReportSight {
  const sent = status === 'SENT';
  if (standpoint.memberId === item.memberId) return 'WHOLE';
  if (standpoint.workplaceInScope) return sent ? 'WHOLE' : 'STATE';
  const isBranch = standpoint.residenceInScope && standpoint.capacity?.unitId === item.residenceBranchId;
  return isBranch && sent && writingStates.includes(item.status) ? 'WHOLE' : 'NOTHING';
}

/** The guards of the table: a closed item takes no report any more, and nobody enters their own from paper. */
export function reportFactsOf(item: ItemFacts, actorMemberId: string | null) {
  return {
    itemOpen: closedStates.includes(item.status) ? 'WRONG_STATE' : true,
    notOwnCase: item.memberId === actorMemberId ? 'OWN_CASE' : true,
  } as const;
}

/** Every action of the report's state with whether this actor may take it now. */
export const reportActionsOn = (
  item: ItemFacts,
  status: SelfReportState,
  standpoint: Standpoint,
): AvailableAction<string, 'WRONG_STATE' | 'OWN_CASE'>[] =>
  availableActions(selfReportWorkflow, {
    state: status,
    relations: relationsTo(item, standpoint),
    facts: reportFactsOf(item, standpoint.memberId),
    stepUpFresh: true,
  });
