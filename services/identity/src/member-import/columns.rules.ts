import { searchKey } from '@dang/vietnam/text';

/** A column of the member file: what it is called here, the headers it comes under, and whether a row may do without it. */
type Column = { headers: readonly string[]; isRequired?: true; isSensitive?: true; isKept?: false };

/**
 * The columns of the clean-up of member data (domain 4.2). What the five procedures do not need is checked where it can be
 * and not kept: who does not store it cannot lose it.
 */
export const columns = {
  fullName: { headers: ['Họ và tên'], isRequired: true },
  otherName: { headers: ['Tên gọi khác'] },
  gender: { headers: ['Giới tính'], isRequired: true },
  dateOfBirth: { headers: ['Sinh ngày', 'Ngày sinh'], isRequired: true },
  personalId: {
    headers: ['Số định danh cá nhân', 'Số CCCD', 'CCCD'],
    isRequired: true,
    isSensitive: true,
  },
  cardNumber: { headers: ['Số thẻ Đảng', 'Số thẻ đảng viên'], isSensitive: true },
  legacyCardNumber: { headers: ['Số thẻ theo Đảng quyết định 85', 'Số thẻ Đảng theo quyết định 85'] },
  profileNumber: { headers: ['Số lý lịch'] },
  branch: {
    headers: ['Tổ chức Đảng đang sinh hoạt', 'Chi bộ đang sinh hoạt', 'Mã tổ chức Đảng'],
    isRequired: true,
  },
  enrolledOn: { headers: ['Ngày vào chi bộ', 'Ngày về chi bộ'] },
  permanentAddress: { headers: ['Thường trú', 'Nơi thường trú', 'Thường trú (Địa chỉ chi tiết)'] },
  joinDate: { headers: ['Ngày vào Đảng'], isRequired: true },
  officialDate: { headers: ['Ngày vào Đảng chính thức', 'Ngày chính thức'] },
  status: { headers: ['Trạng thái hoạt động'] },
  forceCategory: { headers: ['Lực lượng vũ trang'] },
  oldPersonalId: { headers: ['Số CMND cũ', 'Số CMND'], isSensitive: true, isKept: false },
  cardIssuedOn: { headers: ['Ngày cấp thẻ Đảng'], isKept: false },
  leftOn: { headers: ['Ngày rời khỏi / Ngày mất / Ngày miễn sinh hoạt Đảng'], isKept: false },
  deletionWish: { headers: ['Đề nghị xóa'], isKept: false },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof columns;
const names = Object.keys(columns) as ColumnName[];

/** A header without marks, case, asterisks and what stands in brackets. */
const headerKey = (header: string): string =>
  searchKey(header.replace(/\([^)]*\)/g, ' ').replaceAll('*', ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const byHeader = new Map<string, ColumnName>(
  names.flatMap((name) => columns[name].headers.map((header) => [headerKey(header), name] as const)),
);

/** Which header of this file holds which column; the required ones that are missing, by the name that people know. */
export function readColumns(headers: readonly string[]): {
  headerOf: ReadonlyMap<ColumnName, string>;
  missing: string[];
  unknown: string[];
} {
  const headerOf = new Map<ColumnName, string>();
  const unknown: string[] = [];
  for (const header of headers) {
    const name = byHeader.get(headerKey(header));
    if (!name || headerOf.has(name)) unknown.push(header);
    else headerOf.set(name, header);
  }
  const isMissing = (name: ColumnName) => 'isRequired' in columns[name] && !headerOf.has(name);
  return { headerOf, missing: names.filter(isMissing).map((name) => columns[name].headers[0]), unknown };
}

/** Is what stands in this column never to be shown whole? */
export const isSensitive = (name: ColumnName): boolean => 'isSensitive' in columns[name];
