import type { NatsConnection } from '@nats-io/transport-node';
import type { Client } from 'pg';
import { durableOf, lagOf } from './consumer.ts';
import { subjectOf } from './envelope.ts';
import { openConnection } from './leader.ts';
import { ARRIVED, LEAVING } from './link.ts';
import { envelopeColumns, type OutboxRow, rowText } from './outbox.ts';
import { asideOf } from './park.ts';
import { publishInOrder } from './publish.ts';
import type { AnyReaction, Aside, Projection } from './reaction.ts';
import { findStream, managerOf } from './stream.ts';

/** A service as an operator reaches it. `upstreams` are the services that it hears (`upstreamsOf`). */
export interface ServicePlace {
  name: string;
  databaseUrl: string;
  upstreams: readonly string[];
  /** Its asides, and the services that each of them hears. */
  asides?: readonly { name: string; upstreams: readonly string[] }[];
}

/** How events stand in one service. `aside` is null for what the service itself hears. A lag is Infinity while NATS, or the service's place in a stream, is not there. */
export interface ServiceStatus {
  service: string;
  unpublished: number;
  oldestUnpublishedAt: Date | null;
  parked: { RETRYING: number; WAITING: number; DEAD: number };
  hears: { upstream: string; aside: string | null; lag: number }[];
}

/** The services that these reactions listen to. */
export function upstreamsOf(listening: {
  reactions: readonly AnyReaction[];
  projections?: readonly Projection[];
}): string[] {
  const reactions = [
    ...listening.reactions,
    ...(listening.projections ?? []).flatMap((each) => each.reactions),
  ];
  return [...new Set(reactions.flatMap(({ services }) => services))].sort();
}

/** Where a service keeps places beside its own: its asides, and in a linked province what has arrived and what leaves. */
export function placesBeside(
  { name, asides = [], link }: { name: string; asides?: readonly Aside[]; link?: readonly AnyReaction[] },
  isLinked: boolean,
): { name: string; upstreams: string[] }[] {
  const linked = [
    { name: ARRIVED, upstreams: [ARRIVED as string] },
    { name: LEAVING, upstreams: [name] },
  ];
  return [
    ...asides.map((aside) => ({ name: aside.name, upstreams: upstreamsOf(aside) })),
    ...(link && isLinked ? linked : []),
  ];
}

async function withDatabase<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const { client } = await openConnection(url, 'events tool');
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function outboxState(client: Client) {
  const { rows } = await client.query<{ last: string; unpublished: number; oldest: Date | null }>(
    `select (select coalesce(max(position), 0) from outbox)::text as last, count(*)::int as unpublished,
       min(occurred_at) as oldest
     from outbox where published_at is null`,
  );
  return rows[0] ?? { last: '0', unpublished: 0, oldest: null };
}

async function parkedCounts(client: Client): Promise<ServiceStatus['parked']> {
  const { rows } = await client.query<{ status: keyof ServiceStatus['parked']; count: number }>(
    `select status, count(*)::int from parked_event where status <> 'RESOLVED' group by status`,
  );
  const counts = { RETRYING: 0, WAITING: 0, DEAD: 0 };
  for (const { status, count } of rows) counts[status] = count;
  return counts;
}

/**
 * How events stand in every service, and whether all has arrived: `isSettled` means that nothing was recorded while
 * this looked, everything recorded before had left, and everybody had taken it in (what is dead stays dead). That is
 * when a system that loads or starts is ready.
 */
export async function status(
  places: readonly ServicePlace[],
  nats: NatsConnection,
  province: string,
): Promise<{ services: ServiceStatus[]; isSettled: boolean }> {
  const outboxes = () => Promise.all(places.map((place) => withDatabase(place.databaseUrl, outboxState)));
  const before = await outboxes();
  const services = await Promise.all(
    places.map(async ({ name, databaseUrl, upstreams, asides = [] }, index) => ({
      service: name,
      unpublished: before[index]?.unpublished ?? 0,
      oldestUnpublishedAt: before[index]?.oldest ?? null,
      parked: await withDatabase(databaseUrl, parkedCounts),
      hears: await Promise.all(
        [{ name: null, upstreams }, ...asides].flatMap((consumer) =>
          consumer.upstreams.map(async (upstream) => ({
            upstream,
            aside: consumer.name,
            lag: await lagOf({
              nats,
              province,
              upstream,
              durable: durableOf(name, consumer.name),
              subjects: [],
            }),
          })),
        ),
      ),
    })),
  );
  const after = await outboxes();
  const isQuiet = before.every(({ last }, index) => last === after[index]?.last);
  const isSettled = services.every(
    ({ unpublished, parked, hears }) =>
      unpublished === 0 && parked.RETRYING === 0 && hears.every(({ lag }) => lag === 0),
  );
  return { services, isSettled: isQuiet && isSettled };
}

/** What is sent again: everything that has left since `since`, or only events of these names. */
export interface ReplayOptions {
  service: string;
  databaseUrl: string;
  nats: NatsConnection;
  province: string;
  since?: Date | undefined;
  names?: readonly string[] | undefined;
  onProgress?: (sent: number) => void;
}

const REPLAY_ROWS = 200;
const REPLAY_TRIES = 20;
const REPLAY_PAUSE_MS = 250;

/**
 * Sends published events again, in order, from the outbox, with fresh message ids, so that NATS stores them; whoever has
 * taken them in drops them by their event id, whoever has not takes them in now. Heals everybody after NATS has lost its
 * data. Answers how many were sent. What has not left yet is the relay's business. Throws when NATS stays away.
 */
