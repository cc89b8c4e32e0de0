import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const errorOf = (answer: Awaited<ReturnType<House['execute']>>) => answer.errors?.[0]?.extensions?.code;

async function openSession(accountId: string): Promise<string> {
  const [row] = await house
    .em()
    .execute<{ id: string }[]>(
      'insert into session (account_id, signed_in_at) values (?, now()) returning id',
      [accountId],
    );
  return row?.id ?? '';
}

describe('Mutation.signIn', () => {
  test('is open to everybody, and gives nobody anything without VNeID', async () => {
    const input = { code: 'x', codeVerifier: 'y', redirectUri: 'https://evil.invalid/', nonce: 'z' };
    const document =
      'mutation ($input: SignInInput!) { signIn(input: $input) { session { id } refusal { code message } } }';
    const { data, errors } = await house.execute(document, { input }, null, 'en');
    expect(errors).toBeUndefined();
    expect(data?.signIn).toEqual({
      session: null,
      refusal: {
        code: 'VNEID_REJECTED',
        message: 'The sign-in with VNeID could not be verified. Sign in again.',
      },
    });
  });
});

describe('Mutation.refreshSession', () => {
  test('is open to everybody, and gives nobody anything without a token', async () => {
    const document =
      'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { session { id } refusal { code field } } }';
    const { data } = await house.execute(document, { input: { refreshToken: '' } });
    expect(data?.refreshSession).toEqual({
      session: null,
      refusal: { code: 'SESSION_ENDED', field: 'refreshToken' },
    });
  });
});

describe('Mutation.actAs', () => {
  const ACT_AS = 'mutation ($input: ActAsInput!) { actAs(input: $input) { accessToken refusal { code } } }';
  const actAs = async (actor: ReturnType<typeof actorNamed>, positionId: string) =>
    (await house.execute(ACT_AS, { input: { positionId } }, actor)).data?.actAs;

  test('refuses who is not signed in', async () => {
    expect(errorOf(await house.execute(ACT_AS, { input: {} }))).toBe('UNAUTHENTICATED');
  });
  test('gives nobody a position of somebody else, a made-up one, or any through somebody else’s session', async () => {
    const sessionId = await openSession(ids.account('member'));
    const member = actorNamed('member', { sessionId });
    expect((await actAs(member, ids.position('secretary'))).refusal.code).toBe('POSITION_NOT_HELD');
    expect((await actAs(member, ids.position('admin'))).refusal.code).toBe('POSITION_NOT_HELD');
    expect((await actAs(member, randomUUID())).refusal.code).toBe('POSITION_NOT_HELD');
    const thief = actorNamed('secretary', { sessionId });
    expect(await actAs(thief, ids.position('secretary'))).toEqual({
      accessToken: null,
      refusal: { code: 'SESSION_ENDED' },
    });
  });
  test('gives an applicant nothing', async () => {
    const applicant = await openDraft(house, 'Người Nộp Hồ Sơ', ids.member('newcomer'));
    const sessionId = await openSession(applicant.accountId);
    const answer = await actAs({ ...applicant, sessionId }, ids.position('secretary'));
    expect(answer.refusal.code).toBe('POSITION_NOT_HELD');
  });
});

describe('Mutation.signOut', () => {
  test('refuses who is not signed in, and ends no other session', async () => {
    expect(errorOf(await house.execute('mutation { signOut { endedSessions } }'))).toBe('UNAUTHENTICATED');
    await openSession(ids.account('deputy'));
    const { data } = await house.execute('mutation { signOut { endedSessions } }', {}, actorNamed('deputy'));
    expect(data?.signOut.endedSessions).toBe(0);
  });
});

describe('Mutation.signOutEverywhere', () => {
  test('refuses who is not signed in, and ends nobody else’s sessions', async () => {
    const document = 'mutation { signOutEverywhere { endedSessions } }';
    expect(errorOf(await house.execute(document))).toBe('UNAUTHENTICATED');
    await openSession(ids.account('sibling'));
    const { data } = await house.execute(document, {}, actorNamed('committee'));
    expect(data?.signOutEverywhere.endedSessions).toBe(0);
  });
});
