import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ItemStage, openItems } from '../../test/item-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: ItemStage;
beforeAll(async () => {
  stage = await openItems();
});
afterAll(() => stage?.close());

const { residenceWard, residenceSecretary, secretary, collector } = actors;
const told = async () => (await stage.drainOutbox()).map(({ type, data }) => ({ type, data }));
const named = (name: string) => expect.stringContaining(name);

describe('routing', () => {
  test('a request whose branch was not known goes to the branch that the ward names', async () => {
    const { id, number } = await stage.item({ status: 'SENT', residenceBranchId: null });
    await stage.drainOutbox();
    const branchId = units.residenceBranch2;
    expect(await stage.act(residenceWard, 'forwardCommentItem', id, { branchId })).toBe('AT_BRANCH');
    expect(await stage.row(id)).toMatchObject({ home: branchId, host: units.residenceWard, version: 2 });
    expect(await told()).toEqual([
      { type: named('DossierStateChanged'), data: expect.objectContaining({ unitId: branchId }) },
      {
        type: named('CommentItemsForwarded'),
        data: {
          residenceUnitId: units.residenceWard,
          residenceBranchId: branchId,
          items: [{ itemId: id, number, dueOn: '2026-07-09' }],
        },
      },
    ]);
    expect(await stage.steps(id)).toEqual(['FORWARD_TO_BRANCH SENT -> AT_BRANCH by COMMITTEE_SECRETARY']);
  });

  test('what lies with the wrong branch goes to another one, until the sheet is begun', async () => {
    const { id } = await stage.item();
    const branchId = units.residenceBranch2;
    expect(await stage.act(residenceWard, 'forwardCommentItem', id, { branchId })).toBe('AT_BRANCH');
    expect(await stage.act(residenceWard, 'forwardCommentItem', id, { branchId })).toBe('NOTHING_TO_CHANGE');
    const { id: begun } = await stage.item({ status: 'DRAFTING' });
    expect(await stage.act(residenceWard, 'forwardCommentItem', begun, { branchId })).toBe('WRONG_STATE');
  });

  test('an introduction is put before the branch and accepted from there', async () => {
    const { id } = await stage.item({ status: 'SENT', type: 'INTRODUCE', residenceBranchId: null });
    const branchId = units.residenceBranch;
    expect(await stage.act(residenceWard, 'forwardCommentItem', id, { branchId })).toBe('SENT');
    expect(await stage.row(id)).toMatchObject({ home: branchId, version: 2 });
    expect(await stage.act(residenceSecretary, 'acceptIntroduction', id)).toBe('INTRODUCED');
  });

  test.each([
    ['the ward itself', units.residenceWard, 'RESIDENCE_MISFIT'],
    ['a committee between', units.residenceCommittee, 'RESIDENCE_MISFIT'],
    ['a branch of another ward', units.companyBranch, 'RESIDENCE_MISFIT'],
    ['the branch where the member works', units.branch1, 'RESIDENCE_MISFIT'],
    ['a unit that nobody knows', randomUUID(), 'UNIT_NOT_FOUND'],
  ])('%s is no branch to forward to', async (_, branchId, code) => {
    const { id } = await stage.item({ status: 'SENT', residenceBranchId: null });
    expect(await stage.act(residenceWard, 'forwardCommentItem', id, { branchId })).toBe(code);
    expect(await stage.row(id)).toMatchObject({ status: 'SENT', home: null, version: 1 });
  });

  test('a branch that has ended is refused', async () => {
    const { id } = await stage.item({ status: 'SENT', residenceBranchId: null });
    const branchId = units.residenceBranch2;
    const end = (day: string | null) =>
      stage.em().execute('update unit_copy set valid_to = ? where id = ?', [day, branchId]);
    await end('2026-07-06');
    expect(await stage.act(residenceWard, 'forwardCommentItem', id, { branchId })).toBe('UNIT_ENDED');
    await end(null);
  });

  test('many go to one branch in one call; what is refused for one leaves the others done', async () => {
    const good = [
      await stage.item({ status: 'SENT', residenceBranchId: null }),
      await stage.item({ status: 'SENT', residenceBranchId: null }),
    ];
    const begun = await stage.item({ status: 'DRAFTING' });
    const itemIds = [good[0]?.id, begun.id, good[1]?.id];
    const input = { idempotencyKey: randomUUID(), itemIds, branchId: units.residenceBranch };
    const forward = () =>
      stage.execute(
        'mutation ($input: ForwardCommentItemsInput!) { done: forwardCommentItems(input: $input) { items { id item { status } refusal { code } } refusal { code } } }',
        { input },
        residenceWard,
      );
    const first = await forward();
    expect(first.data?.done.items).toEqual([
      { id: itemIds[0], item: { status: 'AT_BRANCH' }, refusal: null },
      { id: itemIds[1], item: null, refusal: { code: 'WRONG_STATE' } },
      { id: itemIds[2], item: { status: 'AT_BRANCH' }, refusal: null },
    ]);
    expect(await forward()).toEqual(first);
    expect(await stage.row(good[0]?.id as string)).toMatchObject({ version: 2 });
  });
});

