import type { Work } from './work.ts';

const movable = `membership.unit_id = any(array[?]::uuid[]) and membership.kind = ?
  and (?::uuid[] is null or membership.member_id = any(?::uuid[]))`;

/**
 * Moves members (all of them, or those named) into another branch: the membership that runs over the day ends on it, and one
 * at the successor begins; one that began on the day or later is as if it had begun there. Nobody needs a transfer, and both
 * say which reorganisation it was. A temporary stay that would end up at the member's own branch just ends, whichever of the two
 * branches went to the other. Two statements a kind and one for such stays, whatever the number of members.
 */
export async function moveMembers(
  work: Work,
  fromIds: readonly string[],
  toId: string,
  memberIds: readonly string[] | null = null,
): Promise<void> {
  const only = memberIds === null ? null : `{${memberIds.join(',')}}`;
  for (const kind of ['OFFICIAL', 'TEMPORARY'] as const) {
    const who = [fromIds, kind, only, only];
    const later: { id: string }[] = await work.em.execute(
      `update membership set unit_id = ?, version = version + 1
       where ${movable} and membership.valid_from >= ?::date returning member_id as id`,
      [toId, ...who, work.day],
    );
    const running: { id: string }[] = await work.em.execute(
      `with ended as (
         update membership set valid_to = ?::date, end_cause = 'REORGANISATION', end_cause_id = ?, version = version + 1
         where ${movable} and membership.valid_from < ?::date and (membership.valid_to is null or membership.valid_to > ?::date)
         returning membership.member_id, membership.kind, membership.name_key, old.valid_to, old.end_cause, old.end_cause_id
       ),
       started as (
         insert into membership (id, member_id, unit_id, kind, valid_from, valid_to, cause, cause_id, end_cause, end_cause_id, name_key)
         select uuidv7(), member_id, ?, kind, ?::date, valid_to, 'REORGANISATION', ?, end_cause, end_cause_id, name_key
         from ended
         where kind = 'OFFICIAL' or not exists (
           select from membership home
           where home.member_id = ended.member_id and home.kind = 'OFFICIAL' and home.unit_id = ? and home.valid_to is null
         )
       )
       select member_id as id from ended`,
      [work.day, work.id, ...who, work.day, work.day, toId, work.day, work.id, toId],
    );
    const moved = kind === 'OFFICIAL' ? work.moved.official : work.moved.temporary;
    for (const { id } of [...later, ...running]) moved.add(id);
  }
  await endStaysAtHome(work, toId);
}

/** Who has a stay at a branch that is their own now is at home there. */
async function endStaysAtHome(work: Work, branchId: string): Promise<void> {
  const ended: { id: string }[] = await work.em.execute(
    `update membership stay set valid_to = greatest(stay.valid_from, ?::date), end_cause = 'REORGANISATION', end_cause_id = ?,
       version = stay.version + 1
     where stay.unit_id = ? and stay.kind = 'TEMPORARY' and stay.valid_to is null and exists (
       select from membership home
       where home.member_id = stay.member_id and home.kind = 'OFFICIAL' and home.unit_id = stay.unit_id and home.valid_to is null
     )
     returning stay.member_id as id`,
    [work.day, work.id, branchId],
  );
  for (const { id } of ended) work.moved.temporary.add(id);
}

/** Those of the members who do not belong, officially or for a time, to the unit on the day or later. */
export async function findAbsent(
  work: Work,
  unitId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  const rows: { id: string }[] = await work.em.execute(
    `select wanted.id from unnest(array[?]::uuid[]) as wanted(id)
     where not exists (
       select from membership
       where membership.member_id = wanted.id and membership.unit_id = ? and (valid_to is null or valid_to > ?::date)
     )`,
    [memberIds, unitId, work.day],
  );
  return rows.map(({ id }) => id);
}
