import { inSpan, readTraceparent } from '@dang/telemetry/trace';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { answers, DatabaseAway, isConnectionLoss } from './database-state.ts';
import type { Envelope } from './envelope.ts';
import { asideOf, type Blocked, block, isBlocked, park, reasonOf, UNREADABLE } from './park.ts';
import type { AnyReaction, Database } from './reaction.ts';
import { keyOf, type Message, nameIn, type ReceiverContext, type Task, tasksOf, traceIdOf } from './task.ts';

/** What became of a batch: effects made, repetitions dropped, and what was parked with its reason. */
export interface Receipt {
  handled: number;
  repeated: number;
  /** When what was handled had happened, one an effect. */
  times: Date[];
  parked: { reaction: string; eventId: string; status: 'RETRYING' | 'WAITING' | 'DEAD'; reason: string }[];
}

/**
 * Takes in messages in the order given, in one transaction: inbox rows and effects together or not at all. When
 * something in it fails, each event gets a transaction of its own; the one at fault is parked and the others go on.
 * Throws `DatabaseAway`, with nothing parked, when the database is not there.
 */
export async function receive(
  database: Database,
  reactions: readonly AnyReaction[],
  messages: readonly Message[],
  context: ReceiverContext,
): Promise<Receipt> {
  const tasks = messages.flatMap((message) => tasksOf(message, reactions, context));
  try {
    return await runTogether(database, tasks, context);
  } catch (failure) {
    if (!(await answers(database))) throw new DatabaseAway(failure);
    const receipt: Receipt = { handled: 0, repeated: 0, times: [], parked: [] };
    for (const task of tasks) {
      const one = await runAlone(database, task, context);
      receipt.handled += one.handled;
      receipt.repeated += one.repeated;
      receipt.times.push(...one.times);
      receipt.parked.push(...one.parked);
    }
    return receipt;
  }
}

/**
 * Hands envelopes to reactions exactly as the consumer would, without NATS: for tests of services. Look at `parked` in
 * the answer: a reaction that throws does not make this throw.
 */
export function deliver(
  database: Database,
  reactions: readonly AnyReaction[],
  envelopes: readonly (Envelope | string)[],
  context: ReceiverContext,
): Promise<Receipt> {
  const messages = envelopes.map((envelope) => ({
    subject: '',
    text: typeof envelope === 'string' ? envelope : JSON.stringify(envelope),
  }));
  return receive(database, reactions, messages, context);
}

async function runTogether(
  database: Database,
  tasks: readonly Task[],
  context: ReceiverContext,
): Promise<Receipt> {
  const receipt: Receipt = { handled: 0, repeated: 0, times: [], parked: [] };
  if (tasks.length === 0) return receipt;
  await database.em.fork().transactional(async (em) => {
    const { fresh, blocked } = await claim(em, tasks, context);
    for (const task of tasks) {
      if (!fresh.delete(keyOf(task))) receipt.repeated += 1;
      else await take(em, task, blocked, context, receipt);
    }
  });
  for (const { reaction, eventId, reason } of receipt.parked) {
    const traceId = traceIdOf(tasks.find(({ parking }) => parking.eventId === eventId));
    context.log.warn({ reaction, eventId, reason, traceId }, 'an event was parked');
  }
  return receipt;
}

async function take(
  em: SqlEntityManager,
  task: Task,
  blocked: Blocked,
  context: ReceiverContext,
  receipt: Receipt,
): Promise<void> {
  const { parking } = task;
  const parkAs = async (status: 'WAITING' | 'DEAD', reason: string): Promise<void> => {
    await park(em, parking, { status, reason });
    if (parking.kind === 'fact') block(blocked, parking.aggregateId ?? '', parking.eventId);
    receipt.parked.push({ reaction: parking.reaction, eventId: parking.eventId, status, reason });
  };
  if (task.fault !== null) await parkAs('DEAD', task.fault);
  else if (parking.kind === 'fact' && isBlocked(blocked, parking)) {
    await parkAs('WAITING', 'an earlier fact of this aggregate is parked');
  } else {
    await react(em, task, context);
    receipt.handled += 1;
    if (task.event) receipt.times.push(task.event.time);
  }
}

