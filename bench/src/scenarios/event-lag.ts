import { setTimeout as sleep } from 'node:timers/promises';
import { settled } from '@dang/tools/launcher/settled';
import type pg from 'pg';
import { interleave } from '../lib/interleave.ts';
import type { Scenario } from '../lib/scenario.ts';
import { pairedRatio, percentile } from '../lib/stats.ts';
import { readTransfers, recordCompletion } from './event-lag.facts.ts';
import { type Flights, makeFlights, type Stretch, sendSteadily } from './event-lag.flights.ts';
import { findFaults, openLook, readStages } from './event-lag.look.ts';
import { openPool, startRawRelay } from './event-lag.raw.ts';
import { inOwnFolder, knownNats, startSystem } from './start.system.ts';

const RATE = 50;
const STRETCH = 10 * RATE;
/** By count, not by time: the compiler needs events, however slow the minute is. */
const WARM_UP = 6 * RATE;
const LOOK_EVERY_MS = 2;

/** Asks the tree's database again and again for the memberships that are expected, until `stop` aborts. */
async function watchTree(orgtree: pg.Client, flights: Flights, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const expected = flights.underWay();
    if (expected.length > 0) {
      const { rows } = await orgtree.query<{ id: string }>({
        name: 'arrived',
        text: `select cause_id as id from membership
          where cause in ('TRANSFER', 'REGISTRATION') and cause_id = any($1::uuid[])`,
        values: [expected],
      });
      for (const { id } of rows) flights.seen(id);
    }
    await sleep(LOOK_EVERY_MS);
  }
}

type Measured = {
  rounds: Awaited<ReturnType<typeof interleave<'raw' | 'tree', Stretch>>>;
  twice: Stretch;
  stages: Awaited<ReturnType<typeof readStages>>;
  faults: Record<string, number>;
  facts: number;
};

async function measure(
  folder: string,
  { isQuick, say }: { isQuick: boolean; say: (line: string) => void },
): Promise<Measured> {
  const closing: (() => Promise<unknown>)[] = [];
  const keep = <Part>(part: Part, close: (part: Part) => Promise<unknown>): Part => {
    closing.unshift(() => close(part));
    return part;
  };
  try {
    say('starting the system');
    const system = keep(await startSystem(folder, knownNats()), (started) => started.stop());
    const { databases, nats, subgraphs, environment } = system.running;
    const databaseUrl = databases.transfers ?? '';
    const day = environment.CLOCK_START ?? '';
    const looking = keep(await openLook(databases.orgtree ?? ''), (client) => client.end());
    const facts = keep(await openPool('transfers', databaseUrl), (orm) => orm.close(true));
    const transfers = await readTransfers(looking, day);
    const treeFlights = makeFlights((id) => transfers.arrived(id));
    const rawFlights = makeFlights();
    const raw = keep(await startRawRelay({ databaseUrl, natsUrl: nats }, rawFlights.seen), (relay) =>
      relay.stop(),
    );
    const watching = new AbortController();
    void keep(watchTree(looking, treeFlights, watching.signal).catch(treeFlights.lost), (watch) => {
      watching.abort();
      return watch;
    });

    const committedAt = new Map<string, number>();
    const tree = (rate: number, count: number) => async (): Promise<Stretch> => {
      const send = async (): Promise<void> => {
        const completion = transfers.next();
        await recordCompletion(facts, completion, () => {
          treeFlights.committing(completion.transferId);
          if (rate === RATE) committedAt.set(completion.transferId, Date.now());
        });
      };
      const stretch = await sendSteadily({ rate, count, flights: treeFlights, send });
      // What the other services still have to do must not slow the anchor, which may come next.
      await settled(subgraphs);
      return stretch;
    };
    // Facts alike that the tree never hears of.
    const unheard = await readTransfers(looking, day);
    const anchor = (count: number) => (): Promise<Stretch> => {
      const send = async (): Promise<void> => {
        const completion = unheard.next();
        await recordCompletion(raw.orm, completion, () => rawFlights.committing(completion.transferId));
        unheard.arrived(completion.transferId);
      };
      return sendSteadily({ rate: RATE, count, flights: rawFlights, send });
    };

    say('warming up');
    await tree(RATE, WARM_UP)();
    await anchor(WARM_UP)();
    committedAt.clear();
    const rounds = await interleave({
      rounds: isQuick ? 1 : 6,
      repeats: isQuick ? 0 : 1,
      variants: { raw: anchor(STRETCH), tree: tree(RATE, STRETCH) },
      say,
    });
    say(`at ${2 * RATE} a second`);
    const twice = await tree(2 * RATE, isQuick ? STRETCH : 4 * STRETCH)();
    say('counting effects');
    const made = transfers.made();
    const faults = await findFaults(databases, made);
    return { rounds, twice, faults, stages: await readStages(databases, committedAt), facts: made.length };
  } finally {
    for (const close of closing) await close().catch((error: Error) => say(error.message));
  }
}

