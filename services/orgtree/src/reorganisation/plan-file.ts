import type { TableRow } from '@dang/tabular/table-row';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitType } from '../unit/unit.rules.ts';
import { isUnitCode } from '../unit/unit.rules.ts';
import { type Catalogue, readCatalogue } from '../unit-import/catalogue.ts';
import { type CellFault, type RowReader, readRow, wordsOf, yesOrNo } from '../unit-import/table-words.ts';
import { type NewUnit, STEP_LIMIT, type TreeStep } from './plan.ts';
import { newUnitId } from './step-input.ts';

/** The columns of a plan; which of them a row needs depends on its act. */
export const planColumnNames = {
  act: 'Việc',
  units: 'Mã tổ chức',
  into: 'Mã nơi đến',
  code: 'Mã mới',
  name: 'Tên mới',
  shortName: 'Tên viết tắt mới',
  type: 'Loại tổ chức',
  kind: 'Loại hình',
  children: 'Mã tổ chức theo về',
  members: 'Đảng viên theo về',
  ends: 'Kết thúc',
  number: 'Số quyết định',
  decidedOn: 'Ngày quyết định',
  effectiveOn: 'Hiệu lực từ ngày',
} as const;
const column = planColumnNames;

const acts = wordsOf<TreeStep['act']>([
  ...(['CREATE', 'RENAME', 'MOVE', 'MERGE', 'SPLIT', 'DISSOLVE'] as const).map((act) => [act, act] as const),
  ['Thành lập', 'CREATE'],
  ['Đổi tên', 'RENAME'],
  ['Chuyển', 'MOVE'],
  ['Sáp nhập', 'MERGE'],
  ['Hợp nhất', 'MERGE'],
  ['Chia', 'SPLIT'],
  ['Tách', 'SPLIT'],
  ['Giải thể', 'DISSOLVE'],
]);

/** What a file says: the decision of all its rows, the steps, and what is wrong with it. */
export type PlanFile = {
  decision: { number: string; decidedOn: string; effectiveOn: string } | null;
  steps: TreeStep[];
  /** The row of each step, so that a fault of the plan names a row of the file. */
  rows: number[];
  faults: CellFault[];
};

type Reading = {
  ids: Map<string, string>;
  catalogue: Catalogue;
  faults: CellFault[];
};

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const words = (text: string): string[] => text.split(/[\s;,|]+/).filter((word) => word !== '');

/** The units that a column names by their codes: those that stand, and those that earlier rows of the file make. */
function unitsIn(read: RowReader, { ids }: Reading, name: string): string[] {
  return words(read.text(name, 5_000)).flatMap((code) => {
    const id = ids.get(code);
    if (id === undefined) read.fault(name, `không có tổ chức mã ${code}`);
    return id === undefined ? [] : [id];
  });
}

function oneIn(read: RowReader, reading: Reading, name: string): string {
  const [id, ...others] = unitsIn(read, reading, name);
  if (read.text(name) === '') read.fault(name, 'không được để trống');
  else if (others.length > 0) read.fault(name, 'chỉ được một mã');
  return id ?? '';
}

function newCode(read: RowReader): string | null {
  const code = read.text(column.code);
  if (code !== '' && !isUnitCode(code)) read.fault(column.code, 'không phải mã tổ chức đảng');
  return code === '' ? null : code;
}

function newUnit(read: RowReader, reading: Reading, parentId: string, like?: { type: UnitType }): NewUnit {
  const name = read.needed(column.name);
  const type = read.word(column.type, reading.catalogue.types) ?? like?.type ?? null;
  const kind = read.word(column.kind, reading.catalogue.kinds);
  if (type === null) read.fault(column.type, 'không được để trống');
  const unit: NewUnit = {
    id: newUnitId(),
    parentId,
    type: type ?? 'BRANCH',
    kind: kind ?? 'OTHER',
    name,
    shortName: read.text(column.shortName) || name,
    code: newCode(read),
    address: null,
    regionMinWage: null,
    eDocumentCode: null,
    hasDigitalSignature: false,
    establishedOn: null,
  };
  if (unit.code !== null) reading.ids.set(unit.code, unit.id);
  return unit;
}

