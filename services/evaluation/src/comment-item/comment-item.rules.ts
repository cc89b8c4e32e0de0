import type { Role } from '@dang/access/role';
import { type AvailableAction, availableActions } from '@dang/workflow/decide';
import type { Seat } from '../seat.ts';
import { awaitedStates, type CommentItemState, commentItemWorkflow } from './comment-item.workflow.ts';

export type CommentItemType = 'REQUEST_COMMENT' | 'INTRODUCE' | 'INTRODUCE_AND_REQUEST';

/** What the rules must know of an item. */
export interface ItemFacts {
  readonly memberId: string;
  readonly type: CommentItemType;
  readonly status: CommentItemState;
  readonly workplaceUnitId: string;
  readonly residenceUnitId: string;
  readonly residenceBranchId: string | null;
  readonly sheetComplete: boolean;
  /** A sheet is in the making that replaces a delivered one. */
  readonly correcting: boolean;
}

/** From where an actor looks at one item: their own member id, the capacity they act in, and which side lies in its scope. */
export interface Standpoint {
  readonly memberId: string | null;
  readonly capacity: { readonly role: Role; readonly unitId: string } | null;
  /** The member's workplace branch lies in the unit of the capacity. */
  readonly workplaceInScope: boolean;
  /** The capacity is the residence committee, the residence branch, or a unit between them. */
  readonly residenceInScope: boolean;
}

const leaders: ReadonlySet<Role> = new Set<Role>([
  'BRANCH_SECRETARY',
  'BRANCH_DEPUTY_SECRETARY',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_DEPUTY_SECRETARY',
]);
const delegates: ReadonlySet<Role> = new Set<Role>(['BRANCH_DELEGATE', 'COMMITTEE_DELEGATE']);

/**
 * What an actor is to an item. Empty means that the item is not there for them: only the member, the workplace branch and
 * its ancestors, the residence branch and its committee see it (domain, rules of the comments). Acting needs a position
 * in the very unit whose turn it is; `VIEWER`s may look.
 */
export function relationsTo(item: ItemFacts, standpoint: Standpoint): ReadonlySet<string> {
  const relations = new Set<string>();
  if (standpoint.memberId === item.memberId) relations.add('MEMBER');
  const { capacity } = standpoint;
  if (!capacity) return relations;
  const { role, unitId } = capacity;
  if (standpoint.workplaceInScope) {
    relations.add('WORKPLACE_VIEWER');
    if (unitId === item.workplaceUnitId && leaders.has(role)) relations.add('WORKPLACE_LEADER');
    if (unitId === item.workplaceUnitId && delegates.has(role)) relations.add('WORKPLACE_DELEGATE');
  }
  if (standpoint.residenceInScope) {
    relations.add('RESIDENCE_VIEWER');
    if (unitId === item.residenceBranchId && leaders.has(role)) relations.add('RESIDENCE_BRANCH_LEADER');
    if (unitId === item.residenceUnitId && leaders.has(role)) relations.add('RESIDENCE_COMMITTEE_LEADER');
    if (unitId === item.residenceUnitId && delegates.has(role)) relations.add('RESIDENCE_COMMITTEE_DELEGATE');
  }
  return relations;
}

/** From where somebody who sits there looks at an item that they were given. */
export const standpointOn = (
  { workplaceInScope, residenceInScope }: Pick<Standpoint, 'workplaceInScope' | 'residenceInScope'>,
  { memberId, role, scopeUnitId }: Pick<Seat, 'memberId' | 'role' | 'scopeUnitId'>,
): Standpoint => ({
  memberId,
  capacity: role && scopeUnitId ? { role, unitId: scopeUnitId } : null,
  workplaceInScope,
  residenceInScope,
});

/** The guards of the table for one item and one actor. Nobody decides on their own case. */
export function factsOf(item: ItemFacts, actorMemberId: string | null) {
  return {
    asksForComment: item.type === 'INTRODUCE' ? 'INTRODUCTION_ONLY' : true,
    introducesOnly: item.type === 'INTRODUCE' ? true : 'COMMENT_REQUESTED',
    notOwnCase: item.memberId === actorMemberId ? 'OWN_CASE' : true,
    sheetComplete: item.sheetComplete ? true : 'SHEET_INCOMPLETE',
    correcting: item.correcting ? true : 'WRONG_STATE',
    nothingDelivered: item.correcting ? 'WRONG_STATE' : true,
  } as const;
}

/** Why a sheet went back, or is replaced: such a reason speaks of what the sheet says. */
const aboutSheets: ReadonlySet<string> = new Set(['RETURN_SHEET', 'START_CORRECTION']);

/**
 * May somebody read the reason of this step? What is said about a sheet in the making is for the residence side alone, and not for the
 * member whatever office they hold; the reason of a correction comes to the others with the sheet (`correctionReason`).
 */
export const mayReadReason = (
  action: string,
  item: Pick<ItemFacts, 'memberId'>,
  { memberId, residenceInScope }: Pick<Standpoint, 'memberId' | 'residenceInScope'>,
): boolean => !aboutSheets.has(action) || (residenceInScope && memberId !== item.memberId);

/** Every action of the item's state with whether this actor may take it now, from the table that decides. */
export function actionsOn(
  item: ItemFacts,
  standpoint: Standpoint,
  stepUpFresh: boolean,
): AvailableAction<
  string,
  'INTRODUCTION_ONLY' | 'COMMENT_REQUESTED' | 'OWN_CASE' | 'SHEET_INCOMPLETE' | 'WRONG_STATE'
>[] {
  return availableActions(commentItemWorkflow, {
    state: item.status,
    relations: relationsTo(item, standpoint),
    facts: factsOf(item, standpoint.memberId),
    stepUpFresh,
  });
}

/** Whether the sheet should have come by now. `dueOn` and `today` are `YYYY-MM-DD`; the last day of the term still counts as in time. */
export function isOverdue(item: { status: CommentItemState; dueOn: string | null }, today: string): boolean {
  return item.dueOn !== null && today > item.dueOn && awaitedStates.includes(item.status);
}

/** The unit whose turn it is, or for a finished item the one that acted last: what reports count a dossier under. */
export function actingUnitOf(item: Omit<ItemFacts, 'correcting'>): string {
  switch (item.status) {
    case 'SENT':
      return item.type === 'INTRODUCE'
        ? (item.residenceBranchId ?? item.residenceUnitId)
        : item.residenceUnitId;
    case 'AT_BRANCH':
    case 'DRAFTING':
    case 'INTRODUCED':
      return item.residenceBranchId ?? item.residenceUnitId;
    case 'SUBMITTED':
    case 'APPROVED':
      return item.residenceUnitId;
    case 'RETURNED':
    case 'DELIVERED':
    case 'RECEIVED':
    case 'CANCELLED':
      return item.workplaceUnitId;
  }
}
