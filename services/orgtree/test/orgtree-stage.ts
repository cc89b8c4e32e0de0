import type { OrgtreeDemoData } from '../src/demo-data.ts';

type Period = OrgtreeDemoData['periods'][number];

/** `00000000-0000-4000-8000-000000000017` for 17: ids that one can read in a failing test. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The units of the small tree by short names. */
export const unit = {
  central: idOf(1),
  city: idOf(2),
  ward: idOf(20),
  estate: idOf(21),
  branch1: idOf(22),
  branch2: idOf(23),
  otherWard: idOf(30),
  company: idOf(31),
  sales: idOf(32),
  merged: idOf(33),
} as const;

/** The members of the small tree; `an` sorts before `binh`, and so on. */
export const member = { an: idOf(101), binh: idOf(102), chi: idOf(103), dung: idOf(104) } as const;

const shape = (unitId: string, code: string, type: Period['type'], parentId: string | null): Period => ({
  unitId,
  code,
  type,
  parentId,
  from: '2025-07-01',
  to: null,
  name: `Tổ chức ${code}`,
  shortName: code,
  kind: 'OTHER',
  regionMinWage: 1,
  hasDigitalSignature: false,
  address: null,
});

const estate = shape(unit.estate, '05.200.044', 'GRASSROOTS_COMMITTEE', unit.ward);
const branch2 = shape(unit.branch2, '05.200.044.000.002', 'BRANCH', unit.estate);

/**
 * A tree small enough to keep in one's head. On 2026-03-01 the estate got another name, branch 2 came to it from the
 * company of the other ward, and a branch of that company was dissolved into its sales branch.
 */
export const smallTree: OrgtreeDemoData = {
  units: Object.values(unit).map((id) => ({
    id,
    validFrom: '2025-07-01',
    validTo: id === unit.merged ? '2026-03-01' : null,
  })),
  periods: [
    shape(unit.central, 'CENTRAL', 'CENTRAL', null),
    shape(unit.city, '05', 'PROVINCE', unit.central),
    shape(unit.ward, '05.200', 'SUPERIOR', unit.city),
    { ...estate, to: '2026-03-01', name: 'Cụm dân cư số 2' },
    { ...estate, from: '2026-03-01', name: 'Khu dân cư Việt Hưng' },
    shape(unit.branch1, '05.200.044.000.001', 'BRANCH', unit.estate),
    { ...branch2, to: '2026-03-01', code: '05.202.010.000.009', parentId: unit.company },
    { ...branch2, from: '2026-03-01' },
    shape(unit.otherWard, '05.202', 'SUPERIOR', unit.city),
    shape(unit.company, '05.202.010', 'GRASSROOTS_COMMITTEE', unit.otherWard),
    shape(unit.sales, '05.202.010.000.001', 'BRANCH', unit.company),
    { ...shape(unit.merged, '05.202.010.000.002', 'BRANCH', unit.company), to: '2026-03-01' },
  ],
  memberships: [
    membership(1, member.an, unit.branch1),
    membership(2, member.binh, unit.branch1),
    membership(3, member.chi, unit.branch2),
    {
      ...membership(4, member.dung, unit.merged),
      to: '2026-03-01',
      endCause: 'REORGANISATION',
      endCauseId: idOf(999),
    },
    {
      ...membership(5, member.dung, unit.sales),
      from: '2026-03-01',
      cause: 'REORGANISATION',
      causeId: idOf(999),
    },
    {
      ...membership(6, member.chi, unit.sales),
      kind: 'TEMPORARY',
      from: '2026-05-01',
      cause: 'TEMPORARY_STAY',
    },
  ],
  residences: [{ memberId: member.an, residenceBranchId: unit.sales }],
  starts: [
    { unitId: unit.city, procedure: 'ACCOUNT', startsOn: '2026-02-01' },
    { unitId: unit.city, procedure: 'OFFICIAL_TRANSFER', startsOn: '2026-06-01' },
    { unitId: unit.estate, procedure: 'OFFICIAL_TRANSFER', startsOn: '2026-09-01' },
  ],
};

function membership(
  number: number,
  memberId: string,
  unitId: string,
): OrgtreeDemoData['memberships'][number] {
  return {
    id: idOf(500 + number),
    memberId,
    unitId,
    kind: 'OFFICIAL',
    from: '2025-07-01',
    to: null,
    cause: 'IMPORT',
    causeId: null,
    endCause: null,
    endCauseId: null,
  };
}

/** Names as identity would record them. */
export const names = [
  { id: member.an, version: 1, fullName: 'Nguyễn Văn An' },
  { id: member.binh, version: 1, fullName: 'Đặng Thị Bình' },
  { id: member.chi, version: 1, fullName: 'Âu Thị Chi' },
  { id: member.dung, version: 1, fullName: 'Bùi Tiến Dũng' },
];
