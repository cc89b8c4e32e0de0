import { plainPage } from '@dang/service/doors/plain-page';
import type { SignatureVerdict } from './pdf-signature.ts';
import type { SignatureRow } from './signature-value.ts';

const footer = 'Trang kiểm tra văn bản ký số. Không hiển thị thông tin cá nhân.';

const verdicts: Record<SignatureVerdict, { title: string; news?: 'good' | 'bad'; sentence: string }> = {
  VALID: {
    title: 'Chữ ký số hợp lệ',
    news: 'good',
    sentence:
      'Văn bản lưu trên hệ thống đúng là văn bản đã ký, bằng chứng thư số được công nhận và còn hiệu lực khi ký.',
  },
  TAMPERED: {
    title: 'Nội dung đã thay đổi',
    news: 'bad',
    sentence: 'Văn bản lưu trên hệ thống không còn là văn bản đã ký.',
  },
  NOT_TRUSTED: {
    title: 'Chứng thư số không được công nhận',
    news: 'bad',
    sentence: 'Nơi cấp chứng thư số không được công nhận.',
  },
  EXPIRED: {
    title: 'Chứng thư số hết hạn khi ký',
    news: 'bad',
    sentence: 'Văn bản được ký ngoài thời hạn của chứng thư số.',
  },
  REVOKED: {
    title: 'Chứng thư số đã bị thu hồi khi ký',
    news: 'bad',
    sentence: 'Văn bản được ký sau khi chứng thư số bị thu hồi.',
  },
  UNKNOWN: {
    title: 'Chưa kiểm tra được',
    sentence: 'Chưa lấy được danh sách chứng thư số bị thu hồi. Hãy thử lại sau.',
  },
};

const timeFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What a signed document is called in public: `Phiếu nhận xét` and its number. */
export interface PublicName {
  readonly kind: string;
  readonly number: string;
}

/** The page for a signature that we know: nobody's name, only office and organisation. */
export function signaturePage(row: SignatureRow, name: PublicName, verdict: SignatureVerdict): string {
  const facts = [
    ['Văn bản', name.kind],
    ['Số', name.number],
    ['Tổ chức đảng ký', row.signerUnitName],
    ['Chức vụ người ký', row.signerTitle],
    ['Thời điểm ký', timeFormat.format(row.signedAt).replace(', ', ' ')],
    ['Chữ ký thứ', String(row.step)],
    ['SHA-256', row.sha256],
  ] as const;
  return plainPage({ ...verdicts[verdict], facts, footer });
}

/** The page for a signature that is not ours. */
export const unknownSignaturePage = (): string =>
  plainPage({
    title: 'Không có văn bản này',
    news: 'bad',
    sentence: 'Hệ thống không có chữ ký số nào theo địa chỉ này.',
    footer,
  });

/** The page for somebody who asks too often. */
export const busySignaturePage = (): string =>
  plainPage({ title: 'Quá nhiều lần kiểm tra', sentence: 'Hãy thử lại sau một phút.', footer });
