import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, bring, enrol, made, opened, type Province } from '../../test/list-stage.ts';
import { actors, members, openTestProvince, units } from '../../test/small-province.ts';

let province: Province;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

const create = (more: object, actor = actors.secretary) =>
  act(province, 'create', { unitId: actor.capacity?.unitId, year: 2026, purpose: 'YEARLY', ...more }, actor);

interface Row {
  place: number;
  member: { id: string };
  memberName: string;
  type: string;
  residenceUnit: { id: string } | null;
  residenceBranch: { id: string } | null;
  residenceAdjusted: boolean;
  exemption: { code: string } | null;
  inclusionReason: string | null;
}

async function rowsOf(listId: string, actor = actors.secretary): Promise<Row[]> {
  const { data, errors } = await province.execute(
    `query ($id: UUID!) { commentList(id: $id) { rows(first: 100) { edges { node {
      place member { id } memberName type residenceUnit { id } residenceBranch { id } residenceAdjusted
      exemption { code } inclusionReason } } } } }`,
    { id: listId },
    actor,
  );
  expect(errors).toBeUndefined();
  return data?.commentList.rows.edges.map((edge: { node: Row }) => edge.node);
}

describe('who comes onto a list', () => {
  test('a whole committee: everybody below it who may be asked for, by name', async () => {
    await enrol(
      province,
      { name: 'Ân', branchId: units.branch2 },
      { name: 'An', branchId: units.branch2 },
      { name: 'Công an', branchId: units.branch2, forceCategory: 'POLICE' },
      { name: 'Đã mất', branchId: units.branch2, status: 'DECEASED' },
      { name: 'Học xa', branchId: units.branch2, mode: 'INTRODUCED_EXEMPT_ACTIVITY' },
      { name: 'Ở tại chi bộ', branchId: units.branch2, residenceId: units.branch2 },
      { name: 'Chưa rõ', branchId: units.branch2, residenceId: null },
      { name: 'Nơi khác', branchId: units.companyBranch },
    );
    const { commentList } = await create({ unitIds: [units.committee] }, actors.committee);
    const names = (await rowsOf(commentList.id, actors.committee)).map(({ memberName }) => memberName);
    // the two of branch 1 are asked for this year already, but for the one who is only introduced
    expect(names).toEqual(['An', 'Ân', 'Chưa rõ', 'neighbour']);
    expect(commentList).toMatchObject({ status: 'DRAFT', memberCount: 4 });
  });

  test('units and members outside are refused', async () => {
    const outside = await create({ unitIds: [units.branch2] });
    expect(outside.refusal).toMatchObject({ code: 'UNIT_NOT_FOUND', field: 'unitIds' });
    const memberIds = await enrol(province, {});
    expect((await create({ memberIds: [...memberIds, ...memberIds] })).refusal.code).toBe('MEMBER_TWICE');
  });

  test('each who may not be asked for is named with the reason, and nothing is made', async () => {
    const [police = '', detained = '', convicted = '', gone = '', far = '', secret = ''] = await enrol(
      province,
      { forceCategory: 'ARMY' },
      { status: 'SUSPENDED_DETENTION' },
      { status: 'CONVICTED' },
      { status: 'LEFT' },
      { mode: 'INTRODUCED_EXEMPT_ACTIVITY' },
      { mode: 'NOT_INTRODUCED' },
    );
    const memberIds = [police, detained, convicted, gone, far, secret, members.member];
    const before = await province.em().execute('select from comment_list');
    const answer = await create({ memberIds });
    expect(answer.rowRefusals.map((row: { refusal: { code: string } }) => row.refusal.code)).toEqual([
      'EXCLUDED_FORCE',
      'EXCLUDED_SUSPENDED',
      'EXCLUDED_CONVICTED',
      'MEMBER_NOT_ACTIVE',
      'MEMBER_EXEMPT',
      'MEMBER_EXEMPT',
      'YEARLY_ITEM_OPEN',
    ]);
    expect(answer.refusal.code).toBe('EXCLUDED_FORCE');
    expect(await province.em().execute('select from comment_list')).toHaveLength(before.length);
  });

  test('who is exempt from the yearly comment may be asked for otherwise, with a reason', async () => {
    const memberIds = await enrol(province, { mode: 'INTRODUCED_EXEMPT_ACTIVITY' });
    const wish = { memberIds, purpose: 'PERSONNEL' };
    expect((await create(wish)).refusal.code).toBe('REASON_REQUIRED');
    const { commentList } = await create({ ...wish, inclusionReason: 'khi cần thiết' });
    expect(await rowsOf(commentList.id)).toMatchObject([
      { exemption: { code: 'EXEMPT_FROM_ACTIVITY' }, inclusionReason: 'khi cần thiết' },
    ]);
    expect((await create({ memberIds, type: 'INTRODUCE' })).refusal).toBeNull();
    const secret = await enrol(province, { mode: 'NOT_INTRODUCED' });
    const never = { memberIds: secret, purpose: 'PERSONNEL', inclusionReason: 'khi cần thiết' };
    expect((await create(never)).refusal.code).toBe('MEMBER_EXEMPT');
    expect((await create({ memberIds: secret, type: 'INTRODUCE' })).refusal.code).toBe('MEMBER_EXEMPT');
  });

  test('who became exempt while the list waits may be given the reason then', async () => {
    const [memberId = ''] = await enrol(province, {});
    const list = await made(province, { memberIds: [memberId], purpose: 'PERSONNEL' });
    await enrol(province, { id: memberId, mode: 'INTRODUCED_EXEMPT_ACTIVITY' });
    expect((await act(province, 'submit', { ...list })).refusal.code).toBe('REASON_REQUIRED');
    const rows = [{ memberId, inclusionReason: 'khi cần thiết' }];
    const again = opened(await act(province, 'change', { ...list, rows }));
    expect(await rowsOf(list.listId)).toMatchObject([
      { exemption: { code: 'EXEMPT_FROM_ACTIVITY' }, inclusionReason: 'khi cần thiết' },
    ]);
    expect((await act(province, 'submit', { ...again })).commentList.status).toBe('PENDING_APPROVAL');
  });

  test('the head of a list must make sense', async () => {
    expect((await create({ year: 2031 })).refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'year' });
    expect((await create({ purpose: 'OTHER' })).refusal).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'purposeNote',
    });
    const tooMany = Array.from({ length: 501 }, () => randomUUID());
    expect((await create({ memberIds: tooMany })).refusal).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'memberIds',
    });
  });
});

