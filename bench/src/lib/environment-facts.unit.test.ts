import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { foreignShare, readCpuUse } from './environment-facts.ts';

test('what others used is what was busy and not ours', () => {
  const before = { total: 100, busy: 40, steal: 1, ours: 10, load: 0 };
  const after = { total: 110, busy: 48, steal: 2, ours: 15, load: 0 };
  expect(foreignShare(before, after)).toEqual({ foreign: 0.3, steal: 0.1 });
});

test('a machine that tells nothing is not called quiet', () => {
  expect(foreignShare(null, null)).toBeNull();
});

test('work of a child counts as ours', () => {
  if (!existsSync('/proc/stat')) return;
  const before = readCpuUse();
  const burn = 'const until = Date.now() + 300; while (Date.now() < until);';
  spawnSync(process.execPath, ['-e', burn]);
  const after = readCpuUse();
  expect((after?.ours ?? 0) - (before?.ours ?? 0)).toBeGreaterThan(0.1);
});
