/**
 * The tables of a chain over an append-only table of the service: `chainTables('audit', 'audit_entry')` makes
 * `audit_chain` (one row a sealed row: which chain, its number there, both hashes) and `audit_chain_place` (how far the
 * sealer has come), and refuses every UPDATE, DELETE and TRUNCATE of the table and of its chain.
 *
 * The table needs `id uuid`, `xid xid8 not null default pg_current_xact_id()`, `content_hash bytea` and an index on
 * (xid, id).
 */
export function chainTables(name: string, table: string): readonly string[] {
  if (!/^[a-z][a-z_]*$/.test(name) || !/^[a-z][a-z_]*$/.test(table))
    throw new Error(`${name} or ${table} is not a name for a table`);
  return [
    `create table ${name}_chain (
      chain_id uuid not null,
      number bigint not null,
      row_id uuid not null unique,
      content_hash bytea not null,
      hash bytea not null check (length(hash) = 32),
      sealed_at timestamptz not null default now(),
      primary key (chain_id, number)
    )`,
    `create table ${name}_chain_place (
      single boolean primary key default true check (single),
      xid xid8 not null default '0',
      row_id uuid not null default '00000000-0000-0000-0000-000000000000',
      sealed bigint not null default 0
    )`,
    `insert into ${name}_chain_place default values`,
    `create function ${name}_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception '% of % is refused: it is only ever added to', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
    end $$`,
    ...[table, `${name}_chain`].flatMap((each) => [
      `create trigger ${each}_append_only before update or delete on ${each}
        for each row execute function ${name}_is_append_only()`,
      `create trigger ${each}_never_emptied before truncate on ${each}
        for each statement execute function ${name}_is_append_only()`,
    ]),
  ];
}