describe('back to the workplace', () => {
  const reason = 'Đảng viên không cư trú tại địa bàn';

  test('a returned request says why, and tells the workplace', async () => {
    const { id, number, memberId } = await stage.item();
    await stage.drainOutbox();
    expect(await stage.act(residenceSecretary, 'returnCommentItem', id, { reason: '  ' })).toBe(
      'REASON_REQUIRED',
    );
    expect(await stage.act(residenceSecretary, 'returnCommentItem', id, { reason })).toBe('RETURNED');
    expect(await stage.row(id)).toMatchObject({ status: 'RETURNED', reason });
    expect((await told()).at(-1)).toEqual({
      type: named('CommentItemReturned'),
      data: { itemId: id, number, memberId, workplaceUnitId: units.branch1, reason },
    });
  });

  test('the workplace corrects the residence and sends again: another branch has it, with a new term', async () => {
    const { id } = await stage.item({ status: 'RETURNED', dueOn: '2026-07-01' });
    const residenceId = units.residenceBranch2;
    expect(await stage.act(collector, 'resendCommentItem', id, { residenceId })).toBe('AT_BRANCH');
    expect(await stage.row(id)).toMatchObject({ home: residenceId, due: '2026-07-09', reason: null });
    expect(await stage.steps(id)).toEqual([
      'CORRECT_AND_RESEND RETURNED -> SENT by BRANCH_DELEGATE',
      'FORWARD_TO_BRANCH SENT -> AT_BRANCH by SYSTEM',
    ]);
  });

  test('the member is told where a request goes to another place, and only there', async () => {
    const { id, number, memberId } = await stage.item({ status: 'RETURNED' });
    const { id: same } = await stage.item({ status: 'RETURNED' });
    await stage.drainOutbox();
    await stage.act(secretary, 'resendCommentItem', id, { residenceId: units.residenceBranch2 });
    await stage.act(secretary, 'resendCommentItem', same, { residenceId: units.residenceBranch });
    const type = named('CommentsRequested');
    const request = { itemId: id, number, memberId, unitId: units.branch1, type: 'REQUEST_COMMENT' };
    expect((await told()).filter((event) => event.type.includes('.CommentsRequested.'))).toEqual([
      { type, data: { requests: [{ ...request, reportRequired: false }] } },
    ]);
  });

  test('where the branch is not known, the request goes to the commune or ward', async () => {
    const { id } = await stage.item({ status: 'RETURNED' });
    const residenceId = units.companyWard;
    expect(await stage.act(secretary, 'resendCommentItem', id, { residenceId })).toBe('SENT');
    expect(await stage.row(id)).toMatchObject({ host: residenceId, home: null });
  });

  test('what is sent again on the last days of a campaign keeps its closing day; after it, three working days', async () => {
    const { id, listId } = await stage.item({ status: 'RETURNED' });
    const em = stage.em();
    const [campaign] = await em.execute<{ id: string }[]>(
      'select id from comment_campaign where year = 2026',
    );
    await em.execute(`update comment_list set campaign_id = ?, purpose = 'YEARLY' where id = ?`, [
      campaign?.id,
      listId,
    ]);
    await stage.act(secretary, 'resendCommentItem', id, { residenceId: units.residenceBranch });
    expect(await stage.row(id)).toMatchObject({ due: '2026-07-31' });
  });

  test.each([
    ['one’s own branch', units.branch1],
    ['a committee that is no commune or ward', units.residenceCommittee],
    ['the city', units.city],
  ])('%s is no residence', async (_, residenceId) => {
    const { id } = await stage.item({ status: 'RETURNED' });
    expect(await stage.act(secretary, 'resendCommentItem', id, { residenceId })).toBe('RESIDENCE_MISFIT');
    expect(await stage.row(id)).toMatchObject({ status: 'RETURNED', version: 1 });
  });

  test('an introduction that is sent again stays SENT, before the branch that is named', async () => {
    const { id } = await stage.item({ status: 'RETURNED', type: 'INTRODUCE' });
    const residenceId = units.residenceBranch2;
    expect(await stage.act(secretary, 'resendCommentItem', id, { residenceId })).toBe('SENT');
    expect(await stage.row(id)).toMatchObject({ home: residenceId });
  });
});

