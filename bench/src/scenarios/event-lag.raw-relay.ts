import { makeDoorbell } from '@dang/events/doorbell';
import { envelopeColumns, type OutboxRow, rowText } from '@dang/events/outbox';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import pg from 'pg';
import { announce } from '../lib/child.ts';

/**
 * The anchor, as a process of its own: LISTEN, read what is new, publish it with acknowledgement, mark it. It has
 * nothing of what makes a relay safe: no leader, no order, no wait for older transactions, no second try.
 */
const { DATABASE_URL = '', NATS_URL = '', SUBJECT = '' } = process.env;
const nats = await connect({ servers: NATS_URL });
const stream = jetstream(nats);
const client = new pg.Client({ connectionString: DATABASE_URL });
client.on('error', () => process.exit(1));
await client.connect();
const bell = makeDoorbell(new AbortController().signal);
client.on('notification', () => bell.ring());
await client.query('set synchronous_commit = off');
await client.query('listen outbox');
announce('');
for (;;) {
  const { rows } = await client.query<OutboxRow>({
    name: 'next',
    text: `select ${envelopeColumns} from outbox where published_at is null order by outbox.position`,
  });
  await Promise.all(rows.map((row) => stream.publish(SUBJECT, rowText(row, 'bench'), { msgID: row.id })));
  if (rows.length === 0) await bell.wait(1_000);
  else {
    await client.query({
      name: 'mark',
      text: 'update outbox set published_at = clock_timestamp() where id = any($1::uuid[])',
      values: [rows.map(({ id }) => id)],
    });
  }
}
