import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchWithLibraries } from './debian.ts';

/** Programs that look at PDFs as the world does: their signatures, their pages. */
const programs = ['pdfsig', 'pdftoppm', 'pdftotext'] as const;
export type PopplerProgram = (typeof programs)[number];

function answers(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Writes beside the unpacked package how each program is started with its own libraries. */
function writeStarters(folder: string): void {
  const libraries = ['usr/lib', 'lib']
    .filter((below) => existsSync(join(folder, below)))
    .flatMap((below) => [below, ...readdirSync(join(folder, below)).map((name) => `${below}/${name}`)])
    .filter((below) => /lib$|-linux-/.test(below))
    .map((below) => `$here/${below}`)
    .join(':');
  for (const name of programs)
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nLD_LIBRARY_PATH=${libraries} exec "$here/usr/bin/${name}" "$@"\n`,
      { mode: 0o755 },
    );
}

/**
 * A program of poppler: one on PATH, else the cached one, else one fetched from the Debian archive that this machine already uses.
 * @throws with a sentence that says what to install
 */
export async function findPoppler(
  program: PopplerProgram,
  cacheDirectory: string,
  say: (sentence: string) => void,
): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, program);
    if (folder && existsSync(candidate)) return candidate;
  }
  const cached = join(cacheDirectory, 'poppler');
  if (answers(join(cached, program))) return join(cached, program);
  say(`Fetching ${program} from the Debian archive (once) …`);
  try {
    await fetchWithLibraries('poppler-utils', (root) => {
      const staged = `${cached}.${process.pid}`;
      mkdirSync(cacheDirectory, { recursive: true });
      cpSync(root, staged, { recursive: true, verbatimSymlinks: true });
      writeStarters(staged);
      rmSync(cached, { recursive: true, force: true });
      renameSync(staged, cached);
    });
  } catch {
    // told below, in one sentence
  }
  if (answers(join(cached, program))) return join(cached, program);
  throw new Error(
    `${program} is needed and could not be fetched with apt: install the package poppler-utils.`,
  );
}
