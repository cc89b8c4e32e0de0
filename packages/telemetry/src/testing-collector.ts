import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it arrived, in the terms of a test. `parentId` is empty for the first of a trace. */
export type CollectedSpan = {
  /** `service.name` of the process that sent it. */
  service: string;
  name: string;
  /** One of ours (`dang.kind`); undefined for a library's. */
  kind: string | undefined;
  traceId: string;
  spanId: string;
  parentId: string;
  facts: Record<string, unknown>;
  hasFailed: boolean;
};

type Value = { stringValue?: string; intValue?: number; boolValue?: boolean; doubleValue?: number };
type Pairs = { key: string; value: Value }[];
type SentSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Pairs;
  status: { code?: number };
};
type Sent = {
  resourceSpans: { resource: { attributes: Pairs }; scopeSpans: { spans: SentSpan[] }[] }[];
};

const FAILED = 2;

const factsOf = (pairs: Pairs): Record<string, unknown> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));

function spansOf({ resourceSpans }: Sent): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(factsOf(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ traceId, spanId, parentSpanId = '', name, attributes, status }) => {
        const { 'dang.kind': kind, ...facts } = factsOf(attributes);
        return {
          service,
          name,
          kind: kind as string | undefined,
          traceId,
          spanId,
          parentId: parentSpanId,
          facts,
          hasFailed: status.code === FAILED,
        };
      }),
    );
  });
}

const keysOf = ({ resourceSpans }: Sent): string[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    [resource, ...scopeSpans.flatMap(({ spans }) => spans)].flatMap(({ attributes }) =>
      attributes.map(({ key }) => key),
    ),
  );

/**
 * A collector for tests: takes spans (OTLP over HTTP, JSON) and keeps them. `text` is all that arrived, as it arrived; `keys` are the
 * attributes that spans and processes had.
 */
export async function openCollector() {
  const spans: CollectedSpan[] = [];
  const texts: string[] = [];
  const keys = new Set<string>();
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const text = Buffer.concat(pieces).toString('utf8');
      texts.push(text);
      const sent = JSON.parse(text) as Sent;
      spans.push(...spansOf(sent));
      for (const key of keysOf(sent)) keys.add(key);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    keys,
    text: () => texts.join('\n'),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
