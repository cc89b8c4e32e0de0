import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../src/launcher/running.ts';

const withoutCode = (text: string): string => text.replaceAll(/^ *```[\s\S]*?^ *```/gm, '');

/** The names by which a heading can be linked to, as code hosts make them of its words. */
const anchorsOf = (text: string): Set<string> =>
  new Set(
    [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

/** Links of a document to a file or heading that is not there. */
function deadLinks(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const links = [...withoutCode(text).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? file : normalize(join(dirname(file), path));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).has(anchor);
  });
}

test('no document leads to a file or heading that is not there', () => {
  const files = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).split('\n');
  expect(files.length).toBeGreaterThan(50);
  const dead = files
    .filter(Boolean)
    .flatMap((file) => deadLinks(join(root, file)).map((link) => `${file}: ${link}`));
  expect(dead).toEqual([]);
});

test('a link that leads nowhere would be found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dang-documents-'));
  const [one, other] = [join(folder, 'one.md'), join(folder, 'other.md')];
  writeFileSync(other, '# What is there\n');
  writeFileSync(
    one,
    '[a](other.md#what-is-there) [b](other.md#what-is-not) [c](none.md) [d](#here)\n\n## Here\n',
  );
  expect(deadLinks(one)).toEqual(['other.md#what-is-not', 'none.md']);
});
