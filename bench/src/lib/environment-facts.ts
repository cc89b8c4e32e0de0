import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Where and when a figure was measured. */
export type EnvironmentFacts = {
  date: string;
  commit: string;
  cpu: string;
  cores: number;
  memoryGib: number;
  kernel: string;
  node: string;
  packages: Record<string, string>;
};

/** The facts of this machine; `packages` are the ones whose versions matter to the figure. */
export function environmentFacts(commit: string, packages: readonly string[]): EnvironmentFacts {
  const modules = new URL('../../../node_modules/', import.meta.url);
  const versionOf = (name: string): string =>
    (JSON.parse(readFileSync(new URL(`${name}/package.json`, modules), 'utf8')) as { version: string })
      .version;
  return {
    date: new Date().toISOString().slice(0, 10),
    commit,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  };
}

/** What the machine and our own processes have used since boot, in seconds of one core; null where /proc is not there. */
export type CpuUse = { total: number; busy: number; steal: number; ours: number; load: number };

const TICKS_PER_SECOND = 100;

/** Reads the use of CPU now; `ours` is this process with all its children, ended ones included. */
export function readCpuUse(): CpuUse | null {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softirq = 0, steal = 0] = line
      .split(/\s+/)
      .slice(1)
      .map((ticks) => Number(ticks) / TICKS_PER_SECOND);
    const busy = user + nice + system + irq + softirq;
    return {
      total: busy + idle + wait + steal,
      busy,
      steal,
      ours: cpuOfFamily(process.pid),
      load: loadavg()[0] ?? 0,
    };
  } catch {
    return null;
  }
}

/** The share of the machine (0 to 1) that others used between two readings, and the share that its host took away. */
export function foreignShare(
  before: CpuUse | null,
  after: CpuUse | null,
): { foreign: number; steal: number } | null {
  if (!before || !after) return null;
  const total = after.total - before.total;
  if (total <= 0) return null;
  const others = after.busy - before.busy - (after.ours - before.ours);
  return { foreign: Math.max(0, others / total), steal: (after.steal - before.steal) / total };
}

type Row = { pid: number; parent: number; seconds: number };

function cpuOfFamily(root: number): number {
  const rows = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readRow)
    .filter((row) => row !== null);
  const family = new Set([root]);
  let size = 0;
  while (size !== family.size) {
    size = family.size;
    for (const { pid, parent } of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.filter(({ pid }) => family.has(pid)).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** One process with the CPU of its ended children; null when it has gone meanwhile. */
function readRow(pid: string): Row | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { pid: Number(pid), parent: Number(fields[1]), seconds: ticks / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}
