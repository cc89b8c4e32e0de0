import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bring, enrol, made, type Province } from '../../test/list-stage.ts';
import { actors, campaigns, openTestProvince, units } from '../../test/small-province.ts';

let province: Province;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

const board = testActor({ role: 'ORG_BOARD_STAFF', unitId: units.city });
const wardBoard = testActor({ role: 'ORG_BOARD_STAFF', unitId: units.ward });

async function change(
  name: 'openCommentCampaign' | 'changeCommentCampaign',
  input: object,
  actor: Actor | null,
) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await province.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      commentCampaign { id year name from through status version } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return data?.[name] ?? { error: errors?.[0]?.extensions?.code };
}

const strangers: [string, Actor | null, string][] = [
  ['nobody', null, 'UNAUTHENTICATED'],
  ['an applicant', actors.applicant, 'FORBIDDEN'],
  ['a member', actors.member, 'FORBIDDEN'],
  ['a branch secretary', actors.secretary, 'FORBIDDEN'],
  ['an inspector of the city', actors.inspector, 'FORBIDDEN'],
];
const next = { year: 2027, name: 'Năm 2027', from: '2027-06-01', through: '2027-08-31' };

describe('Mutation.openCommentCampaign', () => {
  test.each(strangers)('is closed to %s', async (_, actor, code) => {
    expect((await change('openCommentCampaign', next, actor)).error).toBe(code);
  });

  test('is for the board of the province, once a year of the calendar, with days in order', async () => {
    expect((await change('openCommentCampaign', next, wardBoard)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    const bad = await change('openCommentCampaign', { ...next, through: '2027-05-31' }, board);
    expect(bad.refusal).toEqual({ code: 'RANGE_INVALID', field: 'through' });
    expect((await change('openCommentCampaign', { ...next, year: 2029 }, board)).refusal.field).toBe('year');
    expect((await change('openCommentCampaign', { ...next, name: ' ' }, board)).refusal.field).toBe('name');
    const opened = await change('openCommentCampaign', next, board);
    expect(opened.commentCampaign).toMatchObject({ ...next, status: 'PLANNED', version: 1 });
    expect((await change('openCommentCampaign', next, board)).refusal.code).toBe('CAMPAIGN_EXISTS');
  });
});

describe('Mutation.changeCommentCampaign', () => {
  const now = {
    campaignId: campaigns.open,
    expectedVersion: 1,
    name: 'Nhận xét năm 2026',
    from: '2026-06-15',
    through: '2026-09-30',
  };
  test.each(strangers)('is closed to %s', async (_, actor, code) => {
    expect((await change('changeCommentCampaign', now, actor)).error).toBe(code);
  });

  test('moves the last day, never a first day that has come, and not over somebody else', async () => {
    expect((await change('changeCommentCampaign', now, wardBoard)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    const unknown = { ...now, campaignId: randomUUID() };
    expect((await change('changeCommentCampaign', unknown, board)).refusal.code).toBe('NOT_FOUND');
    const begun = { ...now, from: '2026-06-20' };
    expect((await change('changeCommentCampaign', begun, board)).refusal).toEqual({
      code: 'INVALID_INPUT',
      field: 'from',
    });
    const changed = await change('changeCommentCampaign', now, board);
    expect(changed.commentCampaign).toMatchObject({ through: '2026-09-30', version: 2, status: 'OPEN' });
    expect((await change('changeCommentCampaign', now, board)).refusal.code).toBe('VERSION_CONFLICT');
  });
});

async function entity(field: string, unitId: string, actor: Actor | null) {
  const { data, errors } = await province.execute(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { value: ${field} } } }`,
    { of: [{ __typename: 'OrgUnit', id: unitId }] },
    actor,
  );
  return errors ? errors[0]?.extensions?.code : data?._entities[0].value;
}

const figures = 'lists listsSent items delivered overdue reportsMissing byStatus { status count }';
const progress = (side: string) =>
  `commentProgress(year: 2026, side: ${side}) { whole { ${figures} } parts { unit { id } figures { ${figures} } } }`;

describe('OrgUnit.commentProgress', () => {
  test('is figures for who reads comments or progress in the unit', async () => {
    const ask = (actor: Actor | null, unitId: string = units.ward) =>
      entity(progress('WORKPLACE'), unitId, actor);
    expect(await ask(null)).toBe('UNAUTHENTICATED');
    expect(await ask(actors.applicant)).toBe('FORBIDDEN');
    expect(await ask(actors.member)).toBe('FORBIDDEN');
    expect(await ask(actors.secretary)).toBeNull();
    expect(await ask(actors.companyWard)).toBeNull();
    expect(await ask(actors.inspector, randomUUID())).toBeNull();
    expect(await ask(actors.wardAdmin)).toMatchObject({ whole: { items: 2 } });
    expect(await ask(board)).toMatchObject({ whole: { items: 2 } });
  });

  test('counts both sides, part by part, and what is overdue or missing', async () => {
    const workplace = await entity(progress('WORKPLACE'), units.city, actors.inspector);
    const own = { lists: 2, listsSent: 1, items: 2, delivered: 0, overdue: 0, reportsMissing: 0 };
    expect(workplace.whole).toMatchObject(own);
    expect(workplace.parts).toEqual([{ unit: { id: units.ward }, figures: expect.objectContaining(own) }]);
    const memberIds = await enrol(province, {}, {});
    await bring(province, await made(province, { memberIds, selfReportRequired: true }), 'send');
    await province
      .em()
      .execute(`update comment_item set due_on = '2026-07-05' where member_id = ?`, [memberIds[0]]);
    const residence = await entity(progress('RESIDENCE'), units.residenceWard, actors.residenceWard);
    expect(residence.whole).toMatchObject({ items: 4, overdue: 1, reportsMissing: 2 });
    expect(residence.whole.byStatus).toEqual(
      expect.arrayContaining([
        { status: 'AT_BRANCH', count: 3 },
        { status: 'SENT', count: 1 },
      ]),
    );
    // one request without a branch lies with the ward itself
    expect(residence.parts.map((part: { unit: { id: string } }) => part.unit.id)).toEqual([
      units.residenceWard,
      units.residenceCommittee,
    ]);
  });
});

describe('OrgUnit.commentCandidates', () => {
  const candidates = (more = '') => `commentCandidates(year: 2026${more}) {
    edges { node { memberName code reason needsReason exemption { code } residenceUnit { id } residenceBranch { id } branch { id } } cursor }
    pageInfo { hasNextPage endCursor } }`;
  const ask = (actor: Actor | null, unitId: string = units.branch1, more = '') =>
    entity(candidates(more), unitId, actor);

  test('are for who prepares the lists of the unit', async () => {
    expect(await ask(null)).toBe('UNAUTHENTICATED');
    expect(await ask(actors.applicant)).toBe('FORBIDDEN');
    expect(await ask(actors.member)).toBe('FORBIDDEN');
    expect(await ask(actors.inspector)).toBe('FORBIDDEN');
    expect(await ask(actors.secretary2)).toBeNull();
    expect(await ask(actors.residenceWard)).toBeNull();
    expect(await ask(actors.secretary, units.committee)).toBeNull();
    expect(await ask(actors.committee, randomUUID())).toBeNull();
    expect((await ask(actors.collector)).edges).not.toHaveLength(0);
  });

  test('come with where they live, and with the reason of who is exempt, excluded or asked for already', async () => {
    await enrol(
      province,
      { name: 'Đỗ Ánh Ẩn', branchId: units.branch2 },
      { name: 'Đỗ Bình', branchId: units.branch2, mode: 'INTRODUCED_EXEMPT_ACTIVITY' },
      { name: 'Đỗ Công', branchId: units.branch2, forceCategory: 'POLICE' },
      { name: 'Đỗ Dũng', branchId: units.branch2, residenceId: units.branch2 },
    );
    const page = await ask(actors.secretary2, units.branch2, ', search: "do"');
    const nodes = page.edges.map(({ node }: { node: Record<string, unknown> }) => node);
    expect(nodes).toMatchObject([
      { memberName: 'Đỗ Bình', code: 'MEMBER_EXEMPT', exemption: { code: 'EXEMPT_FROM_ACTIVITY' } },
      { memberName: 'Đỗ Công', code: 'EXCLUDED_FORCE' },
      { memberName: 'Đỗ Dũng', code: null, residenceUnit: null, residenceBranch: null },
      {
        memberName: 'Đỗ Ánh Ẩn',
        code: null,
        exemption: null,
        residenceUnit: { id: units.residenceWard },
        residenceBranch: { id: units.residenceBranch },
        branch: { id: units.branch2 },
      },
    ]);
    expect(nodes[0].reason).toContain('chỉ lấy nhận xét khi cần thiết');
    const reward = await ask(actors.secretary2, units.branch2, ', purpose: REWARD, search: "Đỗ bình"');
    expect(reward.edges).toMatchObject([{ node: { code: null, needsReason: true } }]);
    const asked = await ask(actors.secretary, units.branch1, ', search: "member"');
    expect(asked.edges[0].node).toMatchObject({ memberName: 'member', code: 'YEARLY_ITEM_OPEN' });
    const first = await ask(actors.secretary2, units.branch2, ', search: "do", first: 3');
    const rest = await ask(
      actors.secretary2,
      units.branch2,
      `, search: "do", after: "${first.pageInfo.endCursor}"`,
    );
    expect([first.edges.length, rest.edges.length, rest.edges[0].node.memberName]).toEqual([
      3,
      1,
      'Đỗ Ánh Ẩn',
    ]);
  });
});
