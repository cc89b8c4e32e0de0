import type { Client } from 'pg';
import type { KeyRing } from './key-ring.ts';
import { blindIndex, openText, rewrapText } from './sealed-text.ts';

/**
 * A column that holds sealed texts. By convention it is called `…_sealed`, and what it is found by stands beside it as
 * `…_index`; nobody has to keep a list. Events hold sealed texts inside their JSON.
 */
export type SealedColumn = {
  table: string;
  column: string;
  type: 'text' | 'json';
  /** The column of the blind index, where there is one. */
  index: string | null;
  /** Sealed texts stand inside, as JSON strings. */
  isJson: boolean;
};

const BLOCKS_A_STEP = 128;
const jsonSealed = /"(v1\.[\w-]{38,}|v2\.[\w-]{8}\.[\w-]{80}\.[\w-]{38,})"/g;

/** The columns with sealed texts of one database, the partitions of the outbox one by one. */
export async function sealedColumnsOf(client: Client): Promise<SealedColumn[]> {
  const { rows } = await client.query<SealedColumn>(
    `select class.relname as table, attribute.attname as column, type.typname as type, attribute.attname !~ '_sealed$' as "isJson",
       (select beside.attname from pg_attribute beside where beside.attrelid = class.oid and not beside.attisdropped
          and attribute.attname ~ '_sealed$'
          and beside.attname = regexp_replace(attribute.attname, '_sealed$', '_index')) as index
     from pg_class class
     join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
     join pg_type type on type.oid = attribute.atttypid
     where class.relnamespace = current_schema()::regnamespace and class.relkind = 'r'
       and (attribute.attname ~ '_sealed$' and type.typname = 'text'
         or attribute.attname = 'data' and class.relname ~ '^outbox(_|$)'
         or attribute.attname = 'envelope' and class.relname = 'parked_event')
     order by class.relname, attribute.attname`,
  );
  return rows;
}

/** How many values of a column are sealed under which key: its id, or `v1` for texts that name none. */
export async function keysInUse(
  client: Client,
  { table, column, isJson }: SealedColumn,
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ key: string; count: number }>(
    isJson
      ? `select coalesce(found[2], 'v1') as key, count(*)::int as count
         from ${table}, regexp_matches(${column}::text, '"(v1\\.|v2\\.([A-Za-z0-9_-]{8})\\.)', 'g') as found group by 1`
      : `select case when ${column} like 'v1.%' then 'v1' else split_part(${column}, '.', 2) end as key,
           count(*)::int as count
         from ${table} where ${column} is not null group by 1`,
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

type Change = { place: string; before: string; after: string; index?: string };

/** Goes through a table in pieces of 1 MB, each in a transaction of its own; answers how many rows were changed. */
async function walk(
  client: Client,
  { table, column, type, index }: SealedColumn,
  where: string,
  changeOf: (value: string, index: string | null) => Omit<Change, 'place' | 'before'> | null,
): Promise<number> {
  const blocks = async () => {
    const { rows } = await client.query<{ blocks: number }>(
      `select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as blocks`,
      [table],
    );
    return rows[0]?.blocks ?? 0;
  };
  let changed = 0;
  for (let block = 0; block < (await blocks()); block += BLOCKS_A_STEP) {
    const { rows } = await client.query<{ place: string; value: string; index: string | null }>(
      `select ctid::text as place, ${column}::text as value, ${index ?? 'null::text'} as index
       from ${table} where ctid >= $1::tid and ctid < $2::tid and ${where}`,
      [`(${block},0)`, `(${block + BLOCKS_A_STEP},0)`],
    );
    const changes = rows.flatMap(({ place, value, index: known }): Change[] => {
      const change = changeOf(value, known);
      return change && (change.after !== value || change.index) ? [{ place, before: value, ...change }] : [];
    });
    if (changes.length === 0) continue;
    const setIndex = index ? `, ${index} = coalesce(change.index, ${table}.${index})` : '';
    const done = await client.query(
      `update ${table} set ${column} = change.after::${type}${setIndex}
       from unnest($1::tid[], $2::text[], $3::text[], $4::text[]) as change (place, before, after, index)
       where ${table}.ctid = change.place and ${table}.${column}::text = change.before`,
      [
        changes.map(({ place }) => place),
        changes.map(({ before }) => before),
        changes.map(({ after }) => after),
        changes.map((change) => change.index ?? null),
      ],
    );
    changed += done.rowCount ?? 0;
  }
  return changed;
}

/**
 * Brings every value of a column under the current key of the ring, while everything runs; goes over it again until
 * nothing is left, because rows move while they are changed. It may be stopped and started again at any time. Answers how
 * many rows were changed. @throws for a value that no key on the ring opens.
 */
export async function rotateColumn(client: Client, ring: KeyRing, column: SealedColumn): Promise<number> {
  const name = column.column;
  const isOld = column.isJson
    ? `${name}::text ~ '"(v1\\.|v2\\.(?!${ring.current}))'`
    : `${name} not like 'v2.${ring.current}.%'`;
  const changeOf = column.isJson
    ? (value: string) => ({
        after: value.replaceAll(jsonSealed, (_, sealed: string) => `"${rewrapText(ring, sealed)}"`),
      })
    : (value: string) => ({ after: rewrapText(ring, value) });
  let changed = 0;
  for (;;) {
    const now = await walk(client, column, isOld, changeOf);
    changed += now;
    if (now === 0) return changed;
  }
}

/**
 * Makes the blind index of a column anew under another index key. Nobody finds a person by a number meanwhile, so it is run
 * while the services stand still; it may be stopped and started again. Answers how many rows were changed.
 */
export async function reindexColumn(
  client: Client,
  ring: KeyRing,
  indexKey: Uint8Array,
  column: SealedColumn,
): Promise<number> {
  if (column.index === null) return 0;
  return walk(client, column, `${column.column} is not null`, (value, known) => {
    const index = blindIndex(indexKey, openText(ring, value));
    return index === known ? null : { after: value, index };
  });
}

/** Columns called `…_index` of texts that nobody has sealed beside them: these cannot be made anew. */
export async function indexesAlone(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select class.relname || '.' || attribute.attname as name
     from pg_class class
     join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
     where class.relnamespace = current_schema()::regnamespace and class.relkind = 'r' and attribute.attname ~ '_index$'
       and not exists (select from pg_attribute beside where beside.attrelid = class.oid
         and beside.attname = regexp_replace(attribute.attname, '_index$', '_sealed'))
     order by 1`,
  );
  return rows.map(({ name }) => name);
}
