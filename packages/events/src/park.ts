import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EventKind } from './contract.ts';

/**
 * RETRYING: failed, tried again at `next_attempt_at`. WAITING: a fact behind an unresolved fact of the same aggregate.
 * DEAD: not tried again until somebody says so. RESOLVED: handled at last, or discarded by somebody.
 */
export const parkedStatuses = ['RETRYING', 'WAITING', 'DEAD', 'RESOLVED'] as const;
export type ParkedStatus = (typeof parkedStatuses)[number];

/** A message that no reaction can be named for is parked under this name. */
export const UNREADABLE = '(unreadable)';

const BACK_OFF_S = [1, 5, 30, 120, 600] as const;
const REASON_LENGTH = 500;
const TEXT_LENGTH = 200_000;

/** How long to wait after that many failed attempts, in seconds; null: enough. */
export function backOff(attempts: number): number | null {
  return BACK_OFF_S[attempts - 1] ?? null;
}

/** In SQL: the aside to which a reaction belongs by its name in the inbox; empty for the service's own. */
export const asideOf = (column: string): string => `coalesce(substring(${column} from '^(.*)/'), '')`;

/** What is to be parked. `name`, `kind` and `aggregateId` are null for a message that cannot be read. */
export interface Parking {
  reaction: string;
  eventId: string;
  name: string | null;
  kind: EventKind | null;
  aggregateId: string | null;
  subject: string;
  text: string;
}

/** Unresolved facts by aggregate. An event does not stand before itself when another of its reactions is parked. */
export type Blocked = Map<string, Set<string>>;

export function block(blocked: Blocked, aggregateId: string, eventId: string): void {
  const events = blocked.get(aggregateId) ?? new Set();
  blocked.set(aggregateId, events.add(eventId));
}

export function isBlocked(
  blocked: Blocked,
  { aggregateId, eventId }: Pick<Parking, 'aggregateId' | 'eventId'>,
): boolean {
  const events = blocked.get(aggregateId ?? '');
  return events !== undefined && (events.size > 1 || !events.has(eventId));
}

/** PostgreSQL stores no NUL; a message can hold one all the same. */
const storable = (text: string, length: number): string => text.slice(0, length).replaceAll('\0', '\uFFFD');

/** The message of a failure, as it may be shown: never its SQL, its row or its stack. */
export function reasonOf(failure: unknown): string {
  return storable(failure instanceof Error ? failure.message : String(failure), REASON_LENGTH);
}

/** Parks an event for one reaction in the caller's transaction, once: a repetition of the message changes nothing. */
export async function park(
  em: SqlEntityManager,
  parking: Parking,
  state: { status: 'RETRYING' | 'WAITING' | 'DEAD'; reason: string },
): Promise<void> {
  await em.execute(
    `insert into parked_event
       (reaction, event_id, name, kind, aggregate_id, subject, envelope, status, attempts, next_attempt_at, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, case when ? = 'RETRYING' then now() + make_interval(secs => ?) end, ?)
     on conflict (reaction, event_id) do nothing`,
    [
      parking.reaction,
      parking.eventId,
      parking.name,
      parking.kind,
      parking.aggregateId,
      storable(parking.subject, 300),
      storable(parking.text, TEXT_LENGTH),
      state.status,
      state.status === 'WAITING' ? 0 : 1,
      state.status,
      backOff(1),
      storable(state.reason, REASON_LENGTH),
    ],
  );
}

/** A parked event that may be tried now. */
export interface DueEvent {
  id: string;
  reaction: string;
  subject: string;
  envelope: string;
  attempts: number;
}

/**
 * What may be tried now, oldest first: failures whose time has come, and facts that nothing stands before any more. An
 * event parked for two reactions does not stand before itself, and what one aside parks stands before nobody else.
 */
export async function dueEvents(em: SqlEntityManager, aside = '', limit = 20): Promise<DueEvent[]> {
  return await em.execute<DueEvent[]>(
    `select id, reaction, subject, envelope, attempts from parked_event parked
     where ${asideOf('reaction')} = ? and ((status = 'RETRYING' and next_attempt_at <= now())
        or (status = 'WAITING' and not exists (
          select from parked_event earlier
          where earlier.aggregate_id = parked.aggregate_id and earlier.status <> 'RESOLVED'
            and earlier.kind = 'fact' and earlier.position < parked.position and earlier.event_id <> parked.event_id
            and ${asideOf('earlier.reaction')} = ${asideOf('parked.reaction')})))
     order by position limit ?`,
    [aside, limit],
  );
}

/** Claims a due event for this transaction; false when somebody else has dealt with it. */
export async function claimDue(em: SqlEntityManager, id: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select id from parked_event where id = ? and status in ('RETRYING', 'WAITING') for update skip locked`,
    [id],
  );
  return rows.length > 0;
}

export async function markResolved(em: SqlEntityManager, id: string): Promise<void> {
  await em.execute(
    `update parked_event set status = 'RESOLVED', attempts = attempts + 1, next_attempt_at = null, resolved_at = now()
     where id = ?`,
    [id],
  );
}

/** Writes down one more failure: the next time comes later, after the fifth never. Answers the new status. */
export async function markFailed(
  em: SqlEntityManager,
  event: DueEvent,
  failure: unknown,
): Promise<ParkedStatus> {
  const attempts = event.attempts + 1;
  const wait_s = backOff(attempts);
  const status = wait_s === null ? 'DEAD' : 'RETRYING';
  await em.execute(
    `update parked_event set status = ?, attempts = ?, reason = ?,
       next_attempt_at = now() + make_interval(secs => ?) where id = ?`,
    [status, attempts, reasonOf(failure), wait_s, event.id],
  );
  return status;
}
