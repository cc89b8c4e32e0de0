import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { units } from '../../test/fees-stage.ts';
import { act, type Fees, join, openRates, people, stale } from '../../test/rates-stage.ts';

let fees: Fees;
let member: Awaited<ReturnType<typeof join>>;
beforeAll(async () => {
  fees = await openRates();
  member = await join(fees);
});
afterAll(() => fees.close());

describe('Query.proposeDues', () => {
  const ask = (actor: Actor | null, given: Record<string, unknown> = {}) =>
    fees.execute(
      `query ($base: Dong, $memberId: UUID) {
        proposeDues(category: SI_COMPULSORY, month: "2026-07", base: $base, memberId: $memberId) {
          proposal { amount explanation rule { source } } refusal { code field } } }`,
      given,
      actor,
    );

  test('answers the member about themselves, and the secretary about the member', async () => {
    const expected = {
      proposal: {
        amount: 116_532,
        explanation: '1 % × lương đóng BHXH tháng 06/2026 (11.653.200) = 116.532',
        rule: { source: 'QĐ 01-QĐ/TW' },
      },
      refusal: null,
    };
    expect((await ask(member, { base: 11_653_200 })).data?.proposeDues).toEqual(expected);
    const asked = { base: 11_653_200, memberId: member.memberId };
    expect((await ask(people.secretary, asked)).data?.proposeDues).toEqual(expected);
  });
  test('says what is missing', async () => {
    expect((await ask(member)).data?.proposeDues.refusal).toEqual({ code: 'BASE_REQUIRED', field: 'base' });
  });
  test('says nothing of a member out of scope, or of nobody', async () => {
    const about = async (actor: Actor, memberId: string) =>
      (await ask(actor, { memberId })).data?.proposeDues;
    expect(await about(people.sibling, member.memberId)).toBeNull();
    expect(await about(testActor(), member.memberId)).toBeNull();
    expect(await about(people.secretary, randomUUID())).toBeNull();
  });
  test('is refused to nobody and to applicants', async () => {
    const codes = [null, testActor({ memberId: null, accountStatus: 'DRAFT' })].map(
      async (actor) => (await ask(actor)).errors?.[0]?.extensions?.code,
    );
    expect(await Promise.all(codes)).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
  });
});

const lists: Record<string, [leaf: string, rows: number]> = {
  'Query.duesRateRules': ['id', 10],
  'Query.minimumWages': ['region', 4],
  'Query.contributionCaps': ['amount', 1],
  'Query.retirementAges': ['months', 2],
};

