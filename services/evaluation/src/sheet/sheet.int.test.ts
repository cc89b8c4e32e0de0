import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stale } from '../../test/item-stage.ts';
import { filled, openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: SheetStage;
beforeAll(async () => {
  stage = await openSheets();
});
afterAll(() => stage?.close());

const { member, secretary, residenceSecretary, residenceWard } = actors;
const start = (ids: string[]) => stage.many(residenceSecretary, 'startCommentSheets', ids);
const save = (ids: string[], content: object) =>
  stage.many(residenceSecretary, 'saveCommentSheets', ids, { content });
const submit = (ids: string[]) => stage.many(residenceSecretary, 'submitCommentSheets', ids);
const approve = (ids: string[]) => stage.many(residenceWard, 'approveCommentSheets', ids);
const eventsNamed = async (name: string) =>
  (await stage.drainOutbox()).filter(({ type }) => type.includes(name)).map(({ data }) => data);

describe('writing sheets', () => {
  test('several at once: who cannot be written about is refused alone', async () => {
    const good = [await stage.item(), await stage.item()];
    const sent = await stage.item({ status: 'SENT' });
    const own = await stage.item({ memberId: residenceSecretary.memberId as string });
    const ids = [...good, sent, own].map(({ id }) => id);
    expect(await start([...ids, randomUUID()])).toEqual([
      'DRAFTING',
      'DRAFTING',
      'WRONG_STATE',
      'OWN_CASE',
      'NOT_FOUND itemId',
    ]);
    expect(await start(ids.slice(0, 1))).toEqual(['WRONG_STATE']);
  });

  test('to start on a member who is introduced too is to accept them', async () => {
    const { id, memberId } = await stage.item({ type: 'INTRODUCE_AND_REQUEST' });
    await stage.drainOutbox();
    expect(await start([id])).toEqual(['DRAFTING']);
    const contacts = await stage
      .em()
      .execute('select branch_id as branch from residence_contact where member_id = ?', [memberId]);
    expect(contacts).toEqual([{ branch: units.residenceBranch }]);
    expect(await eventsNamed('CommentIntroductionAccepted')).toHaveLength(1);
  });

  test('any part is kept; what is left out stays, null empties, and no step is told', async () => {
    const { id } = await stage.sheetIn('DRAFTING');
    await stage.drainOutbox();
    expect(await save([id], { civicDuty: 'LEADING', otherComment: '  Nhiệt\n\n\n\n tình ' })).toEqual([
      'DRAFTING',
    ]);
    expect(await save([id], { proposal: 'COMMEND', meetingOn: '2026-07-06' })).toEqual(['DRAFTING']);
    expect(await save([id], { civicDuty: null })).toEqual(['DRAFTING']);
    const said = await stage.sheets(
      residenceSecretary,
      id,
      'civicDuty proposal otherComment meetingOn frontCommitteeMet',
    );
    expect(said.sheet).toEqual({
      civicDuty: null,
      proposal: 'COMMEND',
      otherComment: 'Nhiệt\n\ntình',
      meetingOn: '2026-07-06',
      frontCommitteeMet: false,
    });
    expect(await stage.steps(id)).toHaveLength(1);
    expect(await stage.drainOutbox()).toEqual([]);
  });

  test.each([
    [{ otherComment: 'x'.repeat(5_001) }, 'INVALID_INPUT otherComment'],
    [{ meetingOn: '2026-07-07' }, 'INVALID_INPUT meetingOn'],
    [{ civicDuty: 'FULL' }, 'BAD_USER_INPUT'],
  ])('%j is refused', async (content, code) => {
    const { id } = await stage.sheetIn('DRAFTING');
    expect(await save([id], content)).toEqual([code]);
  });

  test('of two who write on what both have read, the second learns that the first has', async () => {
    const { id } = await stage.sheetIn('DRAFTING');
    const read = await stage.versions([id]);
    const write = (content: object) =>
      stage.many(residenceSecretary, 'saveCommentSheets', [id], { content, read });
    const both = await Promise.all([write({ proposal: 'COMMEND' }), write({ civicDuty: 'MODEL' })]);
    expect(both.flat().sort()).toEqual(['DRAFTING', 'VERSION_CONFLICT expectedVersion']);
  });
});

describe('submitting', () => {
  test('T60: criterion 4 is empty, T61: action without a comment; the complete one goes', async () => {
    const ids = [];
    for (const content of [{ contactKeeping: null }, { proposal: 'CONSIDER_ACTION' }, {}]) {
      const { id } = await stage.sheetIn('DRAFTING');
      await save([id], { ...filled, ...content });
      ids.push(id);
    }
    await stage.drainOutbox();
    expect(await submit(ids)).toEqual([
      'CRITERION_MISSING contactKeeping',
      'OTHER_COMMENT_REQUIRED otherComment',
      'SUBMITTED',
    ]);
    expect(await eventsNamed('CommentSheetsSubmitted')).toMatchObject([{ items: [{ itemId: ids[2] }] }]);
    const [, action = ''] = ids;
    await save([action], { otherComment: 'Ba lần không họp' });
    expect(await submit([action])).toEqual(['SUBMITTED']);
  });

  test('confirms for the branch, and tells the ward once of all', async () => {
    const items = [await stage.sheetIn('DRAFTING'), await stage.sheetIn('DRAFTING')];
    const ids = items.map(({ id }) => id);
    await save(ids, filled);
    await stage.drainOutbox();
    expect(await submit(ids)).toEqual(['SUBMITTED', 'SUBMITTED']);
    expect(await eventsNamed('CommentSheetsSubmitted')).toEqual([
      {
        residenceUnitId: units.residenceWard,
        residenceBranchId: units.residenceBranch,
        items: items
          .map(({ id, number }) => ({ itemId: id, number }))
          .sort((a, b) => (a.itemId < b.itemId ? -1 : 1)),
      },
    ]);
    const { sheet } = await stage.sheets(
      residenceWard,
      ids[0] ?? '',
      'status confirmedByName confirmedByTitle',
    );
    expect(sheet).toEqual({
      status: 'SUBMITTED',
      confirmedByName: residenceSecretary.name,
      confirmedByTitle: 'BRANCH_SECRETARY',
    });
  });
});

describe('deciding', () => {
  test('a sheet goes back with a reason, is written anew and submitted again', async () => {
    const { id, number } = await stage.sheetIn('SUBMITTED');
    expect(await stage.act(residenceWard, 'returnCommentSheet', id, { reason: ' ' })).toBe('REASON_REQUIRED');
    await stage.drainOutbox();
    expect(await stage.act(residenceWard, 'returnCommentSheet', id, { reason: 'Chưa rõ' })).toBe('DRAFTING');
    expect(await eventsNamed('CommentSheetReturned')).toEqual([
      { itemId: id, number, residenceBranchId: units.residenceBranch, reason: 'Chưa rõ' },
    ]);
    const { sheet } = await stage.sheets(residenceWard, id, 'status confirmedByName civicDuty');
    expect(sheet).toEqual({ status: 'DRAFT', confirmedByName: null, civicDuty: 'MODEL' });
    expect(await submit([id])).toEqual(['SUBMITTED']);
    expect(await approve([id])).toEqual(['APPROVED']);
  });

  test('why it went back is read where it is written, and by nobody to whom the sheet is still to come', async () => {
    const { id } = await stage.sheetIn('SUBMITTED', { memberId: member.memberId as string });
    await stage.act(residenceWard, 'returnCommentSheet', id, { reason: 'Tiêu chí 3 chưa đúng' });
    const read = async (actor: Actor) => {
      const { data } = await stage.execute(
        'query ($id: UUID!) { commentItem(id: $id) { history { action reason } } }',
        { id },
        actor,
      );
      return data?.commentItem.history.at(-1);
    };
    const action = 'RETURN_SHEET';
    for (const inside of [residenceSecretary, residenceWard])
      expect(await read(inside)).toEqual({ action, reason: 'Tiêu chí 3 chưa đúng' });
    for (const outside of [member, secretary]) expect(await read(outside)).toEqual({ action, reason: null });
  });

  test('approval needs a fresh sign-in, one by one and all together', async () => {
    const { id } = await stage.sheetIn('SUBMITTED');
    const late = stale(residenceWard);
    expect(await stage.many(late, 'approveCommentSheets', [id])).toEqual(['STEP_UP_REQUIRED']);
    expect(await stage.many(late, 'approveAllCommentSheets', [units.residenceWard])).toEqual([
      'STEP_UP_REQUIRED',
    ]);
  });

  test('all that wait are approved but one’s own; the same call again answers the same', async () => {
    await stage.em().execute(`delete from comment_sheet; delete from comment_item_history;
      delete from self_report; delete from residence_contact; delete from comment_item`);
    const waiting = [await stage.sheetIn('SUBMITTED'), await stage.sheetIn('SUBMITTED')];
    const own = await stage.sheetIn('SUBMITTED', { memberId: residenceWard.memberId as string });
    const drafting = await stage.sheetIn('DRAFTING');
    const key = randomUUID();
    const all = async () => {
      const { data } = await stage.execute(
        `mutation ($input: ApproveAllCommentSheetsInput!) {
          done: approveAllCommentSheets(input: $input) { items { id item { status } } left refusal { code } }
        }`,
        { input: { idempotencyKey: key, unitId: units.residenceWard } },
        residenceWard,
      );
      return data?.done;
    };
    const first = await all();
    expect(first).toMatchObject({ left: 0, refusal: null });
    expect(first.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      waiting.map(({ id }) => id).sort(),
    );
    const late = await stage.sheetIn('SUBMITTED');
    expect(await all()).toEqual({ ...first, left: 1 });
    const states = await Promise.all([own, drafting, late].map(({ id }) => stage.row(id)));
    expect(states.map((row) => row?.status)).toEqual(['SUBMITTED', 'DRAFTING', 'SUBMITTED']);
  });

  test('what was approved is not what somebody else has made of it meanwhile', async () => {
    const { id } = await stage.sheetIn('SUBMITTED');
    const input = { idempotencyKey: randomUUID(), items: [{ itemId: id, expectedVersion: 2 }] };
    const { data } = await stage.execute(
      'mutation ($input: ApproveCommentSheetsInput!) { approveCommentSheets(input: $input) { items { refusal { code } } } }',
      { input },
      residenceWard,
    );
    expect(data?.approveCommentSheets.items).toEqual([{ refusal: { code: 'VERSION_CONFLICT' } }]);
  });
});
