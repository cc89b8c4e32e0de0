import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { type Finding, findingsOf, type Patient } from './finding.ts';
import { idsAhead } from './transaction-ids.ts';

/** At two thirds of these PostgreSQL itself begins to warn; at two thousand million it takes no writes any more. */
const OLD_IDS = { notice: 400_000_000, trouble: 1_200_000_000 };
/** Services end every transaction after five seconds; what is older is somebody's session, or stands still. */
const LONG_TRANSACTION_S = 60;
const FULL = 0.85;

interface Seen {
  version: number;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  data_checksums: string;
  archive_mode: string;
  archive_failing: boolean;
  max_connections: number;
  connections: number;
  standby: boolean;
  oldest_s: number;
  ids_age: number;
  extensions: string[];
}

const look = `
  select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
    current_setting('full_page_writes') as full_page_writes, current_setting('synchronous_commit') as synchronous_commit,
    current_setting('data_checksums') as data_checksums, current_setting('archive_mode') as archive_mode,
    (select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) from pg_stat_archiver) as archive_failing,
    current_setting('max_connections')::int as max_connections,
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
    pg_is_in_recovery() as standby,
    (select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::int from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()) as oldest_s,
    (select max(age(datfrozenxid)) from pg_database) as ids_age,
    (select array_agg(extname::text order by extname) from pg_extension where extname <> 'plpgsql') as extensions`;

async function pendingMigrations({ definition, databaseUrl, name }: Patient): Promise<string[]> {
  const log = makeLogger({ service: name, role: 'doctor', level: 'silent' });
  const orm = await openDatabase({ definition, url: databaseUrl, poolSize: 1, log });
  try {
    return (await orm.migrator.getPending()).map((pending) => pending.name);
  } finally {
    await orm.close(true);
  }
}

/** The server as this service has it: version, what keeps commits safe, room for connections, old transactions, the archive. */
function aboutServer(seen: Seen, isProduction: boolean, name: string): Finding[] {
  const { fine, notice, trouble } = findingsOf(name);
  const found: Finding[] = [];
  if (seen.version < 180_000) found.push(trouble(`the server is PostgreSQL ${seen.version}, 18 is needed`));
  if (seen.standby)
    found.push(trouble('the server is a standby and takes no writes: is the address that of the primary?'));
  for (const setting of ['fsync', 'full_page_writes'] as const)
    if (seen[setting] !== 'on')
      found.push(
        trouble(`${setting} is ${seen[setting]}: what is confirmed may be lost when the machine stops`),
      );
  if (!['on', 'remote_apply', 'remote_write'].includes(seen.synchronous_commit))
    found.push(trouble(`synchronous_commit is ${seen.synchronous_commit}: what is confirmed may be lost`));
  if (seen.data_checksums !== 'on') found.push(notice('data_checksums is off: a broken disk is not noticed'));
  if (seen.archive_mode === 'off' && isProduction)
    found.push(trouble('archive_mode is off: nothing can be restored to a moment'));
  if (seen.archive_failing) found.push(trouble('the last piece of the log could not be archived'));
  const share = seen.connections / seen.max_connections;
  if (share > FULL)
    found.push(trouble(`${seen.connections} of ${seen.max_connections} connections of the server are taken`));
  if (seen.oldest_s > LONG_TRANSACTION_S)
    found.push(trouble(`a transaction has been open for ${seen.oldest_s} s: no event and no seal passes it`));
  if (seen.ids_age > OLD_IDS.notice) {
    const says = `the oldest transaction id of the server is ${Math.round(seen.ids_age / 1e6)} million old: does autovacuum run?`;
    found.push(seen.ids_age > OLD_IDS.trouble ? trouble(says) : notice(says));
  }
  const extensions = seen.extensions?.join(', ') || 'none';
  found.push(
    fine(
      `PostgreSQL ${Math.floor(seen.version / 10_000)}.${seen.version % 10_000} answers, ${seen.connections} of ${seen.max_connections} connections taken, extensions: ${extensions}`,
    ),
  );
  return found;
}

/** Everything about the database of a service that is not about its rows. */
export async function examineDatabase(patient: Patient): Promise<Finding[]> {
  const { client, name, source } = patient;
  const { fine, trouble } = findingsOf(name);
  const { rows } = await client.query<Seen>(look);
  const found = rows[0] ? aboutServer(rows[0], (source.NODE_ENV ?? 'production') === 'production', name) : [];
  const pending = await pendingMigrations(patient);
  found.push(
    pending.length === 0
      ? fine('every migration of this version is applied')
      : trouble(`${pending.length} migrations are not applied: ${pending.join(', ')}`),
  );
  const ahead = await idsAhead(client);
  for (const { column, highest, next } of ahead)
    found.push(
      trouble(
        `${column} holds transaction ${highest}, and the server is only at ${next}: rows came from another cluster by a dump; nothing leaves or is sealed until the counter is raised (runbook, "A dump into another cluster")`,
      ),
    );
  if (ahead.length === 0)
    found.push(fine('no row holds a transaction id that the server has not given out yet'));
  return found;
}
