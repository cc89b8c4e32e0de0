import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ArmedFaults } from '../armed-faults.ts';

const SLOW_MS = 1_500;
const SILENCE_MS = 60_000;
const BODY_BYTES = 30_000_000;
const DOCUMENTS_LIMIT = 10_000;

/**
 * What can go wrong at the document system: `silence` (no answer, though it has the document), `error500`, `slow`, `refuse` (it does not know
 * the receiver), `malformed`; and at the receiving office `lost` (it never says anything), `declined` (it refuses the document). By the code of
 * the receiver.
 */
const documentFaults = ['silence', 'error500', 'slow', 'refuse', 'malformed', 'lost', 'declined'] as const;

const correspondentShape = z.strictObject({ code: z.string().min(1).max(50), name: z.string().max(500) });
const documentShape = z.strictObject({
  id: z.uuid(),
  number: z.string().min(1).max(50),
  subject: z.string().min(1).max(500),
  issuedOn: z.iso.date(),
  sender: correspondentShape,
  receiver: correspondentShape,
  file: z.strictObject({
    name: z.string().min(1).max(300),
    contentType: z.literal('application/pdf'),
    sha256: z.string().regex(/^[\da-f]{64}$/),
    content: z.base64(),
  }),
});
const askedShape = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });

/** A document as the system keeps it: what came, without its bytes, and how often it came. */
export type KeptDocument = Omit<z.infer<typeof documentShape>, 'file'> & {
  ref: string;
  size: number;
  sha256: string;
  asked: number;
  calls: number;
};

function carries(request: FastifyRequest, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Registers the stand-in of the provincial document system with the offices behind it; answers what it keeps. */
export function registerDocuments(
  app: FastifyInstance,
  { secret, path }: { secret: string; path: string },
): ReadonlyMap<string, KeptDocument> {
  const faults = new ArmedFaults(documentFaults);
  const kept = new Map<string, KeptDocument>();
  faults.register(app, `${path}/faults`);
  app.get(`${path}/documents`, () => ({ count: kept.size, documents: [...kept.values()].slice(-100) }));
  app.register(async (scope) => {
    scope.addHook(
      'preHandler',
      async (request, reply): Promise<FastifyReply | undefined> =>
        carries(request, secret) ? undefined : reply.code(401).send({ error: 'UNAUTHORIZED' }),
    );
    scope.post(
      `${path}/documents`,
      { bodyLimit: BODY_BYTES },
      async (request, reply): Promise<FastifyReply | object> => {
        const given = documentShape.safeParse(request.body);
        if (!given.success) return reply.code(422).send({ error: 'NOT_AS_AGREED' });
        const { file, ...document } = given.data;
        const bytes = Buffer.from(file.content, 'base64');
        if (request.headers['idempotency-key'] !== document.id)
          return reply.code(422).send({ error: 'KEY_MISSING' });
        if (
          createHash('sha256').update(bytes).digest('hex') !== file.sha256 ||
          !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))
        )
          return reply.code(422).send({ error: 'FILE_DAMAGED' });
        const { code } = document.receiver;
        if (faults.strikes('slow', code)) await sleep(SLOW_MS, undefined, { ref: false });
        if (faults.strikes('error500', code)) return reply.code(500).send({ error: 'INTERNAL' });
        if (faults.strikes('refuse', code)) return reply.code(422).send({ error: 'UNKNOWN_RECEIVER' });
        const known = kept.get(document.id);
        if (!known && kept.size >= DOCUMENTS_LIMIT) return reply.code(503).send({ error: 'FULL' });
        const ref = known?.ref ?? `VB${randomBytes(6).toString('hex').toUpperCase()}`;
        const { sha256 } = file;
        kept.set(document.id, {
          ...document,
          ref,
          sha256,
          size: bytes.length,
          asked: known?.asked ?? 0,
          calls: (known?.calls ?? 0) + 1,
        });
        if (faults.strikes('silence', code)) await sleep(SILENCE_MS, undefined, { ref: false });
        return faults.strikes('malformed', code) ? { taken: true } : { ref };
      },
    );
    scope.post(`${path}/held`, async (request, reply): Promise<FastifyReply | object> => {
      const given = askedShape.safeParse(request.body);
      if (!given.success) return reply.code(422).send({ error: 'NOT_AS_AGREED' });
      if (faults.strikes('error500')) return reply.code(500).send({ error: 'INTERNAL' });
      return { documents: given.data.ids.map((id) => ({ id, ref: kept.get(id)?.ref ?? null })) };
    });
    scope.post(`${path}/receipts`, async (request, reply): Promise<FastifyReply | object> => {
      const given = askedShape.safeParse(request.body);
      if (!given.success) return reply.code(422).send({ error: 'NOT_AS_AGREED' });
      if (faults.strikes('error500')) return reply.code(500).send({ error: 'INTERNAL' });
      const receipts = given.data.ids.flatMap((id) => {
        const document = kept.get(id);
        if (!document || faults.strikes('lost', document.receiver.code)) return [];
        // asked for the first time it has arrived, from the second on somebody has looked at it
        document.asked += 1;
        const at = new Date().toISOString();
        if (document.asked === 1) return [{ id, step: '01', at }];
        if (faults.strikes('declined', document.receiver.code))
          return [{ id, step: '02', at, reason: 'Sai cơ quan nhận' }];
        return [{ id, step: '03', at }];
      });
      return { receipts };
    });
  });
  return kept;
}
