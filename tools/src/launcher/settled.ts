/** A service that does not answer must not keep the others' patience from ending. */
const ANSWER_MS = 3_000;

/** Between two looks: short when the end is near, longer while much waits, because every look costs those who work. */
const LOOK_AGAIN_MS = { first: 40, most: 250 };

const measured = /^(events_outbox_unpublished|events_consumer_lag)\{.*\} (\S+)$/gm;

/** Events that have not left or have not been taken in by one service; null when it cannot tell. */
async function waitingAt(address: string): Promise<number | null> {
  try {
    const text = await (
      await fetch(new URL('/metrics', address), { signal: AbortSignal.timeout(ANSWER_MS) })
    ).text();
    const values = [...text.matchAll(measured)].map(([, , value]) => Number(value));
    if (values.length < 2 || values.some(Number.isNaN)) return null;
    return values.reduce((sum, value) => sum + value, 0);
  } catch {
    return null;
  }
}

/**
 * Resolves when every event has been published and taken in by every service: seen twice in a row, because an event that
 * is taken in may publish another. Throws after `patienceMs`, naming the services that still wait.
 */
export async function settled(addresses: Record<string, string>, patienceMs = 60_000): Promise<void> {
  const began = performance.now();
  let pauseMs = LOOK_AGAIN_MS.first;
  for (let quiet = 0; ; ) {
    const waiting = await Promise.all(
      Object.entries(addresses).map(async ([name, address]) => ({ name, events: await waitingAt(address) })),
    );
    const busy = waiting.filter(({ events }) => events !== 0);
    quiet = busy.length === 0 ? quiet + 1 : 0;
    if (quiet === 2) return;
    if (performance.now() - began > patienceMs) {
      const told = busy.map(({ name, events }) => `${name} (${events ?? 'unknown'})`).join(', ');
      throw new Error(`Events are still on their way after ${patienceMs / 1000} s: ${told}.`);
    }
    pauseMs = quiet > 0 ? LOOK_AGAIN_MS.first : Math.min(pauseMs * 1.5, LOOK_AGAIN_MS.most);
    await new Promise((done) => setTimeout(done, pauseMs));
  }
}
