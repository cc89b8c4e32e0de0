import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { type ChainedTable, type Link, nextLink, noLink, serviceChain } from './chain.ts';

const PAGE_ROWS = 5_000;
const FAULTS_TOLD = 20;

/** What a verification found. Without faults, everything sealed is as it was written. */
export type Verdict = {
  /** Rows that are sealed, and the chains they are in. */
  sealed: number;
  chains: number;
  /** Rows that wait for the sealer: how many, and since when the oldest does. */
  unsealed: { count: number; since: Date | null };
  /** One value over the last links of all chains: kept elsewhere, it shows later that nothing before it was cut off. */
  seal: string;
  /** What is wrong, the first break first; twenty at most. */
  faults: string[];
};

type Linked = {
  chainId: string;
  number: string;
  rowId: string;
  sealedHash: Buffer;
  hash: Buffer;
  exists: boolean;
  belongsTo: string;
  storedHash: Buffer | null;
};

async function* linksOf(client: Client, { name, table, chainOf, columns }: ChainedTable) {
  let place = [serviceChain, '-1'];
  for (;;) {
    const { rows } = await client.query<Linked & Record<string, unknown>>(
      `select link.chain_id as "chainId", link.number, link.row_id as "rowId", link.content_hash as "sealedHash",
         link.hash, ${table}.id is not null as exists, coalesce(${chainOf}, '${serviceChain}') as "belongsTo",
         ${table}.content_hash as "storedHash", ${columns}
       from ${name}_chain link left join ${table} on ${table}.id = link.row_id
       where (link.chain_id, link.number) > ($1::uuid, $2::bigint)
       order by link.chain_id, link.number limit ${PAGE_ROWS}`,
      place,
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    place = [last.chainId, last.number];
  }
}

/** What is wrong with this link, after the one before it; null when all is well. */
function faultOf(chained: ChainedTable, link: Linked & Record<string, unknown>, before: Link): string | null {
  const where = `link ${link.number} of chain ${link.chainId} (row ${link.rowId})`;
  if (BigInt(link.number) !== before.number + 1n) return `${where}: the link before it is missing`;
  const expected = nextLink(link.chainId, before, { id: link.rowId, contentHash: link.sealedHash });
  if (!expected.hash.equals(link.hash)) return `${where}: its hash does not follow from the link before it`;
  if (!link.exists) return `${where}: the row is gone`;
  if (link.belongsTo !== link.chainId) return `${where}: the row says that it belongs to ${link.belongsTo}`;
  if (!chained.hashOf(link).equals(link.sealedHash)) return `${where}: the row is not what was written`;
  if (!link.storedHash?.equals(link.sealedHash)) return `${where}: the row has another content hash`;
  return null;
}

/** Rows that stand before the sealer's place and are in no chain: written past the sealer. */
async function slippedIn(client: Client, { name, table }: ChainedTable): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from ${table} where (xid, id) <= (select xid, row_id from ${name}_chain_place)
       and not exists (select from ${name}_chain link where link.row_id = ${table}.id)
     order by ${table}.xid, ${table}.id limit ${FAULTS_TOLD}`,
  );
  return rows.map(({ id }) => `row ${id}: it is in no chain, though later rows are`);
}

/** The rows that wait for the sealer; their contents are held against their own hashes. */
async function tailOf(client: Client, { name, table, columns, writtenAt, hashOf }: ChainedTable) {
  const after = `(xid, id) > (select xid, row_id from ${name}_chain_place)`;
  const { rows } = await client.query<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(${writtenAt}) as since from ${table} where ${after}`,
  );
  const waiting = await client.query<{ id: string; storedHash: Buffer } & Record<string, unknown>>(
    `select id as "id", content_hash as "storedHash", ${columns} from ${table} where ${after}
     order by ${table}.xid, ${table}.id limit ${PAGE_ROWS}`,
  );
  const faults = waiting.rows
    .filter((row) => !hashOf(row).equals(row.storedHash))
    .map(({ id }) => `row ${id}, not sealed yet: it is not what was written`);
  return { unsealed: rows[0] ?? { count: 0, since: null }, faults };
}

/**
 * Makes every content hash and every link again from what is stored, in one snapshot, and says what does not fit: changed,
 * deleted or inserted rows, a chain that was cut or joined anew. It reads pages of 5,000, so memory does not grow.
 *
 * What it cannot see is a database that was replaced as a whole by an older or a newly chained one: for that, keep `seal`
 * somewhere else.
 */
export async function verifyChain(client: Client, chained: ChainedTable): Promise<Verdict> {
  const faults: string[] = [];
  const blame = (...found: string[]) => {
    faults.push(...found.slice(0, FAULTS_TOLD - faults.length));
  };
  const seal = createHash('sha256');
  let sealed = 0;
  let chains = 0;
  let chainId: string | null = null;
  let before: Link = noLink;
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    for await (const link of linksOf(client, chained)) {
      if (link.chainId !== chainId) {
        seal.update(before.hash);
        chainId = link.chainId;
        before = noLink;
        chains += 1;
      }
      const fault = faultOf(chained, link, before);
      if (fault) blame(fault);
      before = { number: BigInt(link.number), hash: link.hash };
      sealed += 1;
    }
    seal.update(before.hash);
    const { rows } = await client.query<{ sealed: string }>(`select sealed from ${chained.name}_chain_place`);
    const promised = Number(rows[0]?.sealed ?? 0);
    if (promised !== sealed) blame(`${promised} rows were sealed, ${sealed} are in the chains`);
    blame(...(await slippedIn(client, chained)));
    const tail = await tailOf(client, chained);
    blame(...tail.faults);
    return { sealed, chains, unsealed: tail.unsealed, seal: seal.digest('hex'), faults };
  } finally {
    await client.query('rollback');
  }
}
