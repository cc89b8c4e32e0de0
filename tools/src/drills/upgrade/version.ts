import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../launcher/running.ts';
import { serviceNames } from '../../launcher/settings.ts';

/** The source of one version of the system, in a folder of its own from which its processes run. */
export interface Version {
  readonly letter: 'A' | 'B';
  readonly folder: string;
  /** What it is, for the transcript. */
  readonly words: string;
}

const git = (...words: string[]): Buffer =>
  execFileSync('git', words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 512 * 1024 * 1024,
  });

const succeeds = (work: () => unknown): boolean => {
  try {
    work();
    return true;
  } catch {
    return false;
  }
};

/** Whether the source of a commit can be had here: from this clone, or for a shallow one from where it was cloned. */
function isAtHand(commit: string): boolean {
  const isHere = () => succeeds(() => git('cat-file', '-e', `${commit}^{commit}`));
  if (isHere()) return true;
  return succeeds(() => git('fetch', '--depth=1', '--quiet', 'origin', commit)) && isHere();
}

function unpack(commit: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const archive = git('archive', '--format=tar', commit);
  execFileSync('tar', ['-x', '-C', folder], { input: archive, stdio: ['pipe', 'ignore', 'inherit'] });
}

/** Every file that git would put into a commit now; without git every file but what was installed and made. */
function copyWorkingTree(folder: string): void {
  const files = succeeds(() => git('rev-parse', '--git-dir'))
    ? git('ls-files', '-co', '--exclude-standard', '-z').toString().split('\0')
    : globSync('**/*', { cwd: root, exclude: (name) => /(^|\/)(node_modules|\.data)$/.test(name) });
  for (const file of files.filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { recursive: true });
  }
}

/** Gives a version what is installed here, and its own workspaces under their names. */
function linkDependencies(folder: string): void {
  const installed = realpathSync(join(root, 'node_modules'));
  const linked = join(folder, 'node_modules');
  mkdirSync(join(linked, '@dang'), { recursive: true });
  for (const name of readdirSync(installed).filter((each) => each !== '@dang'))
    symlinkSync(realpathSync(join(installed, name)), join(linked, name));
  const workspaces = globSync(['packages/*', 'services/*', 'gateway', 'sandbox', 'tools', 'bench'], {
    cwd: folder,
  });
  for (const workspace of workspaces.filter((each) => existsSync(join(folder, each, 'package.json')))) {
    const { name } = JSON.parse(readFileSync(join(folder, workspace, 'package.json'), 'utf8')) as {
      name: string;
    };
    symlinkSync(join(folder, workspace), join(linked, name));
  }
}

/**
 * Version A: the commit of the last release. Where it cannot be had (a copy without history, a shallow clone without its
 * origin) version A is what lies here, and B differs from it by the rehearsed migrations alone.
 */
export function olderVersion(folder: string, release: { tag: string; commit: string }): Version {
  const isThere = isAtHand(release.commit);
  if (isThere) unpack(release.commit, folder);
  else copyWorkingTree(folder);
  linkDependencies(folder);
  const words = isThere
    ? `release ${release.tag} (${release.commit.slice(0, 7)})`
    : `what lies here: the source of release ${release.tag} cannot be had, so B differs by the rehearsed migrations alone`;
  return { letter: 'A', folder, words };
}

const rehearsal = `import { Migration } from '@mikro-orm/migrations';

export class Rehearsal extends Migration {
  override up(): void {
    this.addSql('alter table idempotency_key add column rehearsed_at timestamptz default now()');
    this.addSql('alter table outbox add column rehearsal text');
    this.addSql('create table rehearsal (id uuid primary key default uuidv7(), said text not null)');
  }
}
`;

/** Gives a service one more migration, that expands the tables which every mutation writes. */
function addRehearsal(folder: string, service: string): void {
  const source = join(folder, 'services', service, 'src');
  writeFileSync(join(source, 'migrations', '9999-rehearsal.ts'), rehearsal);
  const definition = join(source, 'definition.ts');
  const entry = "$1    { name: '9999-rehearsal', class: Rehearsal },\n  ],";
  const text = readFileSync(definition, 'utf8').replace(
    /(\n {2}migrations: \[\n[\s\S]*?)\n? {2}\],/,
    `$1\n@@`,
  );
  if (!text.includes('@@')) throw new Error(`the migrations of ${service} are not where they were`);
  writeFileSync(
    definition,
    `import { Rehearsal } from './migrations/9999-rehearsal.ts';\n${text.replace('@@', entry.slice(2))}`,
  );
}

/** Version B: what lies here, with one more migration in every service, so that there is always one to live through. */
export function newerVersion(folder: string): Version {
  copyWorkingTree(folder);
  linkDependencies(folder);
  for (const service of serviceNames) addRehearsal(folder, service);
  return { letter: 'B', folder, words: 'what lies here, with a rehearsed migration in every service' };
}
