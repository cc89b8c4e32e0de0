import { Histogram, type Registry } from 'prom-client';
import { inSpan } from './trace.ts';

/** The outside systems by the names under which they are measured. */
export const outsideSystems = [
  'vneid',
  'registry',
  'payments',
  'bank',
  'signing',
  'storage',
  'email',
  'sms',
  'push',
  'portal',
  'documents',
] as const;
export type OutsideSystem = (typeof outsideSystems)[number];

const NAME = 'outside_call_seconds';

/** One of a process: adapters lie deep, where no registry is at hand. Every registry of a process shows it. */
const seconds = new Histogram({
  name: NAME,
  help: 'Calls to outside systems, by outcome: ok, refused (it answered no), failed (no usable answer)',
  labelNames: ['system', 'outcome'],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  registers: [],
});

/** Shows the calls to outside systems of this process in this registry. */
export function showOutsideCalls(registry: Registry): void {
  if (!registry.getSingleMetric(NAME)) registry.registerMetric(seconds);
}

/** Which call. `isRefusal` says of an answer, or of an error that was thrown, that the system is well and answered no. */
export type OutsideCall<T> = {
  system: OutsideSystem;
  isRefusal?(answer: T | undefined, error: unknown): boolean;
};

/**
 * Asks an outside system: measures how long it took and how it ended, as `outside_call_seconds{service,system,outcome}` (the service is the
 * registry's) and as a span. Answers and throws what `work` does. Only the call itself belongs into `work`, with its own time limit, and never a
 * transaction. `metrics` is the registry in which it is shown, null where none is at hand: the process shows it then.
 */
export function outsideCall<T>(
  metrics: Registry | null,
  { system, isRefusal }: OutsideCall<T>,
  work: () => Promise<T>,
): Promise<T> {
  if (metrics) showOutsideCalls(metrics);
  const end = seconds.startTimer({ system });
  return inSpan({ kind: 'outside call', name: system, facts: { system } }, async (span) => {
    let outcome: 'ok' | 'refused' | 'failed' = 'failed';
    try {
      const answer = await work();
      outcome = isRefusal?.(answer, undefined) ? 'refused' : 'ok';
      return answer;
    } catch (error) {
      if (isRefusal?.(undefined, error)) outcome = 'refused';
      throw error;
    } finally {
      end({ outcome });
      span.add({ outcome });
    }
  });
}
