import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** An archive that does not answer is told as such; apt itself would try for many minutes. */
const FETCH_LIMIT_MS = 120_000;

const run = promisify(execFile);

type Apt = (...words: readonly string[]) => Promise<unknown>;

/** Lets `fetch` download packages, unpacks them all into one temporary folder and lets `use` read it. */
async function unpacked(
  fetch: (apt: Apt, folder: string) => Promise<unknown>,
  use: (root: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-apt-'));
  try {
    for (const below of ['lists/partial', 'archives/partial', 'root'])
      mkdirSync(join(folder, below), { recursive: true });
    const isolated = Object.entries({
      'Dir::State::lists': join(folder, 'lists'),
      'Dir::Cache': folder,
      'Dir::Cache::archives': join(folder, 'archives'),
      'Debug::NoLocking': '1',
      'APT::Sandbox::User': process.getuid?.() === 0 ? 'root' : '',
      'Acquire::Languages': 'none',
    }).flatMap(([option, value]) => ['-o', `${option}=${value}`]);
    const limits = { cwd: join(folder, 'archives'), timeout: FETCH_LIMIT_MS };
    await fetch((...words) => run('apt-get', [...isolated, ...words], limits), folder);
    const archives = readdirSync(limits.cwd).filter((file) => file.endsWith('.deb'));
    if (archives.length === 0) throw new Error('nothing was downloaded');
    for (const file of archives) await run('dpkg-deb', ['-x', join(limits.cwd, file), join(folder, 'root')]);
    use(join(folder, 'root'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Downloads one Debian package of a suite and unpacks it into a temporary folder that `use` may read.
 * The archive's address and keys are those of this machine's own sources; lists and caches are apart, so the system
 * stays as it is. Works as root and as an ordinary user.
 */
export async function fetchFromDebian(
  name: string,
  suite: string,
  use: (root: string) => void,
): Promise<void> {
  const archive = execFileSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  )
    .split('\n')
    .find((uri) => uri.includes('/debian') && !uri.includes('security'));
  if (!archive) throw new Error('apt knows no Debian archive here');
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const options = existsSync(keyring) ? ` [signed-by=${keyring}]` : '';
  await unpacked(async (apt, folder) => {
    const list = join(folder, 'sources.list');
    writeFileSync(list, `deb${options} ${archive} ${suite} main\n`);
    const only = ['-o', `Dir::Etc::sourcelist=${list}`, '-o', 'Dir::Etc::sourceparts=/dev/null'];
    await apt(...only, 'update');
    await apt(...only, 'download', name);
  }, use);
}

/**
 * The same for a package of this machine's own suite, with whatever it needs that is not installed: to be run with its libraries
 * beside it.
 */
export async function fetchWithLibraries(name: string, use: (root: string) => void): Promise<void> {
  await unpacked(async (apt) => {
    await apt('update');
    await apt('install', '--download-only', '--yes', '--no-install-recommends', name);
  }, use);
}
