import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../launcher/running.ts';
import { dependencies, runtimeFiles } from './dependencies.ts';
import { importsOf, ownFiles, packageOf } from './own-files.ts';

/** A folder with these files, by path. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dang-image-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('our own files', () => {
  test('what a module loads is seen, and a type is not loaded', () => {
    const text = `import type { A } from './a.ts';
import { type B, b } from './b.ts';
import {
  c,
} from '@dang/events/stream';
import './d.ts';
export { e } from 'pg';
const f = await import('./f.ts');
`;
    expect(importsOf(text).sort()).toEqual(['./b.ts', './d.ts', './f.ts', '@dang/events/stream', 'pg']);
    expect(['pg', '@dang/events/stream', 'node:fs', './a.ts'].map(packageOf)).toEqual([
      'pg',
      '@dang/events',
      null,
      null,
    ]);
  });

  test('every process and every command of an operator is there, and no test, key, demo or explorer', () => {
    const { files } = ownFiles(root);
    expect(files).toEqual(
      expect.arrayContaining([
        'gateway/src/main.ts',
        'gateway/supergraph.graphql',
        'services/fees/src/main.ts',
        'services/fees/src/charge/charge.graphql',
        'packages/service/src/shared.graphql',
        'tools/src/verify.ts',
        'tools/src/events.ts',
      ]),
    );
    expect(files.filter((file) => /\.test\.ts$|explorer|demo|sandbox|scenario|\.data/.test(file))).toEqual(
      [],
    );
  });

  test('a file that imports what is kept out is refused', () => {
    const made = folderOf({
      'gateway/src/main.ts': "import { x } from './testing/x.ts';",
      'gateway/src/testing/x.ts': 'export const x = 1;',
      'packages/a/package.json': '{}',
      'services/b/package.json': '{}',
    });
    expect(() => ownFiles(made)).toThrow('gateway/src/main.ts → gateway/src/testing/x.ts');
  });
});

describe('packages', () => {
  test('a package brings what it needs, and neither what tests need nor what nobody names', () => {
    const needed = dependencies(root, ['services/fees'], []);
    expect(needed).toEqual(expect.arrayContaining(['node_modules/pg', 'node_modules/@mikro-orm/core']));
    for (const name of ['jest', 'typescript', '@swc/core', 'oidc-provider'])
      expect(needed).not.toContain(`node_modules/${name}`);
  });

  test('a package that is not at its locked version is refused', () => {
    const made = folderOf({
      'service/package.json': '{"dependencies":{"one":"1.0.0"}}',
      'node_modules/one/package.json': '{"name":"one","version":"1.0.1"}',
      'tools/package.json': '{}',
      'package-lock.json': '{"packages":{"node_modules/one":{"version":"1.0.0"}}}',
    });
    expect(() => dependencies(made, ['service'], [])).toThrow('node_modules/one is 1.0.1');
  });

  test('maps, types, papers and the build for bundlers stay out; a folder that the package leads into stays', () => {
    const made = folderOf({
      'package.json': '{"name":"two","main":"./build/src/index.js","module":"./build/esm/index.js"}',
      'build/src/index.js': '',
      'build/src/index.js.map': '',
      'build/src/index.d.ts': '',
      'build/src/test/kept.js': '',
      'build/esm/index.js': '',
      'build/esnext/index.js': '',
      'test/index.js': '',
      'README.md': '',
      '.yarn/yarn.cjs': '',
      'node_modules/three/index.js': '',
    });
    expect([...runtimeFiles(made)].sort()).toEqual([
      'build/src/index.js',
      'build/src/test/kept.js',
      'package.json',
    ]);
    writeFileSync(join(made, 'package.json'), '{"name":"two","exports":"./test/index.js"}');
    expect(runtimeFiles(made)).toContain('test/index.js');
  });
});

describe('the base', () => {
  test('every package is pinned by version and hash', () => {
    const packages: { name: string; version: string; sha256: string }[] = JSON.parse(
      readFileSync(join(import.meta.dirname, 'base-packages.json'), 'utf8'),
    );
    expect(packages.length).toBeGreaterThan(4);
    for (const { version, sha256 } of packages) {
      expect(version).toMatch(/^\d/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('the Dockerfile stands on nothing that can change, runs as nobody in particular, and gets Node’s signals to Node', () => {
    const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('FROM '))).toEqual(['FROM scratch']);
    expect(lines).toContain('USER 65532:65532');
    expect(lines.filter((line) => /^(RUN|ADD|ENTRYPOINT)\b/.test(line))).toEqual([]);
    expect(lines.find((line) => line.startsWith('CMD'))).toMatch(/^CMD \["node", /);
    const copied = lines.filter((line) => line.startsWith('COPY')).map((line) => line.split(' ')[1]);
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toContain('*');
    for (const path of copied) expect(ignored).toContain(`!${path?.replace(/\/$/, '')}`);
  });
});
