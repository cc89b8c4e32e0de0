import type { Actor } from '@dang/access/actor';
import { permissionsOf, type Role } from '@dang/access/role';
import type { CommentListState } from './comment-list.workflow.ts';

/** What the rules must know of a list. */
export interface ListFacts {
  readonly unitId: string;
  readonly status: CommentListState;
  readonly createdByMemberId: string | null;
  readonly createdByRole: string | null;
}

/** How many rows a list has, and of how many the residence organisation is not known. */
export interface RowFigures {
  readonly rows: number;
  readonly withoutResidence: number;
}

/** For whom somebody else must approve: who prepared as a delegate, or whoever prepared (domain 2.3, `evaluation.fourEyes`). */
export type FourEyes = 'DELEGATES' | 'EVERYBODY';

/** A list is over a branch or over a committee, by what its unit is. */
export const scopeOfUnit = (type: string): 'BRANCH' | 'COMMITTEE' =>
  type === 'BRANCH' || type === 'GRASSROOTS_BRANCH' ? 'BRANCH' : 'COMMITTEE';

/**
 * What an actor is to a list that lies in their scope: a reader; and whoever holds a position in its very unit prepares, approves and sends
 * as the role allows. A committee reads the lists of its branches, it does not act on them.
 */
export function relationsToList(list: Pick<ListFacts, 'unitId'>, actor: Actor): ReadonlySet<string> {
  const relations = new Set(['READER']);
  const { capacity } = actor;
  if (capacity?.unitId !== list.unitId) return relations;
  const permissions = permissionsOf(capacity.role);
  if (permissions.has('COMMENT_LIST_PREPARE')) relations.add('PREPARER');
  if (permissions.has('COMMENT_LIST_APPROVE')) relations.add('APPROVER');
  if (permissions.has('COMMENT_LIST_SEND')) relations.add('SENDER');
  return relations;
}

const delegates: ReadonlySet<string | null> = new Set<Role>(['BRANCH_DELEGATE', 'COMMITTEE_DELEGATE']);

/** The guards of the table for one list and one actor. */
export function factsOfList(
  list: ListFacts,
  figures: RowFigures,
  actorMemberId: string | null,
  fourEyes: FourEyes,
) {
  const isOwn = list.createdByMemberId !== null && list.createdByMemberId === actorMemberId;
  const needsSecond = fourEyes === 'EVERYBODY' || delegates.has(list.createdByRole);
  return {
    hasRows: figures.rows > 0 || 'LIST_EMPTY',
    residencesKnown: figures.withoutResidence === 0 || 'RESIDENCE_UNKNOWN',
    secondPerson: !(isOwn && needsSecond) || 'SECOND_PERSON_REQUIRED',
    isApproved: list.status === 'APPROVED' || 'LIST_NOT_APPROVED',
  } as const;
}
