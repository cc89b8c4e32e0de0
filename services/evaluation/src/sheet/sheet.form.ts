import { makeForm } from '@dang/documents/form';
import type { Form } from '@dang/documents/form-page';
import type { SignatureBlock } from '@dang/documents/signing/sign-document';
import { type CriterionField, criteria, criterionFields } from './sheet.criteria.ts';
import type { SheetRow } from './sheet.rows.ts';

/** What the form prints beside the sheet itself. */
export interface SheetPaper {
  readonly sheet: SheetRow;
  /** The number of the dossier. */
  readonly number: string;
  readonly memberName: string;
  /** `Đảng bộ phường Khương Đình` and `Chi bộ 21`. */
  readonly committeeName: string;
  readonly branchName: string;
  /** The commune or ward as people say it: `Phường Khương Đình`. */
  readonly place: string;
  /** A branch with a committee writes `Chi ủy`, another one `Chi bộ` (footnote 1 of the form). */
  readonly hasBranchCommittee: boolean;
  /** The delivered sheet that this one replaces. */
  readonly replaced: { readonly deliveredAt: string; readonly sha256: string } | null;
}

const zone = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  ...zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('vi-VN', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `ngày 06 tháng 7 năm 2026`, as official paper writes a day: a nought before days to 9 and months to 2. */
function wordedDay(at: Date): string {
  const [day = '', month = '', year = ''] = dayFormat.format(at).split('/');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

const plainDay = (day: string): string => day.split('-').reverse().join('/');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const withoutKind = (place: string): string => place.replace(/^(Phường|Xã|Thị trấn|Đặc khu) /, '');

function writeHead(form: Form, paper: SheetPaper, signedAt: Date): void {
  const { committeeName, branchName, place, replaced } = paper;
  form.heading(
    [committeeName, branchName],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', `${withoutKind(place)}, ${wordedDay(signedAt)}`],
  );
  form.title(
    'PHIẾU NHẬN XÉT',
    'Đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú',
  );
  if (!replaced) return;
  const when = dayFormat.format(new Date(replaced.deliveredAt));
  form.paragraph(`Phiếu này thay thế phiếu nhận xét đã gửi ngày ${when}.`, { face: 'bold', align: 'center' });
  form.remark(`SHA-256 của phiếu được thay thế: ${replaced.sha256}`);
}

function preambleOf({ sheet, memberName, hasBranchCommittee }: SheetPaper): string {
  const who = hasBranchCommittee ? 'Chi ủy' : 'Chi bộ';
  const when = sheet.meetingOn === null ? '' : ` ngày ${plainDay(sheet.meetingOn)}`;
  const met = sheet.frontCommitteeMet
    ? `sau khi họp${when} với ban công tác mặt trận thôn, bản, khu dân cư, tổ dân phố `
    : sheet.meetingOn === null
      ? ''
      : `sau khi họp${when} `;
  return `${who} ${met}thống nhất nhận xét về đảng viên ${memberName} như sau:`;
}

function choicesOf(field: CriterionField, chosen: string | null) {
  const choices: Readonly<Record<string, string>> = criteria[field].choices;
  return Object.entries(choices).map(([code, label]) => ({ label, ticked: code === chosen }));
}

function writeCriteria(form: Form, { sheet }: SheetPaper): void {
  for (const [index, field] of criterionFields.entries())
    form.choices(`${index + 1}. ${criteria[field].text}`, choicesOf(field, sheet[field]));
  form.paragraph(
    `${criterionFields.length + 1}. Nhận xét khác: ${sheet.otherComment ?? 'Không có nhận xét khác.'}`,
  );
}

function writeFoot(form: Form, paper: SheetPaper, { signer, signedAt, verifyUrl }: SignatureBlock): void {
  const { sheet, branchName, place } = paper;
  const branch = branchName.replace(/^Chi bộ /, '');
  const confirmed = `${sheet.confirmedByTitle ?? ''} ${branch} – ${lowerFirst(place)} ${sheet.confirmedByName ?? ''} đã xác nhận`;
  form.signatures([
    {
      title: 'XÁC NHẬN CỦA ĐẢNG ỦY XÃ, PHƯỜNG, THỊ TRẤN',
      note: '(Ký tên, đóng dấu, ghi rõ họ và tên)',
      seal: [
        `Ký số bởi: ${signer.name}`,
        `Chức vụ: ${signer.title}`,
        `Tổ chức: ${signer.unitName}`,
        `Thời gian: ${timeFormat.format(signedAt)} ${dayFormat.format(signedAt)}`,
      ],
    },
    { title: 'T/M CHI BỘ', note: '(Ký, ghi rõ họ và tên)', lines: [confirmed.trim()] },
  ]);
  const caption = [
    'Quét mã để kiểm tra chữ ký số của phiếu này trên hệ thống.',
    'Trang kiểm tra không hiển thị thông tin cá nhân.',
    verifyUrl,
  ];
  form.qr(verifyUrl, caption, { side: 66 });
}

/**
 * PHIẾU NHẬN XÉT as the official form (domain 7.4) with the block of whoever signs it for the commune or ward: heads, preamble, the six
 * criteria with exactly one box ticked each, other comment, the confirmation of the branch, and the QR code to the public page. The same
 * sheet and block give the same bytes. The sheet is complete and confirmed.
 */
export function makeSheetForm(paper: SheetPaper, block: SignatureBlock): Promise<Buffer> {
  const title = `Phiếu nhận xét ${paper.number}`;
  return makeForm({ title, madeAt: block.signedAt, footer: title }, (form) => {
    writeHead(form, paper, block.signedAt);
    form.paragraph(preambleOf(paper));
    writeCriteria(form, paper);
    form.gap(2);
    writeFoot(form, paper, block);
  });
}
