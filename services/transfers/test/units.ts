import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';

const id = (last: string) => `01980000-0000-7000-8000-${last.padStart(12, '0')}`;

/** Two wards and two communes of one province, and another province that is only known by name: parent, code, type, name. */
const tree = {
  central: [null, '00', 'CENTRAL', 'Trung ương'],
  hanoi: ['central', '05', 'PROVINCE', 'Đảng bộ thành phố Hà Nội'],
  vietHung: ['hanoi', '05.200', 'SUPERIOR', 'Đảng bộ phường Việt Hưng'],
  kdc: ['vietHung', '05.200.044', 'GRASSROOTS_COMMITTEE', 'Đảng bộ Khu dân cư Việt Hưng'],
  branch1: ['kdc', '05.200.044.000.001', 'BRANCH', 'Chi bộ 1'],
  branch2: ['kdc', '05.200.044.000.002', 'BRANCH', 'Chi bộ 2'],
  sub: ['kdc', '05.200.044.003', 'SUB_COMMITTEE', 'Đảng bộ bộ phận Chợ'],
  stalls: ['sub', '05.200.044.003.001', 'BRANCH', 'Chi bộ Quầy hàng'],
  market: ['vietHung', '05.200.050', 'GRASSROOTS_BRANCH', 'Chi bộ Trường Việt Hưng'],
  tayHo: ['hanoi', '05.202', 'SUPERIOR', 'Đảng bộ phường Tây Hồ'],
  company: ['tayHo', '05.202.010', 'GRASSROOTS_COMMITTEE', 'Đảng bộ Công ty Cổ phần Sông Hồng'],
  sales: ['company', '05.202.010.000.001', 'BRANCH', 'Chi bộ Kinh doanh 1'],
  phuDong: ['hanoi', '05.400', 'GRASSROOTS_COMMITTEE', 'Đảng bộ xã Phù Đổng'],
  phuDuc: ['phuDong', '05.400.000.000.001', 'BRANCH', 'Chi bộ Phù Dực'],
  trungMau: ['hanoi', '05.401', 'GRASSROOTS_COMMITTEE', 'Đảng bộ xã Trung Mầu'],
  hamlet1: ['trungMau', '05.401.000.000.001', 'BRANCH', 'Chi bộ Thôn 1'],
  closed: ['tayHo', '05.202.099', 'GRASSROOTS_BRANCH', 'Chi bộ đã giải thể'],
  thanhHoa: ['central', '38', 'PROVINCE', 'Đảng bộ tỉnh Thanh Hóa'],
  farBranch: ['thanhHoa', '38.001', 'GRASSROOTS_BRANCH', 'Chi bộ xa'],
} as const;

export type UnitName = keyof typeof tree;
const names = Object.keys(tree) as UnitName[];

/** The id of every unit by its name here. */
export const units = Object.fromEntries(names.map((name, at) => [name, id(String(at + 1))])) as Record<
  UnitName,
  string
>;

function pathOf(name: UnitName, moved: Partial<Record<UnitName, UnitName>> = {}): string[] {
  const parent = moved[name] ?? tree[name][0];
  return [...(parent === null ? [] : pathOf(parent, moved)), units[name]];
}

/** The units from the root to this one, as a demo dossier names them. */
export function unitPath(unit: UnitName): { id: string; code: string; type: string; name: string }[] {
  const [parent, code, type, name] = tree[unit];
  return [...(parent === null ? [] : unitPath(parent)), { id: units[unit], code, type, name }];
}

/** The tree as orgtree tells it; `ended` names more units that stand no longer than to a day, `moved` some that stand below another. */
export function unitsRecorded(
  version = 1,
  ended: Partial<Record<UnitName, string>> = {},
  moved: Partial<Record<UnitName, UnitName>> = {},
): Envelope {
  const validTo: Partial<Record<UnitName, string>> = { closed: '2026-01-01', ...ended };
  const rows = names.map((name) => {
    const [usual, code, type, fullName] = tree[name];
    const parent = moved[name] ?? usual;
    return {
      id: units[name],
      version,
      code,
      name: fullName,
      shortName: fullName,
      type,
      kind: 'OTHER',
      parentId: parent === null ? null : units[parent],
      path: pathOf(name, moved),
      regionMinWage: 1,
      validFrom: '2020-01-01',
      validTo: validTo[name] ?? null,
    };
  });
  return makeEnvelope(UnitRecorded, { aggregateId: units.central, data: { units: rows } }, { province: 't' });
}
