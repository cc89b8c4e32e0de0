import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { definition, endedPosition } from '../test-subgraph/definition.ts';
import { openSubgraph, testActor, testDatabase } from './testing.ts';
import { pruneIdempotencyKeys } from './workers.ts';

type Opened = Awaited<ReturnType<typeof openSubgraph>>;
let subgraph: Opened;
let actor = testActor();
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
beforeEach(async () => {
  actor = testActor();
  await subgraph.em().execute('truncate note, idempotency_key');
});
afterAll(() => subgraph.close());

const document = `mutation ($input: WriteNoteInput!) {
  writeNote(input: $input) { note { id text amount version } refusal { code message field } }
}`;
async function write(input: object, who = actor) {
  const { data, errors } = await subgraph.execute(document, { input }, who);
  return { ...data?.writeNote, errors };
}
const countOf = async (table: string) =>
  (await subgraph.em().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n;

describe('a mutation with an idempotency key', () => {
  test('again with the same input gives the same thing, read anew', async () => {
    const first = await write({ idempotencyKey: 'k1', text: 'one', amount: 116_532 });
    expect(first).toMatchObject({ note: { text: 'one', amount: 116_532, version: 1 }, refusal: null });
    await subgraph.em().execute('update note set version = 7');
    const again = await write({ amount: 116_532, text: 'one', idempotencyKey: 'k1' });
    expect(again.note).toEqual({ ...first.note, version: 7 });
    expect(await countOf('note')).toBe(1);
  });

  test('again, when the thing is no longer to be seen, is NOT_FOUND', async () => {
    await write({ idempotencyKey: 'k1', text: 'one' });
    await subgraph.em().execute('delete from note');
    expect(await write({ idempotencyKey: 'k1', text: 'one' })).toMatchObject({
      note: null,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  test('is not done in a position that has ended; what was done in it before is still answered', async () => {
    const secretary = testActor({ role: 'BRANCH_SECRETARY' });
    await write({ idempotencyKey: 'k1', text: 'one' }, secretary);
    const former = { ...secretary, capacity: { ...secretary.capacity, positionId: endedPosition } };
    const refused = await write({ idempotencyKey: 'k2', text: 'two' }, former as typeof secretary);
    expect(refused).toMatchObject({ note: null, refusal: { code: 'POSITION_ENDED' } });
    expect((await write({ idempotencyKey: 'k1', text: 'one' }, former as typeof secretary)).note.text).toBe(
      'one',
    );
    expect(await countOf('note')).toBe(1);
  });

  test('and another expectedVersion is the same input', async () => {
    const first = await write({ idempotencyKey: 'k1', text: 'one', expectedVersion: 1 });
    const again = await write({ idempotencyKey: 'k1', text: 'one', expectedVersion: 2 });
    expect(again.note.id).toBe(first.note.id);
  });

  test('and another input is refused IDEMPOTENCY_CONFLICT', async () => {
    await write({ idempotencyKey: 'k1', text: 'one' });
    const other = await write({ idempotencyKey: 'k1', text: 'two' });
    expect(other).toMatchObject({
      note: null,
      refusal: { code: 'IDEMPOTENCY_CONFLICT', field: 'idempotencyKey' },
    });
    expect(await countOf('note')).toBe(1);
  });

  test('keeps no trace of the input that could be guessed: its hash takes the index key', async () => {
    await write({ idempotencyKey: 'secret', text: '099123456789', amount: 5 });
    const plain = createHash('sha256')
      .update(JSON.stringify({ amount: '5n', text: '099123456789' }))
      .digest('hex');
    const [row] = await subgraph
      .em()
      .execute(`select encode(input_hash, 'hex') as hash from idempotency_key where key = 'secret'`);
    expect(row?.hash).not.toBe(plain);
  });
  test('belongs to one account: another account’s same key is another call', async () => {
    await write({ idempotencyKey: 'k1', text: 'one' });
    const other = await write({ idempotencyKey: 'k1', text: 'two' }, testActor());
    expect(other).toMatchObject({ note: { text: 'two' }, refusal: null });
  });

  test('that was refused left nothing, and may be used again', async () => {
    const refused = await write({ idempotencyKey: 'k1', text: 'refuse me' });
    expect(refused).toMatchObject({ note: null, refusal: { code: 'INVALID_INPUT', field: 'text' } });
    expect([await countOf('note'), await countOf('idempotency_key')]).toEqual([0, 0]);
    expect((await write({ idempotencyKey: 'k1', text: 'better' })).note.text).toBe('better');
  });

  test('sent ten times at once has one effect, and every call gets the thing', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => write({ idempotencyKey: 'k1', text: 'one' })),
    );
    expect(new Set(answers.map(({ note }) => note?.id)).size).toBe(1);
    expect(answers.map(({ refusal }) => refusal)).toEqual(Array(10).fill(null));
    expect(await countOf('note')).toBe(1);
  });

  test('sent at once with two inputs: one is done, the other refused', async () => {
    const answers = await Promise.all(['one', 'two'].map((text) => write({ idempotencyKey: 'k1', text })));
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'IDEMPOTENCY_CONFLICT',
      'done',
    ]);
    expect(await countOf('note')).toBe(1);
  });

  test('after a fault is free again, and the fault says nothing of itself', async () => {
    await write({ idempotencyKey: 'k1', text: 'one' });
    const clash = await write({ idempotencyKey: 'k2', text: 'one' });
    expect(clash.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(clash.errors)).not.toMatch(/unique|constraint|insert/i);
    expect((await write({ idempotencyKey: 'k2', text: 'two' })).note.text).toBe('two');
  });

  test.each(['', 'x'.repeat(101)])('of a wrong length is bad input', async (idempotencyKey) => {
    const { errors } = await write({ idempotencyKey, text: 'one' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('is forgotten when its time is over, and not before', async () => {
    await write({ idempotencyKey: 'old', text: 'one' });
    await write({ idempotencyKey: 'new', text: 'two' });
    await subgraph
      .em()
      .execute(`update idempotency_key set kept_until = now() - interval '1 s' where key = 'old'`);
    await pruneIdempotencyKeys(subgraph.orm);
    expect(await subgraph.em().execute('select key from idempotency_key')).toEqual([{ key: 'new' }]);
  });
});

test('the refusal speaks English when asked to', async () => {
  const input = { idempotencyKey: 'k1', text: 'refuse me' };
  const { data } = await subgraph.execute(document, { input }, actor, 'en');
  expect(data?.writeNote.refusal.message).toBe('The input is not valid.');
});
