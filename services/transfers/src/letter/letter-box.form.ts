import type { BoxText, GridBox } from '@dang/documents/box-grid';
import { FIRST_BOX, type LetterType, layoutOfBoxes } from './layout.ts';
import type { PaperBox } from './letter-paper.ts';

/** What each box is for, in the order of the form (12-HD/BTCTW; 4 to 10 by symmetry, domain: letter types). */
const tenBoxes = [
  'Chi bộ nơi đi',
  'Đảng ủy bộ phận nơi đi',
  'Đảng ủy cơ sở nơi đi',
  'Cấp trên trực tiếp của tổ chức cơ sở đảng nơi đi',
  'Ban tổ chức tỉnh ủy, thành ủy nơi đi',
  'Ban tổ chức tỉnh ủy, thành ủy nơi đến',
  'Cấp trên trực tiếp của tổ chức cơ sở đảng nơi đến',
  'Đảng ủy cơ sở nơi đến',
  'Đảng ủy bộ phận nơi đến',
  'Chi bộ nơi đến',
] as const;
const eightBoxes = [
  'Chi bộ nơi đi',
  'Đảng ủy cơ sở nơi đi',
  'Đảng ủy cơ sở nơi đến',
  'Chi bộ nơi đến',
  'Chi bộ nơi đến nhận xét, giới thiệu trở về',
  'Đảng ủy cơ sở nơi đến giới thiệu trở về',
  'Đảng ủy cơ sở nơi đi nhận lại',
  'Chi bộ nơi đi nhận lại',
] as const;

const levelOf = (type: LetterType, index: number): string =>
  (type === 'EIGHT_BOX' ? eightBoxes : tenBoxes)[index - 1] ?? '';

/** On whose behalf the signatory of a unit of this type signs. */
const behalf: Readonly<Record<string, string>> = {
  BRANCH: 'T/M CHI BỘ',
  GRASSROOTS_BRANCH: 'T/M CHI BỘ',
  SUB_COMMITTEE: 'T/M ĐẢNG ỦY BỘ PHẬN',
  GRASSROOTS_COMMITTEE: 'T/M ĐẢNG ỦY',
  SUPERIOR: 'T/M BAN THƯỜNG VỤ',
  PROVINCE: 'T/M BAN TỔ CHỨC',
};

const zone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short' });
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });

/** `09:05 06/07/2026`, in Hà Nội. */
export const printedMoment = (at: Date): string => `${timeFormat.format(at)} ${dayFormat.format(at)}`;

/** `ngày 06 tháng 7 năm 2026`, as official paper writes a day: a nought before days to 9 and months to 2. */
export function wordedDay(at: Date): string {
  const [day = '', month = '', year = ''] = dayFormat.format(at).split('/');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** What the box says; a corrected one says it anew above, the old words struck out and still to be read. */
function contentOf(box: PaperBox): BoxText[] {
  const { content, correction, correctedByName, correctedByTitle, correctedAt, correctedDigitally } = box;
  if (content === null) return [];
  if (correction === null) return [{ text: content }];
  const by = [correctedByTitle, correctedByName].filter(Boolean).join(' ');
  const how = correctedDigitally ? 'Đính chính, ký số bởi' : 'Đính chính';
  const line: BoxText = {
    text: `${how}: ${by}, ${correctedAt ? printedMoment(correctedAt) : ''}`,
    face: 'italic',
    mark: true,
  };
  return [{ text: correction, mark: true }, line, { text: content, strike: true }];
}

function signatoryOf({
  unitType,
  signedByName,
  signedByTitle,
  signedAt,
  isDigital,
  outside,
}: PaperBox): BoxText[] {
  if (signedAt === null) return [];
  const lines: BoxText[] = [
    { text: wordedDay(signedAt), face: 'italic', align: 'right' },
    { text: behalf[unitType ?? ''] ?? 'T/M CẤP ỦY', face: 'bold', align: 'center' },
    { text: signedByTitle ?? '', align: 'center' },
  ];
  if (isDigital) return lines.filter(({ text }) => text !== '');
  const hand = outside ? '(đã ký ngoài hệ thống)' : '(đã ký)';
  return [
    ...lines,
    { text: hand, face: 'italic' as const, align: 'center' as const },
    { text: signedByName ?? '', face: 'bold' as const, align: 'center' as const },
  ].filter(({ text }) => text !== '');
}

/** The visible block of a digital signature. */
function sealOf({ isDigital, signedByName, signedByTitle, signerUnitName, signedAt }: PaperBox): string[] {
  if (!isDigital || signedAt === null) return [];
  return [
    `Ký số bởi: ${signedByName}`,
    `Chức vụ: ${signedByTitle ?? ''}`,
    `Tổ chức: ${signerUnitName ?? ''}`,
    `Thời gian: ${printedMoment(signedAt)}`,
  ];
}

function waitingText({ outside, status }: PaperBox): string {
  if (outside) return 'Nơi đến ngoài hệ thống ghi, ký tên, đóng dấu.';
  return status === 'RETURNED' ? 'Bị trả lại, chờ ký lại.' : 'Chưa ký.';
}

/** A box of a letter as its form shows it. */
function boxOf(type: LetterType, box: PaperBox, onward: string): GridBox {
  const heading = `Ô ${box.index}. ${levelOf(type, box.index)}`;
  if (box.crossedOut) return { heading, texts: [{ text: ' ' }], crossedOut: true };
  const { unitName, registerNumber, registerYear, addressee, comment, signedAt, status } = box;
  const isSigned = signedAt !== null && status !== 'RETURNED';
  const texts: BoxText[] = [
    ...(unitName ? [{ text: unitName, face: 'bold' as const }] : []),
    ...(registerNumber === null ? [] : [{ text: `Số GTSHĐ: ${registerNumber}/${registerYear}` }]),
    ...(addressee ? [{ text: `${onward}: ${addressee}` }] : []),
    ...contentOf(box),
    ...(comment ? [{ text: `Nhận xét: ${comment}` }] : []),
    ...(isSigned ? signatoryOf(box) : [{ text: waitingText(box), face: 'italic' as const }]),
  ];
  return { heading, texts, seal: isSigned ? sealOf(box) : [] };
}

/** The boxes of a letter in their order: box 1 and the one that begins the way back address (kính gửi), the others forward (kính chuyển). */
export function gridOf(type: LetterType, boxes: readonly PaperBox[]): GridBox[] {
  const { comment } = layoutOfBoxes(boxes);
  return boxes.map((box) =>
    boxOf(type, box, box.index === FIRST_BOX || box.index === comment ? 'Kính gửi' : 'Kính chuyển'),
  );
}
