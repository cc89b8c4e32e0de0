import type { Role } from '@dang/access/role';

const branch1 = '05.200.044.000.001';
const branch2 = '05.200.044.000.002';
const branch3 = '05.200.044.000.003';
const wardOffice = '05.200.046.000.001';
const residence = '05.201.021.000.021';
const company = '05.202.010.000.001';

/** What sets some personas apart. */
export type PersonaTraits = {
  level: 1 | 2;
  /** Does the person hold an approved account? */
  hasAccount: boolean;
  forceCategory: 'NONE' | 'POLICE';
  status: 'ACTIVE' | 'SUSPENDED_DETENTION' | 'CONVICTED';
  joinDate: string | null;
  dues: { category: 'SI_COMPULSORY' | 'PENSION' | 'STUDENT'; base: number | null };
};

/** A line of the table; what is left out follows from the rest. */
export type PersonaRow = {
  name: string;
  gender?: 'MALE' | 'FEMALE';
  born: string;
  /** Where the person is a member; null for who is a member nowhere. */
  branch: string | null;
  lives?: string;
  holds?: [role: Role, unit: string, title: string];
  label: string;
} & Partial<PersonaTraits> & {
    inRegistry?: boolean;
  };

const F = 'FEMALE' as const;

/** Who is who (the table of personas): change a line and the whole province follows. */
export const personaTable: Record<string, PersonaRow> = {
  member: {
    name: 'Nguyễn Thị Hà',
    gender: F,
    born: '1985-03-12',
    branch: branch1,
    lives: residence,
    label: 'Đảng viên Chi bộ 1, cư trú tại Khương Đình',
    joinDate: '2010-05-19',
    dues: { category: 'SI_COMPULSORY', base: 11_653_200 },
  },
  neighbour: {
    name: 'Trần Văn Bình',
    born: '1979-11-02',
    branch: branch1,
    label: 'Đảng viên khác của Chi bộ 1',
  },
  secretary: {
    name: 'Lê Quang Minh',
    born: '1968-08-20',
    branch: branch1,
    holds: ['BRANCH_SECRETARY', branch1, 'Bí thư chi bộ'],
    label: 'Bí thư Chi bộ 1',
  },
  deputy: {
    name: 'Phạm Thị Lan',
    gender: F,
    born: '1974-01-15',
    branch: branch1,
    holds: ['BRANCH_DEPUTY_SECRETARY', branch1, 'Phó Bí thư chi bộ'],
    label: 'Phó Bí thư Chi bộ 1',
  },
  collector: {
    name: 'Vũ Đức Thắng',
    born: '1990-06-30',
    branch: branch1,
    holds: ['BRANCH_DELEGATE', branch1, 'Người được phân công thu đảng phí'],
    label: 'Người thu đảng phí của Chi bộ 1',
  },
  secretary2: {
    name: 'Hoàng Văn Sơn',
    born: '1965-04-04',
    branch: branch2,
    holds: ['BRANCH_SECRETARY', branch2, 'Bí thư chi bộ'],
    label: 'Bí thư Chi bộ 2',
  },
  committee: {
    name: 'Đỗ Hữu Phước',
    born: '1966-12-22',
    branch: branch3,
    holds: ['COMMITTEE_SECRETARY', '05.200.044', 'Bí thư Đảng ủy'],
    label: 'Bí thư Đảng ủy Khu dân cư Việt Hưng',
  },
  ward: {
    name: 'Bùi Thị Thanh Hương',
    gender: F,
    born: '1972-09-09',
    branch: wardOffice,
    holds: ['COMMITTEE_DEPUTY_SECRETARY', '05.200', 'Phó Bí thư Thường trực Đảng ủy'],
    label: 'Phó Bí thư Đảng ủy phường Việt Hưng',
  },
  'ward-office': {
    name: 'Ngô Thu Trang',
    gender: F,
    born: '1991-02-28',
    branch: wardOffice,
    holds: ['OFFICE_STAFF', '05.200', 'Chuyên viên Văn phòng Đảng ủy'],
    label: 'Chuyên viên Văn phòng Đảng ủy phường Việt Hưng',
  },
  'ward-building': {
    name: 'Dương Minh Khôi',
    born: '1988-07-17',
    branch: wardOffice,
    holds: ['PARTY_BUILDING_STAFF', '05.200', 'Chuyên viên Ban Xây dựng Đảng'],
    label: 'Chuyên viên Ban Xây dựng Đảng phường Việt Hưng',
  },
  'residence-secretary': {
    name: 'Đặng Văn Hòa',
    born: '1960-10-10',
    branch: residence,
    holds: ['BRANCH_SECRETARY', residence, 'Bí thư chi bộ'],
    label: 'Bí thư Chi bộ 21 (nơi cư trú)',
    dues: { category: 'PENSION', base: 8_200_000 },
  },
  'residence-committee': {
    name: 'Lý Thị Mai',
    gender: F,
    born: '1963-05-05',
    branch: '05.201.021.000.020',
    holds: ['COMMITTEE_SECRETARY', '05.201.021', 'Bí thư Đảng ủy'],
    label: 'Bí thư Đảng ủy Khu dân cư Khương Đình',
    dues: { category: 'PENSION', base: 9_100_000 },
  },
  'residence-ward': {
    name: 'Phan Anh Tuấn',
    born: '1970-03-03',
    branch: '05.201.021.000.019',
    holds: ['COMMITTEE_SECRETARY', '05.201', 'Bí thư Đảng ủy'],
    label: 'Bí thư Đảng ủy phường Khương Đình',
  },
  'company-secretary': {
    name: 'Trịnh Quốc Bảo',
    born: '1980-08-08',
    branch: company,
    holds: ['BRANCH_SECRETARY', company, 'Bí thư chi bộ'],
    label: 'Bí thư Chi bộ Kinh doanh 1',
  },
  'company-committee': {
    name: 'Mai Thị Hồng Nhung',
    gender: F,
    born: '1976-06-16',
    branch: '05.202.010.000.004',
    holds: ['COMMITTEE_SECRETARY', '05.202.010', 'Bí thư Đảng ủy'],
    label: 'Bí thư Đảng ủy Công ty Cổ phần Sông Hồng',
  },
  'company-ward': {
    name: 'Cao Xuân Trường',
    born: '1969-01-30',
    branch: '05.202.011.000.001',
    holds: ['COMMITTEE_SECRETARY', '05.202', 'Bí thư Đảng ủy'],
    label: 'Bí thư Đảng ủy phường Tây Hồ',
  },
  finance: {
    name: 'Tạ Thị Kim Oanh',
    gender: F,
    born: '1983-04-25',
    branch: '05.300.001.000.003',
    holds: ['FINANCE_OFFICER', '05', 'Kế toán Văn phòng Thành ủy'],
    label: 'Kế toán tài khoản tập trung của Thành ủy',
  },
  analyst: {
    name: 'Đinh Hoàng Long',
    born: '1993-12-01',
    branch: '05.300.001.000.001',
    holds: ['ANALYST', '05', 'Chuyên viên phân tích'],
    label: 'Chuyên viên phân tích, chỉ xem số liệu tổng hợp',
  },
  inspector: {
    name: 'Hồ Sỹ Hùng',
    born: '1971-07-07',
    branch: '05.300.002.000.003',
    holds: ['INSPECTION_OFFICER', '05', 'Cán bộ Ủy ban Kiểm tra'],
    label: 'Cán bộ Ủy ban Kiểm tra Thành ủy',
  },
  admin: {
    name: 'Lương Gia Huy',
    born: '1989-09-19',
    branch: '05.300.001.000.002',
    holds: ['ORG_ADMIN', '05', 'Quản trị hệ thống thành phố'],
    label: 'Tài khoản quản trị của Thành ủy',
  },
  'org-board': {
    name: 'Võ Thị Bích Ngọc',
    gender: F,
    born: '1981-11-20',
    branch: '05.300.002.000.002',
    holds: ['ORG_BOARD_STAFF', '05', 'Chuyên viên Ban Tổ chức Thành ủy'],
    label: 'Chuyên viên Ban Tổ chức Thành ủy',
  },
  'ward-admin': {
    name: 'Chu Văn Nam',
    born: '1992-05-15',
    branch: wardOffice,
    holds: ['ORG_ADMIN', '05.200', 'Quản trị hệ thống phường'],
    label: 'Tài khoản quản trị phường Việt Hưng',
  },
  newcomer: {
    name: 'Nguyễn Hải Yến',
    gender: F,
    born: '1997-10-01',
    branch: null,
    inRegistry: true,
    hasAccount: false,
    lives: branch2,
    joinDate: '2022-12-22',
    label: 'Có trong cơ sở dữ liệu của Chi bộ 1, chưa có tài khoản',
  },
  unknown: {
    name: 'Phạm Gia Bách',
    born: '1995-03-25',
    branch: null,
    hasAccount: false,
    label: 'Công dân không có trong cơ sở dữ liệu đảng viên',
  },
  level1: {
    name: 'Trần Thị Thảo',
    gender: F,
    born: '1999-08-18',
    branch: null,
    hasAccount: false,
    level: 1,
    label: 'Định danh mức độ 1, bị từ chối',
  },
  police: {
    name: 'Lê Tiến Dũng',
    born: '1987-02-14',
    branch: branch3,
    forceCategory: 'POLICE',
    hasAccount: false,
    label: 'Đảng viên công tác trong Công an nhân dân, không áp dụng',
  },
  detained: {
    name: 'Hoàng Đình Phong',
    born: '1984-05-29',
    branch: branch3,
    status: 'SUSPENDED_DETENTION',
    hasAccount: false,
    label: 'Đình chỉ sinh hoạt đảng do bị tạm giam, không áp dụng',
  },
  convicted: {
    name: 'Đoàn Văn Tiến',
    born: '1978-10-31',
    branch: branch3,
    status: 'CONVICTED',
    hasAccount: false,
    label: 'Bị kết án, không áp dụng',
  },
  pensioner: {
    name: 'Nguyễn Văn Thành',
    born: '1958-02-03',
    branch: branch1,
    joinDate: '1986-02-03',
    dues: { category: 'PENSION', base: 7_500_000 },
    label: 'Đảng viên hưởng lương hưu 7.500.000 đồng',
  },
  student: {
    name: 'Vũ Ngọc Anh',
    gender: F,
    born: '2004-09-05',
    branch: branch1,
    joinDate: '2024-05-19',
    dues: { category: 'STUDENT', base: null },
    label: 'Đảng viên là sinh viên',
  },
  veteran50: {
    name: 'Trần Đình Khải',
    born: '1952-04-30',
    branch: branch1,
    joinDate: '1976-05-19',
    dues: { category: 'PENSION', base: 10_400_000 },
    label: 'Đảng viên 50 năm tuổi đảng, được miễn đảng phí',
  },
  'commune-member': {
    name: 'Nguyễn Hữu Đạt',
    born: '1986-06-06',
    branch: '05.400.000.000.001',
    label: 'Đảng viên Chi bộ Phù Dực, xã Phù Đổng',
    dues: { category: 'SI_COMPULSORY', base: 11_653_200 },
  },
};
