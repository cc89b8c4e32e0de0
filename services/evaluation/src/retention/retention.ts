import { storageOf } from '@dang/documents/files/storage';
import { forgetDocumentsOf } from '@dang/documents/files/stored-file';
import {
  type Forgetting,
  type Forgotten,
  keepsAuditTrail,
  type RetentionRule,
} from '@dang/service/retention';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { LIST_KIND } from '../comment-list/sign-list.ts';
import { reportFiles } from '../self-report/write-report.ts';
import { SHEET_KIND } from '../sheet/sheet.rows.ts';

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Items that were closed before this day, and everything that was written, brought and signed for them. */
async function forgetItems(em: SqlEntityManager, endedBefore: string, limit: number) {
  const items = idsOf(
    await em.execute(
      'select id from comment_item where closed_on < ? order by closed_on, id limit ? for update skip locked',
      [endedBefore, limit],
    ),
  );
  if (items.length === 0) return { items, keys: [] };
  await em.execute('delete from year_end_comment where item_id in (?)', [items]);
  await em.execute('update residence_contact set item_id = null where item_id in (?)', [items]);
  await em.execute('delete from item_notice where item_id in (?)', [items]);
  await em.execute('delete from self_report_step where item_id in (?)', [items]);
  await em.execute('delete from self_report where item_id in (?)', [items]);
  await em.execute('delete from comment_item_history where item_id in (?)', [items]);
  await em.execute(`select set_config('dang.forgets_records', 'on', true)`);
  const sheets = idsOf(
    await em.execute('delete from comment_sheet where item_id in (?) returning id', [items]),
  );
  const keys = [
    ...(await forgetDocumentsOf(em, SHEET_KIND, [...sheets, ...items])),
    ...(await forgetDocumentsOf(em, reportFiles, items)),
  ];
  await em.execute('delete from comment_item where id in (?)', [items]);
  return { items, keys };
}

/** Lists that were sent before this day and of which no item is left. */
async function forgetEmptyLists(em: SqlEntityManager, endedBefore: string, limit: number) {
  const lists = idsOf(
    await em.execute(
      `select id from comment_list list where sent_at < ? and status in ('SENT', 'COMPLETED')
         and not exists (select from comment_item where list_id = list.id) order by sent_at limit ? for update skip locked`,
      [endedBefore, limit],
    ),
  );
  if (lists.length === 0) return { lists, keys: [] };
  await em.execute('delete from comment_list_row where list_id in (?)', [lists]);
  await em.execute('delete from comment_list_history where list_id in (?)', [lists]);
  await em.execute('delete from comment_list where id in (?)', [lists]);
  return { lists, keys: await forgetDocumentsOf(em, LIST_KIND, lists) };
}

const FILES_AT_ONCE = 16;

async function forgetSheets({ em, endedBefore, limit, environment }: Forgetting): Promise<Forgotten> {
  const { items, keys } = await forgetItems(em, endedBefore, limit);
  const left = limit - items.length;
  const empty = left > 0 ? await forgetEmptyLists(em, endedBefore, left) : { lists: [], keys: [] };
  const all = [...keys, ...empty.keys];
  const afterwards = async () => {
    const storage = storageOf(environment);
    for (let at = 0; at < all.length; at += FILES_AT_ONCE)
      await Promise.all(all.slice(at, at + FILES_AT_ONCE).map((key) => storage.remove(key)));
  };
  return { count: items.length + empty.lists.length, afterwards };
}

/** How long evaluation keeps what it holds (domain A35). */
export const evaluationRetention: readonly RetentionRule[] = [
  {
    record: 'COMMENT_SHEETS',
    what: 'Requests for a comment that were closed, with their sheets, self reports, signatures and files, and lists of which nothing is left',
    keepMonths: 120,
    leastMonths: 120,
    source: 'A35',
    forget: forgetSheets,
  },
  keepsAuditTrail,
];
