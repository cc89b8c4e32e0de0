import { createHmac, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { ArmedFaults } from '../armed-faults.ts';
import type { ReceivedMail } from './mail-server.ts';

const SLOW_MS = 1_500;
const SILENCE_MS = 60_000;
const MESSAGES_LIMIT = 1_000;
/** Older than this, a signature has been overheard. */
const WINDOW_S = 300;

/**
 * What can go wrong at a provider of text messages or push: `silence` (no answer, though it has the message), `error500`, `slow`, `tooMany`
 * (429), `refuse` (400), `gone` (410: the address is no more). By the id of the message.
 */
const noticeFaults = ['silence', 'error500', 'slow', 'tooMany', 'refuse', 'gone'] as const;

const common = { id: z.uuid(), title: z.string().min(1).max(300), text: z.string().min(1).max(5_000) };
const shapes = {
  sms: z.strictObject({ ...common, channel: z.literal('SMS'), to: z.string().regex(/^0\d{9}$/) }),
  push: z.strictObject({ ...common, channel: z.literal('PUSH'), to: z.string().min(1).max(4_096) }),
};

/** A message as the provider took it, and how often it was told. */
export type TakenMessage = {
  id: string;
  channel: 'SMS' | 'PUSH';
  to: string;
  title: string;
  text: string;
  calls: number;
};

function isSigned(secret: string, header: unknown, body: string): boolean {
  const [, seconds = '', given = ''] = /^t=(\d{1,12}),v1=([\da-f]{64})$/.exec(`${header}`) ?? [];
  if (given === '' || Math.abs(Date.now() / 1_000 - Number(seconds)) > WINDOW_S) return false;
  const right = createHmac('sha256', secret).update(`${seconds}.${body}`).digest();
  return timingSafeEqual(Buffer.from(given, 'hex'), right);
}

/** Registers the stand-ins of the providers of text messages and push, and a page of all that was sent, mail too. */
export function registerNotices(
  app: FastifyInstance,
  { secret, path, mails }: { secret: string; path: string; mails: readonly ReceivedMail[] },
): ReadonlyMap<string, TakenMessage> {
  const faults = new ArmedFaults(noticeFaults);
  const taken = new Map<string, TakenMessage>();
  faults.register(app, `${path}/faults`);
  app.get(`${path}/messages`, () => ({
    messages: [...taken.values()].slice(-100),
    mails: mails.slice(-100),
  }));
  app.register(async (scope) => {
    // the signature is over the bytes as they came
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) =>
      done(null, body),
    );
    for (const kind of ['sms', 'push'] as const) {
      scope.post(`${path}/${kind}`, async (request, reply): Promise<FastifyReply | object> => {
        const body = String(request.body);
        if (!isSigned(secret, request.headers['x-dang-signature'], body))
          return reply.code(401).send({ error: 'UNAUTHORIZED' });
        const given = shapes[kind].safeParse(parsed(body));
        if (!given.success || request.headers['idempotency-key'] !== given.data.id)
          return reply.code(400).send({ error: 'NOT_AS_AGREED' });
        const message = given.data;
        if (faults.strikes('slow', message.id)) await sleep(SLOW_MS, undefined, { ref: false });
        if (faults.strikes('error500', message.id)) return reply.code(500).send({ error: 'INTERNAL' });
        if (faults.strikes('tooMany', message.id)) return reply.code(429).send({ error: 'TOO_MANY' });
        if (faults.strikes('refuse', message.id)) return reply.code(400).send({ error: 'REFUSED' });
        if (faults.strikes('gone', message.id)) return reply.code(410).send({ error: 'GONE' });
        taken.set(message.id, { ...message, calls: (taken.get(message.id)?.calls ?? 0) + 1 });
        for (const oldest of taken.keys()) if (taken.size > MESSAGES_LIMIT) taken.delete(oldest);
        if (faults.strikes('silence', message.id)) await sleep(SILENCE_MS, undefined, { ref: false });
        return { id: message.id };
      });
    }
  });
  return taken;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
