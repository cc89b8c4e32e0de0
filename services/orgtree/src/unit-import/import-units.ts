import { recordAudit } from '@dang/audit/record';
import type { TableRow } from '@dang/tabular/table-row';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { EVENT_SIZE, recordUnits } from '../unit/recorded-units.ts';
import type { UnitKind, UnitType } from '../unit/unit.rules.ts';
import { codeContinues, isUnitCode } from '../unit/unit.rules.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { type CellFault, readRow, yesOrNo } from './table-words.ts';

/** The columns of a file of units, by the names that people give them; the first six are needed. */
export const unitColumnNames = {
  code: 'Mã tổ chức',
  name: 'Tên tổ chức',
  type: 'Loại tổ chức',
  kind: 'Loại hình',
  parent: 'Mã cấp trên',
  from: 'Từ ngày',
  shortName: 'Tên viết tắt',
  address: 'Địa chỉ',
  region: 'Vùng lương',
  eDocumentCode: 'Mã định danh',
  signature: 'Chữ ký số',
  established: 'Ngày thành lập',
} as const;
const column = unitColumnNames;

type UnitLine = {
  row: number;
  code: string;
  name: string;
  shortName: string;
  type: UnitType;
  kind: UnitKind;
  parentCode: string;
  from: string;
  address: string | null;
  region: number | null;
  eDocumentCode: string | null;
  hasSignature: boolean;
  establishedOn: string | null;
};

/** What an import came to; with `dryRun` what it would have come to. */
export type UnitsImported = { rows: number; created: number; unchanged: number; faults: CellFault[] };

/** More rows than there are units in a country of 34 provinces are a mistake. */
const ROW_LIMIT = 500_000;

function lineOf(given: TableRow, catalogue: Catalogue, today: string, faults: CellFault[]): UnitLine | null {
  const read = readRow(given, faults);
  const before = faults.length;
  if (given.surplus > 0) read.fault(column.code, 'dòng có nhiều ô hơn tiêu đề');
  const code = read.needed(column.code);
  if (code !== '' && (!isUnitCode(code) || code === 'CENTRAL'))
    read.fault(column.code, 'không phải mã tổ chức đảng');
  const parentCode = read.needed(column.parent);
  if (parentCode !== '' && code !== '' && !codeContinues(code, parentCode))
    read.fault(column.code, 'không nối tiếp mã cấp trên');
  const name = read.needed(column.name);
  const type = read.word(column.type, catalogue.types);
  const kind = read.word(column.kind, catalogue.kinds);
  if (read.text(column.type) === '') read.fault(column.type, 'không được để trống');
  if (read.text(column.kind) === '') read.fault(column.kind, 'không được để trống');
  const from = read.day(column.from);
  if (read.text(column.from) === '') read.fault(column.from, 'không được để trống');
  if (from !== null && from > today) read.fault(column.from, 'sau ngày hôm nay');
  const region = read.text(column.region);
  if (region !== '' && !/^[1-4]$/.test(region)) read.fault(column.region, 'phải từ 1 đến 4');
  const rest = {
    shortName: read.text(column.shortName) || name,
    address: read.text(column.address) || null,
    region: region === '' ? null : Number(region),
    eDocumentCode: read.text(column.eDocumentCode, 50) || null,
    hasSignature: read.word(column.signature, yesOrNo) === 'YES',
    establishedOn: read.day(column.established),
  };
  if (faults.length > before || type === null || kind === null || from === null) return null;
  return { row: given.row, code, name, type, kind, parentCode, from, ...rest };
}

/** A unit that stands with this code: its last period. */
type Standing = {
  code: string;
  name: string;
  type: UnitType;
  kind: UnitKind;
  parentCode: string | null;
  from: string;
  since: string;
};

