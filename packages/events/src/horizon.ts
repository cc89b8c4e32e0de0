/**
 * SQL for the first transaction that may still be open and could write in this database: every row whose `xid` is below it
 * is there for good, and none can come before it any more.
 *
 * Those are the transactions that the snapshot shows as running, but for the ones that belong to a session of another
 * database of the cluster: however long they take, nobody here waits. A transaction of which it cannot be told (it has
 * ended since, or is prepared) counts as ours.
 */
export const horizon = `(
  select coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot()))
  from pg_snapshot_xip(pg_current_snapshot()) as running
  where not exists (
    select from pg_stat_get_activity(null) as session
    where session.backend_xid = running::xid
      and session.datid <> (select oid from pg_database where datname = current_database()))
)`;
