import { makeForm } from '@dang/documents/form';
import type { SignatureBlock } from '@dang/documents/signing/sign-document';
import type { LetterPaper, PaperBox } from './letter-paper.ts';

const zone = 'Asia/Ho_Chi_Minh';
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
});
const plainDay = (day: string): string => day.split('-').reverse().join('/');

function boxLines(box: PaperBox): string {
  if (box.crossedOut) return '(gạch chéo)';
  const register = box.registerNumber === null ? '' : `Số GTSHĐ: ${box.registerNumber}/${box.registerYear}`;
  const by =
    box.signedAt &&
    `${box.signedByTitle ?? ''} ${box.signedByName ?? ''}, ${timeFormat.format(box.signedAt)}`;
  return [
    box.unitName,
    register,
    box.addressee && `Kính gửi: ${box.addressee}`,
    box.content,
    box.comment && `Nhận xét: ${box.comment}`,
    by,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The letter in its form, with the block of whoever signs it now. The same letter and block give the same bytes. */
export function makeLetterForm(paper: LetterPaper, block: SignatureBlock | null): Promise<Buffer> {
  const madeAt = block?.signedAt ?? new Date(`${paper.issuedOn}T00:00:00Z`);
  const title = `Giấy giới thiệu sinh hoạt đảng ${paper.number}`;
  return makeForm({ title, madeAt, footer: paper.dossierNumber }, (form) => {
    form.heading(
      [paper.issuer.above, paper.issuer.name],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', plainDay(paper.issuedOn)],
    );
    form.title('GIẤY GIỚI THIỆU SINH HOẠT ĐẢNG', `Số ${paper.number}`);
    form.table(
      [
        { header: 'Ô', width: 1, align: 'center' },
        { header: 'Nội dung', width: 14 },
      ],
      paper.boxes.map((box) => [`${box.index}`, boxLines(box)]),
    );
    if (block === null) return;
    form.qr(block.verifyUrl, [
      'Quét mã để kiểm tra chữ ký số của giấy giới thiệu này.',
      block.verifyUrl,
      ...(block.previous ? ['SHA-256 của bản đã ký trước:', block.previous.sha256] : []),
    ]);
  });
}
