import { describe, expect, test } from '@jest/globals';
import { Registry } from 'prom-client';
import { outsideCall } from './outside-call.ts';

describe('a call to an outside system', () => {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'fees' });

  /** How many calls ended so, by the registry's own text. */
  const counted = async (system: string, outcome: string): Promise<number> => {
    const line = (await registry.metrics())
      .split('\n')
      .find(
        (each) =>
          each.startsWith('outside_call_seconds_count') &&
          each.includes(`system="${system}"`) &&
          each.includes(`outcome="${outcome}"`) &&
          each.includes('service="fees"'),
      );
    return Number(line?.split(' ').at(-1) ?? 0);
  };

  test('answers what the system answered, and is counted as ok', async () => {
    expect(await outsideCall(registry, { system: 'bank' }, async () => 'settled')).toBe('settled');
    expect(await counted('bank', 'ok')).toBe(1);
  });

  test('throws what the call threw, and is counted as failed', async () => {
    const away = new Error('away');
    await expect(outsideCall(registry, { system: 'bank' }, () => Promise.reject(away))).rejects.toBe(away);
    expect(await counted('bank', 'failed')).toBe(1);
    expect(await counted('bank', 'ok')).toBe(1);
  });

  test('that is answered with no, or throws a no, is refused: the system is well', async () => {
    const isRefusal = (answer: string | undefined, error: unknown) => answer === 'no' || error === 'no';
    await outsideCall(registry, { system: 'signing', isRefusal }, async () => 'no');
    await outsideCall(registry, { system: 'signing', isRefusal }, () => Promise.reject('no')).catch(() => {});
    await outsideCall(registry, { system: 'signing', isRefusal }, async () => 'yes');
    expect(await counted('signing', 'refused')).toBe(2);
    expect(await counted('signing', 'ok')).toBe(1);
    expect(await counted('signing', 'failed')).toBe(0);
  });

  test('without a registry at hand is shown by every registry of the process', async () => {
    await outsideCall(null, { system: 'email' }, async () => {});
    expect(await counted('email', 'ok')).toBe(1);
  });
});
