import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { outsideCall } from './outside-call.ts';
import { startTracing } from './start-tracing.ts';
import { openCollector } from './testing-collector.ts';
import { inSpan, placeNow, placeOfStranger, readTraceparent, traceparentOf } from './trace.ts';

const who = { service: 'fees', role: 'api', province: '05' };

describe('tracing with a collector', () => {
  let collector: Awaited<ReturnType<typeof openCollector>>;
  let stop: () => Promise<void>;
  const complaints: string[] = [];

  beforeAll(async () => {
    collector = await openCollector();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_TRACES_SAMPLER_ARG: 1 };
    stop = await startTracing(environment, who, (message) => complaints.push(message));
  });
  afterAll(async () => {
    await stop();
    await collector.close();
  });

  test('sends a tree of spans of one trace; what failed says its kind and none of its words', async () => {
    const error = Object.assign(new Error('Key (personal_id)=(079300000001) exists'), { code: '23505' });
    const parent = readTraceparent('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    await inSpan({ kind: 'subgraph operation', name: 'PayDues', parent }, async () => {
      expect(placeNow()?.traceId).toBe(parent?.traceId);
      await outsideCall(new Registry(), { system: 'bank' }, async () => 'settled');
      await inSpan({ kind: 'SQL statement', name: 'insert', facts: { 'db.query.text': 'insert …' } }, () =>
        Promise.reject(error),
      ).catch(() => {});
    });
    const notSampled = readTraceparent('00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00');
    await inSpan({ kind: 'job', name: 'unseen', parent: notSampled }, async () => {});
    await inSpan({ kind: 'job', name: 'remind', parent: null }, async () => {});
    await stop();

    const [operation] = collector.spans.filter(({ kind }) => kind === 'subgraph operation');
    const [statement] = collector.spans.filter(({ kind }) => kind === 'SQL statement');
    const [call] = collector.spans.filter(({ kind }) => kind === 'outside call');
    expect(operation).toMatchObject({
      service: 'fees',
      name: 'subgraph operation PayDues',
      traceId: parent?.traceId,
      parentId: parent?.spanId,
      hasFailed: false,
    });
    const below = { traceId: parent?.traceId, parentId: operation?.spanId };
    expect(call).toMatchObject({ ...below, name: 'outside call bank', facts: { outcome: 'ok' } });
    expect(statement).toMatchObject({ ...below, hasFailed: true, facts: { 'error.type': '23505' } });
    expect(collector.text()).not.toContain('079300000001');
    const jobs = collector.spans.filter(({ kind }) => kind === 'job');
    expect(jobs.map(({ name, parentId }) => [name, parentId])).toEqual([['job remind', '']]);
    expect(complaints).toEqual([]);
  });
});

describe('tracing without a collector', () => {
  beforeAll(async () => {
    await startTracing({ OTEL_TRACES_SAMPLER_ARG: 1 }, who, () => {});
  });

  test('carries on the ids that came, and makes those of a new trace where none did', async () => {
    const text = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const parent = placeOfStranger(text);
    await inSpan({ kind: 'gateway request', name: 'x', parent }, async (span) => {
      expect(traceparentOf(span.place)).toBe(text);
      await inSpan({ kind: 'subgraph fetch', name: 'fees' }, async () => {
        expect(placeNow()).toEqual(parent);
      });
    });
    expect(placeNow()).toBeUndefined();
    const ids = new Set<string>();
    for (const name of ['a', 'b'])
      await inSpan({ kind: 'job', name }, async ({ place }) => {
        expect(readTraceparent(traceparentOf(place))).toEqual(place);
        ids.add(place.traceId);
      });
    expect(ids.size).toBe(2);
  });

  test('lets nobody outside decide what is sampled', async () => {
    await startTracing({ OTEL_TRACES_SAMPLER_ARG: 0 }, who, () => {});
    const text = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(placeOfStranger(text)?.isSampled).toBe(false);
    expect(readTraceparent(text)?.isSampled).toBe(true);
  });

  test('reads no traceparent that is not well formed', () => {
    for (const text of [
      undefined,
      '',
      '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331',
      '00-00000000000000000000000000000000-b7ad6b7169203331-01',
      '00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01',
      'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      '00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01',
    ])
      expect(readTraceparent(text)).toBeNull();
  });
});
