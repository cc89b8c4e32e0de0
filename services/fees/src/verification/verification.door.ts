import { askLimit } from '@dang/service/doors/ask-limit';
import type { Door } from '@dang/service/doors/door';
import { pagePolicy } from '@dang/service/doors/plain-page';
import { counterOf } from '@dang/service/metrics';
import { readCode } from '../receipt/verification-code.ts';

import { busyPage, invalidPage, receiptPage } from './verification.page.ts';
import { verifyReceipt } from './verify-receipt.ts';

const ASKS = 60;
const WINDOW_MS = 60_000;

/**
 * `/verify/<code>`: what the QR code of a receipt leads to, open to everybody: whether the ledger knows it, whether it was given back;
 * number, amount, day and branch, nobody's name. A page, or JSON for who asks for that. 404 for what is not ours, 429 beyond 60 a
 * minute from one address.
 */
export const verificationDoor: Door = (app, { orm, metrics }) => {
  const mayAsk = askLimit(ASKS, WINDOW_MS);
  const { count } = counterOf(metrics, {
    name: 'receipt_verifications_total',
    help: 'Receipts that somebody verified, by what was found',
    labels: ['verdict'],
  });
  app.get<{ Params: { code: string } }>('/verify/:code', async (request, reply) => {
    const wantsJson = /\bapplication\/json\b/.test(request.headers.accept ?? '');
    const answer = (verdict: string, status: number, page: string, more: object = {}) => {
      count({ verdict });
      reply.code(status).header('content-security-policy', pagePolicy);
      if (wantsJson) return reply.send({ verdict, ...more });
      return reply.type('text/html; charset=utf-8').send(page);
    };
    if (!mayAsk(request.ip)) return answer('TOO_MANY', 429, busyPage());
    const code = readCode(request.params.code);
    const receipt = code && (await verifyReceipt(orm.em.fork(), code));
    if (!receipt) return answer('INVALID', 404, invalidPage());
    const { amount, ...rest } = receipt;
    const verdict = receipt.refundedOn === null ? 'VALID' : 'REFUNDED';
    return answer(verdict, 200, receiptPage(receipt), { ...rest, amount: Number(amount) });
  });
};
