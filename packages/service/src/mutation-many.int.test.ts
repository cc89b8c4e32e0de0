import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { definition, endedPosition } from '../test-subgraph/definition.ts';
import { openSubgraph, testActor, testDatabase } from './testing.ts';

type Opened = Awaited<ReturnType<typeof openSubgraph>>;
let subgraph: Opened;
let actor = testActor();
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
beforeEach(async () => {
  actor = testActor();
  await subgraph.em().execute('truncate note, idempotency_key');
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

/** Notes that say this; their ids, in the order given. */
async function notes(...texts: string[]): Promise<string[]> {
  const rows = texts.map(() => randomUUID());
  for (const [index, text] of texts.entries())
    await subgraph.em().execute('insert into note (id, text) values (?, ?)', [rows[index], text]);
  return rows;
}

async function mark(noteIds: readonly string[] | null, key = 'k1', who = actor, mark = '!') {
  const { data, errors } = await subgraph.execute(
    `mutation ($input: MarkNotesInput!) {
      markNotes(input: $input) { items { id note { text } refusal { code message field } } refusal { code field } }
    }`,
    { input: { idempotencyKey: key, noteIds, mark } },
    who,
  );
  return { ...data?.markNotes, errors };
}

const saidBy = (items: { note: { text: string } | null; refusal: { code: string } | null }[]) =>
  items.map(({ note, refusal }) => note?.text ?? refusal?.code);
const textsNow = async () =>
  (await subgraph.em().execute<{ text: string }[]>('select text from note order by text')).map(
    ({ text }) => text,
  );

describe('a mutation of many things', () => {
  test('does each by itself: a refusal takes back what was written for that one, and no more', async () => {
    const ids = [...(await notes('b', 'refuse me', 'a')), randomUUID()];
    const answer = await mark(ids);
    expect(answer).toMatchObject({ refusal: null });
    expect(answer.items.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(saidBy(answer.items)).toEqual(['b !', 'LIST_TOO_LONG', 'a !', 'NOT_FOUND']);
    expect(answer.items[1].refusal).toMatchObject({
      field: 'mark',
      message: 'Một danh sách có nhiều nhất 7 đảng viên.',
    });
    expect(await textsNow()).toEqual(['a !', 'b !', 'refuse me']);
    const told = (await subgraph.drainOutbox()).map(({ data }) => (data as { text: string }).text);
    expect(told.sort()).toEqual(['a !', 'b !', 'marked 2']);
  });

  test('leaves a line in the audit trail for each that was done', async () => {
    const [done] = await notes('a', 'refuse me').then((ids) => mark(ids).then(() => ids));
    const lines = await subgraph
      .em()
      .execute(
        'select action, subject_kind as kind, subject_id as subject, after from audit_entry where account_id = ?',
        [actor.accountId],
      );
    expect(lines).toEqual([{ action: 'markNotes', kind: 'note', subject: done, after: { text: 'a !' } }]);
  });

  test('again answers the same, things read anew, and does nothing', async () => {
    const ids = await notes('a', 'refuse me', 'b');
    const first = await mark(ids);
    await subgraph.em().execute(`update note set text = 'new' where text = 'a !'`);
    await subgraph.em().execute(`update note set text = 'would pass' where text = 'refuse me'`);
    const again = await mark(ids);
    expect(saidBy(again.items)).toEqual(['new', 'LIST_TOO_LONG', 'b !']);
    expect(again.items[1]).toEqual(first.items[1]);
    expect(await textsNow()).toEqual(['b !', 'new', 'would pass']);
  });

  test('again with other things, or another input, is refused as a whole', async () => {
    const ids = await notes('a', 'b');
    await mark(ids);
    const conflict = { items: null, refusal: { code: 'IDEMPOTENCY_CONFLICT', field: 'idempotencyKey' } };
    expect(await mark(ids.slice(1))).toMatchObject(conflict);
    expect(await mark(ids, 'k1', actor, '?')).toMatchObject(conflict);
    expect(await textsNow()).toEqual(['a !', 'b !']);
  });

  test('of which every one was refused keeps nothing, and may come again', async () => {
    const ids = await notes('refuse me');
    expect(saidBy((await mark(ids)).items)).toEqual(['LIST_TOO_LONG']);
    await subgraph.em().execute(`update note set text = 'better'`);
    expect(saidBy((await mark(ids)).items)).toEqual(['better !']);
  });

  test('sent eight times at once, in any order of the things, has one effect', async () => {
    const ids = await notes('a', 'b', 'c');
    const calls = Array.from({ length: 8 }, (_, n) => mark(n % 2 ? ids : ids.toReversed(), `k${n}`));
    const same = Array.from({ length: 8 }, () => mark(ids, 'same'));
    expect((await Promise.all(calls)).map(({ errors }) => errors)).toEqual(Array(8).fill(undefined));
    expect((await Promise.all(same)).map(({ errors }) => errors)).toEqual(Array(8).fill(undefined));
    expect(await textsNow()).toEqual(['a', 'b', 'c'].map((text) => `${text}${' !'.repeat(9)}`));
  });

  test('may find its things itself, once: the same call again answers what it found then', async () => {
    const nobody = { items: null, refusal: { code: 'NOT_FOUND', field: 'noteIds' } };
    expect(await mark(null)).toMatchObject(nobody);
    await notes('b', 'a');
    expect(saidBy((await mark(null)).items)).toEqual(['a !', 'b !']);
    await notes('c');
    expect(saidBy((await mark(null)).items)).toEqual(['a !', 'b !']);
    expect(await textsNow()).toEqual(['a !', 'b !', 'c']);
  });

  test('a fault at one takes back all, and says nothing of itself', async () => {
    const ids = await notes('a', 'fault', 'b');
    const { errors } = await mark(ids);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(await textsNow()).toEqual(['a', 'b', 'fault']);
    expect(await subgraph.em().execute('select from idempotency_key')).toHaveLength(0);
  });

  test('is not done in a position that has ended', async () => {
    const secretary = testActor({ role: 'BRANCH_SECRETARY' });
    const former = { ...secretary, capacity: { ...secretary.capacity, positionId: endedPosition } };
    const answer = await mark(await notes('a'), 'k1', former as typeof secretary);
    expect(answer).toMatchObject({ items: null, refusal: { code: 'POSITION_ENDED' } });
  });

  test('wants 1 to 100 things, each once', async () => {
    const [id = ''] = await notes('a');
    const many = Array.from({ length: 101 }, () => randomUUID());
    for (const ids of [[], many, [id, id], [id, id.toUpperCase()]])
      expect(await mark(ids)).toMatchObject({
        items: null,
        refusal: { code: 'INVALID_INPUT', field: 'noteIds' },
      });
    expect(saidBy((await mark([id, ...many.slice(2)])).items).slice(0, 2)).toEqual(['a !', 'NOT_FOUND']);
  });
});
