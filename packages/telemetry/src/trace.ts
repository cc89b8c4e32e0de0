import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Where somebody is in which trace: what a `traceparent` says (W3C Trace Context, version 00). */
export type TracePlace = { traceId: string; spanId: string; isSampled: boolean };

/** What is recorded, one kind a place of ours where work changes hands. */
export type SpanKind =
  | 'gateway request'
  | 'subgraph fetch'
  | 'subgraph operation'
  | 'side door'
  | 'SQL statement'
  | 'event published'
  | 'event handled'
  | 'job'
  | 'outside call';

/**
 * Everything that a span of ours can say. The collector of a province lets these pass and nothing else: one that is added here and not there
 * fails a test, and so does the reverse.
 */
export const factNames = [
  'dang.event.id',
  'dang.is_shared',
  'dang.kind',
  'dang.reaction',
  'db.query.text',
  'db.system.name',
  'error.type',
  'graphql.operation.type',
  'http.response.status_code',
  'outcome',
  'system',
] as const;

/** What a span says of the process that made it. */
export const processNames = ['dang.province', 'dang.role', 'service.instance.id', 'service.name'] as const;

/** Facts about a span: names, kinds and counts only; never a variable, a parameter or anything of a person. */
export type SpanFacts = Readonly<Partial<Record<(typeof factNames)[number], string | number | boolean>>>;

/** What is about to be recorded. `parent` is where the trace goes on; left out: where this work already is. */
export type SpanBeginning = {
  kind: SpanKind;
  /** What it is about, in few different values: the name of an operation, an event, a job. */
  name: string;
  parent?: TracePlace | null;
  facts?: SpanFacts;
  /** In milliseconds since 1970, when it began before it could be told. */
  startedAtMs?: number;
};

/** A span that has begun; somebody ends it. */
export interface Span {
  readonly place: TracePlace;
  /** Says what it is about, when that is known only later. */
  rename(name: string): void;
  add(facts: SpanFacts): void;
  /** Takes a code, or the kind of an error, never its words: they may quote a row. */
  fail(error: unknown): void;
  end(): void;
  /** Does `work` at this place: log lines carry its trace, and spans that begin there are children of this one. */
  run<T>(work: () => T): T;
}

/** What keeps spans and sends them; there is none where no collector is configured. */
export type Recorder = { begin(beginning: SpanBeginning, parent: TracePlace | null): Span };

const places = new AsyncLocalStorage<TracePlace>();
let recorder: Recorder | null = null;
let share = 1;

/** From now on spans are kept by this recorder (null: nowhere), and this share of the traces that begin here is sampled. */
export function recordWith(next: Recorder | null, sampledShare = 1): void {
  recorder = next;
  share = sampledShare;
}

/** Whether spans are kept at all: who would have to prepare much for one asks first. */
export const isRecording = (): boolean => recorder !== null;

/** Where the work that runs now is; undefined outside of any request, event or job. */
export const placeNow = (): TracePlace | undefined => places.getStore();

/** Does `work` at this place. */
export const runAt = <T>(place: TracePlace, work: () => T): T => places.run(place, work);

const isSampledHere = (): boolean => share >= 1 || Math.random() < share;

/** The start of a new trace. */
export function newPlace(): TracePlace {
  // randomUUID draws its randomness in advance: six times as fast as asking for it each time
  const random = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  return { traceId: random.slice(0, 32), spanId: random.slice(32, 48), isSampled: isSampledHere() };
}

const shape = /^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-([0-9a-f]{2})$/;

/** What a `traceparent` says; null when it is not well formed. */
export function readTraceparent(text: unknown): TracePlace | null {
  const [, traceId, spanId, flags] = (typeof text === 'string' && shape.exec(text)) || [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/**
 * Where a request from outside the house goes on: its trace and its span; whether it is sampled is decided by us, so that
 * nobody outside fills our store of traces. Null when it names none.
 */
export function placeOfStranger(traceparent: unknown): TracePlace | null {
  const given = readTraceparent(traceparent);
  return given && { ...given, isSampled: isSampledHere() };
}

/** A place as a `traceparent`. */
export const traceparentOf = ({ traceId, spanId, isSampled }: TracePlace): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

/** Without a recorder a span is a place and nothing else: the one it goes on from, or the start of a trace. */
class UnrecordedSpan implements Span {
  readonly place: TracePlace;
  constructor(place: TracePlace) {
    this.place = place;
  }
  rename(): void {}
  add(): void {}
  fail(): void {}
  end(): void {}
  run<T>(work: () => T): T {
    return places.run(this.place, work);
  }
}

/** Begins a span for work that is not one call; the caller ends it. */
export function beginSpan(beginning: SpanBeginning): Span {
  const parent = beginning.parent === undefined ? placeNow() : beginning.parent;
  if (recorder !== null) return recorder.begin(beginning, parent ?? null);
  return new UnrecordedSpan(parent ?? newPlace());
}

/** Does `work` as a span, and ends it when its promise settles; the work, whatever it awaits, and its log lines are at that place. */
export async function inSpan<T>(beginning: SpanBeginning, work: (span: Span) => Promise<T>): Promise<T> {
  const span = beginSpan(beginning);
  try {
    return await span.run(() => work(span));
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
