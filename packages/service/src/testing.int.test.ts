import { SessionEnded } from '@dang/events/contracts/identity/session-ended';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { definition } from '../test-subgraph/definition.ts';
import { openSubgraph, testActor, testDatabase } from './testing.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
afterAll(() => subgraph.close());

const ended = (reason: string) => {
  const { sessionId } = testActor();
  const data = { ...SessionEnded.example, sessionId, reason };
  return makeEnvelope(SessionEnded, { aggregateId: sessionId, data: data as never }, { province: '05' });
};
const notes = () => subgraph.em().execute<{ text: string }[]>('select text from note order by text');

test('an event that is delivered, also twice, has its effect once', async () => {
  const event = ended('SIGNED_OUT');
  await subgraph.deliver(event);
  await subgraph.deliver(event);
  expect(await notes()).toEqual([{ text: expect.stringContaining('ended: SIGNED_OUT') }]);
});

test('an event that cannot be handled fails the test that delivered it', async () => {
  await expect(subgraph.deliver(ended('broken'))).rejects.toThrow('noteEndOfSession: ');
});

test('events are read once, in order; a refusal leaves none', async () => {
  const write = (text: string, idempotencyKey: string) =>
    subgraph.execute(
      'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { refusal { code } } }',
      { input: { text, idempotencyKey } },
      testActor(),
    );
  await write('first', 'a');
  await write('refuse me', 'b');
  await write('second', 'c');
  const events = await subgraph.drainOutbox();
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['dang.notes.NoteWritten.v1', { text: 'first' }],
    ['dang.notes.NoteWritten.v1', { text: 'second' }],
  ]);
  expect(events[0]?.actorname).toBe('Nguyễn Văn An');
  expect(await subgraph.drainOutbox()).toEqual([]);
});