async function react(
  em: SqlEntityManager,
  { reaction, event }: Task,
  context: ReceiverContext,
): Promise<void> {
  if (reaction === null || event === null) throw new Error('a message without an event cannot be handled');
  const facts = { 'dang.reaction': reaction.name, 'dang.event.id': event.id };
  const parent = readTraceparent(event.traceparent);
  await inSpan({ kind: 'event handled', name: event.name, parent, facts }, async () => {
    await reaction.handle({ ...context, em }, event);
    // The next event must see this one's effect in the database, and none of its objects.
    await em.flush();
  });
  em.clear();
}

/**
 * Writes the inbox rows and answers which were not there yet, and which aggregates have an unresolved fact parked: one
 * round trip.
 */
async function claim(
  em: SqlEntityManager,
  tasks: readonly Task[],
  { aside }: ReceiverContext,
): Promise<{ fresh: Set<string>; blocked: Blocked }> {
  const rows = await em.execute<{ reaction: string | null; eventId: string; aggregateId: string | null }[]>(
    `with claimed as (
       insert into inbox (reaction, event_id)
       select reaction, event_id from unnest(array[?]::text[], array[?]::uuid[]) as task (reaction, event_id)
       on conflict do nothing
       returning reaction, event_id)
     select reaction, event_id as "eventId", null as "aggregateId" from claimed
     union all
     select null, event_id, aggregate_id from parked_event
     where status <> 'RESOLVED' and kind = 'fact' and aggregate_id = any(array[?]::text[]) and ${asideOf('reaction')} = ?`,
    [
      tasks.map((task) => task.parking.reaction),
      tasks.map((task) => task.parking.eventId),
      tasks.map((task) => task.parking.aggregateId ?? ''),
      aside ?? '',
    ],
  );
  const fresh = new Set<string>();
  const blocked: Blocked = new Map();
  for (const { reaction, eventId, aggregateId } of rows) {
    if (reaction !== null) fresh.add(`${reaction} ${eventId}`);
    else block(blocked, aggregateId ?? '', eventId);
  }
  return { fresh, blocked };
}

/**
 * A lost connection is not yet the event's fault, so it has three tries; an event that loses the connection every time
 * while the database answers is parked like any other.
 */
async function runAlone(
  database: Database,
  task: Task,
  context: ReceiverContext,
  triesLeft = 3,
): Promise<Receipt> {
  try {
    return await runTogether(database, [task], context);
  } catch (failure) {
    if (!(await answers(database))) throw new DatabaseAway(failure);
    if (isConnectionLoss(failure) && triesLeft > 1) {
      return await runAlone(database, task, context, triesLeft - 1);
    }
    return await parkFailed(database, task, failure, context);
  }
}

async function parkFailed(
  database: Database,
  task: Task,
  failure: unknown,
  context: ReceiverContext,
): Promise<Receipt> {
  const reason = reasonOf(failure);
  const { reaction, eventId } = task.parking;
  await database.em.fork().transactional(async (em) => {
    await claim(em, [task], context);
    await park(em, task.parking, { status: 'RETRYING', reason });
  });
  const stack = failure instanceof Error ? failure.stack : undefined;
  const traceId = traceIdOf(task);
  context.log.warn(
    { reaction, eventId, reason, stack, traceId },
    'an event could not be handled and is parked',
  );
  return { handled: 0, repeated: 0, times: [], parked: [{ reaction, eventId, status: 'RETRYING', reason }] };
}

/**
 * Tries a parked message again, inside the caller's transaction. One that could not be read before is handed to every
 * reaction that listens to it now.
 */
export async function retryParked(
  em: SqlEntityManager,
  reactions: readonly AnyReaction[],
  parked: { reaction: string; subject: string; envelope: string },
  context: ReceiverContext,
): Promise<void> {
  const message = { subject: parked.subject, text: parked.envelope };
  const tasks = tasksOf(message, reactions, context);
  const fault = tasks.find((task) => task.fault !== null)?.fault;
  if (fault) throw new Error(fault);
  if (parked.reaction === nameIn(context, UNREADABLE)) {
    const { fresh } = await claim(em, tasks, context);
    for (const task of tasks) if (fresh.has(keyOf(task))) await react(em, task, context);
    return;
  }
  const task = tasks.find(({ parking }) => parking.reaction === parked.reaction);
  if (!task) throw new Error(`this service has no reaction ${parked.reaction} to the event any more`);
  await react(em, task, context);
}
