import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { familyOf, memoryOf, proportionalMb } from './start.memory.ts';

test('the proportional set size is read, not one of the lines that begin alike', () => {
  const rollup = 'Rss:  20480 kB\nPss:   10240 kB\nPss_Dirty:   512 kB\nPss_Anon:   256 kB\n';
  expect(proportionalMb(rollup)).toBe(10);
  expect(() => proportionalMb('Rss: 1 kB\n')).toThrow('proportional');
});

test('a child counts with the part that started it, and nobody else does', async () => {
  if (!existsSync('/proc/self/smaps_rollup')) return;
  const child = spawn('sleep', ['30']);
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  expect(familyOf(process.pid)).toContain(pid);
  expect(familyOf(pid)).toEqual([pid]);
  const memory = memoryOf(process.pid, { sleeper: pid });
  expect(memory.sleeper).toBeGreaterThan(0);
  expect(memory.launcher).toBeGreaterThan(memory.sleeper ?? 0);
  child.kill();
  await once(child, 'exit');
});
