import type { Role } from '@dang/access/role';

/** Offices that an administrator gives (domain 2.1): no position in the Party, so nobody claims them. */
export const staffTitles = {
  OFFICE_STAFF: 'Chuyên viên Văn phòng Đảng ủy',
  PARTY_BUILDING_STAFF: 'Chuyên viên Ban Xây dựng Đảng',
  ORG_BOARD_STAFF: 'Chuyên viên Ban Tổ chức',
  FINANCE_OFFICER: 'Kế toán, tài chính đảng',
  INSPECTION_OFFICER: 'Cán bộ Ủy ban Kiểm tra',
  SUPPORT_AGENT: 'Tổ hỗ trợ',
  ANALYST: 'Chuyên viên phân tích',
} as const satisfies Partial<Record<Role, string>>;

/** One of them. */
export type StaffRole = keyof typeof staffTitles;

/** All of them. */
export const staffRoles = Object.keys(staffTitles) as StaffRole[];

/** Is this an office that an administrator gives? */
export const isStaff = (role: Role): role is StaffRole => Object.hasOwn(staffTitles, role);

const branchTypes: readonly string[] = ['BRANCH', 'GRASSROOTS_BRANCH'];

/**
 * May a unit of this type have such an office? A branch has no office of its own but chooses members who help others; the
 * organisation board is the province's.
 */
export function mayHaveOffice(unitType: string, role: StaffRole): boolean {
  if (unitType === 'PARTY_GROUP') return false;
  if (branchTypes.includes(unitType)) return role === 'SUPPORT_AGENT';
  return role !== 'ORG_BOARD_STAFF' || unitType === 'PROVINCE';
}
