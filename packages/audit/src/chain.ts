import { createHash } from 'node:crypto';

/**
 * An append-only table whose rows are chained: `chainTables(name, table)` made its tables. A row stores the hash of its own
 * content in the transaction that writes it; the sealer appends it to the chain of its unit a moment later.
 */
export type ChainedTable = {
  /** `audit`: the chain is `audit_chain`. */
  name: string;
  table: string;
  /** SQL over the row for the chain it belongs to (a unit's id); null: the one chain of the service. */
  chainOf: string;
  /** The columns that `hashOf` needs, as a select list over the table under its own name. */
  columns: string;
  /** The content hash of a row, made again from what is stored. */
  hashOf(row: Record<string, unknown>): Buffer;
  /** SQL over the row for the moment it was written. */
  writtenAt: string;
};

/** Where rows go that belong to no unit. */
export const serviceChain = '00000000-0000-0000-0000-000000000000';

/** The last link of a chain; number 0 of an empty one. */
export type Link = { number: bigint; hash: Buffer };

export const noLink: Link = { number: 0n, hash: Buffer.alloc(32) };

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The link after `previous`: its hash covers the one before, the chain, its number, the row's id and its content. */
export function nextLink(
  chainId: string,
  previous: Link,
  row: { id: string; contentHash: Uint8Array },
): Link {
  const number = previous.number + 1n;
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(number);
  const hash = createHash('sha256')
    .update('link 1')
    .update(previous.hash)
    .update(uuidBytes(chainId))
    .update(place)
    .update(uuidBytes(row.id))
    .update(row.contentHash)
    .digest();
  return { number, hash };
}
