import type { OrgtreeDemoData } from '@dang/orgtree/demo-data';
import { demoId } from './demo-id.ts';

type PeriodRow = OrgtreeDemoData['periods'][number];

/** First day of the two-tier organisation: the demo tree begins on it. */
export const treeBegins = '2025-07-01';
/** The day of the demo's only reorganisation, before the first announced dues. */
export const reorganisedOn = '2026-01-01';

/** The id of the unit that carries this code today. */
export const unitId = (code: string): string => demoId(`unit:${code}`);

type Shape = Pick<PeriodRow, 'code' | 'name' | 'type' | 'kind'> & Partial<PeriodRow>;

const committees: Shape[] = [
  {
    code: 'CENTRAL',
    name: 'Trung ương Đảng Cộng sản Việt Nam',
    shortName: 'Trung ương',
    type: 'CENTRAL',
    kind: 'OTHER',
  },
  { code: '05', name: 'Đảng bộ thành phố Hà Nội', type: 'PROVINCE', kind: 'OTHER', regionMinWage: 1 },
  { code: '05.200', name: 'Đảng bộ phường Việt Hưng', type: 'SUPERIOR', kind: 'COMMUNE' },
  { code: '05.201', name: 'Đảng bộ phường Khương Đình', type: 'SUPERIOR', kind: 'COMMUNE' },
  { code: '05.202', name: 'Đảng bộ phường Tây Hồ', type: 'SUPERIOR', kind: 'COMMUNE' },
  { code: '05.203', name: 'Đảng bộ xã Đông Mỹ', type: 'SUPERIOR', kind: 'COMMUNE', regionMinWage: 2 },
  { code: '05.300', name: 'Đảng bộ các cơ quan đảng thành phố', type: 'SUPERIOR', kind: 'AGENCY' },
  {
    code: '05.400',
    name: 'Đảng bộ xã Phù Đổng',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'COMMUNE',
    regionMinWage: 2,
  },
  {
    code: '05.200.044',
    name: 'Đảng bộ Khu dân cư Việt Hưng',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'RESIDENTIAL',
  },
  {
    code: '05.200.045',
    name: 'Đảng bộ Trường Cao đẳng nghề Việt Hưng',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'PUBLIC_SERVICE',
  },
  {
    code: '05.200.046',
    name: 'Đảng bộ các cơ quan phường Việt Hưng',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'AGENCY',
  },
  {
    code: '05.201.021',
    name: 'Đảng bộ Khu dân cư Khương Đình',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'RESIDENTIAL',
  },
  {
    code: '05.201.022',
    name: 'Đảng bộ Bệnh viện Khương Đình',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'PUBLIC_SERVICE',
  },
  {
    code: '05.202.010',
    name: 'Đảng bộ Công ty Cổ phần Sông Hồng',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'ENTERPRISE',
  },
  {
    code: '05.202.011',
    name: 'Đảng bộ Khu dân cư Quảng An',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'RESIDENTIAL',
  },
  {
    code: '05.203.002',
    name: 'Đảng bộ Khu dân cư Đông Mỹ',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'RESIDENTIAL',
    regionMinWage: 2,
  },
  {
    code: '05.203.003',
    name: 'Đảng bộ Hợp tác xã Đông Mỹ',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'ENTERPRISE',
    regionMinWage: 2,
  },
  { code: '05.300.001', name: 'Đảng bộ Văn phòng Thành ủy', type: 'GRASSROOTS_COMMITTEE', kind: 'AGENCY' },
  { code: '05.300.002', name: 'Đảng bộ Ban Tổ chức Thành ủy', type: 'GRASSROOTS_COMMITTEE', kind: 'AGENCY' },
  { code: '05.300.001.001', name: 'Đảng bộ bộ phận Khối Phục vụ', type: 'SUB_COMMITTEE', kind: 'AGENCY' },
  {
    code: '05.200.047',
    name: 'Chi bộ Trường Tiểu học Việt Hưng',
    type: 'GRASSROOTS_BRANCH',
    kind: 'PUBLIC_SERVICE',
  },
  { code: '05.201.023', name: 'Chi bộ Chợ Khương Đình', type: 'GRASSROOTS_BRANCH', kind: 'ENTERPRISE' },
  {
    code: '05.202.012',
    name: 'Chi bộ Trường Mầm non Hồ Tây',
    type: 'GRASSROOTS_BRANCH',
    kind: 'PUBLIC_SERVICE',
  },
];