/** `before` is the step of the row above: rows that split the same unit are parts of one step. */
function stepIn(read: RowReader, reading: Reading, before: TreeStep | undefined): TreeStep | 'PART' | null {
  const act = read.word(column.act, acts);
  switch (act) {
    case null:
      if (read.text(column.act) === '') read.fault(column.act, 'không được để trống');
      return null;
    case 'CREATE':
      return { act, unit: newUnit(read, reading, oneIn(read, reading, column.into)) };
    case 'RENAME': {
      const unitId = oneIn(read, reading, column.units);
      return { act, unitId, name: read.needed(column.name), shortName: read.text(column.shortName) || null };
    }
    case 'MOVE': {
      const type = read.word(column.type, reading.catalogue.types);
      const parentId = oneIn(read, reading, column.into);
      return { act, unitId: oneIn(read, reading, column.units), parentId, type, code: newCode(read) };
    }
    case 'MERGE': {
      const unitIds = unitsIn(read, reading, column.units);
      if (unitIds.length === 0) read.fault(column.units, 'không được để trống');
      const isNew = read.text(column.name) !== '';
      const target = oneIn(read, reading, column.into);
      if (!isNew) return { act, unitIds, intoId: target, created: null };
      const created = newUnit(read, reading, target);
      return { act, unitIds, intoId: created.id, created };
    }
    case 'SPLIT': {
      const unitId = oneIn(read, reading, column.units);
      const memberIds = words(read.text(column.members, 100_000));
      for (const id of memberIds)
        if (!uuid.test(id)) read.fault(column.members, `${id} không phải mã đảng viên`);
      const part = {
        unit: newUnit(read, reading, oneIn(read, reading, column.into)),
        memberIds,
        childIds: unitsIn(read, reading, column.children),
      };
      const ends = read.word(column.ends, yesOrNo) === 'YES';
      if (before?.act !== 'SPLIT' || before.unitId !== unitId) return { act, unitId, ends, parts: [part] };
      before.parts.push(part);
      before.ends ||= ends;
      return 'PART';
    }
    case 'DISSOLVE': {
      const successorId = read.text(column.into) === '' ? null : oneIn(read, reading, column.into);
      return { act, unitId: oneIn(read, reading, column.units), successorId };
    }
  }
}

function decisionIn(read: RowReader): PlanFile['decision'] {
  const number = read.needed(column.number, 100);
  const decidedOn = read.day(column.decidedOn);
  const effectiveOn = read.day(column.effectiveOn);
  for (const name of [column.decidedOn, column.effectiveOn])
    if (read.text(name) === '') read.fault(name, 'không được để trống');
  return number !== '' && decidedOn && effectiveOn ? { number, decidedOn, effectiveOn } : null;
}

/**
 * Reads a plan: each row is a step, units are named by the codes that they carry today or that earlier rows give to new ones, and
 * the decision stands in every row alike. What is wrong is told by row and column; a plan with faults is not carried out.
 */
export async function readPlanFile(
  em: SqlEntityManager,
  rows: AsyncIterable<TableRow>,
  today: string,
): Promise<PlanFile> {
  const standing: { code: string; id: string }[] = await em.execute(
    'select code, unit_id as id from unit_period where during @> ?::date',
    [today],
  );
  const faults: CellFault[] = [];
  const catalogue = await readCatalogue(em, today);
  const reading: Reading = { ids: new Map(standing.map(({ code, id }) => [code, id])), catalogue, faults };
  const plan: PlanFile = { decision: null, steps: [], rows: [], faults };
  for await (const row of rows) {
    const read = readRow(row, faults);
    const decision = decisionIn(read);
    if (plan.decision === null) plan.decision = decision;
    else if (decision && JSON.stringify(decision) !== JSON.stringify(plan.decision))
      read.fault(column.number, 'mọi dòng phải theo cùng một quyết định');
    const step = stepIn(read, reading, plan.steps.at(-1));
    if (step === null || step === 'PART') continue;
    plan.steps.push(step);
    plan.rows.push(row.row);
    if (plan.steps.length > STEP_LIMIT) throw new RangeError(`a plan has at most ${STEP_LIMIT} steps`);
  }
  return plan;
}
