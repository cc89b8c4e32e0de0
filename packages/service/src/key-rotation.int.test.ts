import { createCipheriv, randomBytes } from 'node:crypto';
import { openConnection } from '@dang/events/leader';
import { recordEvents } from '@dang/events/outbox';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { definition, NoteWritten } from '../test-subgraph/definition.ts';
import { keyRing } from './key-ring.ts';
import { indexesAlone, keysInUse, reindexColumn, rotateColumn, sealedColumnsOf } from './key-rotation.ts';
import { blindIndex, openText, sealText } from './sealed-text.ts';
import { openSubgraph, testDatabase } from './testing.ts';

const [firstKey, secondKey] = [randomBytes(32), randomBytes(32)];
const [first, second] = [keyRing(firstKey), keyRing(secondKey, [firstKey])];
const [indexKey, nextIndexKey] = [randomBytes(32), randomBytes(32)];
const phoneOf = (number: number) => `09${String(number).padStart(8, '0')}`;
const ROWS = 3_000;

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
let client: Client;
beforeAll(async () => {
  const databaseUrl = await testDatabase('notes');
  subgraph = await openSubgraph(definition, { databaseUrl });
  ({ client } = await openConnection(databaseUrl, 'test'));
  await client.query(
    `create table contact (number int primary key, phone_sealed text, phone_index text unique, unsealed text, lonely_index text)`,
  );
  const numbers = Array.from({ length: ROWS }, (_, number) => number);
  await client.query(
    'insert into contact (number, phone_sealed, phone_index) select * from unnest($1::int[], $2::text[], $3::text[])',
    [
      numbers,
      numbers.map((number) => (number === 7 ? null : sealText(first, phoneOf(number)))),
      numbers.map((number) => (number === 7 ? null : blindIndex(indexKey, phoneOf(number)))),
    ],
  );
});
afterAll(async () => {
  await client.end();
  await subgraph.close();
});

/** As texts were sealed before each had a key of its own. */
function sealedOnce(plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', firstKey, iv);
  return `v1.${Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')}`;
}
const column = async (table: string) => {
  const found = (await sealedColumnsOf(client)).find((each) => each.table === table);
  if (!found) throw new Error(`${table} has no sealed column`);
  return found;
};
const contacts = async () =>
  (
    await client.query(
      'select number, phone_sealed as phone, phone_index as index from contact order by number',
    )
  ).rows;

test('sealed columns are found by their names, the index beside them; an index alone is told', async () => {
  expect(await column('contact')).toEqual({
    table: 'contact',
    column: 'phone_sealed',
    type: 'text',
    index: 'phone_index',
    isJson: false,
  });
  expect(await indexesAlone(client)).toEqual(['contact.lonely_index']);
});

test('a rotation brings everything under the new key, old texts of version 1 too, and changes no value', async () => {
  await client.query('update contact set phone_sealed = $1 where number = 1', [sealedOnce(phoneOf(1))]);
  const contact = await column('contact');
  expect(await keysInUse(client, contact)).toEqual(
    new Map([
      [first.current, ROWS - 2],
      ['v1', 1],
    ]),
  );
  expect(await rotateColumn(client, second, contact)).toBe(ROWS - 1);
  expect(await keysInUse(client, contact)).toEqual(new Map([[second.current, ROWS - 1]]));
  const onlyNew = keyRing(secondKey);
  for (const { number, phone, index } of await contacts()) {
    expect(phone && openText(onlyNew, phone)).toBe(number === 7 ? null : phoneOf(number));
    expect(index).toBe(number === 7 ? null : blindIndex(indexKey, phoneOf(number)));
  }
  expect(await rotateColumn(client, second, contact)).toBe(0);
});

test('a rotation that was cut off goes on where it stopped', async () => {
  const contact = await column('contact');
  const third = keyRing(randomBytes(32), [secondKey]);
  const broken = sealText(keyRing(randomBytes(32)), 'of a key that is lost');
  await client.query(`update contact set phone_sealed = $1 where number = ${ROWS - 1}`, [broken]);
  await expect(rotateColumn(client, third, contact)).rejects.toThrow(
    'an old key that is still needed is missing',
  );
  await client.query(`update contact set phone_sealed = null, phone_index = null where number = ${ROWS - 1}`);
  const rest = await rotateColumn(client, third, contact);
  expect(rest).toBeLessThanOrEqual(ROWS - 2);
  expect(await keysInUse(client, contact)).toEqual(new Map([[third.current, ROWS - 2]]));
});

test('what travels in events, and what is parked, comes along', async () => {
  const sealed = sealText(first, '099123456789');
  await subgraph.em().transactional((em) =>
    recordEvents(em, NoteWritten, [
      { aggregateId: 'a', data: { text: sealed } },
      { aggregateId: 'b', data: { text: 'v2.is no sealed text' } },
    ]),
  );
  await client.query(
    `insert into parked_event (reaction, event_id, subject, envelope, status, reason)
     values ('r', uuidv7(), 's', $1, 'DEAD', 'x')`,
    [JSON.stringify({ data: { members: [{ card: sealed }, { card: null }] } })],
  );
  for (const each of await sealedColumnsOf(client)) if (each.isJson) await rotateColumn(client, second, each);
  const [event, other] = await subgraph.drainOutbox();
  const { text = '' } = (event?.data ?? {}) as { text?: string };
  expect(openText(keyRing(secondKey), text)).toBe('099123456789');
  expect(other?.data).toEqual({ text: 'v2.is no sealed text' });
  const { rows } = await client.query('select envelope from parked_event');
  const [{ card }, nothing] = JSON.parse(rows[0].envelope).data.members;
  expect([openText(keyRing(secondKey), card), nothing.card]).toEqual(['099123456789', null]);
});

test('a new index key finds what the old one found', async () => {
  await client.query('delete from contact where number > 100');
  const contact = await column('contact');
  await client.query('update contact set phone_sealed = $1 where number = 5', [sealText(second, phoneOf(5))]);
  const ring = keyRing(secondKey, [firstKey]);
  const { rows } = await client.query(
    'select number from contact where phone_sealed is not null and number <> 5',
  );
  for (const { number } of rows)
    await client.query('update contact set phone_sealed = $1 where number = $2', [
      sealText(first, phoneOf(number)),
      number,
    ]);
  expect(await reindexColumn(client, ring, nextIndexKey, contact)).toBe(100);
  for (const { number, index } of await contacts())
    expect(index).toBe(number === 7 ? null : blindIndex(nextIndexKey, phoneOf(number)));
  expect(await reindexColumn(client, ring, nextIndexKey, contact)).toBe(0);
});
