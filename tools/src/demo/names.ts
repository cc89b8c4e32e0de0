import type { Dice } from './demo-id.ts';

const families: [name: string, share: number][] = [
  ['Nguyễn', 38],
  ['Trần', 12],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 1],
  ['Đinh', 1],
  ['Trịnh', 1],
  ['Đoàn', 1],
];
const middles = {
  MALE: [
    'Văn',
    'Đức',
    'Quang',
    'Minh',
    'Hữu',
    'Công',
    'Xuân',
    'Anh',
    'Đình',
    'Thành',
    'Ngọc',
    'Tiến',
    'Quốc',
    'Bá',
  ],
  FEMALE: ['Thị', 'Thị Thu', 'Thị Thanh', 'Ngọc', 'Thị Kim', 'Thu', 'Thị Hồng', 'Minh', 'Thị Bích', 'Phương'],
};
const givens = {
  MALE: [
    'An',
    'Bách',
    'Bảo',
    'Cường',
    'Dũng',
    'Duy',
    'Đạt',
    'Đông',
    'Giang',
    'Hải',
    'Hiếu',
    'Hoàng',
    'Hùng',
    'Huy',
    'Khánh',
    'Kiên',
    'Lâm',
    'Long',
    'Mạnh',
    'Nam',
    'Nghĩa',
    'Phong',
    'Phúc',
    'Quân',
    'Sơn',
    'Tài',
    'Thắng',
    'Thịnh',
    'Toàn',
    'Tùng',
    'Việt',
    'Vinh',
  ],
  FEMALE: [
    'Anh',
    'Ánh',
    'Bích',
    'Châu',
    'Chi',
    'Diệp',
    'Dung',
    'Giang',
    'Hà',
    'Hạnh',
    'Hằng',
    'Hiền',
    'Hoa',
    'Huệ',
    'Hương',
    'Lan',
    'Liên',
    'Linh',
    'Loan',
    'Mai',
    'Nga',
    'Ngân',
    'Nhung',
    'Oanh',
    'Phượng',
    'Quyên',
    'Thảo',
    'Thúy',
    'Trang',
    'Tuyết',
    'Vân',
    'Yến',
  ],
};

/** A made-up Vietnamese name; family names come about as often as they do in the country. */
export function fullNameOf(dice: Dice, gender: 'MALE' | 'FEMALE'): string {
  return `${familyName(dice)} ${dice.pick(middles[gender])} ${dice.pick(givens[gender])}`;
}

function familyName(dice: Dice): string {
  let left = dice.between(
    1,
    families.reduce((sum, [, share]) => sum + share, 0),
  );
  for (const [name, share] of families) {
    left -= share;
    if (left <= 0) return name;
  }
  throw new Error('The shares of the family names were miscounted');
}
