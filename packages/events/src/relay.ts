import { beginSpan, isRecording, readTraceparent, traceparentOf } from '@dang/telemetry/trace';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { type Doorbell, makeDoorbell } from './doorbell.ts';
import { subjectOf } from './envelope.ts';
import { horizon } from './horizon.ts';
import { openConnection, whileLeader } from './leader.ts';
import { type EventMetrics, eventMetrics, type Unpublished } from './metrics.ts';
import { envelopeColumns, type OutboxRow, rowText } from './outbox.ts';
import { publishInOrder } from './publish.ts';
import { ensureStream, linkOf, managerOf } from './stream.ts';

/** What a running relay answers to. */
export interface Relay {
  /** Lets the batch in flight end, then stops. Unpublished events leave with the next relay. */
  stop(): Promise<void>;
  /** Committed events that have not left; 0 means that everything has. */
  lag(): Promise<number>;
}

/** What a relay needs. `databaseUrl` must reach PostgreSQL directly, not through a transaction pooler. */
export interface RelayOptions {
  databaseUrl: string;
  nats: NatsConnection;
  service: string;
  province: string;
  /** On how many servers of its cluster NATS keeps each event; 1 when left out. */
  replicas?: number;
  log: Logger;
  metrics?: Registry;
}

const BATCH_ROWS = 200;
const IDLE_POLL_MS = 1000;
const HELD_BACK_POLL_MS = 5;
const NATS_AWAY_POLL_MS = 500;
const UPKEEP_MS = 6 * 60 * 60 * 1000;

interface WaitingRow extends OutboxRow {
  position: string;
  occurredAt: Date;
  mayLeave: boolean;
}

/*
 * A row may leave once every older transaction that could write here has ended: nothing that is still open can then come
 * before it. Rows leave by position, and none passes a row that is held back: whoever waited for another's row lock has recorded
 * after it, so its position is higher, though its transaction may have begun earlier.
 */
const nextRows = {
  name: 'outbox_next',
  text: `select position::text, occurred_at as "occurredAt",
      xid < ${horizon} as "mayLeave", ${envelopeColumns}
    from outbox where published_at is null order by outbox.position limit ${BATCH_ROWS}`,
};

const markRows = {
  name: 'outbox_mark',
  text: `update outbox set published_at = clock_timestamp()
    where position = any($1::bigint[]) and occurred_at between $2 and $3`,
};

/**
 * Starts the one relay of a service: events that have been committed go to NATS, in order, each at least once and at
 * most once within NATS's window for message ids. Returns at once and never fails: without PostgreSQL or NATS it waits
 * and goes on when they are back, making the stream again if it has vanished. Of several processes one is active.
 */
