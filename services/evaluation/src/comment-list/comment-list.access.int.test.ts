import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  act,
  bring,
  enrol,
  type ListAct,
  made,
  type Opened,
  opened,
  type Province,
} from '../../test/list-stage.ts';
import { actors, openTestProvince, units } from '../../test/small-province.ts';

let province: Province;
beforeAll(async () => {
  province = await openTestProvince();
});
afterAll(() => province?.close());

const reason = 'vì lý do chính đáng';
const deputy = testActor({ role: 'BRANCH_DEPUTY_SECRETARY', unitId: units.branch1 });

/** A list of branch 1 as far as the act needs it, and what the act is given. */
async function before(what: ListAct): Promise<{ list: Opened; more: object }> {
  const [memberId = '', other = ''] = await enrol(province, {}, {});
  const draft = await made(province, { memberIds: [memberId] });
  const given: Record<ListAct, [to: 'submit' | 'approve' | null, more: object]> = {
    create: [null, {}],
    addTo: [null, { memberIds: [other] }],
    removeFrom: [null, { memberIds: [memberId] }],
    change: [null, { rows: [{ memberId, selfReportRequired: true }] }],
    submit: [null, {}],
    discard: [null, {}],
    approve: ['submit', {}],
    reject: ['submit', { reason }],
    withdraw: ['approve', { reason }],
    send: ['approve', {}],
  };
  const [to, more] = given[what];
  return { list: to ? await bring(province, draft, to) : draft, more };
}

/** Who of those in branch 1 may do it, and a state in which nobody may. */
const delegated: readonly ListAct[] = ['addTo', 'removeFrom', 'change', 'submit', 'send', 'discard'];

/** Everybody for whom the list, or the act on it, is not there. */
async function strangersAt(what: ListAct): Promise<void> {
  const { list, more } = await before(what);
  const answer = async (actor: Parameters<typeof act>[3], input: object = list) => {
    const { refusal, error } = await act(province, what, { ...input, ...more }, actor);
    return error ?? refusal?.code;
  };
  expect(await answer(null)).toBe('UNAUTHENTICATED');
  expect(await answer(actors.applicant)).toBe('FORBIDDEN');
  expect(await answer(actors.member)).toBe('FORBIDDEN');
  expect(await answer(actors.locked)).toBe('FORBIDDEN');
  expect(await answer(actors.wardBuilding)).toBe('FORBIDDEN');
  expect(await answer(actors.secretary2)).toBe('NOT_FOUND');
  expect(await answer(actors.residenceSecretary)).toBe('NOT_FOUND');
  expect(await answer(actors.companySecretary)).toBe('NOT_FOUND');
  expect(await answer(actors.secretary, { ...list, listId: randomUUID() })).toBe('NOT_FOUND');
  // a committee reads the lists of its branches, and acts on its own only
  expect(await answer(actors.committee)).toBe('ACTION_NOT_ALLOWED');
  const isDelegated = delegated.includes(what);
  if (!isDelegated) expect(await answer(actors.collector)).toBe('FORBIDDEN');
  expect(await answer(actors.secretary, { ...list, expectedVersion: list.expectedVersion + 1 })).toBe(
    'VERSION_CONFLICT',
  );
  expect(await answer(isDelegated ? actors.collector : deputy)).toBeUndefined();
  // twice
  expect(await answer(actors.secretary)).toBe('VERSION_CONFLICT');
}

/** The act in a state that it does not belong to. */
async function wrongState(what: ListAct): Promise<void> {
  const { list } = await before('send');
  const sent = opened(await act(province, 'send', { ...list }));
  const memberIds = [randomUUID()];
  const more = { addTo: { memberIds }, removeFrom: { memberIds }, reject: { reason }, withdraw: { reason } };
  const { refusal } = await act(province, what, { ...sent, ...more[what as keyof typeof more] });
  expect(refusal.code).toBe('WRONG_STATE');
}

