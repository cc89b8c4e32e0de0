import { readdirSync, readFileSync } from 'node:fs';

/** A process with all that it has started, itself first; processes that have gone meanwhile are left out. */
export function familyOf(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const family = [root];
  for (const member of family) {
    for (const [pid, parent] of parents) if (parent === member) family.push(pid);
  }
  return family.filter((pid) => parents.get(pid) !== undefined);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** The proportional set size that a `smaps_rollup` tells, in MB: memory shared by n processes counts 1/n in each. */
export function proportionalMb(rollup: string): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(rollup) ?? [];
  if (kilobytes === undefined) throw new Error('this smaps_rollup tells no proportional set size');
  return Number(kilobytes) / 1024;
}

/**
 * Memory of each part of a system, in MB (proportional set size), the servers' own children included. `parts` names the
 * processes that lead a part; what belongs to none of them is the launcher's. Needs /proc of Linux.
 */
export function memoryOf(launcher: number, parts: Readonly<Record<string, number>>): Record<string, number> {
  const memory: Record<string, number> = { launcher: 0 };
  const named = Object.entries(parts).map(([name, pid]) => ({ name, family: new Set(familyOf(pid)) }));
  for (const pid of familyOf(launcher)) {
    const name = named.find(({ family }) => family.has(pid))?.name ?? 'launcher';
    try {
      const mb = proportionalMb(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
      memory[name] = (memory[name] ?? 0) + mb;
    } catch (error) {
      // A process that ended since it was listed has no memory any more.
      if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return memory;
}