describe('ends', () => {
  test('cancelling says why, drops the sheet that was begun, and completes the list with its last item', async () => {
    const { id, listId } = await stage.item({ status: 'DRAFTING' });
    await stage.em().execute(
      `insert into comment_sheet (id, item_id, status, drafted_by_name, drafted_by_title, drafted_at)
       values (?, ?, 'DRAFT', 'Lê Văn Bình', 'Bí thư chi bộ', now())`,
      [randomUUID(), id],
    );
    const reason = 'Đảng viên từ trần';
    expect(await stage.act(secretary, 'cancelCommentItem', id, { reason })).toBe('CANCELLED');
    expect(await stage.row(id)).toMatchObject({ closed: '2026-07-06' });
    const [left] = await stage.em().execute(
      `select list.status as list, sheet.status as sheet from comment_list list, comment_sheet sheet
       where list.id = ? and sheet.item_id = ?`,
      [listId, id],
    );
    expect(left).toEqual({ list: 'COMPLETED', sheet: 'DISCARDED' });
  });

  test('a list is not complete as long as one of its items waits', async () => {
    const listId = await stage.list();
    const { id } = await stage.item({ listId });
    await stage.item({ listId });
    await stage.act(secretary, 'cancelCommentItem', id, { reason: 'Không cần nữa' });
    const [list] = await stage.em().execute('select status from comment_list where id = ?', [listId]);
    expect(list?.status).toBe('SENT');
  });

  test('the last two items of a list that end at once complete it, whoever comes first', async () => {
    const listId = await stage.list();
    const pair = [await stage.item({ listId }), await stage.item({ listId })];
    const ends = pair.map(({ id }) => stage.act(secretary, 'cancelCommentItem', id, { reason: 'Không cần' }));
    expect(await Promise.all(ends)).toEqual(['CANCELLED', 'CANCELLED']);
    const [list] = await stage.em().execute('select status from comment_list where id = ?', [listId]);
    expect(list?.status).toBe('COMPLETED');
  });

  test('many of two lists that end at once, crosswise, wait for each other and not for ever', async () => {
    const [one, two] = [await stage.list(), await stage.list()];
    // each call takes its items in the order of their ids: the first ones of both are held until both wait
    const lay = async (listId: string, place: '0' | 'f') => {
      const { id } = await stage.item({
        id: `${place}${randomUUID().slice(1)}`,
        listId,
        status: 'DELIVERED',
      });
      return id;
    };
    const calls = [
      [await lay(one, '0'), await lay(two, 'f')],
      [await lay(two, '0'), await lay(one, 'f')],
    ];
    const receive = (itemIds: string[]) =>
      stage.execute(
        'mutation ($input: ReceiveCommentSheetsInput!) { done: receiveCommentSheets(input: $input) { items { refusal { code } } } }',
        { input: { idempotencyKey: randomUUID(), itemIds } },
        secretary,
      );
    let under: ReturnType<typeof receive>[] = [];
    await stage.em().transactional(async (em) => {
      await em.execute('select from comment_item where id in (?) for update', [
        calls.map(([first]) => first),
      ]);
      under = calls.map(receive);
      await pause(700);
    });
    const none = { data: { done: { items: [{ refusal: null }, { refusal: null }] } } };
    expect(await Promise.all(under)).toEqual([none, none]);
    const lists = await stage.em().execute('select status from comment_list where id in (?)', [[one, two]]);
    expect(lists).toEqual([{ status: 'COMPLETED' }, { status: 'COMPLETED' }]);
  });

  test('an accepted introduction ends the request and is heard', async () => {
    const { id, number, memberId } = await stage.item({ status: 'SENT', type: 'INTRODUCE' });
    await stage.drainOutbox();
    expect(await stage.act(residenceSecretary, 'acceptIntroduction', id)).toBe('INTRODUCED');
    expect((await told()).at(-1)).toEqual({
      type: named('CommentIntroductionAccepted'),
      data: {
        itemId: id,
        number,
        memberId,
        workplaceUnitId: units.branch1,
        residenceBranchId: units.residenceBranch,
        acceptedOn: '2026-07-06',
      },
    });
  });
});

test('of two acts on what both have read, the second finds another version', async () => {
  const { id } = await stage.item();
  const reason = 'Sai nơi cư trú';
  const answers = await Promise.all([
    stage.act(residenceSecretary, 'returnCommentItem', id, { reason, expectedVersion: 1 }),
    stage.act(residenceWard, 'returnCommentItem', id, { reason, expectedVersion: 1 }),
  ]);
  expect(answers.sort()).toEqual(['RETURNED', 'VERSION_CONFLICT']);
  expect(await stage.steps(id)).toHaveLength(1);
});
