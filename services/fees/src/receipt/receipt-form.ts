import { makeForm } from '@dang/documents/form';
import type { Form } from '@dang/documents/form-page';
import { chainOf } from '@dang/reference/units';
import { amountInWords } from '@dang/vietnam/amount-in-words';
import { formatDong } from '@dang/vietnam/dong';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { FeesEnvironment } from '../environment.ts';
import { findPostedPayments, findReceipt, type ReceiptLine, type ReceiptRow } from './receipt.rows.ts';
import { verifyUrlOf } from './verification-code.ts';

const SYSTEM = 'HỆ THỐNG THỦ TỤC ĐẢNG VIÊN TRÊN MÔI TRƯỜNG ĐIỆN TỬ';

const forms = { SELF: 'Nộp cho chính mình', BRANCH: 'Nộp cho chi bộ', CASH: 'Nộp tiền mặt qua chi bộ' };

const methods: Record<string, string> = {
  BANK: 'Ngân hàng',
  E_WALLET: 'Ví điện tử',
  MOBILE_MONEY: 'Mobile Money',
  CASH: 'Tiền mặt',
};

const origins: Record<string, string> = {
  REGULAR: 'Đảng phí hằng tháng',
  ARREARS_ADJUSTMENT: 'Truy thu chênh lệch',
  VOLUNTARY: 'Tự nguyện đóng thêm',
};

/** The number of our own receipt of an order. */
export const receiptNumber = (orderNumber: string): string => `BL-${orderNumber}`;

const monthOf = (period: string): string => period.split('-').reverse().join('/');

const momentFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function monthsOf(lines: readonly ReceiptLine[]): string {
  const months = [...new Set(lines.map(({ period }) => period))].sort();
  return months.map(monthOf).join(', ');
}

const sumOf = (lines: readonly ReceiptLine[]): bigint =>
  lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);

function writeLines(form: Form, lines: readonly ReceiptLine[]): void {
  form.table(
    [
      { header: 'TT', width: 1, align: 'center' },
      { header: 'Họ và tên đảng viên', width: 5 },
      { header: 'Số thẻ đảng viên/Số lý lịch', width: 4 },
      { header: 'Kỳ', width: 2, align: 'center' },
      { header: 'Nội dung', width: 4 },
      { header: 'Số tiền (Đồng)', width: 3, align: 'right' },
    ],
    lines.map(({ name, card, period, origin, amount }, index) => [
      `${index + 1}`,
      name ?? '',
      card ?? '',
      monthOf(period),
      origins[origin] ?? '',
      formatDong(BigInt(amount)),
    ]),
  );
}

type Parts = { order: ReceiptRow; lines: readonly ReceiptLine[]; isExtract: boolean; branch: string };

function headOf(
  { order, lines, isExtract, branch }: Parts,
  environment: FeesEnvironment,
): [string, string][] {
  const [first] = lines;
  const amount = sumOf(lines);
  return [
    ['Số giao dịch', order.number],
    ['Hình thức nộp', forms[order.mode]],
    ['Người nộp', order.payerName ?? ''],
    isExtract
      ? ['Nộp cho đảng viên', first?.name ?? '']
      : ['Số thẻ đảng viên/Số lý lịch', order.payerCard ?? ''],
    ['Kỳ đóng đảng phí', monthsOf(lines)],
    ['Số tiền', `${formatDong(amount)} đồng`],
    ['Số tiền bằng chữ', amountInWords(amount)],
    ['Thời gian thanh toán', momentFormat.format(new Date(order.paidAt))],
    ['Phương thức', methods[order.method ?? ''] ?? order.method ?? ''],
    ['Tổ chức đảng', branch],
    ['Đơn vị thụ hưởng', environment.CENTRAL_ACCOUNT_NAME],
  ];
}

/**
 * The receipt of a paid order as PDF (domain 6.13), with `memberId` the extract of one of its members. Made from the order and the ledger
 * each time it is asked for, the same bytes each time. Null when the order is not paid, or holds nothing of this member.
 */
export async function makeReceipt(
  em: SqlEntityManager,
  environment: FeesEnvironment,
  orderId: string,
  memberId: string | null,
): Promise<{ pdf: Buffer; number: string } | null> {
  const found = await findReceipt(em, orderId);
  const posted = (await findPostedPayments(em, [orderId])).get(orderId);
  if (!found || !posted) return null;
  const { order } = found;
  const lines = memberId === null ? found.lines : found.lines.filter((line) => line.memberId === memberId);
  if (lines.length === 0) return null;
  const whole = sumOf(found.lines);
  if (whole !== BigInt(order.total)) throw new Error(`order ${order.number} is not the sum of its lines`);
  const chain = await chainOf(em, order.unitId);
  const branch = chain
    .map(({ name }) => name)
    .reverse()
    .join(' — ');
  const number = receiptNumber(order.number);
  const isExtract = memberId !== null && lines.length < found.lines.length;
  const info = {
    title: `Biên lai ${number}`,
    madeAt: new Date(order.paidAt),
    footer: `${number} — ${SYSTEM}`,
  };
  const pdf = await makeForm(info, (form) => {
    form.heading([SYSTEM], ['ĐẢNG CỘNG SẢN VIỆT NAM']);
    form.title(isExtract ? 'TRÍCH BIÊN LAI THU ĐẢNG PHÍ' : 'BIÊN LAI THU ĐẢNG PHÍ', `Số ${number}`);
    if (order.refundedOn !== null)
      form.paragraph(`Giao dịch đã được hoàn tiền ngày ${order.refundedOn.split('-').reverse().join('/')}.`, {
        face: 'bold',
        align: 'center',
      });
    form.pairs(headOf({ order, lines, isExtract, branch }, environment));
    form.gap();
    form.qr(verifyUrlOf(environment, posted), [
      'Quét mã để kiểm tra biên lai trên hệ thống.',
      'Trang kiểm tra không hiển thị thông tin cá nhân.',
    ]);
    form.gap();
    writeLines(form, lines);
    form.remark('Biên lai điện tử được lập từ sổ cái của hệ thống, có thể in lại bất cứ lúc nào.');
  });
  return { pdf, number };
}