export function startRelay(options: RelayOptions): Relay {
  const stopping = new AbortController();
  const metrics = options.metrics ? eventMetrics(options.metrics) : null;
  const leading: { client: Client | null } = { client: null };
  const unpublished = () =>
    leading.client ? countUnpublished(leading.client) : askUnpublished(options.databaseUrl, options.service);
  metrics?.watchUnpublished(options.service, unpublished);
  const running = whileLeader(
    {
      databaseUrl: options.databaseUrl,
      lock: 'relay',
      name: `${options.service} relay`,
      log: options.log,
      stop: stopping.signal,
    },
    async (client, signal) => {
      leading.client = client;
      await relayWhileLeader(client, signal, options, metrics).finally(() => {
        leading.client = null;
      });
    },
  );
  return {
    lag: async () => (await unpublished()).count,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function countUnpublished(client: Client): Promise<Unpublished> {
  const { rows } = await client.query<Unpublished>(
    `select count(*)::int as count, coalesce(extract(epoch from now() - min(occurred_at)), 0)::float as "oldestS"
     from outbox where published_at is null`,
  );
  return rows[0] ?? { count: 0, oldestS: 0 };
}

/** For a relay that stands by, and has no connection to ask on. */
async function askUnpublished(databaseUrl: string, service: string): Promise<Unpublished> {
  const { client } = await openConnection(databaseUrl, `${service} relay lag`);
  try {
    return await countUnpublished(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function relayWhileLeader(
  client: Client,
  signal: AbortSignal,
  options: RelayOptions,
  metrics: EventMetrics | null,
): Promise<void> {
  const { nats, service, province, log } = options;
  const bell = makeDoorbell(signal);
  const link = linkOf(nats);
  const forget = link.onChange(() => bell.ring());
  client.on('notification', () => bell.ring());
  try {
    // A mark that is lost in a crash only means that the message is sent again and recognised by its id.
    await client.query('set synchronous_commit = off; listen outbox');
    let hasStream = false;
    let lastUpkeep = 0;
    while (!signal.aborted) {
      if (Date.now() - lastUpkeep > UPKEEP_MS) {
        lastUpkeep = Date.now();
        await keepHouse(client, log);
      }
      if (!link.isUp()) {
        hasStream = false;
        await bell.wait(NATS_AWAY_POLL_MS);
        continue;
      }
      try {
        if (!hasStream) await ensureStream(await managerOf(nats), province, service, options.replicas);
        hasStream = true;
      } catch (error) {
        log.warn({ err: error }, `${service} relay cannot make its stream yet`);
        await bell.wait(NATS_AWAY_POLL_MS);
        continue;
      }
      hasStream = await relayOnce(client, options, metrics, bell);
    }
  } finally {
    forget();
  }
}

/** One round: reads, publishes, marks; waits when there is nothing to do. Answers false when NATS took less than all. */
async function relayOnce(
  client: Client,
  { nats, service, province, log }: RelayOptions,
  metrics: EventMetrics | null,
  bell: Doorbell,
): Promise<boolean> {
  const { rows } = await client.query<WaitingRow>(nextRows);
  const held = rows.findIndex((row) => !row.mayLeave);
  const ready = held === -1 ? rows : rows.slice(0, held);
  if (ready.length === 0) {
    await bell.wait(rows.length === 0 ? IDLE_POLL_MS : HELD_BACK_POLL_MS);
    return true;
  }
  const spans = ready.map(beginPublishing);
  const { stored, failure } = await publishInOrder(
    nats,
    ready.map((row, index) => ({
      subject: subjectOf(province, row.service, row.name, row.version),
      messageId: row.id,
      text: rowText({ ...row, traceparent: spans[index]?.traceparent ?? row.traceparent }, province),
    })),
  );
  for (const [index, span] of spans.entries()) span?.end(index < stored);
  if (stored > 0) {
    await mark(client, ready.slice(0, stored));
    metrics?.published.inc({ service }, stored);
  }
  if (failure === null) return true;
  log.warn(
    { err: failure, waiting: rows.length - stored },
    `${service} relay could not publish, trying again`,
  );
  if (stored === 0) await bell.wait(NATS_AWAY_POLL_MS);
  return false;
}

/** The publishing of an event as a span of its trace, from which whoever hears it goes on; null where nothing is recorded. */
function beginPublishing({ id, name, traceparent }: WaitingRow) {
  const parent = isRecording() ? readTraceparent(traceparent) : null;
  if (parent === null) return null;
  const span = beginSpan({ kind: 'event published', name, parent, facts: { 'dang.event.id': id } });
  return {
    traceparent: traceparentOf(span.place),
    end(isStored: boolean): void {
      if (!isStored) span.fail('NOT_STORED');
      span.end();
    },
  };
}

async function mark(client: Client, rows: readonly WaitingRow[]): Promise<void> {
  // The days narrow the update to the partitions that hold the rows; dates from the driver are cut to milliseconds.
  const times = rows.map((row) => row.occurredAt.getTime());
  await client.query(markRows, [
    rows.map((row) => row.position),
    new Date(Math.min(...times) - 1),
    new Date(Math.max(...times) + 1),
  ]);
}

async function keepHouse(client: Client, log: Logger): Promise<void> {
  try {
    await client.query("set lock_timeout = '2s'");
    await client.query('select outbox_make_partitions()');
    await client.query('select outbox_drop_partitions()');
    await client.query('select forget_old_events()');
  } catch (error) {
    log.warn({ err: error }, 'the partitions of the outbox could not be looked after, trying again later');
  }
}
