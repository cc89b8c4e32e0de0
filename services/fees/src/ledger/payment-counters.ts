import type { Measured } from '@dang/service/figures';
import { processCounter } from '@dang/service/metrics';

const payments = processCounter({
  name: 'payments_confirmed_total',
  help: 'Payments that were confirmed and counted, by channel',
  labels: ['channel'],
});
const dong = processCounter({
  name: 'payments_confirmed_dong_total',
  help: 'What was confirmed, in đồng, by channel',
  labels: ['channel'],
});

/** What this process has confirmed; figures of money are those of the ledger, these are for watching. */
export const paymentCounters: Measured['counters'] = [payments, dong];

/** Counts what was confirmed of these payments; the answers stand in their order. */
export function countConfirmed(
  told: readonly { method: string; amount: bigint }[],
  answers: readonly { outcome: string }[],
): void {
  for (const [index, { method, amount }] of told.entries()) {
    const outcome = answers[index]?.outcome;
    if (outcome !== 'CONFIRMED' && outcome !== 'CONFIRMED_LATE') continue;
    const channel = method === 'CASH' ? 'CASH' : 'ONLINE';
    payments.inc({ channel });
    dong.inc({ channel }, Number(amount));
  }
}