async function readStanding(em: SqlEntityManager): Promise<Map<string, Standing>> {
  const rows: Standing[] = await em.execute(
    `select period.code, period.name, period.type, period.kind, parent.code as "parentCode", unit.valid_from as "from",
       lower(period.during) as since
     from unit_period period
     join unit on unit.id = period.unit_id
     left join unit_period parent on parent.unit_id = period.parent_id and upper_inf(parent.during)
     where upper_inf(period.during)`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Codes that somebody carried until a day, and no longer: a new unit may have one from that day on. */
async function readFormerCodes(em: SqlEntityManager): Promise<Map<string, string>> {
  const rows: { code: string; until: string }[] = await em.execute(
    'select code, max(upper(during)) as until from unit_period where not upper_inf(during) group by code',
  );
  return new Map(rows.map(({ code, until }) => [code, until]));
}

const depthOf = (code: string): number => code.split('.').length;

/**
 * Which lines are to be made, in an order in which the unit above comes first; the others stand as they are, or are faults: a
 * unit that stands otherwise is changed by a decision, never by a file.
 */
function sortOut(
  lines: readonly UnitLine[],
  known: { standing: Map<string, Standing>; former: Map<string, string>; catalogue: Catalogue },
  faults: CellFault[],
) {
  const { standing, former, catalogue } = known;
  const made = new Map<string, UnitLine>();
  let unchanged = 0;
  const say = (line: UnitLine, name: string, value: string, reason: string) =>
    void faults.push({ row: line.row, column: name, value, reason });
  for (const line of lines.toSorted((a, b) => depthOf(a.code) - depthOf(b.code) || a.row - b.row)) {
    const same = standing.get(line.code);
    const above = made.get(line.parentCode) ?? standing.get(line.parentCode);
    const since = above && ('since' in above ? above.since : above.from);
    if (made.has(line.code)) say(line, column.code, line.code, 'mã đã có ở dòng trên');
    else if (same) {
      const isSame =
        same.name === line.name && same.type === line.type && same.parentCode === line.parentCode;
      if (isSame) unchanged += 1;
      else
        say(line, column.code, line.code, 'tổ chức đã có nhưng khác; thay đổi phải theo quyết định sắp xếp');
    } else if (!above || since === undefined)
      say(line, column.parent, line.parentCode, 'không có tổ chức cấp trên này');
    else if (!catalogue.parents.get(line.type)?.includes(above.type))
      say(line, column.type, line.type, `không được trực thuộc ${above.type}`);
    else if (line.from < since) say(line, column.from, line.from, `cấp trên chỉ có từ ${since}`);
    else if (line.from < (former.get(line.code) ?? ''))
      say(line, column.code, line.code, `mã thuộc tổ chức khác đến ${former.get(line.code)}`);
    else made.set(line.code, line);
  }
  return { made: [...made.values()], unchanged };
}

/** One transaction of at most as many units as one event tells of. */
async function create(em: SqlEntityManager, lines: readonly UnitLine[]): Promise<void> {
  await em.transactional(async (inside) => {
    const made: { id: string }[] = await inside.execute(
      `with given as (
         select uuidv7() as id, line.*
         from jsonb_to_recordset(?::jsonb) as line(code text, name text, "shortName" text, type text, kind text, "parentCode" text,
           "from" date, address text, region smallint, "eDocumentCode" text, "hasSignature" boolean, "establishedOn" date)
       ),
       made as (
         insert into unit (id, valid_from, established_on) select id, "from", "establishedOn" from given returning id
       )
       insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path, region_min_wage,
         has_digital_signature, address, e_document_code)
       select given.id, daterange(given."from", null), given.code, given.name, given."shortName", given.type, given.kind,
         parent.unit_id, parent.path || given.id::text, given.region, given."hasSignature", given.address, given."eDocumentCode"
       from given join made on made.id = given.id
       join unit_period parent on parent.code = given."parentCode" and upper_inf(parent.during)
       returning unit_id as id`,
      [JSON.stringify(lines)],
    );
    if (made.length !== lines.length) throw new Error('A unit above has ended while the file was taken in');
    const ids = made.map(({ id }) => id);
    await recordUnits(inside, ids);
    await recordAudit(
      inside,
      ids.map((id) => ({ action: 'importUnits', subjectKind: 'unit', subjectId: id, unitId: id })),
    );
  });
}

/**
 * Takes units in from a table: those that do not stand yet are made, five hundred a transaction, the unit above first. A second
 * run changes nothing, and one that was broken off goes on where it was, because the code of a unit that stands is the marker.
 * Rows that cannot be are left out and told, with row, column, value and reason.
 */
export async function importUnits(
  em: SqlEntityManager,
  given: {
    rows: AsyncIterable<TableRow>;
    today: string;
    dryRun: boolean;
    onProgress?: (done: number, total: number) => void;
  },
): Promise<UnitsImported> {
  const faults: CellFault[] = [];
  const catalogue = await readCatalogue(em, given.today);
  const lines: UnitLine[] = [];
  let rows = 0;
  for await (const row of given.rows) {
    rows += 1;
    if (rows > ROW_LIMIT) throw new RangeError(`a file of units has at most ${ROW_LIMIT} rows`);
    const line = lineOf(row, catalogue, given.today, faults);
    if (line) lines.push(line);
  }
  const { made, unchanged } = sortOut(
    lines,
    { standing: await readStanding(em), former: await readFormerCodes(em), catalogue },
    faults,
  );
  if (!given.dryRun)
    for (let done = 0; done < made.length; ) {
      const first = made[done];
      const depth = first ? depthOf(first.code) : 0;
      const chunk = made.slice(done, done + EVENT_SIZE).filter(({ code }) => depthOf(code) === depth);
      await create(em.fork(), chunk);
      done += chunk.length;
      given.onProgress?.(done, made.length);
    }
  faults.sort((a, b) => a.row - b.row);
  return { rows, created: made.length, unchanged, faults };
}
