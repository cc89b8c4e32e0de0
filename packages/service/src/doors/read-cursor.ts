import { escapeLiteral, type Pool } from 'pg';

const ROWS_A_FETCH = 500;

/**
 * The rows of a query from a cursor of the database, in one read-only snapshot: a bounded number in memory, however many there are.
 * Whoever stops reading ends it, and the connection is the next one's. Values stand as `$1`, `$2` … where a literal may stand, with
 * their types (`$1::uuid`): a cursor is declared without bound values, so they are quoted into the text.
 */
export async function* readCursor<Row extends object>(
  pool: Pool,
  sql: string,
  values: readonly string[],
): AsyncGenerator<Row> {
  const client = await pool.connect();
  // lost while nobody asks it anything: the next question fails, and the process does not fall with it
  const lost = () => {};
  client.on('error', lost);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const text = sql.replace(/\$(\d+)/g, (_, n: string) => escapeLiteral(values[Number(n) - 1] ?? ''));
    await client.query(`declare exported no scroll cursor for ${text}`);
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${ROWS_A_FETCH} from exported`);
      yield* rows;
      if (rows.length < ROWS_A_FETCH) return;
    }
  } finally {
    await client.query('rollback').catch(() => {});
    client.off('error', lost);
    client.release();
  }
}
