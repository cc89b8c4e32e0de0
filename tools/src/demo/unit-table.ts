import type { OrgtreeDemoData } from '@dang/orgtree/demo-data';

type PeriodRow = OrgtreeDemoData['periods'][number];

/** A unit as the table tells it; what is left out follows from its code and type. */
export type UnitShape = Pick<PeriodRow, 'code' | 'name' | 'type' | 'kind'> & Partial<PeriodRow>;

/** Hà Nội down to its grassroots organisations and the one sub-committee. */
export const committees: UnitShape[] = [
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
    code: '05.401',
    name: 'Đảng bộ xã Thuận An',
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
export const elsewhere: UnitShape[] = [
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
].map((shape) => ({ regionMinWage: 3, address: shape.name.replace(/^\S+ \S+ /, ''), ...shape }) as UnitShape);

/** Branches: the unit above, the number of the first, the names in the order of their numbers. */
export const branchNames: [parent: string, first: number, names: string[]][] = [
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
  ['05.401', 1, ['Đặng Xá', 'Lệ Chi'].map((n) => `Chi bộ ${n}`)],
];
