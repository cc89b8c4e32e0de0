import type { Client } from 'pg';

/** A column of transaction ids that holds one the server has not given out yet. */
export interface IdAhead {
  /** `outbox.xid`. */
  readonly column: string;
  readonly highest: string;
  /** What the server gives out next. */
  readonly next: string;
}

const columnsOfIds = `
  select class.relname as table, attribute.attname as column
  from pg_attribute attribute join pg_class class on class.oid = attribute.attrelid
  where attribute.atttypid = 'xid8'::regtype and attribute.attnum > 0 and not attribute.attisdropped
    and class.relkind in ('r', 'p') and not class.relispartition and class.relnamespace = 'public'::regnamespace
  order by 1, 2`;

/** Without an index on its ids an outbox of a year is looked at where the latest are. */
const latestIn = (table: string): string =>
  table === 'outbox' ? '(select * from outbox order by position desc limit 1000) as outbox' : table;

/**
 * Columns whose highest transaction id lies before the server: it will give it out some day. Relay, sealer and folder take what is
 * below the ids of open transactions, so such rows never leave, are never sealed and never added up. It happens when rows are carried
 * into another cluster by a dump; a base backup brings its own counter along.
 */
export async function idsAhead(client: Client): Promise<IdAhead[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(columnsOfIds);
  const ahead: IdAhead[] = [];
  for (const { table, column } of columns) {
    const { rows } = await client.query<{ highest: string; next: string }>(
      `select highest::text, next::text
       from (select max(${column}) as highest from ${latestIn(table)}) as found,
         pg_snapshot_xmax(pg_current_snapshot()) as next
       where highest >= next`,
    );
    for (const row of rows) ahead.push({ column: `${table}.${column}`, ...row });
  }
  return ahead;
}