describe('rows are corrected', () => {
  test('where somebody lives must be known before the list is submitted, and be a place for living', async () => {
    const [id = ''] = await enrol(province, { residenceId: null });
    let list = await made(province, { memberIds: [id] });
    expect((await act(province, 'submit', { ...list })).refusal.code).toBe('RESIDENCE_UNKNOWN');
    const change = (residenceId: string) =>
      act(province, 'change', { ...list, rows: [{ memberId: id, residenceId }] });
    for (const place of [units.branch1, units.city, units.residenceCommittee, randomUUID()]) {
      const answer = await change(place);
      expect(answer.refusal).toMatchObject({ code: 'RESIDENCE_MISFIT', field: 'rows' });
      expect(answer.rowRefusals).toHaveLength(1);
    }
    list = opened(await change(units.residenceWard));
    expect(await rowsOf(list.listId)).toMatchObject([
      { residenceUnit: { id: units.residenceWard }, residenceBranch: null, residenceAdjusted: true },
    ]);
    list = opened(await change(units.residenceBranch));
    expect(await rowsOf(list.listId)).toMatchObject([{ residenceBranch: { id: units.residenceBranch } }]);
    expect((await act(province, 'submit', { ...list })).refusal).toBeNull();
  });

  test('a row is taken off, another added at the end; nobody is there twice, nobody unknown is taken off', async () => {
    const [one = '', two = '', three = ''] = await enrol(province, {}, {}, {});
    let list = await made(province, { memberIds: [one, two] });
    list = opened(await act(province, 'removeFrom', { ...list, memberIds: [one] }));
    list = opened(await act(province, 'addTo', { ...list, memberIds: [three] }));
    const rows = await rowsOf(list.listId);
    expect(rows.map((row) => [row.place, row.member.id])).toEqual([
      [2, two],
      [3, three],
    ]);
    expect((await act(province, 'addTo', { ...list, memberIds: [two] })).refusal.code).toBe('MEMBER_TWICE');
    const missing = await act(province, 'removeFrom', { ...list, memberIds: [two, one] });
    expect(missing.refusal).toMatchObject({ code: 'NOT_FOUND', field: 'memberIds' });
    expect(await rowsOf(list.listId)).toHaveLength(2);
    list = opened(await act(province, 'removeFrom', { ...list, memberIds: [two, three] }));
    expect((await act(province, 'submit', { ...list })).refusal.code).toBe('LIST_EMPTY');
  });
});

