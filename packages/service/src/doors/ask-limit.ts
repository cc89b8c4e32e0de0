/** How many addresses are remembered within a window; beyond, everybody shares what is left. */
const ADDRESSES_LIMIT = 50_000;

/**
 * Lets each address ask `limit` times a window and answers whether this time is within it. It counts in this process alone, in
 * bounded memory: it keeps one visitor from taking all there is, it does not count to the last.
 */
export function askLimit(limit: number, windowMs: number): (address: string, now?: number) => boolean {
  let counts = new Map<string, number>();
  let since = 0;
  return (address, now = Date.now()) => {
    if (now - since >= windowMs) {
      counts = new Map();
      since = now;
    }
    const key = counts.has(address) || counts.size < ADDRESSES_LIMIT ? address : '';
    const asked = (counts.get(key) ?? 0) + 1;
    counts.set(key, asked);
    return asked <= limit;
  };
}
