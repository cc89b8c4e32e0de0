import {
  type Context,
  context,
  DiagLogLevel,
  diag,
  SpanKind as OtelKind,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import {
  type processNames,
  type Recorder,
  runAt,
  type Span,
  type SpanBeginning,
  type SpanFacts,
  type SpanKind,
  type TracePlace,
} from './trace.ts';

/** Beyond, spans are dropped while the collector is away or slow: a trace is never worth a request. */
const WAITING_SPANS = 4_096;
const EXPORT_TIMEOUT_MS = 5_000;
const COMPLAINT_EVERY_MS = 60_000;
const VALUE_CHARS = 4_096;

const kinds: Record<SpanKind, OtelKind> = {
  'gateway request': OtelKind.SERVER,
  'subgraph fetch': OtelKind.CLIENT,
  'subgraph operation': OtelKind.SERVER,
  'side door': OtelKind.SERVER,
  'SQL statement': OtelKind.CLIENT,
  'event published': OtelKind.PRODUCER,
  'event handled': OtelKind.CONSUMER,
  job: OtelKind.INTERNAL,
  'outside call': OtelKind.CLIENT,
};

/** A code as it is given, or an error's code or name: what it says may quote a row. */
function kindOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code ?? error.name;
}

class RecordedSpan implements Span {
  readonly place: TracePlace;
  readonly #kind: SpanKind;
  readonly #span: OtelSpan;
  readonly #inside: Context;

  constructor(kind: SpanKind, span: OtelSpan, around: Context) {
    const { traceId, spanId, traceFlags } = span.spanContext();
    this.place = { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 };
    this.#kind = kind;
    this.#span = span;
    this.#inside = trace.setSpan(around, span);
  }

  rename(name: string): void {
    this.#span.updateName(`${this.#kind} ${name}`);
  }
  add(facts: SpanFacts): void {
    this.#span.setAttributes(facts);
  }
  fail(error: unknown): void {
    this.add({ 'error.type': kindOf(error) });
    this.#span.setStatus({ code: SpanStatusCode.ERROR });
  }
  end(): void {
    this.#span.end();
  }
  run<T>(work: () => T): T {
    return context.with(this.#inside, () => runAt(this.place, work));
  }
}

/** Where a span begins: below a library's span of the same trace that runs now, else below the place itself. */
function around(parent: TracePlace | null): Context {
  if (parent === null) return ROOT_CONTEXT;
  const active = context.active();
  if (trace.getSpanContext(active)?.traceId === parent.traceId) return active;
  const traceFlags = parent.isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: parent.traceId,
    spanId: parent.spanId,
    traceFlags,
    isRemote: true,
  });
}

const recorderOf = (tracer: Tracer): Recorder => ({
  begin({ kind, name, facts: given, startedAtMs }: SpanBeginning, parent) {
    const parentContext = around(parent);
    const facts: SpanFacts = { 'dang.kind': kind, ...given };
    const span = tracer.startSpan(
      `${kind} ${name}`,
      {
        kind: kinds[kind],
        attributes: facts,
        ...(startedAtMs !== undefined && { startTime: startedAtMs }),
      },
      parentContext,
    );
    return new RecordedSpan(kind, span, parentContext);
  },
});

/** Says at most once a minute that spans do not arrive. */
function complainRarely(warn: (message: string) => void): void {
  let saidAt = Number.NEGATIVE_INFINITY;
  const say = (message: string) => {
    if (performance.now() - saidAt < COMPLAINT_EVERY_MS) return;
    saidAt = performance.now();
    warn(message);
  };
  const quiet = () => {};
  diag.setLogger(
    { error: say, warn: say, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

/**
 * Keeps spans and sends them in batches to a collector (OTLP over HTTP, JSON). Spans of libraries that speak OpenTelemetry
 * (the planner of the gateway) become part of the same traces. `close` sends what is left.
 */
export function openRecorder(options: {
  endpoint: string;
  /** Of traces that begin in this process: from 0 to 1. What a caller has decided stands. */
  sampledShare: number;
  /** Which process: standard names of OpenTelemetry (`service.name`). */
  resource: Record<(typeof processNames)[number], string>;
  warn(message: string): void;
}): { recorder: Recorder; close(): Promise<void> } {
  complainRarely(options.warn);
  const exporter = new OTLPTraceExporter({
    url: `${options.endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes(options.resource),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.sampledShare) }),
    spanLimits: { attributeValueLengthLimit: VALUE_CHARS },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        maxQueueSize: WAITING_SPANS,
        scheduledDelayMillis: 1_000,
        exportTimeoutMillis: EXPORT_TIMEOUT_MS,
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return {
    recorder: recorderOf(provider.getTracer('dang')),
    close: () => provider.shutdown(),
  };
}
