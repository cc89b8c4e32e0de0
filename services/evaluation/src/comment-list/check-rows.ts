import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type ListFrame, type RowRefusals, refuseBar, refuseRows } from './choose-rows.ts';
import { findRows, type ListRow } from './list-row.rows.ts';
import { findListedMembers, findPlaces, type ListedMember, type PlaceRow } from './member-facts.rows.ts';
import { type RowBar, residenceFits, rowBar } from './row.rules.ts';

/**
 * Looks at every row of a list anew, before it is submitted and before it is sent: members may have moved, left, or been asked for by
 * another list since. Answers the refusal, with each member's reason in `refused`; null when every row holds. Three statements.
 */
export async function checkRows(
  em: SqlEntityManager,
  listId: string,
  frame: ListFrame,
  refused: RowRefusals,
): Promise<Refusal | null> {
  const rows = await findRows(em, listId);
  const members = await findListedMembers(em, frame, {
    where: 'member.id in (select member_id from comment_list_row where list_id = ?)',
    values: [listId],
  });
  const byId = new Map(members.map((member) => [member.memberId, member]));
  const homes = rows.flatMap(({ residenceBranchId: branch, residenceUnitId: unit }) => branch ?? unit ?? []);
  const places = await findPlaces(em, [...new Set(homes)], frame.today);
  const refusals = rows.flatMap((row) => {
    const bar = barOf(row, byId.get(row.memberId), places, frame);
    const { memberId, memberName } = row;
    return bar ? [{ memberId, memberName, refusal: refuseBar(bar, frame) }] : [];
  });
  return refuseRows(refused, refusals, null);
}

function barOf(
  row: ListRow,
  member: ListedMember | undefined,
  places: ReadonlyMap<string, PlaceRow>,
  frame: ListFrame,
): RowBar | null {
  if (!member) return { code: 'MEMBER_NOT_IN_UNIT' };
  const bar = rowBar(member, { ...frame, ...row });
  if (bar) return bar;
  const home = row.residenceBranchId ?? row.residenceUnitId;
  if (home === null) return { code: 'RESIDENCE_UNKNOWN' };
  return residenceFits(places.get(home) ?? null, member.branchId) ? null : { code: 'RESIDENCE_MISFIT' };
}
