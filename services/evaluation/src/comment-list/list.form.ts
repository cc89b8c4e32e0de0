import { makeForm } from '@dang/documents/form';
import type { Form } from '@dang/documents/form-page';
import type { SignatureBlock } from '@dang/documents/signing/sign-document';
import type { ListPaper, PaperRow } from './list-paper.rows.ts';
import type { CommentPurpose } from './row.rules.ts';

const types: Record<PaperRow['type'], string> = {
  REQUEST_COMMENT: 'Xin nhận xét',
  INTRODUCE: 'Giới thiệu',
  INTRODUCE_AND_REQUEST: 'Giới thiệu và xin nhận xét',
};

const purposes: Record<CommentPurpose, string> = {
  YEARLY: 'Kiểm điểm, đánh giá xếp loại đảng viên hằng năm',
  PERSONNEL: 'Công tác cán bộ',
  REWARD: 'Khen thưởng',
  DISCIPLINE: 'Kỷ luật',
  OTHER: 'Khác',
};

/** The columns of the form, in its order (domain 7.3, step 1): header, part of the width, width in a sheet in letters. */
const columns = [
  { header: 'TT', width: 3, letters: 6, align: 'center' },
  { header: 'Họ và tên đảng viên', width: 13, letters: 28 },
  { header: 'Số thẻ đảng viên', width: 12, letters: 18, align: 'center' },
  { header: 'Chi bộ sinh hoạt', width: 14, letters: 34 },
  { header: 'Nơi cư trú: Đảng bộ cấp trên cơ sở', width: 14, letters: 34 },
  { header: 'Đảng bộ/chi bộ cơ sở', width: 14, letters: 34 },
  { header: 'Đảng bộ bộ phận', width: 9, letters: 24 },
  { header: 'Chi bộ trực thuộc', width: 14, letters: 34 },
  { header: 'Báo cáo tình hình thực hiện nhiệm vụ', width: 8, letters: 18, align: 'center' },
  { header: 'Loại', width: 10, letters: 26 },
] as const;

export const listHeader: readonly string[] = columns.map(({ header }) => header);
export const listWidths: readonly number[] = columns.map(({ letters }) => letters);

/** The rows of the form as texts, in the order of its columns. */
export const listCells = ({ rows }: ListPaper): string[][] =>
  rows.map((row, index) => [
    String(index + 1),
    row.name,
    row.cardNumber,
    row.branch,
    row.commune,
    row.grassroots,
    row.subCommittee,
    row.residenceBranch,
    row.selfReport ? 'Có' : '',
    types[row.type],
  ]);

const zone = 'Asia/Ho_Chi_Minh';
const dayOf = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
const shortDay = (at: Date): string => dayOf(at).split('-').reverse().join('/');
const clockTime = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);

function dayInWords(at: Date): string {
  const [year, month, day] = dayOf(at).split('-');
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** The moment that a paper carries which nobody signs: that of the last thing that happened to the list. */
function lastMoment({ list }: ListPaper): Date {
  const { completedAt, sentAt, approvedAt, submittedAt, createdAt } = list;
  return new Date(completedAt ?? sentAt ?? approvedAt ?? submittedAt ?? createdAt);
}

function writeHead(form: Form, { list, chain }: ListPaper, at: Date): void {
  const [superior, unit] = [chain.at(-2)?.name ?? '', chain.at(-1)?.name ?? ''];
  form.heading([superior, unit], ['ĐẢNG CỘNG SẢN VIỆT NAM', dayInWords(at)]);
  form.title('DANH SÁCH', 'Đảng viên cần giới thiệu, xin nhận xét tại nơi cư trú');
  form.pairs([
    ['Tên tổ chức Đảng', unit],
    ['Danh sách số', `${list.number}, lập ngày ${shortDay(new Date(list.createdAt))}`],
    ['Người lập', `${list.createdByName}, ${list.createdByTitle}`],
    [
      'Nhận xét năm',
      `${list.year} — ${[purposes[list.purpose], list.purposeNote].filter(Boolean).join(': ')}`,
    ],
  ]);
}

function writeSignature(form: Form, { signer, signedAt, verifyUrl, previous }: SignatureBlock): void {
  form.signatures([
    { title: '', note: '' },
    {
      title: `T/M ${signer.unitName.toLocaleUpperCase('vi')}`,
      note: `${signer.title} — ký số lúc ${clockTime(signedAt)} ngày ${shortDay(signedAt)}`,
      name: signer.name,
    },
  ]);
  form.qr(verifyUrl, [
    'Quét mã để kiểm tra chữ ký số của văn bản này.',
    verifyUrl,
    ...(previous ? ['SHA-256 của bản đã ký trước:', previous.sha256] : []),
  ]);
}

/**
 * The list as the official form (domain 10.12), A4 across: with the block of whoever signs it, or with room for a hand. The same list and
 * block give the same bytes.
 */
export function makeListForm(paper: ListPaper, block: SignatureBlock | null): Promise<Buffer> {
  const at = block?.signedAt ?? lastMoment(paper);
  const { number } = paper.list;
  const info = { title: `Danh sách ${number}`, madeAt: at, footer: number, layout: 'landscape' } as const;
  return makeForm(info, (form) => {
    writeHead(form, paper, at);
    form.table(
      columns.map((column) => ({ ...column })),
      listCells(paper),
    );
    form.paragraph(`Danh sách có ${paper.rows.length} đảng viên.`);
    if (block) return writeSignature(form, block);
    form.signatures([
      { title: 'NGƯỜI LẬP', note: '(Ký, ghi rõ họ và tên)', name: paper.list.createdByName },
      { title: 'BÍ THƯ', note: '(Ký tên, đóng dấu, ghi rõ họ và tên)' },
    ]);
  });
}
