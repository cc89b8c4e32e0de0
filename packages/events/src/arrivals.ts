import { randomUUID } from 'node:crypto';
import type { Envelope } from './envelope.ts';

/**
 * For tests of services: these events as they might arrive at the worst. In a random order, each once, twice or three times, a repetition being
 * the same message or the fact sent anew under another id. `random` answers numbers in [0, 1), so that a seed plays it again.
 */
export function arrivalsOf(events: readonly Envelope[], random: () => number): Envelope[] {
  const again = (event: Envelope): Envelope => (random() < 0.5 ? event : { ...event, id: randomUUID() });
  return events
    .flatMap((event) => [event, ...Array.from({ length: Math.floor(random() * 3) }, () => again(event))])
    .map((event) => ({ event, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }) => event);
}

/**
 * Hands each event over alone, and what was set aside again once all have come, until nothing is. `hear` answers why any was set aside; `forget`
 * lets the service forget that it heard anything, as a replay does. Throws the last reasons when a round brings nothing forward.
 */
export async function hearToTheEnd(
  arrivals: readonly Envelope[],
  hear: (event: Envelope) => Promise<readonly string[]>,
  forget: () => Promise<unknown>,
): Promise<void> {
  let waiting = arrivals;
  while (waiting.length > 0) {
    const still: Envelope[] = [];
    const reasons: string[] = [];
    for (const event of waiting) {
      const why = await hear(event);
      if (why.length > 0) still.push(event);
      reasons.push(...why);
    }
    if (still.length === waiting.length) throw new Error(`nothing goes forward: ${reasons.join('; ')}`);
    await forget();
    waiting = still;
  }
}
