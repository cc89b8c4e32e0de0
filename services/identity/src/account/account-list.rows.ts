import { subtreePath } from '@dang/reference/units';
import { readCardNumber } from '@dang/vietnam/identifiers';
import { searchKey } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type AccountRow, accountColumns } from './account.rows.ts';
import type { AccountState } from './account.workflow.ts';
import { readPhone } from './form.rules.ts';

/** Which accounts to list. */
export type AccountFilter = {
  unitId: string;
  status: readonly AccountState[] | null;
  role: string | null;
  text: string | null;
  today: string;
};

/** How a number is found: by its blind index. Null: by name only. */
export type NumberIndex = ((digits: string) => string) | null;

/** Where the page before ended. */
export type AccountPlace = [searchKey: string, id: string];

export type ListedAccount = AccountRow & { searchKey: string };

type Condition = { sql: string; values: unknown[] };

const numberSql = `account.id in (
    select id from account where personal_id_index = ? or card_number_index = ? or phone_index = ? or legacy_card_number = ?
    union all
    select account.id from member join account on account.member_id = member.id
    where member.card_number_index = ? or member.legacy_card_number = ?)`;

/** What is typed into the search field: a whole number, or a part of a name. */
function textCondition(text: string, indexOf: NumberIndex): Condition {
  const card = readCardNumber(text);
  const phone = readPhone(text);
  if (indexOf && (card || phone)) {
    const long = card?.series === 'NEW' ? indexOf(card.digits) : null;
    const old = card?.series === 'OLD' ? card.digits : null;
    return { sql: numberSql, values: [long, long, phone && indexOf(phone), old, long, old] };
  }
  const part = searchKey(text).replace(/[\\%_]/g, '\\$&');
  return { sql: 'account.search_key like ?', values: [`%${part}%`] };
}

const heldRole = `exists (select from held_position held where held.member_id = account.member_id and held.role = ?
    and held.ended_on is null and held.from_date <= ? and coalesce(held.to_date >= ?, true))`;

const namedBranches = 1000;

/**
 * The accounts to look through: of few branches these alone, fenced off (`offset 0`) because the planner else walks all names
 * of a province for one ward (1.1 s of 300,000 accounts); of many, all in the order of their names, since most are in scope.
 */
async function scopeOf(
  em: SqlEntityManager,
  unitId: string,
): Promise<{ source: Condition; condition: Condition } | null> {
  const path = await subtreePath(em, unitId);
  if (path === null) return null;
  const ids = await em.execute<{ id: string }[]>(
    `select id from unit_copy where path <@ ?::ltree and type in ('BRANCH', 'GRASSROOTS_BRANCH') limit ?`,
    [path, namedBranches + 1],
  );
  const condition = { sql: 'branch.path <@ ?::ltree', values: [path] };
  if (ids.length > namedBranches) return { source: { sql: 'account', values: [] }, condition };
  const sql = '(select * from account where branch_id = any(array[?]::uuid[]) offset 0) account';
  return { source: { sql, values: [ids.map(({ id }) => id)] }, condition };
}

/** Accounts of the branches in this subtree that were sent at least once, by name; the unit is known to be in scope. */
export async function findAccountsBelow(
  em: SqlEntityManager,
  { unitId, status, role, text, today }: AccountFilter,
  limit: number,
  after: AccountPlace | null,
  indexOf: NumberIndex,
): Promise<ListedAccount[]> {
  const scope = await scopeOf(em, unitId);
  if (!scope) return [];
  const { source, condition } = scope;
  const conditions: Condition[] = [condition, { sql: `account.status <> 'DRAFT'`, values: [] }];
  // one state is read in the order of its index
  if (status?.length === 1) conditions.push({ sql: 'account.status = ?', values: [status[0]] });
  else if (status) conditions.push({ sql: 'account.status = any(array[?]::text[])', values: [status] });
  if (role) conditions.push({ sql: heldRole, values: [role, today, today] });
  if (text?.trim()) conditions.push(textCondition(text, indexOf));
  if (after) conditions.push({ sql: '(account.search_key, account.id) > (?, ?::uuid)', values: [...after] });
  return em.execute(
    `select ${accountColumns}, account.search_key as "searchKey"
     from ${source.sql} join unit_copy branch on branch.id = account.branch_id
     where ${conditions.map(({ sql }) => sql).join('\n       and ')}
     order by account.search_key, account.id limit ?`,
    [...source.values, ...conditions.flatMap(({ values }) => values), limit],
  );
}
