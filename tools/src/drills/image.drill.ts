import type { Drill } from '../drill.ts';
import { type BootedProcess, bootImage } from './image/boot-image.ts';

/** A goal for a quiet machine: it is printed, and a slow machine is not a broken image. */
const READY_GOAL_S = 3;
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function tell(processes: readonly BootedProcess[]): void {
  say('\n| process | ready after s | memory MB | ended after s |\n|---|---|---|---|');
  for (const { name, readySeconds, memoryBytes, endedSeconds } of processes) {
    say(
      `| ${name} | ${readySeconds.toFixed(2)} | ${(memoryBytes / 1e6).toFixed(0)} | ${endedSeconds.toFixed(2)} |`,
    );
  }
}

async function run(): Promise<void> {
  const { processes } = await bootImage(say);
  tell(processes);
  const slowest = Math.max(...processes.map(({ readySeconds }) => readySeconds));
  say(
    `\nThe slowest was ready after ${slowest.toFixed(2)} s; the goal on a quiet machine is ${READY_GOAL_S} s: ${slowest <= READY_GOAL_S ? 'reached' : 'not reached here'}.`,
  );
}

/** The image: built without a registry, small, and every process of it running read-only as its own user. */
export const drill: Drill = {
  summary: 'builds the image and runs every process of it read-only, as uid 65532 and as process 1',
  run,
};
