import { measured } from '@dang/service/outside/measured';
import { whyNoAnswer } from '@dang/service/outside/no-answer';
import { outsideName, outsideText } from '@dang/service/outside/outside-text';
import { readAnswer } from '@dang/service/outside/read-answer';
import { Agent, request } from 'undici';
import { z } from 'zod';
import {
  type CallbackMessage,
  type OnlineMethod,
  onlineMethods,
  type PaymentPlatform,
  PlatformUnavailable,
} from './platform.port.ts';
import type { SignatureScheme } from './signature-scheme.ts';
import { checkMessage, signMessage } from './signed-message.ts';

const ANSWER_BYTES = 65_536;
const MESSAGES_LIMIT = 100;
const text = outsideName(200);
const reason = outsideText(500);
const dong = z.int().positive().transform(BigInt);
const moment = z.iso.datetime({ offset: true }).transform((given) => new Date(given));
const method = z.enum(onlineMethods) satisfies z.ZodType<OnlineMethod>;

const checkoutShape = z.object({ url: z.url({ protocol: /^https?$/ }), ref: text });
const paid = { ref: text, amount: dong, paidAt: moment, method };
const paymentShape = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['NOT_STARTED', 'PENDING']) }),
  z.object({ status: z.literal('PAID'), ...paid }),
  z.object({ status: z.literal('FAILED'), reason }),
]);
const refundShape = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['PENDING', 'PAID']) }),
  z.object({ status: z.literal('FAILED'), reason }),
]);
const told = { id: text, number: text };
const messageShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('PAID'), ...told, ...paid }),
  z.object({ kind: z.literal('FAILED'), ...told, reason }),
  z.object({ kind: z.literal('REFUND_PAID'), ...told, refundId: z.uuid() }),
  z.object({ kind: z.literal('REFUND_FAILED'), ...told, refundId: z.uuid(), reason }),
]);
const callbackShape = z.object({ messages: z.array(messageShape).min(1).max(MESSAGES_LIMIT) });

type Options = { name: string; url: string; scheme: SignatureScheme; timeoutMs: number };

/** What an answer may repeat of the question: the number of the order, the id of the refund. */
type About = { number?: string; refundId?: string };

/**
 * The platform over HTTP: signed JSON both ways, one time limit for a whole answer and one for its size. Its answers are signed
 * too, so nobody between us can say that somebody has paid; and one that says what it is about is not taken for another's.
 */
export function httpPlatform({ name, url, scheme, timeoutMs }: Options): PaymentPlatform {
  const dispatcher = new Agent({ connections: 16, keepAliveTimeout: 2_000, maxResponseSize: ANSWER_BYTES });
  const call = async <T>(path: string, shape: z.ZodType<T>, body: About): Promise<T> => {
    const bytes = Buffer.from(JSON.stringify(body));
    try {
      const answer = await request(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signMessage(scheme, path, bytes) },
        body: bytes,
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher,
      });
      const content = Buffer.from(await answer.body.arrayBuffer());
      if (answer.statusCode !== 200) throw new PlatformUnavailable(`it answered ${answer.statusCode}`);
      if (checkMessage(scheme, answer.headers, path, content) !== 'SIGNED')
        throw new PlatformUnavailable('its answer is not signed by it');
      const { number, refundId } = body;
      const about = { ...(number !== undefined && { number }), ...(refundId !== undefined && { refundId }) };
      const { data, fault } = readAnswer(content.toString(), shape, about);
      if (fault !== undefined) throw new PlatformUnavailable(fault);
      return data;
    } catch (error) {
      if (error instanceof PlatformUnavailable) throw error;
      throw new PlatformUnavailable(`no answer: ${whyNoAnswer(error)}`, { cause: error });
    }
  };
  const ask: typeof call = (...asked) => measured('payments', () => call(...asked));
  return {
    name,
    async openCheckout({ total, expiresAt, ...order }) {
      const body = { ...order, total: Number(total), expiresAt: expiresAt.toISOString() };
      const { url: page, ref } = await ask('/checkout', checkoutShape, body);
      return { url: page, providerRef: ref };
    },
    async query(number) {
      const payment = await ask('/query', paymentShape, { number });
      if (payment.status !== 'PAID') return payment;
      const { ref, ...rest } = payment;
      return { ...rest, providerRef: ref };
    },
    refund({ amount, providerRef, ...order }) {
      const body = { ...order, ref: providerRef, amount: Number(amount) };
      return ask('/refund', refundShape, body);
    },
    receiptUrl: (providerRef) => `${url}/receipts/${encodeURIComponent(providerRef)}`,
    readCallback(headers, rawBody) {
      const check = checkMessage(scheme, headers, `/callbacks/payments/${name}`, rawBody);
      if (check !== 'SIGNED') return { disbelieved: check };
      const messages = readMessages(rawBody);
      return messages ?? { disbelieved: 'SHAPE' };
    },
  };
}

function readMessages(rawBody: Uint8Array): CallbackMessage[] | null {
  try {
    const { messages } = callbackShape.parse(JSON.parse(Buffer.from(rawBody).toString()));
    return messages.map((message) => {
      const { id: messageId, ...rest } = message;
      if (rest.kind !== 'PAID') return { messageId, ...rest };
      const { ref: providerRef, ...payment } = rest;
      return { messageId, providerRef, ...payment };
    });
  } catch {
    return null;
  }
}
