import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cast } from './cast.ts';
import type { FrontEnd } from './requests.ts';
import type { Version } from './version.ts';

/** Every 20 ms a request begins, whatever became of those before: half of them read, half of them change something. */
const EVERY_MS = 20;

const reading = [
  { kind: 'home screen', file: '1-home-screen.graphql', who: 'member' },
  { kind: 'organisation tree', file: '2-organisation-tree.graphql', who: 'member' },
  { kind: 'transfer desk', file: '3-transfer-desk.graphql', who: 'secretary' },
] as const;

/** Starts 50 requests a second; what it answers ends them, when the last one has its answer. */
export function startLoad(frontEnd: FrontEnd, cast: Cast, version: Version): () => Promise<void> {
  const queries = reading.map((each) => ({
    ...each,
    text: readFileSync(join(version.folder, 'gateway/src/explorer/queries', each.file), 'utf8'),
  }));
  const busy = new Set<number>();
  const underWay = new Set<Promise<unknown>>();
  let beats = 0;
  const began = performance.now();
  const read = () => {
    const query = queries[beats % queries.length] ?? queries[0];
    if (query) return frontEnd.ask(query.kind, cast.readers()[query.who], query.text);
  };
  const change = () => {
    const at = cast.walkers.findIndex((_, index) => !busy.has((index + beats) % cast.walkers.length));
    const chosen = (at + beats) % cast.walkers.length;
    const walker = at === -1 ? undefined : cast.walkers[chosen];
    if (walker === undefined) return read();
    busy.add(chosen);
    return walker.step().finally(() => busy.delete(chosen));
  };
  const beat = () => {
    // a timer that comes late makes up for it: 50 a second whatever the machine does
    for (const due = (performance.now() - began) / EVERY_MS; beats < due; beats += 1) {
      const asked = Promise.resolve(beats % 2 === 0 ? change() : read());
      underWay.add(asked);
      void asked.finally(() => underWay.delete(asked));
    }
  };
  const timer = setInterval(beat, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
  };
}
