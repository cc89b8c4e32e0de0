import type pg from 'pg';
import { idsAhead } from '../../doctor/transaction-ids.ts';
import { serviceNames } from '../../launcher/settings.ts';
import { withClient } from '../../launcher/with-client.ts';
import type { ConfirmedWrite } from './confirmed-writes.ts';

type Url = (database: string) => string;

const ask = <Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> => withClient(url, async (client) => (await client.query<Row>(sql, values)).rows);

/** Transaction ids in tables that the server has not given out yet, in every database. */
export async function aheadOfTheServer(url: Url): Promise<string[]> {
  const found = await Promise.all(
    serviceNames.map((name) => withClient(url(`dang_${name}`), (client) => idsAhead(client))),
  );
  return found.flat().map(({ column, highest, next }) => `${column} ${highest} (next ${next})`);
}

/** What the clock of the server says now: for us, and as `recovery_target_time` takes it. */
export async function momentOf(url: string): Promise<{ at: Date; text: string }> {
  const [row] = await ask<{ at: Date; text: string }>(
    url,
    `select now as at, to_char(now at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' as text from clock_timestamp() as now`,
  );
  if (!row) throw new Error('the server has no time');
  return row;
}

/** Which of the confirmed writes the databases hold. */
export async function stillThere(
  url: Url,
  writes: readonly ConfirmedWrite[],
): Promise<ReadonlySet<ConfirmedWrite>> {
  const of = (kind: ConfirmedWrite['kind']) =>
    writes.filter((write) => write.kind === kind).map(({ id }) => id);
  const [tickets, payments] = await Promise.all([
    ask<{ id: string }>(url('dang_orgtree'), 'select id from ticket where id = any($1::uuid[])', [
      of('ticket'),
    ]),
    ask<{ id: string }>(
      url('dang_fees'),
      `select id from payment_order where id = any($1::uuid[]) and status = 'SUCCEEDED'`,
      [of('payment')],
    ),
  ]);
  const ids = new Set([...tickets, ...payments].map(({ id }) => id));
  return new Set(writes.filter(({ id }) => ids.has(id)));
}
