import { makeForm } from '@dang/documents/form';
import type { Form } from '@dang/documents/form-page';
import type { SignatureBlock } from '@dang/documents/signing/sign-document';
import type { LetterType } from './layout.ts';
import { gridOf, wordedDay } from './letter-box.form.ts';
import type { LetterPaper } from './letter-paper.ts';

/** What stands below the boxes: the block of whoever signs now, or where the letter was signed last, when somebody only prints it. */
export type LetterFoot =
  | { readonly block: SignatureBlock; readonly printed?: undefined }
  | {
      readonly block?: undefined;
      readonly printed: { readonly last: { readonly verifyUrl: string; readonly sha256: string } | null };
    };

/** The name and the paper of each form (domain, letter types): ten boxes leaf-green, eight lemon-yellow; the internal one as the first. */
const forms: Readonly<Record<LetterType, { name: string; tint: { page: string; lines: string } }>> = {
  TEN_BOX: {
    name: 'Loại 10 ô — chuyển sinh hoạt đảng chính thức',
    tint: { page: '#eef7ea', lines: '#d3e9c9' },
  },
  EIGHT_BOX: {
    name: 'Loại 8 ô — chuyển sinh hoạt đảng tạm thời',
    tint: { page: '#fdfbe3', lines: '#f1eab4' },
  },
  INTERNAL: {
    name: 'Giấy giới thiệu nội bộ trong đảng bộ cơ sở',
    tint: { page: '#eef7ea', lines: '#d3e9c9' },
  },
  ABROAD: { name: 'Giấy giới thiệu ra nước ngoài', tint: { page: '#ffffff', lines: '#ffffff' } },
};

const plainDay = (day: string | null): string => day?.split('-').reverse().join('/') ?? '';

/** The moment that a printed letter carries: that of what was written into it last. */
function lastMoment({ boxes, issuedOn }: LetterPaper): Date {
  const moments = boxes.flatMap(({ signedAt, correctedAt }) => [signedAt ?? [], correctedAt ?? []].flat());
  return moments.reduce((last, at) => (at > last ? at : last), new Date(`${issuedOn}T00:00:00Z`));
}

function writeHead(form: Form, { issuer, number, type, isVoid, issuedOn }: LetterPaper): void {
  const left = [issuer.above, issuer.name, `Số: ${number}`].filter(Boolean);
  form.heading(left, ['ĐẢNG CỘNG SẢN VIỆT NAM', wordedDay(new Date(`${issuedOn}T12:00:00+07:00`))]);
  form.title('GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG', forms[type].name);
  if (isVoid) form.paragraph('GIẤY NÀY ĐÃ HỦY, KHÔNG CÒN GIÁ TRỊ', { face: 'bold', align: 'center' });
}

function writeSubject(form: Form, { subject, duesPaidThrough, branchListNumber }: LetterPaper): void {
  const { fullName, dateOfBirth, joinDate, officialDate, cardNumberMasked, profileNumber } = subject;
  form.pairs([
    ['Họ và tên', fullName],
    ['Ngày sinh', plainDay(dateOfBirth)],
    ['Ngày vào Đảng; ngày chính thức', [plainDay(joinDate), plainDay(officialDate) || 'dự bị'].join('; ')],
    ['Số TĐV; Số LL', [cardNumberMasked ?? '', profileNumber ?? ''].filter(Boolean).join('; ')],
    ...(branchListNumber === null ? [] : [['Số SĐV', String(branchListNumber)] as const]),
    ['Đã đóng đảng phí hết tháng', plainDay(duesPaidThrough)],
  ]);
  form.gap(4);
}

function writeFoot(form: Form, { block, printed }: LetterFoot): void {
  if (block) {
    const { verifyUrl, previous } = block;
    form.qr(verifyUrl, [
      'Quét mã để kiểm tra chữ ký số của giấy giới thiệu này. Trang kiểm tra không hiển thị thông tin cá nhân.',
      verifyUrl,
      ...(previous ? ['SHA-256 của bản đã ký trước:', previous.sha256] : []),
    ]);
  } else if (printed.last) {
    form.qr(printed.last.verifyUrl, [
      'Bản in từ hệ thống. Quét mã để kiểm tra bản đã ký số gần nhất.',
      printed.last.verifyUrl,
      'SHA-256 của bản đã ký gần nhất:',
      printed.last.sha256,
    ]);
  } else {
    form.remark('Bản in từ hệ thống.');
  }
}

/**
 * The introduction letter in its form (12-HD/BTCTW): heads, who is introduced, the boxes in their order, corrections above the struck-out words,
 * boxes without use crossed out, the visible block of every digital signature, the QR code to the public page and the SHA-256 of the PDF that was
 * signed before. The card number shows its last three digits. The same letter and foot give the same bytes.
 */
export function makeLetterForm(paper: LetterPaper, foot: LetterFoot): Promise<Buffer> {
  const madeAt = foot.block?.signedAt ?? lastMoment(paper);
  const title = `Giấy giới thiệu sinh hoạt đảng ${paper.number}`;
  const footer = `${title} — hồ sơ ${paper.dossierNumber}`;
  return makeForm({ title, madeAt, footer, tint: forms[paper.type].tint }, (form) => {
    writeHead(form, paper);
    writeSubject(form, paper);
    form.boxes(gridOf(paper.type, paper.boxes));
    writeFoot(form, foot);
  });
}
