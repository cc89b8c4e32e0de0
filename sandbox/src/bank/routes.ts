import { randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ArmedFaults } from '../armed-faults.ts';
import type { CentralAccount } from './central-account.ts';

const SLOW_MS = 1_500;
const SILENCE_MS = 60_000;

/**
 * What can go wrong at the bank: `reject` (a payout is refused), `pending` (it stays under way), `silence` (no answer, though it
 * may have been done), `error500`, `slow`; in statements `missing` (a movement is left out) and `wrongAmount` (1,000 đồng too much).
 */
const bankFaults = ['reject', 'pending', 'silence', 'error500', 'slow', 'missing', 'wrongAmount'] as const;

const payoutShape = z.object({
  payoutId: z.string().min(1).max(100),
  account: z.string().min(4).max(40),
  bankCode: z.string().min(1).max(20),
  holder: z.string().min(1).max(200),
  amount: z.int().positive(),
  content: z.string().max(500),
});
const depositShape = z.object({
  reference: z.string().max(100),
  counterparty: z.string().max(200).default('Chi bộ nộp tiền mặt'),
  amount: z.int(),
  content: z.string().max(500).default(''),
  bookedOn: z.iso.date().optional(),
});

type Payout = z.infer<typeof payoutShape> & { ref: string; status: 'PENDING' | 'SETTLED' | 'FAILED' };
type Parts = { account: CentralAccount; secret: string; path: string };

function carries(request: FastifyRequest, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Registers the stand-in of the bank: payouts, statements, deposits by others, and its faults. */
export function registerBank(app: FastifyInstance, { account, secret, path }: Parts): void {
  const faults = new ArmedFaults(bankFaults);
  const payouts = new Map<string, Payout>();
  faults.register(app, `${path}/faults`);
  app.post(`${path}/deposits`, (request, reply) => {
    const wanted = depositShape.safeParse(request.body);
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    const { bookedOn, ...movement } = wanted.data;
    return reply.code(201).send(account.receive(movement, bookedOn));
  });
  app.register(async (scope) => {
    scope.addHook('preHandler', async (request, reply): Promise<FastifyReply | undefined> => {
      if (!carries(request, secret)) return reply.code(401).send({ error: 'unauthorized' });
      if (faults.strikes('slow')) await sleep(SLOW_MS, undefined, { ref: false });
      if (faults.strikes('error500')) return reply.code(500).send({ error: 'internal' });
      return undefined;
    });
    const settle = (payout: Payout): void => {
      if (payout.status !== 'PENDING' || faults.strikes('pending', payout.payoutId)) return;
      payout.status = faults.strikes('reject', payout.payoutId) ? 'FAILED' : 'SETTLED';
      if (payout.status === 'FAILED') return;
      const { payoutId: reference, holder: counterparty, amount, content } = payout;
      account.pay({ reference, counterparty, amount, content });
    };
    scope.post(`${path}/payouts`, async (request, reply) => {
      const wanted = payoutShape.safeParse(request.body);
      if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
      const known = payouts.get(wanted.data.payoutId);
      if (known && (known.amount !== wanted.data.amount || known.account !== wanted.data.account))
        return reply.code(409).send({ error: 'conflict' });
      const payout = known ?? { ...wanted.data, ref: newRef(), status: 'PENDING' as const };
      payouts.set(payout.payoutId, payout);
      if (faults.strikes('silence', payout.payoutId)) await sleep(SILENCE_MS, undefined, { ref: false });
      return { payoutId: payout.payoutId, ref: payout.ref };
    });
    scope.get<{ Params: { id: string } }>(`${path}/payouts/:id`, (request) => {
      const { id: payoutId } = request.params;
      const payout = payouts.get(payoutId);
      if (!payout) return { payoutId, status: 'UNKNOWN' };
      settle(payout);
      const { ref, status } = payout;
      return {
        payoutId,
        ref,
        status,
        ...(status === 'FAILED' && { reason: 'Tài khoản thụ hưởng không tồn tại' }),
      };
    });
    scope.get<{ Params: { day: string } }>(`${path}/statements/:day`, (request) => {
      const { day } = request.params;
      const lines = account
        .on(day)
        .filter(({ reference }) => !faults.strikes('missing', reference))
        .map((line) =>
          faults.strikes('wrongAmount', line.reference) ? { ...line, amount: line.amount + 1_000 } : line,
        );
      return { id: `statement-${day}`, day, lines };
    });
  });
}

const newRef = (): string => `FT${randomBytes(6).toString('hex').toUpperCase()}`;
