import type { ClientBase } from 'pg';
import { columns } from './columns.rules.ts';

const covered = `'************'`;
const personalId = columns.personalId.headers[0];
const card = columns.cardNumber.headers[0];
const legacyCard = columns.legacyCardNumber.headers[0];

/** Is this member the person of the row, although nobody knew their personal id so far? */
const isSamePerson = `(member.personal_id_index is null and member.date_of_birth = staged.date_of_birth
  and member.name_key = fold_name(staged.full_name))`;

/** Rows of one file that carry the same number: the first counts, the others name it. */
const twiceInFile = (column: string, name: string, value: string) => `
  select row, '${name}', ${value}, 'trùng với dòng ' || first, false
  from (select row, ${value === covered ? covered : column} as shown, ${column} as number,
          min(row) over (partition by ${column}) as first
        from member_import_row where ${column} is not null) staged
  where row <> first`;

/** Rows whose number belongs to somebody else already. */
const takenByAnother = (join: string, name: string, value: string) => `
  select staged.row, '${name}', ${value}, 'đã thuộc về người khác', false
  from member_import_row staged join member on ${join}
  where member.personal_id_index is distinct from staged.personal_id_index and not ${isSamePerson}`;

const checks: readonly string[] = [
  twiceInFile('personal_id_index', personalId, covered),
  twiceInFile('card_number_index', card, covered),
  twiceInFile('legacy_card_number', legacyCard, 'number'),
  takenByAnother('member.card_number_index = staged.card_number_index', card, covered),
  takenByAnother('member.personal_id_index = staged.card_number_index', card, covered),
  takenByAnother('member.card_number_index = staged.personal_id_index', personalId, covered),
  takenByAnother(
    'member.legacy_card_number = staged.legacy_card_number',
    legacyCard,
    'staged.legacy_card_number',
  ),
];

/**
 * What one row cannot know of itself: numbers twice in the file, or already somebody else's. Such rows leave the waiting
 * table and enter the report. Answers how many rows are left, and how many lines of the report are no warnings.
 */
export async function checkStaged(client: ClientBase): Promise<{ staged: number; faulty: number }> {
  for (const check of checks) {
    await client.query(
      `insert into member_import_fault (row, column_name, value, reason, is_warning) ${check}`,
    );
  }
  await client.query(
    `delete from member_import_row using member_import_fault fault
     where fault.row = member_import_row.row and not fault.is_warning`,
  );
  await client.query('create index if not exists member_import_row_branch on member_import_row (branch_id)');
  await client.query('analyze member_import_row');
  const { rows } = await client.query<{ staged: number; faulty: number }>(
    `select (select count(*) from member_import_row)::int as staged,
       (select count(distinct row) from member_import_fault where not is_warning)::int as faulty`,
  );
  return rows[0] ?? { staged: 0, faulty: 0 };
}
