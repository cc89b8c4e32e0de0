/**
 * What every service's database needs besides its own tables and those of events, for its first migration:
 * `for (const sql of serviceTables) this.addSql(sql)`. A key is kept for 7 days, or for ever (`infinity`) for orders.
 */
export const serviceTables: readonly string[] = [
  `create table idempotency_key (
    account_id uuid not null,
    key text not null check (length(key) between 1 and 100),
    mutation text not null,
    input_hash bytea not null,
    thing_id uuid,
    kept_until timestamptz not null default now() + interval '7 days',
    primary key (account_id, key)
  )`,
  'create index idempotency_key_kept_until on idempotency_key (kept_until)',
];

/** What a service needs besides whose mutations act on many things at once (`mutateMany`): what became of each is kept with the key. */
export const manyOutcomesTables: readonly string[] = [
  'alter table idempotency_key add column outcomes jsonb',
];
