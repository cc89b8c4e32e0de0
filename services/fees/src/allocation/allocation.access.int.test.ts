import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const member = randomUUID();
const { branch1, ward, province, central } = units;

const as = (
  role: NonNullable<Parameters<typeof testActor>[0]>['role'],
  unitId: string,
  more: Partial<Actor> = {},
) => testActor({ ...(role && { role }), unitId, ...more });
const secretary = as('BRANCH_SECRETARY', branch1);
const finance = as('FINANCE_OFFICER', province);
const wardFinance = as('FINANCE_OFFICER', units.otherWard);
const system = as('SYSTEM_ADMIN', province);
const stale = { signedInAt: new Date(Date.now() - 11 * 60_000) };
const payer = testActor({ memberId: member });

beforeAll(async () => {
  fees = await openFees();
  await fees.hear(heard.placed(member, branch1));
});
afterAll(() => fees.close());

const ask = async (document: string, actor: Actor | null, variables = {}) => {
  const { data, errors } = await fees.execute(document, variables, actor);
  return errors ? errors[0]?.extensions?.code : data;
};
const times = (bps: number[]) => bps.map((each) => ({ bps: each }));

describe('Query.allocationPolicies', () => {
  const query =
    '{ allocationPolicies { id isConfirmed through levels { unitType bps } leastBranchBps source } }';

  test('are those of the month, for everybody who is signed in', async () => {
    const { allocationPolicies } = (await ask(query, payer)) as never as {
      allocationPolicies: { id: string }[];
    };
    expect(allocationPolicies.map(({ id }) => id)).toEqual([
      'QD01_DEFAULT',
      'QD01_DEFAULT_5',
      'QD01_GRASSROOTS_BRANCH',
    ]);
    expect(allocationPolicies[0]).toMatchObject({
      isConfirmed: false,
      through: null,
      leastBranchBps: null,
      source: 'Quy định 01-QĐ/TW',
      levels: times([7000, 1500, 750, 750]),
    });
  });

  test('of a month of the rule before', async () => {
    const data = await ask(
      '{ allocationPolicies(on: "2026-01") { id isUsual isConfirmed mostBranchBps } }',
      payer,
    );
    expect(data).toEqual({
      allocationPolicies: [
        { id: 'QD342_COMMUNE_COLLECTED', isUsual: true, isConfirmed: true, mostBranchBps: 5000 },
        { id: 'QD342_COMMUNE_RECEIVED', isUsual: false, isConfirmed: true, mostBranchBps: 5000 },
        { id: 'QD342_GRASSROOTS_BRANCH', isUsual: true, isConfirmed: false, mostBranchBps: null },
        { id: 'QD342_OTHER_RECEIVED', isUsual: true, isConfirmed: true, mostBranchBps: 5000 },
      ],
    });
  });

  test('are refused to nobody', async () => {
    expect(await ask(query, null)).toBe('UNAUTHENTICATED');
  });
});

