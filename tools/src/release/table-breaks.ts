import type { Client } from 'pg';

/** What a database promises to the code that uses it: everything by a name that stays, with what it is. */
export interface Catalog {
  /** `table.column`, with its type and whether it must be given. */
  columns: Record<string, { type: string; isRequired: boolean; isGiven: boolean }>;
  /** Constraints and unique indexes, with the columns they hold: what may be refused. */
  refusals: Record<string, { table: string; columns: string[]; says: string }>;
  /** Other indexes, with their table. */
  indexes: Record<string, string>;
  /** Tables and views, functions with their arguments, labels of enums, triggers: what is called by name. */
  names: Record<string, string>;
}

const relations = `select c.relname as name, c.relkind::text as kind from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition`;
const columns = `select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as "isRequired", (a.atthasdef or a.attidentity <> '' or a.attgenerated <> '') as "isGiven"
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped`;
const constraints = `select c.relname || ' ' || o.conname as name, c.relname as table, pg_get_constraintdef(o.oid) as says,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(o.conkey)) as columns
  from pg_constraint o join pg_class c on c.oid = o.conrelid
  where c.relnamespace = 'public'::regnamespace and not c.relispartition and o.contype <> 'n'`;
const indexes = `select i.relname as name, c.relname as table, x.indisunique as "isUnique", pg_get_indexdef(i.oid) as says,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = any(x.indkey)) as columns
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
  where c.relnamespace = 'public'::regnamespace and not c.relispartition
    and not exists (select from pg_constraint o where o.conindid = i.oid)`;
const named = `select 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
    pg_get_function_result(p.oid) as says
  from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 'value ' || t.typname || '.' || e.enumlabel, '' from pg_enum e join pg_type t on t.oid = e.enumtypid
  union all
  select 'trigger ' || c.relname || '.' || g.tgname, pg_get_triggerdef(g.oid)
  from pg_trigger g join pg_class c on c.oid = g.tgrelid
  where c.relnamespace = 'public'::regnamespace and not c.relispartition and not g.tgisinternal`;

/** Reads what the public schema of a database promises. */
export async function readCatalog(client: Client): Promise<Catalog> {
  const ask = async <Row>(text: string) => (await client.query(text)).rows as Row[];
  const byName = <Row extends { name: string }>(rows: Row[]) =>
    Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
  type Refusal = { name: string; table: string; columns: string[]; says: string };
  const found = await ask<Refusal & { isUnique: boolean }>(indexes);
  const refusals = [...(await ask<Refusal>(constraints)), ...found.filter(({ isUnique }) => isUnique)];
  const kinds = await ask<{ name: string; kind: string }>(relations);
  const others = await ask<{ name: string; says: string }>(named);
  return {
    columns: byName(
      await ask<{ name: string; type: string; isRequired: boolean; isGiven: boolean }>(columns),
    ),
    refusals: Object.fromEntries(
      refusals.map(({ name, table, columns: of, says }) => [name, { table, columns: of, says }]),
    ),
    indexes: Object.fromEntries(
      found.filter(({ isUnique }) => !isUnique).map(({ name, table }) => [name, table]),
    ),
    names: Object.fromEntries([
      ...kinds.map(({ name, kind }) => [`relation ${name}`, kind]),
      ...others.map(({ name, says }) => [name, says]),
    ]),
  };
}

const tableOf = (column: string) => column.split('.')[0] ?? '';

/**
 * What the older version, which goes on working while the newer one's migrations run and afterwards, could no longer do: read or
 * write what is gone or has another type, leave out what is now required, write what is now refused; and what would make it wait:
 * an index that is built on a table in use while writes stand still.
 */
export function tableBreaks(older: Catalog, newer: Catalog): string[] {
  const wasThere = (table: string) => `relation ${table}` in older.names;
  const gone = Object.keys(older.names)
    .filter((name) => !(name in newer.names))
    .map((name) => `${name} is gone`);
  const others = Object.entries(newer.names)
    .filter(
      ([name]) => name.startsWith('trigger ') && !(name in older.names) && wasThere(tableOf(name.slice(8))),
    )
    .map(([name]) => `${name} is new on a table in use`);
  const changed = Object.entries(older.columns).flatMap(([name, before]) => {
    const after = newer.columns[name];
    if (after === undefined)
      return `relation ${tableOf(name)}` in newer.names ? [`column ${name} is gone`] : [];
    if (after.type !== before.type) return [`column ${name} is ${after.type} and was ${before.type}`];
    if (after.isRequired && !before.isRequired) return [`column ${name} must not be null any more`];
    if (after.isRequired && before.isGiven && !after.isGiven) return [`column ${name} has lost its default`];
    return [];
  });
  const added = Object.entries(newer.columns)
    .filter(
      ([name, { isRequired, isGiven }]) =>
        !(name in older.columns) && wasThere(tableOf(name)) && isRequired && !isGiven,
    )
    .map(([name]) => `column ${name} is new, required and without a default`);
  const refused = Object.entries(newer.refusals)
    .filter(([name, { table, columns: of, says }]) => {
      if (!wasThere(table) || older.refusals[name]?.says === says) return false;
      // what only new columns can break, the older version cannot break
      return of.length === 0 || of.some((column) => `${table}.${column}` in older.columns);
    })
    .map(
      ([name, { table, says }]) => `${name} on ${table} may refuse what the older version writes: ${says}`,
    );
  const built = Object.entries(newer.indexes)
    .filter(([name, table]) => !(name in older.indexes) && wasThere(table))
    .map(([name, table]) => `index ${name} on ${table} is built while writes wait`);
  return [...gone, ...changed, ...added, ...refused, ...others, ...built];
}

/** Notes from now on which tables are written anew, during which nobody reads them; what it answers tells those. */
export async function watchRewrites(client: Client): Promise<() => Promise<string[]>> {
  await client.query(`
    create schema watch;
    create table watch.rewritten (name text primary key);
    create function watch.note() returns event_trigger language plpgsql as $$ begin
      insert into watch.rewritten values (pg_event_trigger_table_rewrite_oid()::regclass::text) on conflict do nothing;
    end $$;
    create event trigger rewrites on table_rewrite execute function watch.note()`);
  return async () => {
    const { rows } = await client.query<{ name: string }>('select name from watch.rewritten order by name');
    return rows.map(({ name }) => `${name} is written anew while everybody waits`);
  };
}
