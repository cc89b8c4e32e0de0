import { subtreePath } from '@dang/reference/units';
import { nameKeyOf } from '@dang/vietnam/name-order';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';

/** A branch and month as they are announced, or as they would be; `id` null: not announced. */
export interface AnnouncementRow {
  readonly id: string | null;
  readonly branchId: string;
  readonly month: Month;
  readonly announcedOn: string | null;
  readonly dueOn: string | null;
  readonly by: { readonly name: string; readonly title: string | null } | null;
}

/** What a member has to pay; amounts are whole đồng as text. */
export interface LineRow {
  readonly memberId: string;
  readonly amount: string;
  readonly arrears: string;
  readonly isAnnounced: boolean;
}

/** What all lines add up to. */
export interface LineSums {
  readonly members: number;
  readonly membersWaiting: number;
  readonly amount: string;
  readonly arrears: string;
}

export interface WaitingBranchRow {
  readonly branchId: string;
  readonly members: number;
  readonly amount: string;
}

const announcementColumns = `id, branch_id as "branchId", to_char(period, 'YYYY-MM') as month, announced_on as "announcedOn",
  due_on as "dueOn", announced_by as by`;

/** The announcement of this id; null when there is none. */
export async function findAnnouncement(em: SqlEntityManager, id: string): Promise<AnnouncementRow | null> {
  const [row] = await em.execute<AnnouncementRow[]>(
    `select ${announcementColumns} from dues_announcement where id = ?`,
    [id],
  );
  return row ?? null;
}

/** What each branch has announced for the month, or the frame of what it would announce, in the order of the ids. */
export async function findAnnouncements(
  em: SqlEntityManager,
  branchIds: readonly string[],
  month: Month,
): Promise<AnnouncementRow[]> {
  const rows = await em.execute<AnnouncementRow[]>(
    `select ${announcementColumns} from dues_announcement where branch_id = any(?::uuid[]) and period = ?`,
    [uuidArray(branchIds), `${month}-01`],
  );
  const known = new Map(rows.map((row) => [row.branchId, row]));
  const frame = { id: null, month, announcedOn: null, dueOn: null, by: null };
  return branchIds.map((branchId) => known.get(branchId) ?? { ...frame, branchId });
}

/**
 * SQL of the lines of the announcements `asked` (see `askedOf`): who was told, as they were told, and in place of that who has a draft,
 * as it is now; without an announcement everybody who owes something.
 */
const lines = `
  jsonb_to_recordset(?::jsonb) as asked(number int, id uuid, "branchId" uuid, day date)
  cross join lateral (
    select coalesce(owed.member_id, told.member_id) as member_id, coalesce(owed.amount, told.amount) as amount,
      coalesce(owed.arrears, told.arrears) as arrears, owed.member_id is null as is_announced
    from (
      select member_id, amount, arrears from dues_announcement_line where announcement_id = asked.id) as told
    full join (
      select member_id, coalesce(sum(amount - paid) filter (where period = asked.day), 0) as amount,
        coalesce(sum(amount - paid) filter (where period < asked.day), 0) as arrears
      from member_charge
      where branch_id = asked."branchId" and period <= asked.day and status not in ('DEFERRED', 'PAID', 'WAIVED')
      group by member_id
      having bool_or(status = 'DRAFT') or asked.id is null) as owed using (member_id)) as line`;

const askedOf = (announcements: readonly AnnouncementRow[]): string =>
  JSON.stringify(
    announcements.map(({ id, branchId, month }, number) => ({ number, id, branchId, day: `${month}-01` })),
  );

/** Where a line stands in its announcement: by name as Vietnamese lists sort them, then by id. */
interface LinePlace {
  readonly nameKey: string;
  readonly memberId: string;
}

const isAfter = (line: LinePlace, place: LinePlace): boolean =>
  line.nameKey === place.nameKey ? line.memberId > place.memberId : line.nameKey > place.nameKey;

/**
 * A page of lines by the names of the members, after the given place. A branch has some hundred members at most, and the lines of all of
 * them are counted anyway: they are sorted here.
 */
export async function findLines(
  em: SqlEntityManager,
  announcement: AnnouncementRow,
  { after, limit }: { after: LinePlace | null; limit: number },
): Promise<(LineRow & LinePlace)[]> {
  const rows = await em.execute<(LineRow & { fullName: string })[]>(
    `select line.member_id as "memberId", amount, arrears, is_announced as "isAnnounced", coalesce(full_name, '') as "fullName"
     from ${lines} left join member_copy member on member.id = line.member_id`,
    [askedOf([announcement])],
  );
  return rows
    .map(({ fullName, ...row }) => ({ ...row, nameKey: nameKeyOf(fullName) }))
    .filter((row) => after === null || isAfter(row, after))
    .sort((a, b) => (isAfter(a, b) ? 1 : -1))
    .slice(0, limit);
}

/** What all lines of each announcement add up to, in the order of the announcements. */
export async function sumLines(
  em: SqlEntityManager,
  announcements: readonly AnnouncementRow[],
): Promise<LineSums[]> {
  const rows = await em.execute<(LineSums & { number: number })[]>(
    `select number, count(*)::int as members, (count(*) filter (where not is_announced))::int as "membersWaiting",
       sum(amount)::bigint as amount, sum(arrears)::bigint as arrears
     from ${lines} group by number`,
    [askedOf(announcements)],
  );
  const known = new Map(rows.map((row) => [row.number, row]));
  const nothing = { members: 0, membersWaiting: 0, amount: '0', arrears: '0' };
  return announcements.map((_, number) => known.get(number) ?? nothing);
}

/** Branches at or below a unit in which drafts of the month wait to be announced, in the order of their ids. */
export async function findWaitingBranches(
  em: SqlEntityManager,
  unitId: string,
  { month, after, limit }: { month: Month; after: string | null; limit: number },
): Promise<WaitingBranchRow[]> {
  const path = await subtreePath(em, unitId);
  if (path === null) return [];
  return em.execute(
    `select unit.id as "branchId", waiting.members, waiting.amount
     from unit_copy unit
     cross join lateral (
       select count(*)::int as members, sum(amount) as amount from dues_charge
       where period = ?::date and branch_id = unit.id and status = 'DRAFT') as waiting
     where unit.path <@ ?::ltree and waiting.members > 0 and (?::uuid is null or unit.id > ?::uuid)
       and not exists (select from dues_announcement known where known.branch_id = unit.id and known.period = ?::date)
     order by unit.id
     limit ?`,
    [`${month}-01`, path, after, after, `${month}-01`, limit],
  );
}
