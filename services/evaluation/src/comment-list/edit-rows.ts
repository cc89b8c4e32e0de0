import { getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type {
  AddToCommentListInput,
  ChangeCommentListRowsInput,
  CommentListRowChange,
  RemoveFromCommentListInput,
} from '../generated/graph.ts';
import { actOnList, type ListInput, type OpenedList } from './act-on-list.ts';
import {
  CALL_LIMIT,
  chooseRows,
  exemptionOf,
  type ListFrame,
  type RowRefusal,
  type RowRefusals,
  refuseBar,
  refuseRows,
} from './choose-rows.ts';
import { choiceOf, frameOf } from './create-list.ts';
import { findRows, insertRows, type ListRow, updateRows } from './list-row.rows.ts';
import {
  findListedMembers,
  findPlaces,
  type ListedMember,
  type PlaceRow,
  residenceAt,
} from './member-facts.rows.ts';
import { type RowBar, residenceFits, rowBar } from './row.rules.ts';

const REASON_LIMIT = 500;

/** Edits the rows of a list; one that was rejected is a draft again. */
function editList(
  em: SqlEntityManager,
  context: GraphContext,
  input: ListInput,
  work: (opened: OpenedList, frame: ListFrame) => Promise<Refusal | object>,
): Promise<Refusal | Done> {
  return actOnList(em, context, 'EDIT', input, async (opened) => {
    const { list, today } = opened;
    const outcome = await work(opened, frameOf(await getUnit(em, list.unitId), list, today));
    return isRefusal(outcome) ? outcome : { set: {}, after: outcome };
  });
}

/** Puts members onto a list: those that are named, and everybody of whole units who may be asked for. Runs inside `mutate`. */
export function addToCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: AddToCommentListInput,
  refused: RowRefusals,
): Promise<Refusal | Done> {
  return editList(em, context, input, async ({ list }, frame) => {
    const present = new Set((await findRows(em, list.id)).map(({ memberId }) => memberId));
    const rows = await chooseRows(em, frame, choiceOf(input), present, refused);
    if (isRefusal(rows)) return rows;
    await insertRows(em, list.id, rows);
    return { added: rows.length };
  });
}

/** Takes members off a list. Refuses those who are not on it, each by name. Runs inside `mutate`. */
export function removeFromCommentList(
  em: SqlEntityManager,
  context: GraphContext,
  input: RemoveFromCommentListInput,
  refused: RowRefusals,
): Promise<Refusal | Done> {
  const { memberIds } = input;
  return editList(em, context, input, async ({ list }) => {
    if (memberIds.length > CALL_LIMIT || memberIds.length === 0)
      return refuse('INVALID_INPUT', { field: 'memberIds' });
    const gone: { id: string }[] = await em.execute(
      'delete from comment_list_row where list_id = ? and member_id = any(array[?]::uuid[]) returning member_id as id',
      [list.id, memberIds],
    );
    const done = new Set(gone.map(({ id }) => id));
    const missing = [...new Set(memberIds)].filter((id) => !done.has(id)).map(notOnList);
    return refuseRows(refused, missing, 'memberIds') ?? { removed: gone.length };
  });
}

const notOnList = (memberId: string): RowRefusal => ({
  memberId,
  memberName: null,
  refusal: refuse('NOT_FOUND'),
});

/** Changes what is asked for members on a list, or where they live. Refuses each with its own reason. Runs inside `mutate`. */
export function changeCommentListRows(
  em: SqlEntityManager,
  context: GraphContext,
  input: ChangeCommentListRowsInput,
  refused: RowRefusals,
): Promise<Refusal | Done> {
  return editList(em, context, input, async ({ list }, frame) => {
    const changes = new Map(input.rows.map((row) => [row.memberId, row]));
    if (input.rows.length > CALL_LIMIT || input.rows.length === 0 || changes.size < input.rows.length)
      return refuse('INVALID_INPUT', { field: 'rows' });
    const ids = [...changes.keys()];
    const rows = new Map((await findRows(em, list.id, ids)).map((row) => [row.memberId, row]));
    const missing = ids.filter((id) => !rows.has(id)).map(notOnList);
    const unknown = refuseRows(refused, missing, 'rows');
    if (unknown) return unknown;
    const wished = input.rows.flatMap(({ residenceId }) => (residenceId ? [residenceId] : []));
    const places = await findPlaces(em, wished, frame.today);
    const choice = { where: 'member.id = any(array[?]::uuid[])', values: [ids] };
    const members = await findListedMembers(em, frame, choice);
    const changed = members.map((member) => {
      const change = changes.get(member.memberId) as CommentListRowChange;
      return changedRow(rows.get(member.memberId) as ListRow, member, change, places, frame);
    });
    const refusals = changed.flatMap(({ member: { memberId, fullName }, bar }) =>
      bar ? [{ memberId, memberName: fullName, refusal: refuseBar(bar, frame) }] : [],
    );
    const refusal = refuseRows(refused, refusals, 'rows');
    if (refusal) return refusal;
    await updateRows(
      em,
      list.id,
      changed.map(({ row }) => row),
    );
    return { changed: changed.length };
  });
}

/** A row as it would be after a change, and why it may not be so. */
function changedRow(
  row: ListRow,
  member: ListedMember,
  change: CommentListRowChange,
  places: ReadonlyMap<string, PlaceRow>,
  frame: ListFrame,
): { member: ListedMember; row: ListRow; bar: RowBar | null } {
  const given = change.inclusionReason;
  const exemption = exemptionOf(member);
  const inclusionReason =
    given === undefined || exemption === null ? row.inclusionReason : tidyText(given ?? '') || null;
  const next = {
    ...row,
    exemption,
    type: change.type ?? row.type,
    selfReportRequired: change.selfReportRequired ?? row.selfReportRequired,
    inclusionReason,
  };
  if ((inclusionReason ?? '').length > REASON_LIMIT)
    return { member, row: next, bar: { code: 'INVALID_INPUT' } };
  const bar = rowBar(member, { ...frame, ...next });
  if (bar || !change.residenceId) return { member, row: next, bar };
  const place = places.get(change.residenceId) ?? null;
  if (!residenceFits(place, member.branchId)) return { member, row: next, bar: { code: 'RESIDENCE_MISFIT' } };
  return {
    member,
    row: { ...next, ...residenceAt(place, member.branchId), residenceAdjusted: true },
    bar: null,
  };
}
