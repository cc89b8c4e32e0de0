import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what Linux gives to connections that leave (from 32768): a port that is asked for now may be listened on later. */
const PORTS = [10_000, 30_000] as const;
const given = new Set<number>();

/** A TCP port of loopback that nobody listens on at this moment, another one at each call. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
    if (given.has(port) || (await isTaken(port))) continue;
    given.add(port);
    return port;
  }
}

/** Whether somebody already listens on the port. */
export function isTaken(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