const ms = (value: number): string => (value < 100 ? value.toFixed(1) : Math.round(value).toString());
const spread = (label: string, lags: readonly number[], perSecond: string): string[] => [
  label,
  ms(percentile(lags, 0.5)),
  ms(percentile(lags, 0.95)),
  ms(percentile(lags, 0.99)),
  ms(Math.max(...lags)),
  perSecond,
];

/** From the COMMIT of `TransferCompleted` to the new membership in the tree, in the whole running system. */
export const eventLag: Scenario = async (options) => {
  const { rounds, twice, stages, faults, facts } = await inOwnFolder('event-lag', (folder) =>
    measure(folder, options),
  );
  const lagsOf = (name: 'raw' | 'tree') => rounds.flatMap(({ samples }) => samples[name].lags);
  const rateOf = (name: 'raw' | 'tree') =>
    Math.round(Math.min(...rounds.map(({ samples }) => samples[name].perSecond))).toString();
  const p95s = (name: 'raw' | 'tree') => rounds.map(({ samples }) => percentile(samples[name].lags, 0.95));
  const ratio = pairedRatio(p95s('tree'), p95s('raw'));
  const byRound = p95s('tree').map((p95, round) => {
    const others = rounds[round]?.foreign;
    const beside = typeof others === 'number' ? `, others ${Math.round(others * 100)} %` : '';
    return `${ms(p95)} (raw ${ms(p95s('raw')[round] ?? 0)}${beside})`;
  });
  const found = Object.entries(faults).filter(([, count]) => count > 0);
  const seconds = Math.round((rounds.length * STRETCH) / RATE);
  return {
    figures: [
      { goal: 'event-lag', value: percentile(lagsOf('tree'), 0.95) },
      { goal: 'event-lag-relay', ...ratio },
      { goal: 'event-lag-exact', value: Object.values(faults).reduce((sum, count) => sum + count, 0) },
    ],
    table: [
      ['from the COMMIT of the fact', 'p50 ms', 'p95 ms', 'p99 ms', 'max ms', 'facts/s'],
      spread('to the raw relay’s receiver', lagsOf('raw'), rateOf('raw')),
      spread('to marked as published', stages.published, ''),
      spread('to the begin of its transaction in orgtree', stages.begun, ''),
      spread('**to the membership in the tree**', lagsOf('tree'), rateOf('tree')),
      spread(`the same at ${2 * RATE} a second`, twice.lags, Math.round(twice.perSecond).toString()),
    ],
    notes: [
      `${rounds.length} rounds of ${STRETCH / RATE} s each (${seconds} s in all, after ${WARM_UP} facts of warm-up) at ${RATE} facts a second, each in a transaction of its own through the outbox of transfers, whether the ones before had arrived or not; the lag begins when the COMMIT is sent, so its fsync is in it. The tree's database is asked every ${LOOK_EVERY_MS} ms. All five services, gateway, PostgreSQL (fsync) and NATS (\`sync_interval: always\`) run on this machine beside the sender, and fees, identity and evaluation hear the same facts.`,
      `The raw relay stands on the same PostgreSQL and NATS: LISTEN, read, publish with acknowledgement, mark, receive by pull consumer; no leader, no commit order, no inbox, no effect. The ratio of the p95 is ${ratio.value.toFixed(2)}. By round, p95 in ms: ${byRound.join('; ')}.`,
      `After ${facts} facts: ${
        found.length === 0
          ? 'every one has exactly one membership, one ground to charge and one move of its items; every member is in the tree and in all four copies where the last transfer led; nothing is parked'
          : found.map(([what, count]) => `${count} ${what}`).join(', ')
      }.`,
    ],
    packages: ['@nats-io/jetstream', '@mikro-orm/postgresql', 'pg'],
    foreign: rounds.map(({ foreign }) => foreign),
  };
};
