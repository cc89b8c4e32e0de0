import { pause } from '@dang/events/doorbell';
import { horizon } from '@dang/events/horizon';
import { whileLeader } from '@dang/events/leader';
import type { Client } from 'pg';
import type { Logger } from 'pino';
import { type ChainedTable, type Link, nextLink, noLink, serviceChain } from './chain.ts';

const BATCH_ROWS = 1_000;
const IDLE_POLL_MS = 700;

type Row = { id: string; xid: string; chainId: string; contentHash: Buffer };
type SealedRow = Row & Link;

/**
 * Rows after the sealer's place that no open transaction can come before any more, in (transaction, id) order: that of the
 * columns of the table, because the transaction that is handed over is text, and `10` as a text comes before `9`.
 */
const rowsToSeal = ({ name, table, chainOf }: ChainedTable) => ({
  name: `${name}_to_seal`,
  text: `select id, xid::text, coalesce(${chainOf}, '${serviceChain}') as "chainId", content_hash as "contentHash"
    from ${table}
    where (xid, id) > (select xid, row_id from ${name}_chain_place) and xid < ${horizon}
    order by ${table}.xid, ${table}.id limit ${BATCH_ROWS}`,
});

async function lastLinks(
  client: Client,
  name: string,
  chainIds: readonly string[],
): Promise<Map<string, Link>> {
  const { rows } = await client.query<{ chainId: string; number: string; hash: Buffer }>(
    `select wanted.id as "chainId", last.number, last.hash from unnest($1::uuid[]) as wanted (id)
     cross join lateral
       (select number, hash from ${name}_chain where chain_id = wanted.id order by number desc limit 1) as last`,
    [chainIds],
  );
  return new Map(rows.map(({ chainId, number, hash }) => [chainId, { number: BigInt(number), hash }]));
}

async function appendToChains(client: Client, { name }: ChainedTable, rows: readonly Row[]): Promise<void> {
  const heads = await lastLinks(client, name, [...new Set(rows.map(({ chainId }) => chainId))]);
  const sealed = rows.map((row): SealedRow => {
    const link = nextLink(row.chainId, heads.get(row.chainId) ?? noLink, row);
    heads.set(row.chainId, link);
    return { ...row, ...link };
  });
  await client.query(
    `insert into ${name}_chain (chain_id, number, row_id, content_hash, hash)
     select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[])`,
    [
      sealed.map(({ chainId }) => chainId),
      sealed.map(({ number }) => number.toString()),
      sealed.map(({ id }) => id),
      sealed.map(({ contentHash }) => contentHash),
      sealed.map(({ hash }) => hash),
    ],
  );
}

/**
 * Appends the next rows of the table to their chains, up to a thousand in one transaction; answers how many. Only one
 * sealer may work on a table at a time: the second waits for the place of the first.
 */
export async function sealOnce(client: Client, chained: ChainedTable): Promise<number> {
  const found = await client.query<Row>(rowsToSeal(chained));
  if (found.rows.length === 0) return 0;
  await client.query('begin');
  try {
    await client.query(`select from ${chained.name}_chain_place for update`);
    const { rows } = await client.query<Row>(rowsToSeal(chained));
    const last = rows.at(-1);
    if (last) {
      await appendToChains(client, chained, rows);
      await client.query(
        `update ${chained.name}_chain_place set xid = $1::xid8, row_id = $2, sealed = sealed + $3`,
        [last.xid, last.id, rows.length],
      );
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/**
 * Starts the one sealer of a service: what was written is in its chain within about a second. Returns at once and never
 * fails; without the database it waits. Of several processes one is active.
 */
export function startSealer(
  { databaseUrl, service, log }: { databaseUrl: string; service: string; log: Logger },
  tables: readonly ChainedTable[],
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal: stop } = stopping;
  const name = `${service} sealer`;
  const running = whileLeader({ databaseUrl, lock: 'sealer', name, log, stop }, async (client, signal) => {
    while (!signal.aborted) {
      let sealed = 0;
      for (const table of tables) sealed += await sealOnce(client, table);
      if (sealed === 0) await pause(IDLE_POLL_MS, signal);
    }
  });
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
