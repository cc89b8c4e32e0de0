import { writeCsv } from '@dang/tabular/write-rows';

/** The headers of the member file as the clean-up of 2025–26 writes them. */
export const memberHeaders = [
  'Họ và tên *',
  'Tên gọi khác',
  'Giới tính *',
  'Sinh ngày * (dd/mm/yyyy)',
  'Dân tộc *',
  'Số định danh cá nhân *',
  'Số thẻ Đảng * (12 số theo HD38-HD/BTCTW)',
  'Số thẻ theo Đảng quyết định 85',
  'Tổ chức Đảng đang sinh hoạt *',
  'Thường trú (theo mô hình 2 cấp) *',
  'Ngày vào Đảng *',
  'Ngày vào Đảng chính thức *',
  'Trạng thái hoạt động',
] as const;

/** The cells of one made-up member, right in everything; ids begin with 099, a province that does not exist. */
export function memberCells(serial: number, branchCode: string): string[] {
  const number = String(500_000 + serial);
  return [
    `Nguyễn Văn ${['An', 'Bình', 'Chiến', 'Dũng', 'Đức'][serial % 5]} ${serial}`,
    '',
    'Nam',
    '25/02/1985',
    'Kinh',
    `099085${number}`,
    `099085${number}`,
    String(10_000_000 + serial),
    branchCode,
    'Phường Việt Hưng, Hà Nội',
    '19/05/2010',
    '19/05/2011',
    'Đang sinh hoạt',
  ];
}

/** Writes a member file of these rows. */
export const writeMemberFile = (file: string, rows: Iterable<string[]>): Promise<void> =>
  writeCsv(file, memberHeaders, rows);
