import { performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** How often it looks, for how long after the start, and when a process is at rest. */
const start = {
  lookMs: 1_000,
  looks: 120,
  /** So many looks in a row find the process at rest. */
  quietLooks: 3,
  /** At rest is one whose event loop works for less than this share of the time. */
  working: 0.1,
};
/** Collecting again must be worth it: the heap has grown by half since. */
const WORTH = 1.5;

/**
 * In the first two minutes of a process, collects garbage when it comes to rest. What loading and composing leave is as much again as
 * what stays, and V8 comes back for it only when the heap has doubled: in a quiet process a quarter of an hour later. It takes 0.1 s to
 * 0.3 s, at a moment when nobody waits; under load it never happens. Does nothing unless Node runs with `--expose-gc`.
 * Why so: docs/decisions/0041-memory-at-rest.md.
 */
export function collectAtRest(
  collect: NodeJS.GCFunction | undefined = globalThis.gc,
  { lookMs, looks, quietLooks, working } = start,
): void {
  if (!collect) return;
  let last = performance.eventLoopUtilization();
  let heapThen = 0;
  let quiet = 0;
  let left = looks;
  const looking = setInterval(() => {
    const now = performance.eventLoopUtilization();
    quiet = performance.eventLoopUtilization(now, last).utilization < working ? quiet + 1 : 0;
    last = now;
    left -= 1;
    if (left === 0) clearInterval(looking);
    if (quiet < quietLooks || getHeapStatistics().total_heap_size < heapThen * WORTH) return;
    // The only kind that also gives back the room in which new objects are made.
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    heapThen = getHeapStatistics().total_heap_size;
    quiet = 0;
  }, lookMs);
  looking.unref();
}
