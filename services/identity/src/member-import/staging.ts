import { blindIndex, sealText } from '@dang/service/sealed-text';
import { type CopyValue, copyInto } from '@dang/tabular/copy-into';
import { readRows } from '@dang/tabular/read-rows';
import type { ClientBase } from 'pg';
import type { SealingKeys } from '../sealing-keys.ts';
import { readBranches } from './branch-names.ts';
import { type ColumnName, columns, isSensitive, readColumns } from './columns.rules.ts';
import { type ImportedMember, type RowFault, readMember, shownValue } from './row.rules.ts';

/** Rows written at once: each batch is a transaction of its own, so that no event has to wait for a long one. */
const BATCH_ROWS = 2_000;

const stagedColumns = [
  'row',
  'branch_id',
  'enrolled_on',
  'full_name',
  'other_name',
  'gender',
  'date_of_birth',
  'permanent_address',
  'personal_id_sealed',
  'personal_id_index',
  'card_number_sealed',
  'card_number_index',
  'legacy_card_number',
  'profile_number',
  'join_date',
  'official_date',
  'status',
  'force_category',
] as const;
const faultColumns = ['row', 'column_name', 'value', 'reason', 'is_warning'] as const;

/** The file lacks a column without which nobody can be taken in. */
export class UnusableFile extends Error {}

type Sealing = { seal(plain: string): string; indexKey: Uint8Array };

/** Numbers are sealed before they reach the database; a card that is the personal id is sealed once. */
function sealedNumbers(member: ImportedMember, { seal, indexKey }: Sealing): CopyValue[] {
  const { personalId, cardNumber } = member;
  const sealed = seal(personalId);
  const index = blindIndex(indexKey, personalId);
  if (cardNumber === personalId) return [sealed, index, sealed, index];
  if (cardNumber === null) return [sealed, index, null, null];
  return [sealed, index, seal(cardNumber), blindIndex(indexKey, cardNumber)];
}

const stagedRow = (
  row: number,
  branchId: string,
  member: ImportedMember,
  sealing: Sealing,
  today: string,
): CopyValue[] => [
  row,
  branchId,
  member.enrolledOn ?? today,
  member.fullName,
  member.otherName,
  member.gender,
  member.dateOfBirth,
  member.permanentAddress,
  ...sealedNumbers(member, sealing),
  member.legacyCardNumber,
  member.profileNumber,
  member.joinDate,
  member.officialDate,
  member.status,
  member.forceCategory,
];

/** Two lists that are written while the next ones fill: reading and writing share the work of two processors. */
class Batches {
  #rows: CopyValue[][] = [];
  #faults: CopyValue[][] = [];
  #writing: Promise<unknown> = Promise.resolve();
  readonly #client: ClientBase;

  constructor(client: ClientBase) {
    this.#client = client;
  }

  async add(row: CopyValue[] | null, faults: CopyValue[][]): Promise<void> {
    if (row) this.#rows.push(row);
    this.#faults.push(...faults);
    if (this.#rows.length + this.#faults.length >= BATCH_ROWS) await this.write();
  }

  async write(): Promise<void> {
    await this.#writing;
    const [rows, faults] = [this.#rows, this.#faults];
    this.#rows = [];
    this.#faults = [];
    this.#writing = (async () => {
      if (rows.length > 0) await copyInto(this.#client, 'member_import_row', stagedColumns, rows);
      if (faults.length > 0) await copyInto(this.#client, 'member_import_fault', faultColumns, faults);
    })();
    // a failure is thrown by whoever waits next, not here
    this.#writing.catch(() => {});
  }

  async finish(): Promise<void> {
    await this.write();
    await this.#writing;
  }
}

export type StagingChoice = {
  file: string;
  keys: SealingKeys;
  today: string;
  onRows(rows: number): void;
};

/**
 * Reads the file into the waiting table, row by row: what has a fault becomes lines of the report instead. Answers how many
 * rows the file has. @throws UnusableFile, TableFault
 */
export async function stageFile(client: ClientBase, choice: StagingChoice): Promise<number> {
  const findBranch = await readBranches(client, choice.today);
  const batches = new Batches(client);
  const sealing = {
    seal: (plain: string) => sealText(choice.keys.key, plain),
    indexKey: choice.keys.indexKey,
  };
  let headerOf: ReadonlyMap<ColumnName, string> | null = null;
  let rows = 0;
  for await (const { row, cells, surplus } of readRows(choice.file)) {
    if (!headerOf) {
      const read = readColumns(Object.keys(cells));
      if (read.missing.length > 0) throw new UnusableFile(`Tệp thiếu cột: ${read.missing.join(', ')}`);
      headerOf = read.headerOf;
    }
    const header = headerOf;
    const cell = (name: ColumnName) => cells[header.get(name) ?? ''] ?? '';
    const { member, faults } = readMember(cell, choice.today);
    const branch = findBranch(cell('branch'));
    const all: RowFault[] = [...faults];
    if (branch === null) all.push({ column: 'branch', reason: 'không có chi bộ này' });
    if (branch === 'AMBIGUOUS')
      all.push({ column: 'branch', reason: 'có nhiều chi bộ cùng tên: hãy ghi mã' });
    if (surplus > 0) all.push({ column: 'fullName', reason: 'dòng có nhiều ô hơn tiêu đề' });
    const isSound = all.every(({ isWarning }) => isWarning);
    const lines = all.map(({ column, reason, isWarning = false }): CopyValue[] => [
      row,
      header.get(column) ?? columns[column].headers[0],
      shownValue(cell(column), isSensitive(column)),
      reason,
      isWarning,
    ]);
    await batches.add(
      isSound && branch ? stagedRow(row, branch, member, sealing, choice.today) : null,
      lines,
    );
    rows++;
    choice.onRows(rows);
  }
  await batches.finish();
  return rows;
}
