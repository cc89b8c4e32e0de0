import type { OrgtreeDemoData } from '@dang/orgtree/demo-data';
import { demoId } from './demo-id.ts';
import type { UnitShape } from './unit-table.ts';
import { branchNames, committees, elsewhere } from './unit-table.ts';

type PeriodRow = OrgtreeDemoData['periods'][number];

/** First day of the two-tier organisation: the demo tree begins on it. */
export const treeBegins = '2025-07-01';
/** The day of the demo's only reorganisation, before the first announced dues. */
export const reorganisedOn = '2026-01-01';

/** The id of the unit that carries this code today. */
export const unitId = (code: string): string => demoId(`unit:${code}`);

const groupsIn = (code: string): number => code.split('.').length;

/** `05.200.044` and 1 give `05.200.044.000.001`: the groups of levels that are not there are zeros. */
function branchCode(parent: string, number: number): string {
  const zeros = '.000'.repeat(4 - groupsIn(parent));
  return `${parent}${zeros}.${String(number).padStart(3, '0')}`;
}

const branches: UnitShape[] = branchNames.flatMap(([parent, first, names]) => {
  const above = committees.find((committee) => committee.code === parent);
  if (!above) throw new Error(`No committee ${parent} to put branches under`);
  const inherited = {
    kind: above.kind === 'COMMUNE' ? 'RESIDENTIAL' : above.kind,
    regionMinWage: above.regionMinWage,
  } as const;
  return names.map(
    (name, index): UnitShape => ({
      code: branchCode(parent, first + index),
      name,
      type: 'BRANCH',
      ...inherited,
      parentId: unitId(parent),
    }),
  );
});

const parentCodeOf = (code: string): string =>
  code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : 'CENTRAL';

function periodOf(shape: UnitShape): PeriodRow {
  const aboveCode =
    shape.type === 'BRANCH' ? shape.code.replace(/(\.000)?\.\d{3}$/, '') : parentCodeOf(shape.code);
  return {
    unitId: unitId(shape.code),
    from: treeBegins,
    to: null,
    shortName: shortNameOf(shape.name),
    parentId: shape.code === 'CENTRAL' ? null : unitId(aboveCode),
    regionMinWage: shape.code === 'CENTRAL' ? null : 1,
    hasDigitalSignature: !['BRANCH', 'SUB_COMMITTEE'].includes(shape.type),
    address: addressOf(shape.code),
    ...shape,
  } as PeriodRow;
}

/** `Đảng bộ phường Việt Hưng` in a list is `Phường Việt Hưng`; a branch keeps its `Chi bộ`. */
function shortNameOf(name: string): string {
  const rest = name.replace(/^Đảng bộ /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

const placeNames: Record<string, string> = {
  '05.200': 'phường Việt Hưng, thành phố Hà Nội',
  '05.201': 'phường Khương Đình, thành phố Hà Nội',
  '05.202': 'phường Tây Hồ, thành phố Hà Nội',
  '05.203': 'xã Đông Mỹ, thành phố Hà Nội',
  '05.300': 'phường Hoàn Kiếm, thành phố Hà Nội',
  '05.400': 'xã Phù Đổng, thành phố Hà Nội',
  '05.401': 'xã Thuận An, thành phố Hà Nội',
};

/** The commune or ward in which a unit of the city stands, as addresses write it. */
export const placeOf = (code: string): string => placeNames[code.slice(0, 6)] ?? 'thành phố Hà Nội';

const addressOf = (code: string): string | null => (code === 'CENTRAL' ? null : placeOf(code));

const today: PeriodRow[] = [...committees, ...branches, ...elsewhere].map(periodOf);

const of = (code: string): PeriodRow => {
  const row = today.find((candidate) => candidate.code === code);
  if (!row) throw new Error(`No unit ${code} in the demo province`);
  return row;
};

/** Chi bộ 7 was merged into Chi bộ 1 on the first day of 2026; its members came along without a transfer. */
export const mergedBranch = {
  id: demoId('unit:merged-branch-7'),
  into: unitId('05.200.044.000.001'),
  code: '05.200.044.000.007',
};

/** What was otherwise before the reorganisation: a renamed committee, a branch that came from another one, a merged branch. */
function history(): PeriodRow[] {
  const renamed = of('05.202.011');
  const moved = of('05.203.003.000.003');
  const before = { from: treeBegins, to: reorganisedOn };
  for (const row of [renamed, moved]) row.from = reorganisedOn;
  return [
    {
      ...renamed,
      ...before,
      name: 'Đảng bộ Cụm dân cư số 2 Quảng An',
      shortName: 'Cụm dân cư số 2 Quảng An',
    },
    {
      ...moved,
      ...before,
      code: '05.203.002.000.009',
      name: 'Chi bộ Xưởng chế biến',
      shortName: 'Chi bộ Xưởng chế biến',
      parentId: unitId('05.203.002'),
    },
    {
      ...of('05.200.044.000.001'),
      ...before,
      unitId: mergedBranch.id,
      code: mergedBranch.code,
      name: 'Chi bộ 7',
      shortName: 'Chi bộ 7',
    },
  ];
}

/** Every period of every unit: Hà Nội as it is and as it was, and the directory of Thanh Hóa. */
export const periods: readonly PeriodRow[] = [...history(), ...today];

/** The units themselves, with their first day and the day on which they were no more. */
export const units: OrgtreeDemoData['units'] = [...new Set(periods.map((period) => period.unitId))].map(
  (id) => ({ id, validFrom: treeBegins, validTo: id === mergedBranch.id ? reorganisedOn : null }),
);

/** The units of Hà Nội to which members belong today, in the order of their codes. */
export const memberUnits: readonly PeriodRow[] = today
  .filter((row) => row.code.startsWith('05') && (row.type === 'BRANCH' || row.type === 'GRASSROOTS_BRANCH'))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/** The units of Hà Nội that are led by a committee today. */
export const committeeUnits: readonly PeriodRow[] = today.filter(
  (row) => row.code.startsWith('05') && !memberUnits.includes(row),
);

/** The unit that carries this code today; an unknown code is a fault of the generator. */
export const unitByCode = of;

/** The units from the root to the one with this code, itself included. */
export function pathTo(code: string): { id: string; code: string; type: string; name: string }[] {
  const unit = of(code);
  const above = today.find((candidate) => candidate.unitId === unit.parentId);
  return [...(above ? pathTo(above.code) : []), { id: unit.unitId, code, type: unit.type, name: unit.name }];
}