describe.each(Object.entries(lists))('%s', (door, [leaf, rows]) => {
  const field = door.slice('Query.'.length);
  const ask = (actor: Actor | null) => fees.execute(`{ ${field}(on: "2026-07") { ${leaf} } }`, {}, actor);
  test('is open to everybody who is signed in, and to nobody else', async () => {
    const applicant = testActor({ memberId: null, accountStatus: 'DRAFT' });
    expect((await ask(applicant)).data?.[field]).toHaveLength(rows);
    expect((await ask(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

const student = { category: 'STUDENT', kind: 'FIXED', amount: 6_000, fromMonth: '2027-01', source: 'QĐ mới' };

describe('Mutation.setRateRule', () => {
  const set = (actor: Actor | null, more: Record<string, unknown> = {}) =>
    act(fees, 'setRateRule', actor, { ...student, ...more }, 'rule { id amount from through }');
  const code = async (...given: Parameters<typeof set>) => (await set(...given)).refusal?.code;

  test('is for the administrator at the top of the province alone', async () => {
    expect(await code(null)).toBe('UNAUTHENTICATED');
    for (const actor of [member, people.secretary, people.committee])
      expect(await code(actor)).toBe('FORBIDDEN');
    expect(await code(people.wardAdmin)).toBe('NOT_FOUND');
    expect(await code(testActor({ role: 'SYSTEM_ADMIN' }))).toBe('NOT_FOUND');
    expect(await code(stale(people.admin))).toBe('STEP_UP_REQUIRED');
  });
  test.each([
    [{ fromMonth: '2026-07' }, 'POLICY_OVERLAPS'],
    [{ source: ' ' }, 'INVALID_INPUT'],
    [{ category: 'DECLARED' }, 'INVALID_INPUT'],
    [{ amount: 0 }, 'INVALID_INPUT'],
    [{ bps: 10 }, 'INVALID_INPUT'],
    [{ rounding: 10 }, 'INVALID_INPUT'],
    [{ kind: 'BAND', amount: null, least: 2, most: 1 }, 'INVALID_INPUT'],
    [{ kind: 'PERCENT', amount: null, bps: 10 }, 'INVALID_INPUT'],
  ])('%j is refused %s', async (more, expected) => {
    expect(await code(people.admin, more)).toBe(expected);
  });
  test('holds from its month on and ends the rule before; another one before it overlaps', async () => {
    expect((await set(people.admin)).rule).toMatchObject({ amount: 6_000, from: '2027-01', through: null });
    const { data } = await fees.execute(`{ duesRateRules(on: "2026-12") { id through } }`, {}, member);
    expect(data?.duesRateRules).toContainEqual({ id: 'QD01_STUDENT', through: '2026-12' });
    expect(await code(people.admin, { fromMonth: '2026-10' })).toBe('POLICY_OVERLAPS');
    expect(await code(people.admin)).toBe('POLICY_OVERLAPS');
  });
  test('of two at once for one month, one holds', async () => {
    const answers = await Promise.all([1, 2].map(() => code(people.admin, { fromMonth: '2029-01' })));
    expect(answers.sort()).toEqual(['POLICY_OVERLAPS', undefined]);
  });
});

describe('Mutation.setMinimumWage', () => {
  const set = (actor: Actor | null, more: Record<string, unknown> = {}) =>
    act(
      fees,
      'setMinimumWage',
      actor,
      { region: 1, amount: 5_700_000, fromMonth: '2027-01', source: 'NĐ mới', ...more },
      'minimumWage { region amount from }',
    );
  test('is for the administrator at the top of the province alone, and for regions 1 to 4', async () => {
    expect((await set(null)).refusal.code).toBe('UNAUTHENTICATED');
    expect((await set(people.secretary)).refusal.code).toBe('FORBIDDEN');
    expect((await set(people.wardAdmin)).refusal.code).toBe('NOT_FOUND');
    expect((await set(people.admin, { region: 5 })).refusal).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await set(people.admin, { amount: -1 })).refusal).toMatchObject({ code: 'AMOUNT_INVALID' });
    expect((await set(people.admin)).minimumWage).toEqual({ region: 1, amount: 5_700_000, from: '2027-01' });
  });
});

describe('Mutation.setContributionCap', () => {
  const set = (actor: Actor | null, more: Record<string, unknown> = {}) =>
    act(
      fees,
      'setContributionCap',
      actor,
      { amount: 54_000_000, fromMonth: '2027-07', source: 'NĐ mới', ...more },
      'contributionCap { amount from }',
    );
  test('is for the administrator at the top of the province alone', async () => {
    expect((await set(null)).refusal.code).toBe('UNAUTHENTICATED');
    expect((await set(people.secretary)).refusal.code).toBe('FORBIDDEN');
    expect((await set(people.wardAdmin)).refusal.code).toBe('NOT_FOUND');
    expect((await set(people.admin, { fromMonth: '2026-01' })).refusal.code).toBe('POLICY_OVERLAPS');
    expect((await set(people.admin)).contributionCap).toEqual({ amount: 54_000_000, from: '2027-07' });
  });
});

test('the branch without a region asks the unit above', async () => {
  await fees.em().execute('update unit_copy set region_min_wage = null where id = ?', [units.branch1]);
  await fees.em().execute('update unit_copy set region_min_wage = 4 where id = ?', [units.committee]);
  const { data } = await fees.execute(
    `{ proposeDues(category: NON_SI_BELOW_RETIREMENT, month: "2026-07") { proposal { amount } } }`,
    {},
    member,
  );
  expect(data?.proposeDues.proposal.amount).toBe(11_100);
});
