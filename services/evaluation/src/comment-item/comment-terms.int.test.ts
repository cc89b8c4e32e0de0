import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type ItemStage, openItems } from '../../test/item-stage.ts';
import { actors, units } from '../../test/small-province.ts';
import { actingUnitOf } from './comment-item.rules.ts';
import { type CommentItemState, closedStates, commentItemWorkflow } from './comment-item.workflow.ts';

let stage: ItemStage;
beforeAll(async () => {
  stage = await openItems();
});
afterAll(() => stage?.close());
// the day is Monday 2026-07-06; what the province brings along is due today
beforeEach(async () => {
  await stage.em().execute(`update comment_item set due_on = null where closed_on is null`);
});

async function told(): Promise<[name: string, itemId: unknown][]> {
  await stage.drainOutbox();
  await stage.runJob('watch-comment-terms');
  const events = await stage.drainOutbox();
  return events.map(({ type, data }) => [
    type.includes('Overdue') ? 'OVERDUE' : 'DUE_SOON',
    (data as { itemId: string }).itemId,
  ]);
}

test('a sheet that is due by the next working day is spoken of once, an overdue one once more', async () => {
  const soon = await stage.item({ dueOn: '2026-07-07' });
  const today = await stage.item({ status: 'SUBMITTED', dueOn: '2026-07-06' });
  const late = await stage.item({ status: 'DRAFTING', dueOn: '2026-07-03' });
  await stage.item({ dueOn: '2026-07-08' });
  await stage.item({ status: 'DELIVERED', dueOn: '2026-07-03' });
  await stage.item({ status: 'CANCELLED', dueOn: '2026-07-03' });
  await stage.item({ type: 'INTRODUCE', status: 'SENT', dueOn: null });
  expect(await told()).toEqual([
    ['DUE_SOON', today.id],
    ['DUE_SOON', soon.id],
    ['OVERDUE', late.id],
  ]);
  expect(await told()).toEqual([]);
});

test('what is told names the unit whose turn it is, the commune or ward and the workplace', async () => {
  const { id, number } = await stage.item({ dueOn: '2026-07-03' });
  await stage.drainOutbox();
  await stage.runJob('watch-comment-terms');
  const [event] = await stage.drainOutbox();
  expect(event?.data).toEqual({
    itemId: id,
    number,
    unitId: units.residenceBranch,
    residenceUnitId: units.residenceWard,
    workplaceUnitId: units.branch1,
    dueOn: '2026-07-03',
  });
});

test('a request that was sent again has a new term, which is spoken of anew', async () => {
  const { id } = await stage.item({ status: 'RETURNED', dueOn: '2026-07-03' });
  expect(await told()).toEqual([['OVERDUE', id]]);
  await stage.act(actors.secretary, 'resendCommentItem', id, { residenceId: units.residenceBranch });
  await stage.em().execute(`update comment_item set due_on = '2026-07-05' where id = ?`, [id]);
  expect(await told()).toEqual([['OVERDUE', id]]);
});

test('a day off that was announced brings the reminder forward', async () => {
  const { id } = await stage.item({ dueOn: '2026-07-08' });
  const em = stage.em();
  await em.execute(`insert into calendar_day_copy (day, version, kind) values ('2026-07-07', 1, 'DAY_OFF')`);
  expect(await told()).toEqual([['DUE_SOON', id]]);
  await em.execute('delete from calendar_day_copy');
});

test('more than one statement takes are all told, each once, by two jobs at once', async () => {
  const listId = await stage.list();
  await stage.em().execute(
    `insert into comment_item (id, number, list_id, member_id, type, status, home_branch_id, workplace_unit_id, workplace_branch_id,
       residence_unit_id, residence_branch_id, self_report_required, sheet_complete, sent_at, due_on)
     select gen_random_uuid(), 'M-' || n, ?, gen_random_uuid(), 'REQUEST_COMMENT', 'AT_BRANCH', ?, ?, ?, ?, ?, false, false,
       now(), '2026-07-03' from generate_series(1, 1100) n`,
    [listId, units.branch1, units.branch1, units.branch1, units.residenceWard, units.residenceBranch],
  );
  await stage.drainOutbox();
  await Promise.all([stage.runJob('watch-comment-terms'), stage.runJob('watch-comment-terms')]);
  const ids = (await stage.drainOutbox()).map(({ data }) => (data as { itemId: string }).itemId);
  expect([ids.length, new Set(ids).size]).toEqual([1100, 1100]);
});

test('the database knows whose turn it is as the rules do, in every state', async () => {
  const states = Object.keys(commentItemWorkflow.states) as CommentItemState[];
  for (const type of ['REQUEST_COMMENT', 'INTRODUCE', 'INTRODUCE_AND_REQUEST'] as const)
    for (const residenceBranchId of [units.residenceBranch, null])
      for (const status of states) {
        const { id } = await stage.item({ type, status, residenceBranchId });
        const [row] = await stage
          .em()
          .execute<{ unit: string | null }[]>(
            'select waiting_unit_id as unit from comment_item where id = ?',
            [id],
          );
        const item = { memberId: '', type, status, residenceBranchId, sheetComplete: false };
        const { branch1: workplaceUnitId, residenceWard: residenceUnitId } = units;
        const expected = actingUnitOf({ ...item, workplaceUnitId, residenceUnitId });
        expect([type, status, row?.unit]).toEqual([
          type,
          status,
          closedStates.includes(status) ? null : expected,
        ]);
      }
});
