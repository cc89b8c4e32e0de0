import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../src/launcher/running.ts';

test('a promise that nobody awaits is a lint error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dang-lint-'));
  try {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    writeFileSync(
      join(folder, 'planted.ts'),
      'async function save(): Promise<void> {}\nexport function act(): void {\n  save();\n}\n',
    );
    const { stdout, stderr, status } = spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['lint', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toContain('noFloatingPromises');
    expect(status).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
