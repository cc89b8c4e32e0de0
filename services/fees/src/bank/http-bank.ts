import { measured } from '@dang/service/outside/measured';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { type Bank, BankUnavailable } from './bank.port.ts';

const ANSWER_BYTES = 64_000_000;
const text = z.string().min(1).max(200);
const note = z.string().max(500);
const dong = z.int().transform(BigInt);

const instructedShape = z.object({ ref: text });
const payoutShape = z.discriminatedUnion('status', [
  z.object({ status: z.literal('UNKNOWN') }),
  z.object({ status: z.enum(['PENDING', 'SETTLED']), ref: text }),
  z.object({ status: z.literal('FAILED'), ref: text, reason: note }),
]);
const statementShape = z.object({
  id: text,
  lines: z.array(
    z.object({ reference: note, counterparty: note, amount: dong, bookedOn: z.iso.date(), content: note }),
  ),
});

/** The bank over HTTP: a bearer secret, one time limit for a whole answer and one for its size. */
export function httpBank(options: { url: string; secret: string; timeoutMs: number }): Bank {
  const { url, secret, timeoutMs } = options;
  const dispatcher = new Agent({ connections: 4, keepAliveTimeout: 2_000, maxResponseSize: ANSWER_BYTES });
  const call = async <T>(path: string, shape: z.ZodType<T>, body: object | null): Promise<T> => {
    try {
      const answer = await request(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher,
      });
      const content = await answer.body.text();
      if (answer.statusCode !== 200) throw new BankUnavailable(`it answered ${answer.statusCode}`);
      const read = shape.safeParse(JSON.parse(content));
      if (read.success) return read.data;
      const faults = read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')} ${issue.code}`);
      throw new BankUnavailable(`its answer is not as agreed: ${faults.join(', ')}`);
    } catch (error) {
      if (error instanceof BankUnavailable) throw error;
      throw new BankUnavailable(`no answer: ${(error as Error).name}`, { cause: error });
    }
  };
  const ask: typeof call = (...asked) => measured('bank', () => call(...asked));
  return {
    async instruct({ amount, ...order }) {
      const { ref } = await ask('/payouts', instructedShape, { ...order, amount: Number(amount) });
      return { bankRef: ref };
    },
    async statusOf(payoutId) {
      const payout = await ask(`/payouts/${encodeURIComponent(payoutId)}`, payoutShape, null);
      if (payout.status === 'UNKNOWN') return payout;
      const { ref, ...rest } = payout;
      return { ...rest, bankRef: ref };
    },
    statement: (day) => ask(`/statements/${encodeURIComponent(day)}`, statementShape, null),
  };
}
