import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, saveDraft, submit } from '../../test/registration-stage.ts';

let house: House;
let waiting: { id: string; version: number };
let applicant: Actor;
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Kiều Minh Đức');
  waiting = (await submit(house, applicant)).account;
});
afterAll(() => house.close());

const errorOf = (answer: Awaited<ReturnType<House['execute']>>) => answer.errors?.[0]?.extensions?.code;

describe('Query.account', () => {
  const ACCOUNT = '{ account { id status member { id } positions { id } } }';
  test('answers nobody who is not signed in', async () => {
    expect(errorOf(await house.execute(ACCOUNT))).toBe('UNAUTHENTICATED');
  });
  test('answers an applicant their own, without a member', async () => {
    expect((await house.execute(ACCOUNT, {}, applicant)).data?.account).toEqual({
      id: waiting.id,
      status: 'PENDING_BRANCH',
      member: null,
      positions: [],
    });
  });
  test('answers everybody their own and no other', async () => {
    const { data } = await house.execute(ACCOUNT, {}, actorNamed('neighbour'));
    expect(data?.account.id).toBe(ids.account('neighbour'));
  });
});

describe('Query.pendingAccounts', () => {
  const PENDING = 'query ($unitId: UUID) { pendingAccounts(unitId: $unitId) { edges { node { id } } } }';
  const pending = (actor: Actor | null, unitId: string | null = null) =>
    house.execute(PENDING, { unitId }, actor);
  const count = async (actor: Actor, unitId: string | null = null) =>
    (await pending(actor, unitId)).data?.pendingAccounts.edges.length;

  test('refuses strangers, members, delegates, administrators and applicants', async () => {
    expect(errorOf(await pending(null))).toBe('UNAUTHENTICATED');
    const strangers = [actorNamed('member'), actorNamed('collector'), actorNamed('admin'), applicant];
    for (const actor of strangers) expect(errorOf(await pending(actor, units.branch1))).toBe('FORBIDDEN');
  });
  test('is empty for the sibling, for a unit above one’s own, and for a made-up unit', async () => {
    expect(await count(actorNamed('secretary'), units.branch1)).toBe(1);
    expect(await count(actorNamed('sibling'), units.branch1)).toBe(0);
    expect(await count(actorNamed('secretary'), units.committee)).toBe(0);
    expect(await count(actorNamed('secretary'), randomUUID())).toBe(0);
  });
  test('is empty in a position that the token names and the database does not', async () => {
    const forged = actorNamed('neighbour', {
      capacity: {
        positionId: randomUUID(),
        role: 'BRANCH_SECRETARY',
        title: 'Bí thư',
        unitId: units.branch1,
      },
    });
    expect(await count(forged)).toBe(0);
  });
});

describe('Mutation.submitRegistration', () => {
  test('refuses who is not signed in', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      branchId: units.branch1,
      joinDate: '2015-03-03',
      monthlyDues: 1,
      monthlyDuesFrom: '2026-08',
    };
    const answer = await house.execute(
      'mutation ($input: SubmitRegistrationInput!) { submitRegistration(input: $input) { account { id } } }',
      { input },
    );
    expect(errorOf(answer)).toBe('UNAUTHENTICATED');
  });
  test('is about one’s own account only: an active one and an unknown one are refused', async () => {
    expect((await submit(house, actorNamed('member'))).refusal.code).toBe('WRONG_STATE');
    expect((await submit(house, actorNamed('member', { accountId: randomUUID() }))).refusal.code).toBe(
      'NOT_FOUND',
    );
  });
});

describe('Mutation.saveRegistrationDraft', () => {
  test('refuses who is not signed in', async () => {
    const answer = await house.execute(
      'mutation ($input: SaveRegistrationDraftInput!) { saveRegistrationDraft(input: $input) { account { id } } }',
      { input: { idempotencyKey: randomUUID(), form: {} } },
    );
    expect(errorOf(answer)).toBe('UNAUTHENTICATED');
  });
  test('is about one’s own account only: one that waits, an active one and an unknown one are refused', async () => {
    expect((await saveDraft(house, applicant, {})).refusal.code).toBe('WRONG_STATE');
    expect((await saveDraft(house, actorNamed('member'), {})).refusal.code).toBe('WRONG_STATE');
    const nobody = actorNamed('member', { accountId: randomUUID() });
    expect((await saveDraft(house, nobody, {})).refusal.code).toBe('NOT_FOUND');
  });
});

/** The same strangers stand before both decisions. */
function strangersBefore(name: 'approveAccount' | 'rejectAccount', more: object) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { account { status } refusal { code } } }`;
  const act = (actor: Actor | null, over: object = {}) => {
    const input = {
      idempotencyKey: randomUUID(),
      accountId: waiting.id,
      expectedVersion: waiting.version,
      ...more,
      ...over,
    };
    return house.execute(document, { input }, actor);
  };
  const refusal = async (actor: Actor, over: object = {}) =>
    (await act(actor, over)).data?.[name].refusal?.code;

  test('refuses strangers, members, delegates, administrators and the applicant', async () => {
    expect(errorOf(await act(null))).toBe('UNAUTHENTICATED');
    const strangers = [actorNamed('neighbour'), actorNamed('collector'), actorNamed('admin'), applicant];
    for (const actor of strangers) expect(errorOf(await act(actor))).toBe('FORBIDDEN');
  });
  test('knows no such account for the sibling, for a made-up id, for a locked secretary', async () => {
    expect(await refusal(actorNamed('sibling'))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('secretary'), { accountId: randomUUID() })).toBe('NOT_FOUND');
    expect(errorOf(await act(actorNamed('secretary', { accountStatus: 'LOCKED' })))).toBe('FORBIDDEN');
  });
  test('is not for the superior while the branch decides, and not in a position that has ended', async () => {
    expect(await refusal(actorNamed('committee'))).toBe('ACTION_NOT_ALLOWED');
    const forged = actorNamed('neighbour', {
      capacity: {
        positionId: ids.position('secretary'),
        role: 'BRANCH_SECRETARY',
        title: 'Bí thư',
        unitId: units.branch1,
      },
    });
    expect(await refusal(forged)).toBe('NOT_FOUND');
  });
}

describe('Mutation.approveAccount', () => {
  strangersBefore('approveAccount', {});
});

describe('Mutation.rejectAccount', () => {
  strangersBefore('rejectAccount', { reason: 'Không thuộc chi bộ' });
});
