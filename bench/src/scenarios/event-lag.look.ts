import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** One connection for looking, not for working; a server that goes away shows at the next look. */
export async function openLook(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'bench' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

type Wanted = { transferId: string; memberId: string; destinationBranchId: string };

/** What is asked of a service about the transfers `$1`: the ids of those that had their effect, one row an effect. */
const effects: readonly { service: string; sql: string }[] = [
  {
    service: 'orgtree',
    sql: `select cause_id as id from membership where cause = 'TRANSFER' and cause_id = any($1::uuid[])`,
  },
  { service: 'fees', sql: `select id from charging_ground where kind = 'TRANSFER' and id = any($1::uuid[])` },
  {
    service: 'evaluation',
    sql: 'select transfer_id as id from member_move where transfer_id = any($1::uuid[])',
  },
];
const copyHolders = ['identity', 'fees', 'evaluation', 'transfers'] as const;

const RETRIES_MS = 60_000;

/** Waits until what a service could not do at once, and tries again by itself, is done or given up; a minute at most. */
export async function retriesOver(databases: Readonly<Record<string, string>>): Promise<void> {
  const looks = await Promise.all(Object.values(databases).map(openLook));
  const busy = async (look: pg.Client): Promise<boolean> =>
    (await look.query(`select from parked_event where status in ('RETRYING', 'WAITING') limit 1`)).rows
      .length > 0;
  const patience = performance.now() + RETRIES_MS;
  while (performance.now() < patience && (await Promise.all(looks.map(busy))).includes(true))
    await sleep(500);
  await Promise.all(looks.map((look) => look.end()));
}

/**
 * Looks, once everything is quiet, for facts that did not have exactly one effect in each of the services that keep one,
 * members whom the tree or a copy of it has elsewhere than where their last transfer led, and parked events. Answers
 * how many there are of each kind; nothing but zeros is right.
 */
export async function findFaults(
  databases: Readonly<Record<string, string>>,
  made: readonly Wanted[],
): Promise<Record<string, number>> {
  const faults: Record<string, number> = {};
  const ask = async <Row extends pg.QueryResultRow>(service: string, sql: string, values: unknown[] = []) => {
    const client = await openLook(databases[service] ?? '');
    const { rows } = await client.query<Row>(sql, values).finally(() => client.end());
    return rows;
  };
  const ids = made.map(({ transferId }) => transferId);
  for (const { service, sql } of effects) {
    const counts = new Map<string, number>(ids.map((id) => [id, 0]));
    for (const { id } of await ask<{ id: string }>(service, sql, [ids])) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    faults[`not once in ${service}`] = [...counts.values()].filter((count) => count !== 1).length;
  }
  const last = new Map(made.map(({ memberId, destinationBranchId }) => [memberId, destinationBranchId]));
  const members = [...last.keys()];
  const elsewhere = async (service: string, table: string) => {
    const rows = await ask<{ memberId: string; branchId: string }>(
      service,
      `select member_id as "memberId", branch_id as "branchId" from ${table} where member_id = any($1::uuid[])`,
      [members],
    );
    const right = rows.filter(({ memberId, branchId }) => last.get(memberId) === branchId).length;
    return members.length - right;
  };
  faults['elsewhere in the tree'] = await elsewhere('orgtree', 'placement');
  for (const service of copyHolders) {
    faults[`elsewhere in the copy of ${service}`] = await elsewhere(service, 'placement_copy');
  }
  for (const service of Object.keys(databases)) {
    const parked = await ask<{ why: string }>(
      service,
      `select distinct reaction || ': ' || reason as why from parked_event where status <> 'RESOLVED'`,
    );
    for (const { why } of parked) faults[`parked in ${service} ${why}`] = 1;
  }
  return faults;
}

/** Where the time of one event went, in ms after its COMMIT was sent; clocks of one machine, read to 1 ms. */
export type Stages = { published: number[]; begun: number[] };

/**
 * Reads from both ends when each fact was marked as published and when the transaction of its effect began.
 * `committedAt`: by transfer, milliseconds of the epoch.
 */
export async function readStages(
  databases: Readonly<Record<string, string>>,
  committedAt: ReadonlyMap<string, number>,
): Promise<Stages> {
  const transfers = await openLook(databases.transfers ?? '');
  const sent = await transfers.query<{ id: string; transferId: string; at: number }>(
    `select id, aggregate_id as "transferId", extract(epoch from published_at)::float8 * 1000 as at from outbox
     where name = 'TransferCompleted' and aggregate_id = any($1::text[]) and published_at is not null`,
    [[...committedAt.keys()]],
  );
  await transfers.end();
  const orgtree = await openLook(databases.orgtree ?? '');
  const taken = await orgtree.query<{ id: string; at: number }>(
    `select event_id as id, extract(epoch from received_at)::float8 * 1000 as at from inbox
     where reaction = 'move-member-after-transfer' and event_id = any($1::uuid[])`,
    [sent.rows.map(({ id }) => id)],
  );
  await orgtree.end();
  const begunAt = new Map(taken.rows.map(({ id, at }) => [id, at]));
  const after = (at: number | undefined, transferId: string) =>
    at === undefined ? [] : [at - (committedAt.get(transferId) ?? 0)];
  return {
    published: sent.rows.flatMap(({ transferId, at }) => after(at, transferId)),
    begun: sent.rows.flatMap(({ id, transferId }) => after(begunAt.get(id), transferId)),
  };
}
