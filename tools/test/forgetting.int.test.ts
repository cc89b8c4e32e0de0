import { migrate } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { testDatabase } from '@dang/service/testing';
import { describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { ServiceName } from '../src/launcher/settings.ts';
import { definitionOf } from '../src/release/source.ts';

jest.setTimeout(120_000);
const log = makeLogger({ service: 'forgetting', role: 'test', level: 'silent' });

/** Tables of which a job takes rows away, and the columns by which it finds them. */
const forgotten: Readonly<Record<string, { rows: string[]; foundBy?: [table: string, column: string] }>> = {
  identity: { rows: ['notice', 'stored_file'], foundBy: ['notice', 'read_at'] },
  orgtree: { rows: ['ticket', 'stored_file'], foundBy: ['ticket', 'closed_on'] },
  fees: { rows: ['provider_message', 'stored_file'], foundBy: ['provider_message', 'received_at'] },
  evaluation: {
    rows: [
      'comment_item',
      'comment_sheet',
      'comment_list',
      'self_report',
      'document_signature',
      'stored_file',
    ],
    foundBy: ['comment_item', 'closed_on'],
  },
  transfers: { rows: ['stored_file'] },
};

const indexed = `exists (select from pg_index i where i.indrelid = a.attrelid and i.indkey[0] = a.attnum
  and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))`;

/** What PostgreSQL would have to read from its first row to its last to take a row away, or to find what to take. */
async function readInWhole(
  client: pg.Client,
  { rows, foundBy }: (typeof forgotten)[string],
): Promise<string[]> {
  const { rows: found } = await client.query<{ place: string }>(
    `select a.attrelid::regclass || '.' || a.attname as place from pg_attribute a where (
         exists (select from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and c.conkey[1] = a.attnum
           and c.confrelid = any($1::regclass[]))
         or (a.attrelid, a.attname) = ($2::regclass, $3::name))
       and not ${indexed} order by 1`,
    [rows, foundBy?.[0] ?? null, foundBy?.[1] ?? null],
  );
  return found.map(({ place }) => place);
}

describe('a night takes away what is over by indexes, however many years a table holds', () => {
  test.each(Object.entries(forgotten))('%s', async (name, what) => {
    const url = await testDatabase(name);
    await migrate({ definition: await definitionOf(name as ServiceName), url, log });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      expect(await readInWhole(client, what)).toEqual([]);
      await client.query(
        'create table newer (id int primary key, file_id uuid references stored_file, at date)',
      );
      const planted = { rows: ['stored_file'], foundBy: ['newer', 'at'] as [string, string] };
      expect(await readInWhole(client, planted)).toEqual(['newer.at', 'newer.file_id']);
      // one that leaves rows out is no help
      await client.query('create index newer_file on newer (file_id) where id > 7');
      await client.query('create index newer_at on newer (at) where at is not null');
      expect(await readInWhole(client, planted)).toEqual(['newer.file_id']);
    } finally {
      await client.end();
    }
  });
});