describe('Mutation.enterAllocationPolicy', () => {
  const mutation = `mutation ($input: EnterAllocationPolicyInput!) {
    enterAllocationPolicy(input: $input) { policy { id from isUsual levels { bps } } refusal { code field } } }`;
  const good = () => ({
    idempotencyKey: randomUUID(),
    id: 'QD02_CITY',
    fromMonth: '2027-01',
    basis: 'OF_RECEIVED',
    levels: ['BRANCH', 'GRASSROOTS_COMMITTEE', 'PROVINCE', 'CENTRAL'].map((unitType, index) => ({
      unitType,
      bps: [6000, 2000, 1000, 1000][index],
    })),
    isConfirmed: true,
    source: 'Quy định mới',
    derivation: 'Chi bộ giữ 60 %.',
  });
  const enter = async (more = {}, actor: Actor | null = system) => {
    const answer = (await ask(mutation, actor, { input: { ...good(), ...more } })) as never as {
      enterAllocationPolicy: { policy: object | null; refusal: { code: string; field: string } | null };
    };
    return answer.enterAllocationPolicy ?? answer;
  };

  test.each([
    ['a finance officer', finance, 'FORBIDDEN'],
    ['a plain member', payer, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('is refused to %s', async (_, actor, code) => {
    expect(await enter({}, actor)).toBe(code);
  });

  test.each([
    ['by an administrator who is not at the top', {}, as('SYSTEM_ADMIN', ward), 'NOT_FOUND'],
    ['by one of another province', {}, as('SYSTEM_ADMIN', randomUUID()), 'NOT_FOUND'],
    ['with an old sign-in', {}, as('SYSTEM_ADMIN', province, stale), 'STEP_UP_REQUIRED'],
    ['for the month that runs', { fromMonth: '2026-07' }, system, 'POLICY_OVERLAPS'],
    [
      'with shares of 99.99 %',
      {
        levels: [
          ['BRANCH', 9999],
          ['CENTRAL', 0],
        ].map(([unitType, bps]) => ({ unitType, bps })),
      },
      system,
      'SHARES_NOT_WHOLE',
    ],
    [
      'with a negative share',
      {
        levels: [
          ['BRANCH', 10001],
          ['CENTRAL', -1],
        ].map(([unitType, bps]) => ({ unitType, bps })),
      },
      system,
      'SHARES_NOT_WHOLE',
    ],
    ['with one level', { levels: [{ unitType: 'BRANCH', bps: 10000 }] }, system, 'INVALID_INPUT'],
    [
      'with a share for a sub-committee',
      {
        levels: [
          ['BRANCH', 9000],
          ['SUB_COMMITTEE', 1000],
        ].map(([unitType, bps]) => ({ unitType, bps })),
      },
      system,
      'INVALID_INPUT',
    ],
    [
      'with a range that leaves out its own share',
      { leastBranchBps: 7000, mostBranchBps: 8000 },
      system,
      'SHARE_OUT_OF_RANGE',
    ],
    ['with half a range', { leastBranchBps: 5000 }, system, 'INVALID_INPUT'],
    ['without a source', { source: ' ' }, system, 'INVALID_INPUT'],
    ['with an id that is taken', { id: 'QD01_DEFAULT' }, system, 'POLICY_OVERLAPS'],
    ['with an id that is none', { id: 'x' }, system, 'INVALID_INPUT'],
  ])('is refused %s', async (_, more, actor, code) => {
    expect(await enter(more, actor)).toMatchObject({ policy: null, refusal: { code } });
  });

  test('ends the policy before it, holds from its month on, once, and leaves a line in the trail', async () => {
    const input = good();
    for (let round = 0; round < 2; round += 1)
      expect(await enter(input)).toEqual({
        policy: { id: 'QD02_CITY', from: '2027-01', isUsual: true, levels: times([6000, 2000, 1000, 1000]) },
        refusal: null,
      });
    const of = async (month: string) =>
      ask(`{ allocationPolicies(on: "${month}") { id } }`, payer).then((data) => JSON.stringify(data));
    expect(await of('2026-12')).toContain('QD01_DEFAULT"');
    expect(await of('2027-01')).not.toContain('QD01_DEFAULT"');
    expect(await of('2027-01')).toContain('QD02_CITY');
    expect(await enter({ id: 'QD03_CITY' })).toMatchObject({ refusal: { code: 'POLICY_OVERLAPS' } });
    const trail = await fees
      .em()
      .execute(`select after ->> 'id' as id from audit_entry where action = 'enterAllocationPolicy'`);
    expect(trail).toEqual([{ id: 'QD02_CITY' }]);
  });
});

describe('Mutation.chooseAllocation', () => {
  const mutation = `mutation ($input: ChooseAllocationInput!) {
    chooseAllocation(input: $input) { choice { from basis branchBps unit { id } chosenBy } refusal { code field } } }`;
  const choose = async (more = {}, actor: Actor | null = finance) => {
    const input = {
      idempotencyKey: randomUUID(),
      unitId: ward,
      fromMonth: '2025-06',
      throughMonth: '2026-01',
      basis: 'OF_RECEIVED',
      branchBps: 4000,
      reason: 'Nghị quyết 12',
      ...more,
    };
    const answer = (await ask(mutation, actor, { input })) as never as {
      chooseAllocation: { choice: object | null };
    };
    return answer.chooseAllocation ?? answer;
  };

  test.each([
    ['a secretary', secretary, 'FORBIDDEN'],
    ['a plain member', payer, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('is refused to %s', async (_, actor, code) => {
    expect(await choose({}, actor)).toBe(code);
  });

  test.each([
    ['by a finance officer of another ward', {}, wardFinance, 'NOT_FOUND'],
    ['for a unit that nobody knows', { unitId: randomUUID() }, finance, 'NOT_FOUND'],
    ['for the unit above', { unitId: central }, finance, 'NOT_FOUND'],
    ['with an old sign-in', {}, as('FINANCE_OFFICER', province, stale), 'STEP_UP_REQUIRED'],
    ['without a reason', { reason: ' ' }, finance, 'REASON_REQUIRED'],
    ['of nothing', { basis: null, branchBps: null }, finance, 'NOTHING_CHANGES'],
    ['of 29.99 %', { branchBps: 2999 }, finance, 'SHARE_OUT_OF_RANGE'],
    ['of 50.01 %', { branchBps: 5001 }, finance, 'SHARE_OUT_OF_RANGE'],
    [
      'where nothing is left to choose',
      { fromMonth: '2026-08', throughMonth: null },
      finance,
      'SHARE_OUT_OF_RANGE',
    ],
    [
      'of a basis without a policy',
      { fromMonth: '2026-08', throughMonth: null, basis: 'OF_COLLECTED', branchBps: null },
      finance,
      'NO_ALLOCATION_POLICY',
    ],
    ['of months the wrong way round', { throughMonth: '2025-05' }, finance, 'INVALID_INPUT'],
  ])('is refused %s', async (_, more, actor, code) => {
    expect(await choose(more, actor)).toMatchObject({ choice: null, refusal: { code } });
  });

  test('is kept, and read by whoever reads the ledger there', async () => {
    expect(await choose()).toEqual({
      choice: {
        from: '2025-06',
        basis: 'OF_RECEIVED',
        branchBps: 4000,
        unit: { id: ward },
        chosenBy: finance.name,
      },
      refusal: null,
    });
  });
});

describe('OrgUnit.allocationChoices', () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrgUnit { allocationChoices { reason branchBps } } } }`;
  const choicesOf = async (actor: Actor | null, unitId: string) => {
    const { data, errors } = await fees.execute(
      query,
      { of: [{ __typename: 'OrgUnit', id: unitId }] },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?._entities[0].allocationChoices;
  };

  test.each([
    ['the finance officer', finance],
    ['the office of the ward', as('OFFICE_STAFF', ward)],
  ])('are read by %s', async (_, actor) => {
    expect(await choicesOf(actor, ward)).toEqual([{ reason: 'Nghị quyết 12', branchBps: 4000 }]);
  });

  test.each([
    ['the secretary of a branch below', secretary, null],
    ['the finance officer of another ward', wardFinance, null],
    ['a plain member', payer, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('are not there for %s', async (_, actor, answer) => {
    expect(await choicesOf(actor, ward)).toBe(answer);
  });

  test('of a random id are not there', async () => {
    expect(await choicesOf(finance, randomUUID())).toBeNull();
  });
});
