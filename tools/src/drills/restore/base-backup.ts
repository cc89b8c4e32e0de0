import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { withClient } from '../../launcher/with-client.ts';

/** Folders whose content belongs to the running server alone; the manual of `pg_backup_start` leaves them out of a backup. */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut = (path: string): boolean =>
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init|pgsql_tmp[^/]*)$/.test(path);

const isGone = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/** The account that owns the files of a server, which is the one it runs as. */
interface Owner {
  uid: number;
  gid: number;
}

function give(path: string, { uid, gid }: Owner): void {
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
}

/** Copies a folder of a server that goes on writing: what vanishes meanwhile is left out, the log knows of it. Answers the bytes. */
function copyTree(from: string, to: string, owner: Owner, wanted: (path: string) => boolean): number {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  give(to, owner);
  let bytes = 0;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (!wanted(source)) continue;
    try {
      if (entry.isDirectory()) bytes += copyTree(source, target, owner, wanted);
      else {
        copyFileSync(source, target);
        give(target, owner);
        bytes += statSync(target).size;
      }
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  return bytes;
}

/** Makes an archive that the account of the server may write, and has every finished piece of the log put into it, at least every `seconds`. */
export async function archiveInto(options: {
  url: string;
  dataDirectory: string;
  archive: string;
  seconds: number;
}): Promise<void> {
  const { url, dataDirectory, archive, seconds } = options;
  mkdirSync(archive, { recursive: true });
  give(archive, statSync(dataDirectory));
  chmodSync(archive, 0o700);
  await withClient(url, async (client) => {
    await client.query(`alter system set archive_mode = 'on'`);
    // under another name until it is whole: an archive never holds half a segment
    const command = `test ! -f "${archive}/%f" && cp "%p" "${archive}/%f.new" && mv "${archive}/%f.new" "${archive}/%f"`;
    await client.query(`alter system set archive_command = ${client.escapeLiteral(command)}`);
    await client.query(`alter system set archive_timeout = '${seconds}s'`);
  });
}

/**
 * A base backup by the server's own functions, while it serves: `pg_backup_start`, the files, `pg_backup_stop`, which waits until the
 * log that the copy needs is in the archive. One copy holds every database of the province at one place of the log.
 */
export async function takeBaseBackup(url: string, dataDirectory: string, target: string): Promise<number> {
  return await withClient(url, async (client) => {
    await client.query(`select pg_backup_start('drill', fast => true)`);
    const owner = statSync(dataDirectory);
    const bytes = copyTree(dataDirectory, target, owner, (path) => {
      const below = path.slice(dataDirectory.length + 1);
      const [top = '', ...rest] = below.split(sep);
      return !(leftOut(path) || (emptied.has(top) && rest.length > 0));
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
    writeFileSync(join(target, 'backup_label'), rows[0]?.labelfile ?? '');
    give(join(target, 'backup_label'), owner);
    return bytes;
  });
}

/**
 * Puts a base backup into the folder of a server that stands still, with the order to replay the archive: up to `moment`, or to its
 * end when null. The server becomes a primary there by itself; what it logs then goes to an archive of its own, or to none.
 */
export function layOut(options: {
  backup: string;
  archive: string;
  dataDirectory: string;
  moment: string | null;
  nextArchive: string | null;
}): void {
  const { backup, archive, dataDirectory, moment, nextArchive } = options;
  const owner = statSync(dataDirectory);
  for (const name of readdirSync(dataDirectory)) rmSync(join(dataDirectory, name), { recursive: true });
  copyTree(backup, dataDirectory, owner, () => true);
  const settings = [
    `restore_command = 'cp "${archive}/%f" "%p"'`,
    ...(moment === null ? [] : [`recovery_target_time = '${moment}'`, `recovery_target_action = 'promote'`]),
    ...(nextArchive === null ? [`archive_mode = 'off'`] : []),
  ];
  const file = join(dataDirectory, 'postgresql.auto.conf');
  const kept = readFileSync(file, 'utf8');
  const own = nextArchive === null ? kept : kept.replaceAll(archive, nextArchive);
  writeFileSync(file, `${own}${settings.join('\n')}\n`);
  writeFileSync(join(dataDirectory, 'recovery.signal'), '');
  give(join(dataDirectory, 'recovery.signal'), owner);
  if (nextArchive === null) return;
  mkdirSync(nextArchive, { recursive: true, mode: 0o700 });
  give(nextArchive, owner);
}
