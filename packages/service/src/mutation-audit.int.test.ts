import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { definition } from '../test-subgraph/definition.ts';
import { openSubgraph, testActor, testDatabase } from './testing.ts';

type Opened = Awaited<ReturnType<typeof openSubgraph>>;
let subgraph: Opened;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('notes') });
});
beforeEach(() => subgraph.em().execute('delete from idempotency_key; delete from note'));
afterAll(() => subgraph.close());

const document =
  'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } refusal { code } } }';
const write = (text: string, key: string, actor = testActor()) =>
  subgraph.execute(document, { input: { idempotencyKey: key, text, amount: 5 } }, actor);
const trailOf = (accountId: string) =>
  subgraph.em().execute(
    `select action, subject_kind as "subjectKind", subject_id as "subjectId", account_id as "accountId",
       actor_title as title, unit_id as "unitId", member_id as "memberId", after, ip, device
     from audit_entry where account_id = ?`,
    [accountId],
  );

describe('the audit trail of a mutation', () => {
  test('is one line a success: who, in which capacity, what, from where', async () => {
    const actor = testActor({ role: 'BRANCH_SECRETARY', title: 'Bí thư chi bộ' });
    const { data } = await write('kept', 'k1', actor);
    expect(await trailOf(actor.accountId)).toEqual([
      {
        action: 'writeNote',
        subjectKind: 'note',
        subjectId: data?.writeNote.note.id,
        accountId: actor.accountId,
        title: 'Bí thư chi bộ',
        unitId: actor.capacity?.unitId,
        memberId: null,
        after: { amount: '5', text: 'kept' },
        ip: '203.0.113.7',
        device: 'a test',
      },
    ]);
  });
  test('says whom it is about when somebody acts for themselves', async () => {
    const actor = testActor();
    await write('mine', 'k1', actor);
    expect(await trailOf(actor.accountId)).toMatchObject([{ memberId: actor.memberId, unitId: null }]);
  });
  test('has no line for a refusal, nor a second one for the same key', async () => {
    const actor = testActor();
    await write('refuse me', 'k1', actor);
    await write('once', 'k2', actor);
    await write('once', 'k2', actor);
    expect(await trailOf(actor.accountId)).toHaveLength(1);
  });
  test('covers a personal number that slipped in', async () => {
    const actor = testActor();
    await write('099123456789', 'k1', actor);
    expect(await trailOf(actor.accountId)).toMatchObject([{ after: { text: '*********789' } }]);
  });
});