/** The other province is a directory only: nobody in it is known here, one can only be sent there. */
const elsewhere: Shape[] = [
  { code: '38', name: 'Đảng bộ tỉnh Thanh Hóa', type: 'PROVINCE', kind: 'OTHER' },
  { code: '38.168', name: 'Đảng bộ xã Hoằng Phú', type: 'SUPERIOR', kind: 'COMMUNE' },
  {
    code: '38.168.053',
    name: 'Đảng bộ Khu dân cư Hoằng Phú',
    type: 'GRASSROOTS_COMMITTEE',
    kind: 'RESIDENTIAL',
  },
  { code: '38.168.053.000.001', name: 'Chi bộ Thôn Phú Khê', type: 'BRANCH', kind: 'RESIDENTIAL' },
  { code: '38.168.053.000.002', name: 'Chi bộ Thôn Phú Trung', type: 'BRANCH', kind: 'RESIDENTIAL' },
].map((shape) => ({ regionMinWage: 3, address: shape.name.replace(/^\S+ \S+ /, ''), ...shape }) as Shape);

/** Branches: the unit above, the number of the first, the names in the order of their numbers. */
const branchNames: [parent: string, first: number, names: string[]][] = [
  ['05.200.044', 1, ['1', '2', '3', '4', '5', '6'].map((n) => `Chi bộ ${n}`)],
  ['05.200.045', 1, ['Phòng Đào tạo', 'Khoa Cơ khí', 'Khoa Điện', 'Sinh viên'].map((n) => `Chi bộ ${n}`)],
  [
    '05.200.046',
    1,
    ['Văn phòng Đảng ủy', 'Ủy ban nhân dân', 'Mặt trận và các đoàn thể'].map((n) => `Chi bộ ${n}`),
  ],
  ['05.201.021', 18, ['18', '19', '20', '21', '22', '23'].map((n) => `Chi bộ ${n}`)],
  ['05.201.022', 1, ['Khoa Nội', 'Khoa Ngoại', 'Hành chính'].map((n) => `Chi bộ ${n}`)],
  ['05.202.010', 1, ['Kinh doanh 1', 'Kinh doanh 2', 'Kỹ thuật', 'Văn phòng'].map((n) => `Chi bộ ${n}`)],
  ['05.202.011', 1, ['1', '2', '3', '4', '5'].map((n) => `Chi bộ ${n} - Quảng An`)],
  ['05.203.002', 1, ['1', '2', '3', '4', '5', '6'].map((n) => `Chi bộ ${n} - Thôn ${n}`)],
  ['05.203.003', 1, ['Trồng trọt', 'Dịch vụ', 'Chế biến'].map((n) => `Chi bộ ${n}`)],
  ['05.300.001', 1, ['Phòng Tổng hợp', 'Phòng Cơ yếu', 'Phòng Tài chính Đảng'].map((n) => `Chi bộ ${n}`)],
  ['05.300.001.001', 1, ['Đội xe', 'Nhà khách'].map((n) => `Chi bộ ${n}`)],
  [
    '05.300.002',
    1,
    ['Phòng Cán bộ', 'Phòng Cơ sở đảng, đảng viên', 'Ủy ban Kiểm tra'].map((n) => `Chi bộ ${n}`),
  ],
  [
    '05.400',
    1,
    [
      'Phù Dực',
      'Phù Đổng 1',
      'Phù Đổng 2',
      'Trung Mầu',
      'Thịnh Liên',
      'Ninh Hiệp',
      'Đổng Viên',
      'Dốc Lã',
    ].map((n) => `Chi bộ ${n}`),
  ],
];

const groupsIn = (code: string): number => code.split('.').length;

/** `05.200.044` and 1 give `05.200.044.000.001`: the groups of levels that are not there are zeros. */
function branchCode(parent: string, number: number): string {
  const zeros = '.000'.repeat(4 - groupsIn(parent));
  return `${parent}${zeros}.${String(number).padStart(3, '0')}`;
}

const branches: Shape[] = branchNames.flatMap(([parent, first, names]) => {
  const above = committees.find((committee) => committee.code === parent);
  if (!above) throw new Error(`No committee ${parent} to put branches under`);
  const inherited = {
    kind: above.kind === 'COMMUNE' ? 'RESIDENTIAL' : above.kind,
    regionMinWage: above.regionMinWage,
  } as const;
  return names.map(
    (name, index): Shape => ({
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

function periodOf(shape: Shape): PeriodRow {
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
