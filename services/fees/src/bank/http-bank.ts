import { measured } from '@dang/service/outside/measured';
import { whyNoAnswer } from '@dang/service/outside/no-answer';
import { outsideName, outsideText } from '@dang/service/outside/outside-text';
import { readAnswer } from '@dang/service/outside/read-answer';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { type Bank, BankUnavailable } from './bank.port.ts';

const ANSWER_BYTES = 64_000_000;
const text = outsideName(200);
const note = outsideText(500);
const dong = z.int().transform(BigInt);

const instructedShape = z.object({ ref: text });
const payoutShape = z.discriminatedUnion('status', [
  z.object({ status: z.literal('UNKNOWN') }),
  z.object({ status: z.enum(['PENDING', 'SETTLED']), ref: text }),
  z.object({ status: z.literal('FAILED'), ref: text, reason: note }),
]);
const statementShape = z.object({
  id: text,
  lines: z
    .array(
      z.object({ reference: note, counterparty: note, amount: dong, bookedOn: z.iso.date(), content: note }),
    )
    // some banks list what moved nothing
    .transform((lines) => lines.filter(({ amount }) => amount !== 0n)),
});

/** The bank over HTTP: a bearer secret, one time limit for a whole answer and one for its size. */
export function httpBank(options: { url: string; secret: string; timeoutMs: number }): Bank {
  const { url, secret, timeoutMs } = options;
  const dispatcher = new Agent({ connections: 4, keepAliveTimeout: 2_000, maxResponseSize: ANSWER_BYTES });
  type Asked<T> = { path: string; shape: z.ZodType<T>; about: object; body?: object };
  const call = async <T>({ path, shape, about, body }: Asked<T>): Promise<T> => {
    try {
      const answer = await request(`${url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher,
      });
      const content = await answer.body.text();
      if (answer.statusCode !== 200) throw new BankUnavailable(`it answered ${answer.statusCode}`);
      const { data, fault } = readAnswer(content, shape, about);
      if (fault !== undefined) throw new BankUnavailable(fault);
      return data;
    } catch (error) {
      if (error instanceof BankUnavailable) throw error;
      throw new BankUnavailable(`no answer: ${whyNoAnswer(error)}`, { cause: error });
    }
  };
  const ask: typeof call = (asked) => measured('bank', () => call(asked));
  return {
    async instruct({ amount, ...order }) {
      const { payoutId } = order;
      const body = { ...order, amount: Number(amount) };
      const { ref } = await ask({ path: '/payouts', shape: instructedShape, about: { payoutId }, body });
      return { bankRef: ref };
    },
    async statusOf(payoutId) {
      const path = `/payouts/${encodeURIComponent(payoutId)}`;
      const payout = await ask({ path, shape: payoutShape, about: { payoutId } });
      if (payout.status === 'UNKNOWN') return payout;
      const { ref, ...rest } = payout;
      return { ...rest, bankRef: ref };
    },
    statement: (day) =>
      ask({ path: `/statements/${encodeURIComponent(day)}`, shape: statementShape, about: { day } }),
  };
}