export async function replay(options: ReplayOptions): Promise<number> {
  const { service, nats, province } = options;
  const run = crypto.randomUUID().slice(0, 8);
  await findStream(await managerOf(nats), province, service);
  return await withDatabase(options.databaseUrl, async (client) => {
    let sent = 0;
    let after = '0';
    for (;;) {
      const rows = await publishedAfter(client, after, options);
      const last = rows.at(-1);
      if (!last) return sent;
      const messages = rows.map((row) => ({
        subject: subjectOf(province, row.service, row.name, row.version),
        messageId: `${row.id} ${run}`,
        text: rowText(row, province),
      }));
      await publishAll(nats, messages);
      sent += rows.length;
      after = last.position;
      options.onProgress?.(sent);
    }
  });
}

async function publishedAfter(client: Client, position: string, { since, names }: ReplayOptions) {
  const { rows } = await client.query<OutboxRow & { position: string }>(
    `select position::text, ${envelopeColumns} from outbox
     where published_at is not null and position > $1
       and ($2::timestamptz is null or occurred_at >= $2) and ($3::text[] is null or name = any($3))
     order by outbox.position limit ${REPLAY_ROWS}`,
    [position, since ?? null, names ?? null],
  );
  return rows;
}

async function publishAll(
  nats: NatsConnection,
  messages: Parameters<typeof publishInOrder>[1],
): Promise<void> {
  let left = messages;
  let failures = 0;
  while (left.length > 0) {
    const { stored, failure } = await publishInOrder(nats, left);
    left = left.slice(stored);
    if (failure === null) continue;
    // The relay publishes beside us and breaks the chain now and then; only standing still is a failure.
    failures = stored > 0 ? 0 : failures + 1;
    if (failures > REPLAY_TRIES) throw new Error('NATS does not take the events', { cause: failure });
    if (stored === 0) await new Promise((resolve) => setTimeout(resolve, REPLAY_PAUSE_MS));
  }
}

/** A parked event as an operator sees it. */
export interface DeadLetter {
  id: string;
  status: 'RETRYING' | 'WAITING' | 'DEAD';
  reaction: string;
  name: string | null;
  aggregateId: string | null;
  attempts: number;
  nextAttemptAt: Date | null;
  parkedAt: Date;
  reason: string;
}

/** What is parked in a service and not resolved, oldest first, at most `limit`. */
export function deadLetters(databaseUrl: string, limit = 200): Promise<DeadLetter[]> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows } = await client.query<DeadLetter>(
      `select id, status, reaction, name, aggregate_id as "aggregateId", attempts,
         next_attempt_at as "nextAttemptAt", parked_at as "parkedAt", reason
       from parked_event where status <> 'RESOLVED' order by position limit $1`,
      [limit],
    );
    return rows;
  });
}

/**
 * Has a parked event tried again, from the first pause on; a fact that stands behind another still waits for it. The
 * service itself does it within a second. False when there is no such unresolved event.
 */
export function retryDeadLetter(databaseUrl: string, id: string): Promise<boolean> {
  return withDatabase(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `update parked_event parked set attempts = 0, next_attempt_at = now(), status = case when exists (
         select from parked_event earlier
         where earlier.aggregate_id = parked.aggregate_id and earlier.status <> 'RESOLVED' and earlier.kind = 'fact'
           and parked.kind = 'fact' and earlier.position < parked.position and earlier.event_id <> parked.event_id
           and ${asideOf('earlier.reaction')} = ${asideOf('parked.reaction')})
         then 'WAITING' else 'RETRYING' end
       where id = $1 and status <> 'RESOLVED'`,
      [id],
    );
    return (rowCount ?? 0) > 0;
  });
}

/** Gives a parked event up: it never has its effect here, and facts behind it go on. False when there is no such unresolved event. */
export function discardDeadLetter(databaseUrl: string, id: string): Promise<boolean> {
  return withDatabase(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `update parked_event set status = 'RESOLVED', next_attempt_at = null, resolved_at = now(),
         reason = 'discarded: ' || reason where id = $1 and status <> 'RESOLVED'`,
      [id],
    );
    return (rowCount ?? 0) > 0;
  });
}

/**
 * Builds a projection of `place` again: empties its tables, its inbox rows and what is parked for it, in one transaction, then has its
 * publishers send those events again. Effects of other reactions stay and are not repeated. Until the events have come,
 * the service knows less than before. Answers how many events were sent. Refuses (throws) a publisher whose place is unknown.
 */
export async function rebuild(options: {
  place: ServicePlace;
  projection: Projection;
  places: readonly ServicePlace[];
  nats: NatsConnection;
  province: string;
}): Promise<number> {
  const { place, projection, places, nats, province } = options;
  const publishers = upstreamsOf(projection).map((service) => {
    const publisher = places.find(({ name }) => name === service);
    if (!publisher)
      throw new Error(`the database of ${service}, which ${projection.name} hears, is not known`);
    return publisher;
  });
  await withDatabase(place.databaseUrl, (client) => empty(client, projection));
  let sent = 0;
  for (const { name, databaseUrl } of publishers) {
    const heard = projection.reactions.filter(({ services }) => services.includes(name));
    const names = heard.map(({ event }) => event.name);
    sent += await replay({ service: name, databaseUrl, nats, province, names });
  }
  return sent;
}

async function empty(client: Client, projection: Projection): Promise<void> {
  const reactions = projection.reactions.map(({ name }) => name);
  await client.query('begin');
  for (const table of projection.tables) await client.query(`delete from ${client.escapeIdentifier(table)}`);
  await client.query('delete from inbox where reaction = any($1)', [reactions]);
  await client.query('delete from parked_event where reaction = any($1)', [reactions]);
  await client.query('commit');
}
