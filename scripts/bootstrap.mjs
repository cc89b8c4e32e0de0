// Runs before `npm start` and `npm test`, under whatever Node npm itself runs on: plain JavaScript, nothing but node:*.
// Installs what the lockfile names when node_modules is missing or stale, then checks that Node 24 came with it.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules', '.bootstrap');
const node = join(root, 'node_modules', '.bin', 'node');

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const stamp = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp || !existsSync(node)) {
  process.stdout.write('Installing the locked dependencies (about half a minute the first time) …\n');
  const npm = process.env.npm_execpath;
  if (!npm) stop('This script is started by npm: run `npm start` or `npm test`.');
  // npm passes its whole configuration down as npm_config_*: of that a nested install may see only who it is and where it fetches.
  const kept = new Set([
    'npm_config_userconfig',
    'npm_config_cache',
    'npm_config_registry',
    'npm_config_globalconfig',
  ]);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('npm_config_') || kept.has(name)),
  );
  const install = spawnSync(process.execPath, [npm, 'ci'], { cwd: root, env, stdio: 'inherit' });
  if (install.status !== 0) {
    stop(
      'The dependencies could not be installed: check that this machine reaches an npm registry, then run the command again.',
    );
  }
  writeFileSync(stampFile, stamp);
}

let version = '';
try {
  version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
} catch {
  // Told below, with the way out.
}
if (Number(version.slice(1).split('.')[0] ?? 0) < 24) {
  stop(
    `Node 24 is needed and there is no packaged one for ${process.platform}-${process.arch}: install Node 24 and put it first on PATH.`,
  );
}
