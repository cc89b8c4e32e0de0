import { formatDong } from '@dang/vietnam/dong';
import type { VerifiedReceipt } from './verify-receipt.ts';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const inHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');

const dayOf = (day: string): string => day.split('-').reverse().join('/');

/** The policy of the page: nothing is loaded, nothing runs. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.3rem}.good{color:#0a6b2d}.bad{color:#a40000}dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.2rem}
dt{color:#555}dd{margin:0}footer{margin-top:2rem;color:#555;font-size:.9rem}`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main>${body}</main>
<footer>Trang kiểm tra biên lai đảng phí. Không hiển thị thông tin cá nhân.</footer></body></html>`;
}

/** The page for a receipt that is not ours, or not as it was made. */
export const invalidPage = (): string =>
  page(
    'Biên lai không hợp lệ',
    '<h1 class="bad">Biên lai không hợp lệ</h1><p>Hệ thống không có biên lai này, hoặc nội dung đã bị thay đổi.</p>',
  );

/** The page for somebody who asks too often. */
export const busyPage = (): string =>
  page('Quá nhiều lần kiểm tra', '<h1>Quá nhiều lần kiểm tra</h1><p>Hãy thử lại sau một phút.</p>');

/** The page for a receipt that the ledger knows. */
export function receiptPage(receipt: VerifiedReceipt): string {
  const isRefunded = receipt.refundedOn !== null;
  const verdict = isRefunded ? 'Đã hoàn tiền' : 'Biên lai hợp lệ';
  const rows: [string, string][] = [
    ['Số giao dịch', receipt.number],
    ['Số tiền', `${formatDong(receipt.amount)} đồng`],
    ['Ngày thanh toán', dayOf(receipt.paidOn)],
    ['Tổ chức đảng', receipt.branch],
    ...(receipt.refundedOn === null
      ? []
      : [['Ngày hoàn tiền', dayOf(receipt.refundedOn)] as [string, string]]),
    ['Sổ cái', receipt.sealed ? 'Đã niêm phong' : 'Đang niêm phong'],
  ];
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${inHtml(value)}</dd>`).join('');
  return page(verdict, `<h1 class="${isRefunded ? 'bad' : 'good'}">${verdict}</h1><dl>${list}</dl>`);
}
