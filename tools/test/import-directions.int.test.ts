import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { root } from '../src/launcher/running.ts';

let folder: string;

/** What the checker prints for a small house made of these files. */
function cruise(files: Record<string, string>): string {
  rmSync(join(folder, 'services'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  try {
    return execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'services',
      ],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('the check of import directions bites', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dang-directions-'));
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
      cpSync(join(root, file), join(folder, file));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a service that imports a service is found', () => {
    const said = cruise({
      'services/fees/src/a.ts': "import { b } from '../../orgtree/src/b.ts';\nexport const a: number = b;\n",
      'services/orgtree/src/b.ts': 'export const b: number = 1;\n',
    });
    expect(said).toContain('no-service-to-service');
  });

  test('a cycle is found, also through types', () => {
    const said = cruise({
      'services/fees/src/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'services/fees/src/b.ts': "import type { A } from './a.ts';\nexport type B = A | 2;\n",
    });
    expect(said).toContain('no-cycles');
  });

  test('a clean house is clean, and its files were read', () => {
    const said = cruise({
      'services/fees/src/a.ts': "import { b } from './b.ts';\nexport const a: number = b;\n",
      'services/fees/src/b.ts': 'export const b: number = 1;\n',
    });
    expect(said).toMatch(/no dependency violations found \(2 modules, 1 dependencies cruised\)/);
  });
});
