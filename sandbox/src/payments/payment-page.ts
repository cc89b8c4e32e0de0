import { escapeHtml, htmlPage } from '../html.ts';
import type { Checkout, Method, Payment } from './payment-book.ts';

const note =
  'Bản thay thế nền tảng thanh toán quốc gia, dùng cho phát triển và kiểm thử. Không có tiền thật nào được chuyển.';

const groups: readonly [Method, string, readonly string[]][] = [
  ['BANK', 'Chọn ngân hàng', ['Vietcombank', 'VietinBank', 'BIDV', 'Agribank']],
  ['E_WALLET', 'Chọn ví điện tử', ['Viettel Money', 'MoMo', 'VNPT Money']],
  ['MOBILE_MONEY', 'Chọn Mobile Money', ['Viettel', 'VNPT', 'MobiFone']],
];

const methodNames: Record<Method, string> = {
  BANK: 'Ngân hàng',
  E_WALLET: 'Ví điện tử',
  MOBILE_MONEY: 'Mobile Money',
};

const amountOf = (amount: number): string => `${amount.toLocaleString('vi-VN')} VND`;

const orderFacts = (order: Checkout): string => `<fieldset><legend>Thông tin đơn hàng</legend><dl>
<dt>Nội dung thanh toán</dt><dd>${escapeHtml(order.content)}</dd>
<dt>Đơn vị thụ hưởng</dt><dd>${escapeHtml(order.beneficiary)}</dd>
<dt>Giá trị thanh toán</dt><dd>${amountOf(order.total)}</dd></dl>
<p class="note">Phí dịch vụ (nếu có) theo chính sách của ngân hàng hoặc trung gian thanh toán.</p></fieldset>`;

/** The page on which somebody chooses a method and pays, or lets the payment fail. `action` is where the form goes. */
export function paymentPage(order: Checkout, action: string): string {
  const choices = groups
    .map(
      ([method, legend, providers], group) =>
        `<fieldset><legend>${legend}</legend>${providers
          .map(
            (name, index) =>
              `<label><input type="radio" name="choice" value="${method}" required${group + index === 0 ? ' checked' : ''}> ${name}</label>`,
          )
          .join('\n')}</fieldset>`,
    )
    .join('\n');
  return htmlPage(
    'Thanh toán',
    note,
    `${orderFacts(order)}<form method="post" action="${escapeHtml(action)}">${choices}
<button type="submit" name="result" value="PAID">Thanh toán</button>
<button type="submit" name="result" value="FAILED" class="second">Giả lập thanh toán thất bại</button></form>`,
  );
}

/** What the payer sees in the end, with the way back. */
export function resultPage(order: Checkout, receiptPath: string | null): string {
  const back = `<p><a href="${escapeHtml(order.returnUrl)}">Quay lại hệ thống</a></p>`;
  if (receiptPath)
    return htmlPage(
      'Thanh toán thành công',
      note,
      `${orderFacts(order)}<p><a href="${escapeHtml(receiptPath)}">Biên lai thanh toán</a></p>${back}`,
    );
  const why = order.failure ?? 'Giao dịch đã hết hạn';
  return htmlPage(
    'Thanh toán thất bại',
    note,
    `${orderFacts(order)}<p class="error">${escapeHtml(why)}</p>${back}`,
  );
}

/** The platform's own receipt. */
export function receiptPage(order: Checkout, payment: Payment): string {
  const when = new Date(payment.paidAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  return htmlPage(
    'Biên lai thanh toán',
    note,
    `<dl><dt>Mã giao dịch</dt><dd>${escapeHtml(payment.ref)}</dd>
<dt>Nội dung thanh toán</dt><dd>${escapeHtml(order.content)}</dd>
<dt>Đơn vị thụ hưởng</dt><dd>${escapeHtml(order.beneficiary)}</dd>
<dt>Số tiền</dt><dd>${amountOf(payment.amount)}</dd>
<dt>Hình thức</dt><dd>${methodNames[payment.method]}</dd>
<dt>Thời gian</dt><dd>${escapeHtml(when)}</dd></dl>`,
  );
}

/** Said for a page or a receipt that nobody has made. */
export const notFoundPage = (): string =>
  htmlPage('Không tìm thấy', note, '<p>Không có giao dịch nào với mã này.</p>');