describe('one yearly comment a member and year', () => {
  test('of two lists sent at once one goes, and the other names the member', async () => {
    const memberIds = await enrol(province, { name: 'Hai lần' });
    const lists = [await made(province, { memberIds }), await made(province, { memberIds })];
    const approved = [];
    for (const list of lists) approved.push(await bring(province, list, 'approve'));
    const answers = await Promise.all(approved.map((list) => act(province, 'send', { ...list })));
    const [refused] = answers.filter(({ refusal }) => refusal !== null);
    expect(answers.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    expect(refused.refusal.code).toBe('YEARLY_ITEM_OPEN');
    expect(refused.rowRefusals).toEqual([
      { memberId: memberIds[0], memberName: 'Hai lần', refusal: { code: 'YEARLY_ITEM_OPEN' } },
    ]);
    expect(
      await province.em().execute('select from comment_item where member_id = ?', [memberIds[0]]),
    ).toHaveLength(1);
  });

  test('a cancelled one frees the year; other purposes need not wait', async () => {
    const memberIds = await enrol(province, {});
    await bring(province, await made(province, { memberIds }), 'send');
    expect((await create({ memberIds })).refusal.code).toBe('YEARLY_ITEM_OPEN');
    expect((await create({ memberIds, purpose: 'REWARD' })).refusal).toBeNull();
    expect((await create({ memberIds, year: 2025 })).refusal).toBeNull();
    await province
      .em()
      .execute(`update comment_item set status = 'CANCELLED', closed_on = '2026-07-06' where member_id = ?`, [
        memberIds[0],
      ]);
    expect((await create({ memberIds })).refusal).toBeNull();
  });

  test('a yearly list goes within its campaign only', async () => {
    const memberIds = await enrol(province, {});
    const late = await bring(province, await made(province, { memberIds, year: 2025 }), 'approve');
    expect((await act(province, 'send', { ...late })).refusal.code).toBe('CAMPAIGN_NOT_OPEN');
    const [campaign] = await province
      .em()
      .execute<{ id: string }[]>('select campaign_id as id from comment_list where id = ?', [late.listId]);
    expect(campaign?.id).not.toBeNull();
  });
});

test('a list of 500 members is approved and sent in a fixed number of statements, and in seconds', async () => {
  const memberIds = await enrol(
    province,
    ...Array.from({ length: 500 }, (_, index) => ({
      name: `Đảng viên ${index}`,
      branchId: units.companyBranch,
    })),
  );
  const list = await made(province, { memberIds, selfReportRequired: true }, actors.companySecretary);
  const pending = await bring(province, list, 'submit', actors.companySecretary);
  const start = performance.now();
  const approved = opened(await act(province, 'approve', { ...pending }, actors.companySecretary));
  await act(province, 'send', { ...approved }, actors.companySecretary);
  const tookMs = performance.now() - start;
  const items = await province.em().execute('select from comment_item where list_id = ?', [list.listId]);
  expect(items).toHaveLength(500);
  console.info(`500 members approved and sent in ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(6_000);
});
