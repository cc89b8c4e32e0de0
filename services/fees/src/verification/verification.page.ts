import { plainPage } from '@dang/service/doors/plain-page';
import { formatDong } from '@dang/vietnam/dong';
import type { VerifiedReceipt } from './verify-receipt.ts';

const dayOf = (day: string): string => day.split('-').reverse().join('/');

const footer = 'Trang kiểm tra biên lai đảng phí. Không hiển thị thông tin cá nhân.';

/** The page for a receipt that is not ours, or not as it was made. */
export const invalidPage = (): string =>
  plainPage({
    title: 'Biên lai không hợp lệ',
    news: 'bad',
    sentence: 'Hệ thống không có biên lai này, hoặc nội dung đã bị thay đổi.',
    footer,
  });

/** The page for somebody who asks too often. */
export const busyPage = (): string =>
  plainPage({ title: 'Quá nhiều lần kiểm tra', sentence: 'Hãy thử lại sau một phút.', footer });

/** The page for a receipt that the ledger knows. */
export function receiptPage(receipt: VerifiedReceipt): string {
  const { refundedOn } = receipt;
  const facts: [string, string][] = [
    ['Số giao dịch', receipt.number],
    ['Số tiền', `${formatDong(receipt.amount)} đồng`],
    ['Ngày thanh toán', dayOf(receipt.paidOn)],
    ['Tổ chức đảng', receipt.branch],
    ...(refundedOn === null ? [] : [['Ngày hoàn tiền', dayOf(refundedOn)] as [string, string]]),
    ['Sổ cái', receipt.sealed ? 'Đã niêm phong' : 'Đang niêm phong'],
  ];
  return refundedOn === null
    ? plainPage({ title: 'Biên lai hợp lệ', news: 'good', facts, footer })
    : plainPage({ title: 'Đã hoàn tiền', news: 'bad', facts, footer });
}
