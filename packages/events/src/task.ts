import { createHash } from 'node:crypto';
import { readTraceparent } from '@dang/telemetry/trace';
import type { Logger } from 'pino';
import { type ReadEnvelope, type ReceivedEvent, readEnvelope } from './envelope.ts';
import type { ARRIVED } from './link.ts';
import { type Parking, UNREADABLE } from './park.ts';
import type { AnyReaction, Clock } from './reaction.ts';

/** Where events are taken in. */
export interface ReceiverContext {
  service: string;
  province: string;
  clock: Clock;
  log: Logger;
  /** How the service is configured, for reactions that need its keys. */
  environment?: unknown;
  /** The aside whose reactions these are; left out for the service's own. */
  aside?: string | undefined;
  /** For what has arrived from other provinces: each must have come on the subject that the hub gives to who sent it. */
  upstream?: typeof ARRIVED | undefined;
}

/** What a reaction is called in the inbox and where it is parked: an aside's carry its name in front. */
export const nameIn = ({ aside }: Pick<ReceiverContext, 'aside'>, reaction: string): string =>
  aside === undefined ? reaction : `${aside}/${reaction}`;

/** A message as it came; `subject` is empty when it did not come over NATS. */
export interface Message {
  subject: string;
  text: string;
}

/** One event for one reaction: the unit that the inbox counts, and that is parked when it fails. */
export interface Task {
  reaction: AnyReaction | null;
  event: ReceivedEvent | null;
  parking: Parking;
  /** A reason never to try: the message or its data cannot be read. */
  fault: string | null;
}

/** Under which trace a task is found in logs, also outside of its own work. */
export const traceIdOf = (task: Task | undefined) => readTraceparent(task?.event?.traceparent)?.traceId;

/** What the inbox knows a task by. */
export const keyOf = ({ parking }: Task): string => `${parking.reaction} ${parking.eventId}`;

/** What a message asks for: a task for every reaction that listens to it, or one that only parks it. */
export function tasksOf(
  { subject, text }: Message,
  reactions: readonly AnyReaction[],
  context: ReceiverContext,
): Task[] {
  const arrivedIn = context.upstream && context.province;
  const read = readEnvelope(text, subject === '' ? undefined : subject, arrivedIn);
  if ('unreadable' in read) return [unreadable(subject, text, read.unreadable, context)];
  const listening = reactions.filter(
    ({ event, services }) => event.name === read.name && services.includes(read.service),
  );
  return listening.map((reaction) => taskOf(reaction, read, text, context));
}

function taskOf(reaction: AnyReaction, read: ReadEnvelope, text: string, context: ReceiverContext): Task {
  const { kind, name } = reaction.event;
  const data = reaction.event.data.safeParse(read.data);
  const issue = data.error?.issues[0];
  return {
    reaction,
    event: data.success ? { ...read, kind, data: data.data } : null,
    parking: {
      reaction: nameIn(context, reaction.name),
      eventId: read.id,
      name,
      kind,
      aggregateId: read.aggregateId,
      subject: read.subject,
      text,
    },
    fault: issue ? `the data breaks the contract: ${issue.path.join('.')}: ${issue.message}` : null,
  };
}

function unreadable(subject: string, text: string, fault: string, context: ReceiverContext): Task {
  // The same garbage, delivered twice, is the same parked event: its id is made from what it says.
  const hash = createHash('sha256').update(subject).update('\0').update(text).digest('hex');
  const eventId = hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const reaction = nameIn(context, UNREADABLE);
  const parking = { reaction, eventId, name: null, kind: null, aggregateId: null, subject, text };
  return { reaction: null, event: null, parking, fault };
}