describe('Mutation.createCommentList', () => {
  const input = { year: 2026, purpose: 'YEARLY' };
  const answer = async (actor: Parameters<typeof act>[3], unitId: string) => {
    const { refusal, error } = await act(province, 'create', { ...input, unitId }, actor);
    return error ?? refusal?.code;
  };

  test('is for who prepares lists, of their very unit', async () => {
    expect(await answer(null, units.branch1)).toBe('UNAUTHENTICATED');
    expect(await answer(actors.applicant, units.branch1)).toBe('FORBIDDEN');
    expect(await answer(actors.member, units.branch1)).toBe('FORBIDDEN');
    expect(await answer(actors.inspector, units.branch1)).toBe('FORBIDDEN');
    expect(await answer(actors.secretary2, units.branch1)).toBe('NOT_FOUND');
    expect(await answer(actors.secretary, units.committee)).toBe('NOT_FOUND');
    expect(await answer(actors.secretary, randomUUID())).toBe('NOT_FOUND');
    expect(await answer(actors.committee, units.branch1)).toBe('ACTION_NOT_ALLOWED');
    expect(await answer(actors.collector, units.branch1)).toBeUndefined();
    expect(await answer(actors.committee, units.committee)).toBeUndefined();
  });

  test('takes members of the unit only; those of others read like nobody', async () => {
    const [mine = '', theirs = ''] = await enrol(province, {}, { branchId: units.companyBranch });
    const nobody = randomUUID();
    const answer = await act(province, 'create', {
      ...input,
      unitId: units.branch1,
      memberIds: [mine, theirs, nobody],
    });
    expect(answer.refusal).toMatchObject({ code: 'MEMBER_NOT_IN_UNIT', field: 'memberIds' });
    expect(answer.rowRefusals).toEqual([
      { memberId: theirs, memberName: null, refusal: { code: 'MEMBER_NOT_IN_UNIT' } },
      { memberId: nobody, memberName: null, refusal: { code: 'MEMBER_NOT_IN_UNIT' } },
    ]);
  });
});

describe('Mutation.addToCommentList', () => {
  test('is closed to strangers', () => strangersAt('addTo'));
});
describe('Mutation.removeFromCommentList', () => {
  test('is closed to strangers', () => strangersAt('removeFrom'));
});
describe('Mutation.changeCommentListRows', () => {
  test('is closed to strangers', () => strangersAt('change'));
});
describe('Mutation.submitCommentList', () => {
  test('is closed to strangers', () => strangersAt('submit'));
});
describe('Mutation.approveCommentList', () => {
  test('is closed to strangers', () => strangersAt('approve'));

  test('needs a sign-in not older than ten minutes', async () => {
    const { list } = await before('approve');
    const stale = { ...actors.secretary, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect((await act(province, 'approve', { ...list }, stale)).refusal.code).toBe('STEP_UP_REQUIRED');
  });

  test('is for a second person where a delegate has prepared, whatever office they hold meanwhile', async () => {
    const memberIds = await enrol(province, {});
    const drafted = await made(province, { memberIds }, actors.collector);
    const list = opened(await act(province, 'submit', { ...drafted }, actors.collector));
    const promoted = { ...actors.secretary, memberId: actors.collector.memberId };
    expect((await act(province, 'approve', { ...list }, promoted)).refusal.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect((await act(province, 'approve', { ...list })).refusal).toBeNull();
  });
});
describe('Mutation.rejectCommentList', () => {
  test('is closed to strangers', () => strangersAt('reject'));
});
describe('Mutation.withdrawCommentList', () => {
  test('is closed to strangers', () => strangersAt('withdraw'));
});
describe('Mutation.sendCommentList', () => {
  test('is closed to strangers', () => strangersAt('send'));
});
describe('Mutation.discardCommentList', () => {
  test('is closed to strangers', () => strangersAt('discard'));
});

const acts: ListAct[] = ['addTo', 'removeFrom', 'submit', 'approve', 'reject', 'withdraw', 'send', 'discard'];
test.each(acts)('%s is refused on a list that was sent', (what) => wrongState(what));

describe('Query.commentExemptionRules', () => {
  test('are for who reads comments', async () => {
    const ask = (actor: Parameters<typeof act>[3]) =>
      province.execute('{ commentExemptionRules { code label yearlyComment } }', {}, actor ?? null);
    expect((await ask(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await ask(actors.applicant)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await ask(actors.member)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { data } = await ask(actors.residenceSecretary);
    expect(data?.commentExemptionRules.map((rule: { yearlyComment: boolean }) => rule.yearlyComment)).toEqual(
      [true, false, false],
    );
  });
});
