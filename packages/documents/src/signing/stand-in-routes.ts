import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { makeAuthority, makeSigningKey } from './authority.ts';
import { readCertificate } from './certificate.ts';
import { type KeptKey, lookalike, type StandInKeys, signWith } from './stand-in-keys.ts';

/**
 * What can go wrong at the signing service. No answer, or none that is of use: `error500`, `slow`, `silence`, `garbage`. A signature that is
 * not what was asked for: `wrongDigest`, `wrongKey`, `otherIssuer`, `expired` (certificates that look the same). `noList`: nobody can say
 * what is revoked.
 */
export const signingFaults = [
  'error500',
  'slow',
  'silence',
  'garbage',
  'wrongDigest',
  'wrongKey',
  'otherIssuer',
  'expired',
  'noList',
] as const;
export type SigningFault = (typeof signingFaults)[number];

const SLOW_MS = 1_500;
const SILENCE_MS = 60_000;
const HOLDERS_AT_ONCE = 500;

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const signatureShape = z.object({
  reference: z.string().min(1).max(200),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  what: z.string().min(1).max(500),
});
const holderShape = z.object({
  name: z.string().min(1).max(200),
  reference: z.string().min(1).max(200).optional(),
  validity: z.object({ from: moment, to: moment }).optional(),
  kind: z.enum(['ec', 'rsa']).optional(),
  forSigning: z.boolean().optional(),
});
const issueShape = z.object({ holders: z.array(holderShape).min(1).max(HOLDERS_AT_ONCE) });
const revokeShape = z.object({ at: moment.optional() });

/** What the stand-in works with. `strikes` says whether a fault is armed for this key, `now` is the business clock. */
export interface StandInParts {
  readonly keys: StandInKeys;
  readonly secret: string;
  readonly path: string;
  strikes(fault: SigningFault, reference: string): boolean;
  now(): Date;
}

function carries(request: FastifyRequest, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const unusable = (key: KeptKey | null, now: Date): string | null => {
  if (!key) return 'KEY_UNKNOWN';
  if (key.revokedAt !== null && new Date(key.revokedAt) <= now) return 'KEY_REVOKED';
  const facts = readCertificate(key.certificate);
  return facts && facts.validFrom <= now && now <= facts.validTo ? null : 'KEY_EXPIRED';
};

/** Signs as asked, or as badly as the armed fault wants it. */
function answerOf({ keys, strikes }: StandInParts, key: KeptKey, digest: Buffer, now: Date): Buffer {
  const { reference } = key;
  const year = 365 * 86_400_000;
  const before = { from: new Date(now.getTime() - 2 * year), to: new Date(now.getTime() - year) };
  const around = { from: before.to, to: new Date(now.getTime() + year) };
  if (strikes('garbage', reference)) return Buffer.from('not a signature');
  if (strikes('wrongDigest', reference)) return signWith(key, createHash('sha256').update(digest).digest());
  if (strikes('wrongKey', reference))
    return signWith({ ...key, privateKey: makeSigningKey().privateKey }, digest);
  if (strikes('otherIssuer', reference))
    return signWith(lookalike(key, makeAuthority('CA không được công nhận', around), around), digest);
  if (strikes('expired', reference)) return signWith(lookalike(key, keys.authority, before), digest);
  return signWith(key, digest);
}

/** The part that asks for the secret: signing, and what is revoked. */
function registerService(scope: FastifyInstance, parts: StandInParts): void {
  const { keys, secret, path, strikes, now } = parts;
  scope.addHook(
    'preHandler',
    async (request, reply): Promise<FastifyReply | undefined> =>
      carries(request, secret) ? undefined : reply.code(401).send({ error: 'unauthorized' }),
  );
  scope.post(`${path}/signatures`, async (request, reply) => {
    const wanted = signatureShape.safeParse(request.body);
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    const { reference, digest } = wanted.data;
    if (strikes('slow', reference)) await sleep(SLOW_MS, undefined, { ref: false });
    if (strikes('silence', reference)) await sleep(SILENCE_MS, undefined, { ref: false });
    if (strikes('error500', reference)) return reply.code(500).send({ error: 'internal' });
    const key = keys.find(reference);
    const error = unusable(key, now());
    if (error !== null || !key) return reply.code(409).send({ error });
    const signature = answerOf(parts, key, Buffer.from(digest, 'hex'), now());
    return { signature: signature.toString('base64') };
  });
  scope.get(`${path}/revoked`, (_request, reply) => {
    if (strikes('noList', '')) return reply.code(500).send({ error: 'internal' });
    return reply.type('application/pkix-crl').send(keys.revoked(new Date()));
  });
}

/**
 * Registers the stand-in for a remote signing service: signing and the list of what is revoked for whoever has the secret; issuing and
 * revoking certificates for whoever plays.
 */
export function registerStandIn(app: FastifyInstance, parts: StandInParts): void {
  const { keys, path, now } = parts;
  app.register(async (scope) => registerService(scope, parts));
  app.get(`${path}/issuer`, (_request, reply) =>
    reply.type('application/x-pem-file').send(keys.authority.certificate),
  );
  app.post(`${path}/certificates`, (request, reply) => {
    const wanted = issueShape.safeParse(request.body);
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    const issued = keys.issue(wanted.data.holders);
    const certificates = issued.map(({ reference, certificate }) => ({ reference, certificate }));
    return reply.code(201).send({ certificates });
  });
  app.post<{ Params: { reference: string } }>(
    `${path}/certificates/:reference/revocation`,
    (request, reply) => {
      const wanted = revokeShape.safeParse(request.body ?? {});
      if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
      const revoked = keys.revoke(request.params.reference, wanted.data.at ?? now());
      if (!revoked) return reply.code(404).send({ error: 'KEY_UNKNOWN' });
      return { reference: revoked.reference, revokedAt: revoked.revokedAt };
    },
  );
}
