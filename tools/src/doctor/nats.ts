import { connectOnce, managerOf } from '@dang/events/stream';
import type { NatsConnection } from '@nats-io/transport-node';
import { type Finding, findingsOf } from './finding.ts';
import { whyNot } from './why-not.ts';

const PATIENCE_MS = 5_000;
const FULL = 0.8;

/** NATS, or why it was not reached. */
export type ReachedNats = { nats: NatsConnection } | { nats: null; why: string };

/** Tries once to reach NATS at this address. */
export async function reachNats(url: string | undefined): Promise<ReachedNats> {
  if (!url) return { nats: null, why: 'NATS_URL is not set' };
  try {
    return { nats: await connectOnce(url, 'doctor', PATIENCE_MS) };
  } catch (error) {
    return { nats: null, why: whyNot(error, url) };
  }
}

/** Does NATS acknowledge only what lies on disk? Its monitoring port knows, which asks for no password and so is closed to services. */
async function examineSync(monitor: string | undefined, isProduction: boolean): Promise<Finding[]> {
  const { fine, notice, trouble } = findingsOf('nats');
  if (!monitor)
    return isProduction
      ? [
          notice(
            'whether NATS syncs every event to disk cannot be seen from here (its monitoring port is closed to services): `wget -qO- http://127.0.0.1:8222/varz` in its pod must show "sync_always": true',
          ),
        ]
      : [];
  try {
    const answer = await fetch(new URL('/varz', monitor), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const { jetstream } = (await answer.json()) as {
      jetstream?: { config?: { sync_always?: boolean; sync_interval?: number } };
    };
    const { sync_always: always = false, sync_interval: every_ns = 0 } = jetstream?.config ?? {};
    return always
      ? [fine('NATS acknowledges an event when it is on disk')]
      : [
          trouble(
            `NATS syncs its disk every ${every_ns / 1e9} s: events that it acknowledged may be lost when machines stop (sync_interval: always)`,
          ),
        ];
  } catch (error) {
    return [notice(`the monitoring port of NATS: ${whyNot(error, monitor)}`)];
  }
}

async function examineRoom(nats: NatsConnection): Promise<Finding[]> {
  const { fine, trouble } = findingsOf('nats');
  const info = await (await managerOf(nats)).getAccountInfo().catch(() => null);
  // a service's own user may not ask for the account; the alert NatsStorageFilling watches it
  if (!info) return [fine('NATS answers')];
  const limit = info.limits.max_storage;
  const used = `${Math.round(info.storage / 1e6)} MB in ${info.streams} streams`;
  return limit > 0 && info.storage > FULL * limit
    ? [trouble(`NATS holds ${used}, of ${Math.round(limit / 1e6)} MB`)]
    : [fine(`NATS answers and holds ${used}`)];
}

/** NATS as a whole: does it answer, has it room, and does it keep what it acknowledges? */
export async function examineNats(
  reached: ReachedNats,
  { monitor, isProduction }: { monitor?: string | undefined; isProduction: boolean },
): Promise<Finding[]> {
  const { trouble } = findingsOf('nats');
  const room = reached.nats
    ? await examineRoom(reached.nats)
    : [trouble(`NATS: ${reached.why} (nothing is lost: events wait in the outboxes)`)];
  return [...room, ...(await examineSync(monitor, isProduction))];
}
