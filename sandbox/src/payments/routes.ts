import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { readForms, sendHtml } from '../html.ts';
import type { Callbacks } from './callbacks.ts';
import type { Payer, PaymentFaults } from './payer.ts';
import { type Checkout, checkoutShape, methods, type PaymentBook, refundShape } from './payment-book.ts';
import { isSigned, type PaymentKey, signedHeaders } from './payment-key.ts';
import { notFoundPage, paymentPage, receiptPage, resultPage } from './payment-page.ts';

const SLOW_MS = 1_500;
const SETTLE_MS = 50;

type Parts = {
  book: PaymentBook;
  payer: Payer;
  callbacks: Callbacks;
  faults: PaymentFaults;
  key: PaymentKey;
  /** The address of the pages, and the paths that the signatures are made over. */
  publicUrl: string;
  path: string;
};

/** Registers the stand-in of the payment platform: its API, its pages, and the tools of programs and tests. */
export function registerPayments(app: FastifyInstance, parts: Parts): void {
  app.register(async (scope) => registerApi(scope, parts));
  app.register(async (scope) => registerPages(scope, parts));
  app.register(async (scope) => registerTools(scope, parts));
}

/** What the system asks, signed both ways. Nothing is parsed before its signature is right. */
function registerApi(app: FastifyInstance, { book, payer, faults, key, publicUrl, path }: Parts): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  const serve = <T>(what: string, shape: z.ZodType<T>, answer: (asked: T) => object | null): void => {
    app.post(`${path}${what}`, async (request, reply) => {
      const text = request.body as string;
      if (!isSigned(key, request.headers, what, text)) return reply.code(401).send({ error: 'unauthorized' });
      const read = shape.safeParse(JSON.parse(text));
      if (!read.success) return reply.code(400).send({ error: z.prettifyError(read.error) });
      const { number, refundId } = read.data as { number: string; refundId?: string };
      if (faults.strikes('slow', number)) await sleep(SLOW_MS, undefined, { ref: false });
      if (faults.strikes('error500', number)) return reply.code(500).send({ error: 'internal' });
      const found = answer(read.data);
      if (!found) return reply.code(409).send({ error: 'conflict' });
      const body = JSON.stringify({ ...found, number, refundId });
      return reply.headers(signedHeaders(key, what, body)).send(body);
    });
  };
  serve('/checkout', checkoutShape, (asked) => {
    const order = book.open(asked);
    return order && { url: `${publicUrl}/pages/${order.ref}`, ref: order.ref };
  });
  serve('/query', z.object({ number: z.string() }), ({ number }) => book.statusOf(number));
  serve('/refund', refundShape, (asked) => {
    const known = book.findRefund(asked.refundId);
    if (known && (known.amount !== asked.amount || known.ref !== asked.ref)) return null;
    const isRefused = !known && faults.strikes('refundFails', asked.number);
    const refund = known ?? book.refund(asked, isRefused ? 'Ngân hàng của người nộp từ chối' : undefined);
    if (!known) setTimeout(() => void payer.settleRefund(refund), SETTLE_MS).unref();
    return { status: refund.status, ...(refund.status === 'FAILED' && { reason: refund.failure }) };
  });
}

/** What a payer sees. */
function registerPages(app: FastifyInstance, { book, payer, path }: Parts): void {
  readForms(app);
  const formShape = z.object({ choice: z.enum(methods), result: z.enum(['PAID', 'FAILED']) });
  const result = (reply: FastifyReply, order: Checkout) => {
    const [payment] = order.payments;
    return sendHtml(reply, resultPage(order, payment ? `${path}/receipts/${payment.ref}` : null));
  };
  app.get<{ Params: { ref: string } }>(`${path}/pages/:ref`, (request, reply) => {
    const order = book.findByRef(request.params.ref);
    if (!order) return sendHtml(reply, notFoundPage(), 404);
    if (order.payments.length > 0 || book.isOver(order)) return result(reply, order);
    order.isOpened = true;
    return sendHtml(reply, paymentPage(order, `${path}/pages/${order.ref}`));
  });
  app.post<{ Params: { ref: string } }>(`${path}/pages/:ref`, async (request, reply) => {
    const order = book.findByRef(request.params.ref);
    const form = formShape.safeParse(request.body);
    if (!order || !form.success) return sendHtml(reply, notFoundPage(), 404);
    if (order.payments.length > 0 || book.isOver(order)) return result(reply, order);
    if (form.data.result === 'PAID') await payer.pay([order], form.data.choice);
    else await payer.fail(order, 'Người nộp đã hủy thanh toán');
    return result(reply, order);
  });
  app.get<{ Params: { ref: string } }>(`${path}/receipts/:ref`, (request, reply) => {
    const found = book.findPayment(request.params.ref);
    return found
      ? sendHtml(reply, receiptPage(found.order, found.payment))
      : sendHtml(reply, notFoundPage(), 404);
  });
}

/** Payers that are programs, faults, and what was kept back. */
function registerTools(app: FastifyInstance, { book, payer, callbacks, faults, path }: Parts): void {
  const payShape = z.object({
    numbers: z.array(z.string()).min(1).max(100),
    method: z.enum(methods).default('BANK'),
    result: z.enum(['PAID', 'FAILED']).default('PAID'),
    /** The moment that the platform tells; none: now, by the business clock. */
    paidAt: z.iso.datetime({ offset: true }).optional(),
    /** Pays although it is paid: somebody presses twice. */
    again: z.boolean().default(false),
  });
  app.post(`${path}/pay`, async (request, reply) => {
    const wanted = payShape.safeParse(request.body);
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    const { numbers, method, result, paidAt, again } = wanted.data;
    const orders = numbers.map((number) => book.find(number)).filter((order) => order !== undefined);
    if (orders.length < numbers.length) return reply.code(404).send({ error: 'no such order' });
    if (!again && orders.some(({ payments }) => payments.length > 0))
      return reply.code(409).send({ error: 'paid already' });
    if (result === 'PAID') return payer.pay(orders, method, paidAt);
    return payer.fail(orders[0] as Checkout, 'Ngân hàng từ chối giao dịch');
  });
  /** Tells what `late` has kept back. */
  app.post(`${path}/late`, async () => ({ released: await callbacks.release() }));
  faults.register(app, `${path}/faults`);
}
