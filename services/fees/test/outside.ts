import { createHash } from 'node:crypto';
import { silentSigning } from '@dang/documents/signing/testing-signing';

const secret = (of: string): string => createHash('sha256').update(of).digest('base64');

/** The secret of the payment platform in tests. */
export const paymentSecret = secret('a payment platform in a test');

/** The variables of fees in a test: nobody listens at these addresses. */
export const outsideOfFees: Record<string, string> = {
  DOORS_URL: 'http://doors.test',
  PORT_FEES_DOORS: '0',
  PAYMENT_URL: 'http://127.0.0.1:9/payments',
  PAYMENT_KEY: `hmac:${paymentSecret}`,
  PAYMENT_TIMEOUT_SECONDS: '1',
  BANK_URL: 'http://127.0.0.1:9/bank',
  BANK_SECRET: secret('a bank in a test'),
  BANK_TIMEOUT_SECONDS: '1',
  ...silentSigning(),
};
