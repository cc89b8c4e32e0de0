import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliverSheet, fileRow } from '../../test/delivered.ts';
import { openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: SheetStage;
beforeAll(async () => {
  stage = await openSheets();
});
afterAll(() => stage?.close());

const { residenceSecretary, residenceWard, secretary } = actors;
type Who = keyof typeof actors;
const insiders: readonly Who[] = ['residenceSecretary', 'residenceWard'];
const lookers: readonly Who[] = ['secretary', 'committee', 'residenceCommittee'];
const strangers: readonly Who[] = ['secretary2', 'companySecretary', 'companyWard'];

/** An item whose sheet the workplace has, and the id of that sheet. */
async function delivered(memberId: string = randomUUID()) {
  const { id } = await stage.item({ memberId });
  const sheetId = await deliverSheet(stage.em(), {
    itemId: id,
    scanId: await fileRow(stage.em(), 'CommentItem', id),
  });
  return { id, sheetId };
}
const correct = (actor: Actor | null, id: string, reason = 'Ghi nhầm tiêu chí 3') =>
  stage.act(actor, 'correctCommentSheet', id, { reason });
const drop = (actor: Actor | null, id: string) => stage.act(actor, 'dropCommentSheetCorrection', id);

async function closedToOthers(act: (actor: Actor | null) => Promise<string>): Promise<void> {
  expect(await act(null)).toBe('UNAUTHENTICATED');
  for (const one of (Object.keys(actors) as Who[]).filter((name) => !insiders.includes(name))) {
    const expected = lookers.includes(one)
      ? 'ACTION_NOT_ALLOWED'
      : strangers.includes(one)
        ? 'NOT_FOUND'
        : 'FORBIDDEN';
    expect([one, await act(actors[one])]).toEqual([one, expected]);
  }
}

describe('Mutation.correctCommentSheet', () => {
  test.each([...insiders])('is done by %s, and by no stranger', async (insider) => {
    const { id } = await delivered();
    await closedToOthers((actor) => correct(actor, id));
    expect(await correct(actors[insider], id, ' ')).toBe('REASON_REQUIRED');
    expect(await correct(actors[insider], id)).toBe('DRAFTING');
    expect(await correct(actors[insider], id)).toBe('WRONG_STATE');
  });

  test('is not done on one’s own case, nor before delivery, nor under an unknown id', async () => {
    const { id } = await delivered(residenceWard.memberId as string);
    expect(await correct(residenceWard, id)).toBe('OWN_CASE');
    expect(await correct(residenceWard, (await stage.sheetIn('APPROVED')).id)).toBe('WRONG_STATE');
    expect(await correct(residenceWard, randomUUID())).toBe('NOT_FOUND');
  });
});

describe('Mutation.dropCommentSheetCorrection', () => {
  test.each([...insiders])('is done by %s, and by no stranger', async (insider) => {
    const { id } = await delivered();
    await correct(residenceWard, id);
    await closedToOthers((actor) => drop(actor, id));
    expect(await drop(actors[insider], id)).toBe('DELIVERED');
    expect(await drop(actors[insider], id)).toBe('WRONG_STATE');
  });

  test('drops no first sheet', async () => {
    expect(await drop(residenceSecretary, (await stage.sheetIn('DRAFTING')).id)).toBe('WRONG_STATE');
  });
});

describe('a correction', () => {
  const read = (actor: Actor, id: string) =>
    stage.sheets(actor, id, 'id status meetingAttendance replacesId correctionReason');

  test('starts with what the old sheet says, has a term of its own, and the old one stays in force', async () => {
    const { id, sheetId } = await delivered();
    await correct(residenceSecretary, id);
    const residence = await read(residenceSecretary, id);
    expect(residence.sheet).toMatchObject({
      status: 'DRAFT',
      meetingAttendance: 'FULL',
      replacesId: sheetId,
      correctionReason: 'Ghi nhầm tiêu chí 3',
    });
    expect(residence.sheets).toHaveLength(2);
    const workplace = await read(secretary, id);
    expect(workplace.sheet).toMatchObject({ id: sheetId, status: 'DELIVERED' });
    expect(workplace.sheets).toHaveLength(1);
    expect(await stage.row(id)).toMatchObject({ status: 'DRAFTING', due: '2026-07-09', closed: null });
    expect(await stage.act(secretary, 'cancelCommentItem', id, { reason: 'Không cần nữa' })).toBe(
      'WRONG_STATE',
    );
  });

  test('that is dropped leaves the item as it was, received ones received', async () => {
    const { id } = await delivered();
    expect(await stage.many(secretary, 'receiveCommentSheets', [id])).toEqual(['RECEIVED']);
    const received = await stage.row(id);
    await correct(residenceWard, id);
    await stage.many(residenceSecretary, 'saveCommentSheets', [id], { content: { meetingAttendance: null } });
    expect(await drop(residenceWard, id)).toBe('RECEIVED');
    expect(await stage.row(id)).toMatchObject({ status: 'RECEIVED', closed: received?.closed });
    const { sheets } = await read(residenceWard, id);
    expect(sheets.map(({ status }: { status: string }) => status)).toEqual(['DELIVERED', 'DISCARDED']);
    expect(await correct(residenceWard, id)).toBe('DRAFTING');
  });

  test('that is dropped gives back the term and the day of closing: who was in time stays in time', async () => {
    const { id } = await delivered();
    await stage.many(secretary, 'receiveCommentSheets', [id]);
    const days = { due: '2026-07-02', closed: '2026-07-01' };
    await stage
      .em()
      .execute('update comment_item set due_on = ?, closed_on = ? where id = ?', [days.due, days.closed, id]);
    await correct(residenceWard, id);
    await stage.drainOutbox();
    expect(await drop(residenceWard, id)).toBe('RECEIVED');
    expect(await stage.row(id)).toMatchObject(days);
    const [told] = await stage.drainOutbox();
    expect(told?.data).toMatchObject({ state: 'RECEIVED', dueOn: days.due, closedOn: days.closed });
  });

  test('of what was received before units ended lies with those that go on', async () => {
    const { id } = await delivered();
    await stage.many(secretary, 'receiveCommentSheets', [id]);
    await stage
      .em()
      .execute('insert into unit_succession (unit_id, successor_id) values (?, ?), (?, ?)', [
        units.residenceBranch,
        units.residenceBranch2,
        units.branch1,
        units.branch2,
      ]);
    expect(await correct(residenceWard, id)).toBe('DRAFTING');
    await stage.em().execute('truncate unit_succession');
    const branch2 = testActor({ role: 'BRANCH_SECRETARY', unitId: units.residenceBranch2 });
    const step = (actor: Actor, name: string) => stage.many(actor, name, [id]);
    expect(await step(residenceSecretary, 'submitCommentSheets')).toEqual(['NOT_FOUND itemId']);
    expect(await step(branch2, 'submitCommentSheets')).toEqual(['SUBMITTED']);
    expect(await step(residenceWard, 'approveCommentSheets')).toEqual(['APPROVED']);
    await stage.certify(residenceWard);
    expect(await step(residenceWard, 'signAndSendCommentSheets')).toEqual(['DELIVERED']);
    expect(await step(actors.secretary2, 'receiveCommentSheets')).toEqual(['RECEIVED']);
  });

  test('leaves a list that was complete as it is, however its item goes on', async () => {
    const { id } = await delivered();
    const list = async () => {
      const [row] = await stage.em().execute(
        `select list.status, list.version, (select count(*)::int from comment_list_history where list_id = list.id) as lines
         from comment_list list join comment_item item on item.list_id = list.id where item.id = ?`,
        [id],
      );
      return row;
    };
    await stage.many(secretary, 'receiveCommentSheets', [id]);
    const complete = await list();
    expect(complete).toMatchObject({ status: 'COMPLETED', lines: 1 });
    await correct(residenceWard, id);
    await drop(residenceWard, id);
    expect(await list()).toEqual(complete);
  });

  test('the database itself keeps a delivered sheet as it is', async () => {
    const { sheetId } = await delivered();
    const change = stage
      .em()
      .execute(`update comment_sheet set proposal = 'COMMEND' where id = ?`, [sheetId]);
    await expect(change).rejects.toThrow(/a delivered sheet never changes/);
    const remove = stage.em().execute('delete from comment_sheet where id = ?', [sheetId]);
    await expect(remove).rejects.toThrow(/a delivered sheet never changes/);
  });
});
