import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type MemberDatabase, searchShape } from './member-database.ts';
import { registeredShape } from './registered.ts';

const SILENCE_MS = 60_000;
const SLOW_MS = 700;
const ANSWERS_LIMIT = 20;
const PAGE_LIMIT = 500;

/** What can be wrong with the member database: it says nothing, fails, takes its time, or answers nonsense. */
const registryFaults = ['silence', 'error', 'slow', 'malformed'] as const;
const faultsShape = z.partialRecord(z.enum(registryFaults), z.enum(['next', 'always']));
type RegistryFaults = z.infer<typeof faultsShape>;

const changesShape = z.object({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_LIMIT),
});

export type RegistryParts = { members: MemberDatabase; secret: string; path: string };

function carries(request: FastifyRequest, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Registers the stand-in of the member database: what the system asks, and the tools by which tests make it fail. */
export function registerRegistry(app: FastifyInstance, { members, secret, path }: RegistryParts): void {
  let armed: RegistryFaults = {};
  const strikes = (fault: keyof RegistryFaults): boolean => {
    const isArmed = armed[fault] !== undefined;
    if (armed[fault] === 'next') delete armed[fault];
    return isArmed;
  };

  app.register(async (scope) => {
    scope.addHook('preHandler', async (request, reply): Promise<FastifyReply | undefined> => {
      if (!carries(request, secret)) return reply.code(401).send({ error: 'unauthorized' });
      if (strikes('slow')) await sleep(SLOW_MS, undefined, { ref: false });
      if (strikes('silence')) await sleep(SILENCE_MS, undefined, { ref: false });
      if (strikes('error')) return reply.code(500).send({ error: 'internal' });
      if (strikes('malformed')) return reply.type('application/json').send('{"members":[{"id":17}]}');
      return undefined;
    });
    // Numbers of people never stand in an address: addresses end up in access logs.
    scope.post(`${path}/search`, (request, reply) => {
      const wanted = searchShape.safeParse(request.body ?? {});
      if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
      return { members: members.search(wanted.data).slice(0, ANSWERS_LIMIT) };
    });
    scope.get(`${path}/changes`, (request, reply) => {
      const wanted = changesShape.safeParse(request.query);
      if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
      return { members: members.changesSince(wanted.data.since, wanted.data.limit) };
    });
  });

  app.post(`${path}/members`, (request, reply) => {
    const personalId = (request.body as { personalId?: unknown } | null)?.personalId;
    const known = typeof personalId === 'string' ? members.find(personalId) : undefined;
    const wanted = registeredShape.safeParse({ ...known, ...(request.body as object) });
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    return reply.code(known ? 200 : 201).send(members.record(wanted.data));
  });
  app.get(`${path}/faults`, () => armed);
  app.put(`${path}/faults`, (request, reply) => {
    const wanted = faultsShape.safeParse(request.body ?? {});
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    armed = wanted.data;
    return armed;
  });
}
