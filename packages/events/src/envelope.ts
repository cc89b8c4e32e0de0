import { z } from 'zod';
import type { EventContract, EventKind } from './contract.ts';
import { arrivedSubject } from './link.ts';

/** Who caused an event, as the envelope carries it. `packages/access`'s Actor fits; a timer or an import has none. */
export interface EventActor {
  accountId: string;
  memberId: string | null;
  name: string;
  capacity: { positionId: string; role: string; title: string; unitId: string } | null;
}

const capacity = z.object({
  positionId: z.string(),
  role: z.string(),
  title: z.string(),
  unitId: z.string(),
});

const envelopeShape = z.object({
  specversion: z.literal('1.0'),
  id: z.guid(),
  source: z.string().regex(/^\/dang\/[A-Za-z0-9]+\/[a-z]+$/),
  type: z.string().regex(/^dang\.[a-z]+\.[A-Za-z]+\.v\d+$/),
  subject: z.string().min(1).max(200),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.literal('application/json').optional(),
  actorid: z.string().optional(),
  actormemberid: z.string().optional(),
  actorname: z.string().optional(),
  capacity: z.union([z.string(), capacity]).optional(),
  unitid: z.string().optional(),
  aggregateversion: z.int().optional(),
  traceparent: z.string().optional(),
  data: z.unknown(),
});

/**
 * A CloudEvents 1.0 event in JSON (structured mode). `source` is `/dang/<province>/<service>`, `type`
 * `dang.<service>.<EventName>.v1`, `subject` the aggregate's id; our extensions are written in lower case, as CloudEvents asks.
 */
export type Envelope = z.infer<typeof envelopeShape>;

/** What a row of the outbox tells, before the province that sends it is known. */
export interface RecordedEvent {
  id: string;
  service: string;
  name: string;
  version: number;
  aggregateId: string;
  aggregateVersion: number | null;
  /** ISO 8601, real time. */
  time: string;
  actor: EventActor | null;
  traceparent: string | null;
}

/** The subject on which an event travels: `dang.05.transfers.TransferCompleted.v1`. */
export function subjectOf(province: string, service: string, name: string, version = 1): string {
  return `dang.${province}.${service}.${name}.v${version}`;
}

/**
 * The envelope as the text that travels. `dataJson` is spliced in as it was recorded, so that nothing is parsed and
 * written again on the way out.
 */
export function envelopeText(event: RecordedEvent, province: string, dataJson: string): string {
  const { actor } = event;
  const head = JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: `/dang/${province}/${event.service}`,
    type: `dang.${event.service}.${event.name}.v${event.version}`,
    subject: event.aggregateId,
    time: event.time,
    datacontenttype: 'application/json',
    actorid: actor?.accountId,
    actormemberid: actor?.memberId ?? undefined,
    actorname: actor?.name,
    capacity: actor?.capacity ? JSON.stringify(actor.capacity) : undefined,
    unitid: actor?.capacity?.unitId,
    aggregateversion: event.aggregateVersion ?? undefined,
    traceparent: event.traceparent ?? undefined,
  });
  return `${head.slice(0, -1)},"data":${dataJson}}`;
}

/** What a message says, read and checked, before any contract is applied to its data. */
export interface ReadEnvelope {
  id: string;
  subject: string;
  service: string;
  province: string;
  name: string;
  aggregateId: string;
  version: number | null;
  time: Date;
  actor: EventActor | null;
  traceparent?: string;
  data: unknown;
}

/**
 * Reads a message. `subject` is the one on which it came; leave it out for an envelope that did not come over NATS. `arrivedIn`:
 * the province in which it arrived from another one, on the subject that says so. Answers a sentence instead of an event when the
 * text is no JSON, no CloudEvents envelope of ours, or travels on a subject that is not its own: from the sender that it names, for
 * this province.
 */
export function readEnvelope(
  text: string,
  subject?: string,
  arrivedIn?: string,
): ReadEnvelope | { unreadable: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { unreadable: 'the message is not JSON' };
  }
  const shape = envelopeShape.safeParse(json);
  if (!shape.success) {
    const faults = shape.error.issues.map(
      (issue) => `${issue.path.join('.') || '(message)'}: ${issue.message}`,
    );
    return { unreadable: `the message is not an event of ours: ${faults.join('; ')}` };
  }
  const envelope = shape.data;
  const [, , province = '', source = ''] = envelope.source.split('/');
  const [, service = '', name = '', version = 'v1'] = envelope.type.split('.');
  const number = Number(version.slice(1));
  const own =
    arrivedIn === undefined
      ? subjectOf(province, service, name, number)
      : arrivedSubject(province, arrivedIn, name, number);
  if (service !== source) return { unreadable: `${envelope.type} does not come from ${envelope.source}` };
  if (subject !== undefined && subject !== own) return { unreadable: `${own} came on ${subject}` };
  const actor = readActor(envelope);
  if (actor === undefined) return { unreadable: 'the capacity cannot be read' };
  return {
    id: envelope.id.toLowerCase(),
    subject: own,
    service,
    province,
    name,
    aggregateId: envelope.subject,
    version: envelope.aggregateversion ?? null,
    time: new Date(envelope.time),
    actor,
    ...(envelope.traceparent === undefined ? {} : { traceparent: envelope.traceparent }),
    data: envelope.data,
  };
}

function readActor(envelope: Envelope): EventActor | null | undefined {
  if (envelope.actorid === undefined) return null;
  const read = capacity.nullable().safeParse(readCapacity(envelope.capacity));
  if (!read.success) return undefined;
  return {
    accountId: envelope.actorid,
    memberId: envelope.actormemberid ?? null,
    name: envelope.actorname ?? '',
    capacity: read.data,
  };
}

function readCapacity(written: Envelope['capacity']): unknown {
  if (typeof written !== 'string') return written ?? null;
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/**
 * An event as its publisher would send it, for tests that hand events to reactions without a publisher. Leaves the
 * data as it is, so that a breach of the contract can be tested too.
 */
export function makeEnvelope<Data>(
  contract: EventContract<string, Data>,
  event: {
    aggregateId: string;
    data: Data;
    version?: number;
    id?: string;
    time?: Date;
    actor?: EventActor | null;
  },
  from: { province: string; service?: string },
): Envelope {
  const service = from.service ?? contract.service;
  if (service === null) throw new Error(`${contract.name} needs the service that publishes it`);
  const recorded: RecordedEvent = {
    id: event.id ?? crypto.randomUUID(),
    service,
    name: contract.name,
    version: contract.version,
    aggregateId: event.aggregateId,
    aggregateVersion: event.version ?? null,
    time: (event.time ?? new Date()).toISOString(),
    actor: event.actor ?? null,
    traceparent: null,
  };
  return JSON.parse(envelopeText(recorded, from.province, JSON.stringify(event.data))) as Envelope;
}

/** What a reaction gets to see: the envelope with its data checked against the contract. */
export interface ReceivedEvent<Data = unknown> extends Omit<ReadEnvelope, 'data'> {
  kind: EventKind;
  data: Data;
}
