import { readFileSync } from 'node:fs';
import { familyOf } from './start.memory.ts';

const TICKS_PER_SECOND = 100;

/** Seconds of CPU that a process has used, with those of its children that have ended; 0 when it has gone. */
function secondsOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** Seconds of CPU of each part since it started, its own children included, and of this process alone. Needs /proc of Linux. */
export const cpuOfParts = (parts: Readonly<Record<string, number>>): Record<string, number> => {
  const { user, system } = process.cpuUsage();
  return {
    ...Object.fromEntries(
      Object.entries(parts).map(([name, pid]) => [
        name,
        familyOf(pid).reduce((sum, member) => sum + secondsOf(member), 0),
      ]),
    ),
    bench: (user + system) / 1e6,
  };
};
