import { placeNow, traceparentOf } from '@dang/telemetry/trace';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EventContract } from './contract.ts';
import { type Envelope, type EventActor, envelopeText } from './envelope.ts';

/** NATS takes messages of 1 MB; the envelope around the data needs the rest. */
export const DATA_LIMIT_BYTES = 900_000;

/** One event to record. `version` is the aggregate's, for a state event of a single aggregate. */
export interface NewEvent<Data> {
  aggregateId: string;
  version?: number;
  data: Data;
}

/**
 * Records events in the caller's transaction, in the order given, with one INSERT however many; they leave after it
 * commits, and only then. Answers their ids.
 *
 * Refuses (throws): no open transaction, data that breaks the contract, data above 900 kB, a contract of many services
 * without `service`. Fields that the contract does not know are left out and never travel.
 */
export async function recordEvents<Data>(
  em: SqlEntityManager,
  contract: EventContract<string, Data>,
  events: readonly NewEvent<Data>[],
  options: { actor?: EventActor | null; service?: string } = {},
): Promise<string[]> {
  if (!em.isInTransaction()) throw new Error(`${contract.name} must be recorded inside a transaction`);
  const service = contract.service ?? options.service;
  if (service === undefined) throw new Error(`${contract.name} needs the service that publishes it`);
  if (events.length === 0) return [];
  const { actor } = options;
  const rows = events.map((event) => ({
    aggregate_id: event.aggregateId,
    aggregate_version: event.version ?? null,
    data: checkedData(contract, event),
  }));
  const recorded = await em.execute<{ id: string }[]>(
    `insert into outbox (service, name, version, aggregate_id, aggregate_version, actor, traceparent, data)
     select ?, ?, ?, event.aggregate_id, event.aggregate_version, ?::json, ?, event.data
     from rows from (json_to_recordset(?::json) as (aggregate_id text, aggregate_version bigint, data json))
       with ordinality as event (aggregate_id, aggregate_version, data, number)
     order by event.number
     returning id`,
    [
      service,
      contract.name,
      contract.version,
      actor ? JSON.stringify(actorOf(actor)) : null,
      traceparentNow(),
      JSON.stringify(rows),
    ],
  );
  return recorded.map((row) => row.id);
}

/** The event goes on in the trace of whatever caused it. */
function traceparentNow(): string | null {
  const place = placeNow();
  return place === undefined ? null : traceparentOf(place);
}

function checkedData<Data>(contract: EventContract<string, Data>, event: NewEvent<Data>): Data {
  const read = contract.data.safeParse(event.data);
  if (!read.success) {
    const faults = read.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${contract.name} of ${event.aggregateId} breaks its contract: ${faults.join('; ')}`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(read.data));
  if (bytes > DATA_LIMIT_BYTES) {
    throw new Error(
      `${contract.name} of ${event.aggregateId} has ${bytes} bytes, the limit is ${DATA_LIMIT_BYTES}`,
    );
  }
  return read.data;
}

function actorOf({ accountId, memberId, name, capacity }: EventActor): EventActor {
  if (capacity === null) return { accountId, memberId, name, capacity };
  const { positionId, role, title, unitId } = capacity;
  return { accountId, memberId, name, capacity: { positionId, role, title, unitId } };
}

/** The columns that make an envelope, for a query on the outbox; the time is written as ISO 8601 in UTC. */
export const envelopeColumns = `id, service, name, version, aggregate_id as "aggregateId",
  aggregate_version::int as "aggregateVersion", actor, traceparent, data::text as "dataJson",
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time`;

/** A row read with `envelopeColumns`. */
export interface OutboxRow {
  id: string;
  service: string;
  name: string;
  version: number;
  aggregateId: string;
  aggregateVersion: number | null;
  actor: EventActor | null;
  traceparent: string | null;
  dataJson: string;
  time: string;
}

/** The text that travels for a row of the outbox. */
export function rowText(row: OutboxRow, province: string): string {
  return envelopeText(row, province, row.dataJson);
}

/**
 * What has been recorded after `position` (0: everything), as it would travel, in that order: for tests and for handing
 * events to another service's reactions without NATS. Also answers the position to go on from.
 */
export async function readOutbox(
  em: SqlEntityManager,
  province: string,
  position = 0,
): Promise<{ envelopes: Envelope[]; position: number }> {
  const rows = await em.execute<(OutboxRow & { position: string })[]>(
    `select position::text, ${envelopeColumns} from outbox where position > ? order by outbox.position`,
    [position],
  );
  return {
    envelopes: rows.map((row) => JSON.parse(rowText(row, province)) as Envelope),
    position: Number(rows.at(-1)?.position ?? position),
  };
}
