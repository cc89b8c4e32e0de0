import { makeForm } from '@dang/documents/form';
import type { Form } from '@dang/documents/form-page';
import type { SignatureBlock } from '@dang/documents/signing/sign-document';
import type { SignatureRow } from '@dang/documents/signing/signature-value';
import { findUnits } from '@dang/reference/units';
import { amountInWords } from '@dang/vietnam/amount-in-words';
import { formatDong } from '@dang/vietnam/dong';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ActedBy } from '../dossier-step/acted-by.ts';
import { viewOf } from './figures.view.ts';
import { findAdjustments, findReconciliation, type ReconciliationRow } from './reconciliation.rows.ts';
import { periodName } from './reconciliation.rules.ts';

const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${month} năm ${year}`;
};

const dayOf = (day: string): string => day.split('-').reverse().join('/');

const signed = (by: ActedBy | null, day: string | null): string =>
  by === null ? '' : `${by.title ?? ''} ${by.name}, xác nhận ngày ${dayOf(day ?? '')}`.trim();

/** Who signs the minutes digitally now, and who has before. */
export interface MinutesSigning {
  readonly block: SignatureBlock;
  readonly before: readonly Pick<SignatureRow, 'signerName' | 'signerTitle' | 'signedAt'>[];
}

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The line in a block of signatures: room for a hand, or who signed it digitally. */
const bySide = (title: string, by: ActedBy | null, digital: MinutesSigning['before'][number] | undefined) =>
  digital
    ? {
        title,
        note: `${digital.signerTitle} — ký số lúc ${timeFormat.format(digital.signedAt)}`,
        name: digital.signerName,
      }
    : { title, note: '(Ký, ghi rõ họ tên)', ...(by && { name: by.name }) };

function writeSignatures(
  form: Form,
  { confirmedBy, closedBy }: ReconciliationRow,
  signing: MinutesSigning | null,
): void {
  const { signer, signedAt, verifyUrl, previous } = signing?.block ?? {};
  const now = signer && signedAt && { signerName: signer.name, signerTitle: signer.title, signedAt };
  const [first, second] = [...(signing?.before ?? []), ...(now ? [now] : [])];
  form.signatures([
    bySide('ĐẠI DIỆN CẤP DƯỚI', confirmedBy, first),
    bySide('ĐẠI DIỆN CẤP TRÊN', closedBy, second),
  ]);
  if (verifyUrl === undefined) return;
  const before = previous ? ['SHA-256 của bản đã ký trước:', previous.sha256] : [];
  form.qr(verifyUrl, ['Quét mã để kiểm tra chữ ký số của văn bản này.', verifyUrl, ...before]);
}

/**
 * The minutes of a closed reconciliation (biên bản đối chiếu) as PDF: the figures that both agreed on, what was adjusted, and who
 * confirmed for whom. Null when there is none, or it is not closed. Made anew each time, the same bytes each time.
 */
export async function makeMinutes(
  em: SqlEntityManager,
  id: string,
): Promise<{ pdf: Buffer; number: string } | null> {
  const dossier = await findReconciliation(em, id);
  if (dossier?.status !== 'CLOSED') return null;
  return { pdf: await writeMinutes(em, dossier, null), number: dossier.number };
}

/** The same for a dossier that is closed, with the block of whoever signs it digitally. */
export async function writeMinutes(
  em: SqlEntityManager,
  dossier: ReconciliationRow,
  signing: MinutesSigning | null,
): Promise<Buffer> {
  const { id, number, closedOn } = dossier;
  if (closedOn === null) throw new Error(`${number} is not closed: it has no minutes`);
  const units = await findUnits(em, [dossier.unitId, dossier.superiorId]);
  const nameOf = (unitId: string): string => units.find((unit) => unit.id === unitId)?.name ?? '';
  const [adjustments] = await findAdjustments(em, [id]);
  const figures = viewOf(dossier.figures);
  const madeAt = signing?.block.signedAt ?? new Date(`${closedOn}T00:00:00Z`);
  const amounts: [string, bigint][] = [
    ['Số phải thu trong kỳ', figures.due],
    ['Số đã thu trong kỳ', figures.paid],
    ['Trong đó: thu trực tuyến', figures.paidOnline],
    ['Trong đó: thu tiền mặt', figures.paidCash],
    ['Đã hoàn trả do nộp nhầm', figures.refunded],
    ['Số được trích giữ lại (tổ chức và cấp dưới)', figures.retained],
    ['Trong đó: điều chỉnh qua đối chiếu', figures.adjusted],
    ['Số phải nộp cấp trên', figures.toRemit],
    ['Số đã nộp cấp trên', figures.remitted],
    ['Số còn phải nộp cấp trên đến cuối kỳ', figures.owed],
    ['Số tổ chức đã nhận', figures.received],
    ['Tiền mặt đang giữ đến cuối kỳ', figures.cashHeld],
  ];
  return makeForm({ title: `Biên bản đối chiếu ${number}`, madeAt, footer: number }, (form) => {
    form.heading(
      [nameOf(dossier.superiorId), nameOf(dossier.unitId)],
      ['ĐẢNG CỘNG SẢN VIỆT NAM', dayInWords(closedOn)],
    );
    form.title('BIÊN BẢN ĐỐI CHIẾU ĐẢNG PHÍ', `${periodName(dossier)} — số ${number}`);
    form.pairs([
      ['Tổ chức đảng cấp dưới', nameOf(dossier.unitId)],
      ['Đại diện', signed(dossier.confirmedBy, dossier.confirmedOn)],
      ['Tổ chức đảng cấp trên', nameOf(dossier.superiorId)],
      ['Đại diện', signed(dossier.closedBy, closedOn)],
      ['Số đảng viên cuối kỳ', `${figures.members} (được miễn: ${figures.exempt})`],
    ]);
    form.gap();
    form.paragraph('Hai bên thống nhất số liệu thu, nộp đảng phí như sau:');
    form.table(
      [
        { header: 'TT', width: 1, align: 'center' },
        { header: 'Chỉ tiêu', width: 8 },
        { header: 'Số tiền (Đồng)', width: 4, align: 'right' },
      ],
      amounts.map(([name, amount], index) => [`${index + 1}`, name, formatDong(amount)]),
    );
    if (figures.paid >= 0n) form.paragraph(`Số đã thu bằng chữ: ${amountInWords(figures.paid)}.`);
    for (const { status, reason, moves, decidedOn } of adjustments ?? []) {
      if (status !== 'POSTED') continue;
      const total = moves.reduce((sum, { amount }) => sum + amount, 0n);
      form.paragraph(
        `Điều chỉnh ngày ${dayOf(decidedOn ?? '')}: ${formatDong(total)} đồng. Lý do: ${reason}.`,
      );
    }
    writeSignatures(form, dossier, signing);
  });
}
