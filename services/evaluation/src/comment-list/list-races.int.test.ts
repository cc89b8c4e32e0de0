import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, bring, enrol, made, type Province } from '../../test/list-stage.ts';
import { actors, openTestProvince } from '../../test/small-province.ts';

let province: Province;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

test('two lists over the same members that are sent at once, crosswise: one goes, the other names them all', async () => {
  for (let round = 0; round < 4; round += 1) {
    const memberIds = await enrol(province, ...Array.from({ length: 120 }, () => ({})));
    const own = await bring(province, await made(province, { memberIds }), 'approve');
    const { committee } = actors;
    const whole = await made(province, { memberIds: memberIds.toReversed() }, committee);
    const theirs = await bring(province, whole, 'approve', committee);
    const answers = await Promise.all([
      act(province, 'send', { ...own }),
      act(province, 'send', { ...theirs }, committee),
    ]);
    const states = answers.map(
      ({ commentList, refusal, error }) => commentList?.status ?? refusal?.code ?? error,
    );
    expect(states.toSorted()).toEqual(['SENT', 'YEARLY_ITEM_OPEN']);
    const refused = answers.find(({ refusal }) => refusal);
    expect(refused.rowRefusals).toHaveLength(120);
  }
});

test('one list that is sent twice at once under two keys goes once', async () => {
  const memberIds = await enrol(province, {}, {});
  const list = await bring(province, await made(province, { memberIds }), 'approve');
  const answers = await Promise.all([act(province, 'send', { ...list }), act(province, 'send', { ...list })]);
  const states = answers.map(({ commentList, refusal }) => commentList?.status ?? refusal?.code);
  expect(states.toSorted()).toEqual(['SENT', 'VERSION_CONFLICT']);
  const [row] = await province
    .em()
    .execute('select count(*)::int as items from comment_item where list_id = ?', [list.listId]);
  expect(row?.items).toBe(2);
});
