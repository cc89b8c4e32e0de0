import type { Actor } from '@dang/access/actor';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { NoticeKind, NoticeSubject } from './notice.kinds.ts';

/** A notice as its recipient reads it. */
export type NoticeRow = {
  id: string;
  at: Date;
  kind: NoticeKind;
  mandatory: boolean;
  title: string;
  body: string;
  subjectKind: NoticeSubject;
  subjectId: string;
  number: string | null;
  readAt: Date | null;
};

/** The ids under which notices come to somebody: the account, and the member whom an active account speaks for. */
export const recipientsOf = ({ accountId, memberId }: Actor): string[] =>
  memberId === null ? [accountId] : [memberId, accountId];

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Notices of these recipients, newest first, from behind `after` on. */
export async function findNotices(
  em: SqlEntityManager,
  recipients: readonly string[],
  { limit, after, unreadOnly }: { limit: number; after: string | null; unreadOnly: boolean },
): Promise<NoticeRow[]> {
  const rows = await em.execute<(Omit<NoticeRow, 'at' | 'readAt'> & { at: string; readAt: string | null })[]>(
    `select notice.* from unnest(array[?]::uuid[]) as own(id)
     cross join lateral (
       select id, at, kind, mandatory, title, body, subject_kind as "subjectKind", subject_id as "subjectId", number,
         read_at as "readAt"
       from notice
       where recipient = own.id and id < ? ${unreadOnly ? 'and read_at is null' : ''}
       order by id desc limit ?
     ) notice
     order by notice.id desc limit ?`,
    [recipients, after ?? last, limit, limit],
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    readAt: row.readAt === null ? null : new Date(row.readAt),
  }));
}

/** How many notices of these recipients are unread. */
export async function countUnread(em: SqlEntityManager, recipients: readonly string[]): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from notice where recipient = any(array[?]::uuid[]) and read_at is null',
    [recipients],
  );
  return row?.count ?? 0;
}

/** Marks those of the named notices that belong to these recipients; answers how many do, read before or not. */
export async function markRead(
  em: SqlEntityManager,
  recipients: readonly string[],
  ids: readonly string[],
): Promise<number> {
  const rows = await em.execute<unknown[]>(
    `update notice set read_at = coalesce(read_at, now())
     where id = any(array[?]::uuid[]) and recipient = any(array[?]::uuid[]) returning id`,
    [ids, recipients],
  );
  return rows.length;
}

/** Marks everything that came no later than a notice of these recipients; false when it is not theirs. */
export async function markReadThrough(
  em: SqlEntityManager,
  recipients: readonly string[],
  through: string,
): Promise<boolean> {
  if ((await markRead(em, recipients, [through])) === 0) return false;
  await em.execute(
    `update notice set read_at = now()
     where recipient = any(array[?]::uuid[]) and id <= ? and read_at is null`,
    [recipients, through],
  );
  return true;
}
