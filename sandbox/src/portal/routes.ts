import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ArmedFaults } from '../armed-faults.ts';

const SLOW_MS = 1_500;
const SILENCE_MS = 60_000;
const DOSSIERS_LIMIT = 100_000;

/**
 * What can go wrong at the portal: `silence` (no answer, though it has taken the state), `error500`, `slow`, `refuse` (it does not know the
 * procedure), `malformed` (nonsense instead of an answer).
 */
const portalFaults = ['silence', 'error500', 'slow', 'refuse', 'malformed'] as const;

// strict: whatever else is told, a name say, has no business here
const dossierShape = z.strictObject({
  number: z.string().min(1).max(100),
  sequence: z.int().positive(),
  procedureCode: z.string().regex(/^[\w.]{1,30}$/),
  agencyCode: z.string().max(100),
  agencyName: z.string().max(300),
  state: z.int().min(1).max(10),
  stateName: z.string().min(1).max(100),
  channel: z.string().min(1).max(20),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  finishedOn: z.iso.date().nullable(),
});
type Dossier = z.infer<typeof dossierShape>;

/** A dossier as the portal knows it: the newest news, and the states in the order in which they came. */
export type KnownDossier = Dossier & { states: number[]; calls: number };

function carries(request: FastifyRequest, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Registers the stand-in of the national portal, as far as it takes the state of dossiers; answers what it knows of them. */
export function registerPortal(
  app: FastifyInstance,
  { secret, path }: { secret: string; path: string },
): ReadonlyMap<string, KnownDossier> {
  const faults = new ArmedFaults(portalFaults);
  const known = new Map<string, KnownDossier>();
  faults.register(app, `${path}/faults`);
  const take = (told: Dossier): 'TAKEN' | 'KNOWN' | 'OLDER' => {
    const before = known.get(told.number);
    if (before) before.calls += 1;
    if (before && before.sequence >= told.sequence)
      return before.sequence === told.sequence ? 'KNOWN' : 'OLDER';
    const states = [...(before?.states ?? []), told.state];
    if (known.size < DOSSIERS_LIMIT || before)
      known.set(told.number, { ...told, states, calls: before?.calls ?? 1 });
    return 'TAKEN';
  };
  app.get<{ Params: { number: string } }>(
    `${path}/dossiers/:number`,
    (request, reply) =>
      known.get(request.params.number) ?? reply.code(404).send({ error: 'UNKNOWN_DOSSIER' }),
  );
  app.get(`${path}/dossiers`, () => ({ count: known.size, dossiers: [...known.values()].slice(-100) }));
  app.post(`${path}/dossiers`, async (request, reply): Promise<FastifyReply | object> => {
    if (!carries(request, secret)) return reply.code(401).send({ error: 'UNAUTHORIZED' });
    const told = dossierShape.safeParse(request.body);
    if (!told.success) return reply.code(422).send({ error: 'NOT_AS_AGREED' });
    const { number, sequence } = told.data;
    if (request.headers['idempotency-key'] !== `${number}:${sequence}`)
      return reply.code(422).send({ error: 'KEY_MISSING' });
    if (faults.strikes('slow', number)) await sleep(SLOW_MS, undefined, { ref: false });
    if (faults.strikes('error500', number)) return reply.code(500).send({ error: 'INTERNAL' });
    if (faults.strikes('refuse', number)) return reply.code(422).send({ error: 'UNKNOWN_PROCEDURE' });
    const result = take(told.data);
    if (faults.strikes('silence', number)) await sleep(SILENCE_MS, undefined, { ref: false });
    if (faults.strikes('malformed', number)) return { result: 'MAYBE' };
    return { result };
  });
  return known;
}
