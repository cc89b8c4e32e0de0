import { managerOf, streamName } from '@dang/events/stream';
import { type Finding, findingsOf, type Patient } from './finding.ts';

/** Tokens, signatures and callbacks are judged by the time; a second is much between machines that keep theirs. */
const APART_MS = 1_000;
/** A header tells whole seconds. */
const APART_OF_HEADER_MS = 2_500;

/** How far a clock that is asked is from ours, whatever the way there and back takes. */
async function apart(ask: () => Promise<Date | null>): Promise<number | null> {
  const before = Date.now();
  const told = await ask().catch(() => null);
  const after = Date.now();
  if (!told) return null;
  if (told.getTime() < before) return told.getTime() - before;
  return Math.max(0, told.getTime() - after);
}

const databaseTime = async ({ client }: Patient): Promise<Date | null> =>
  (await client.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now ?? null;

async function natsTime({ nats, name, province }: Patient): Promise<Date | null> {
  if (!nats) return null;
  const info = await (await managerOf(nats)).streams.info(streamName(province, name));
  return info.ts === undefined ? null : new Date(info.ts);
}

const headerTime = async (address: string): Promise<Date | null> => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(3_000), redirect: 'manual' });
  await answer.body?.cancel();
  const date = answer.headers.get('date');
  return date ? new Date(date) : null;
};

/** The clock of this process against those of the database, of NATS and of whoever answers at `addresses`. */
export async function examineClocks(
  patient: Patient,
  addresses: Readonly<Record<string, string>>,
): Promise<Finding[]> {
  const { fine, trouble } = findingsOf('clocks');
  const asked: [string, () => Promise<Date | null>, number][] = [
    ['the database', () => databaseTime(patient), APART_MS],
    ['NATS', () => natsTime(patient), APART_MS],
    ...Object.entries(addresses).map(([name, address]): [string, () => Promise<Date | null>, number] => [
      name,
      () => headerTime(address),
      APART_OF_HEADER_MS,
    ]),
  ];
  const known: string[] = [];
  const found: Finding[] = [];
  for (const [name, ask, limit_ms] of asked) {
    const ms = await apart(ask);
    if (ms === null) continue;
    known.push(name);
    if (Math.abs(ms) > limit_ms)
      found.push(
        trouble(
          `the clock of ${name} is ${(Math.abs(ms) / 1000).toFixed(1)} s ${ms > 0 ? 'ahead of' : 'behind'} ours`,
        ),
      );
  }
  return found.length > 0
    ? found
    : [fine(`our clock agrees with ${known.join(', ') || 'nobody: nobody was asked'}`)];
}
