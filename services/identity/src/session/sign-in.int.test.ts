import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ids, openIdentity, personalIdOf, units } from '../../test/identity-stage.ts';
import { actorOfToken, openSessions, redirectUri, type Sessions, SIGN_IN } from '../../test/session-stage.ts';

let stage: Sessions;
beforeAll(async () => {
  stage = await openSessions();
});
afterAll(() => stage.close());
beforeEach(() => stage.sandbox.faults.set({}));

describe('a member signs in', () => {
  test('and gets a session as the plain member', async () => {
    const { session, refusal } = await stage.signIn('secretary');
    expect(refusal).toBeNull();
    expect(session.account).toMatchObject({
      status: 'ACTIVE',
      fullName: 'Lê Quang Minh',
      personalIdMasked: '*********003',
      member: { id: ids.member('secretary'), fullName: 'Lê Quang Minh' },
      positions: [{ id: ids.position('secretary'), kind: 'POSITION', role: 'BRANCH_SECRETARY' }],
    });
    expect(session.actingAs).toBeNull();
    expect(await actorOfToken(session.accessToken)).toMatchObject({
      accountId: ids.account('secretary'),
      memberId: ids.member('secretary'),
      sessionId: session.id,
      accountStatus: 'ACTIVE',
      capacity: null,
    });
  });

  test('or at once in a position of their own, and in nobody else’s', async () => {
    const { session } = await stage.signIn('secretary', { positionId: ids.position('secretary') });
    expect((await actorOfToken(session.accessToken)).capacity).toEqual({
      positionId: ids.position('secretary'),
      role: 'BRANCH_SECRETARY',
      title: 'Bí thư chi bộ',
      unitId: units.branch1,
    });
    expect((await stage.signIn('member', { positionId: ids.position('secretary') })).refusal.code).toBe(
      'POSITION_NOT_HELD',
    );
  });

  test('and no readable token, personal id or card number is kept', async () => {
    const { session } = await stage.signIn('member');
    const [tables] = await stage.house.em().execute<{ all: string }[]>(
      `select (select json_agg(t)::text from refresh_token t) || (select json_agg(s)::text from session s)
        || (select json_agg(a)::text from account a) || (select json_agg(m)::text from member m)
        || (select json_agg(o)::text from outbox o) as all`,
    );
    expect(tables?.all).toContain(session.id);
    expect(tables?.all).not.toContain(session.refreshToken);
    expect(tables?.all).not.toContain(personalIdOf('member'));
  });
});

describe('a citizen signs in for the first time', () => {
  test('and gets a draft, prefilled from VNeID, that speaks for no member', async () => {
    const minted = stage.sandbox.people.mint({ fullName: 'Phạm Gia Bách', gender: null });
    if ('error' in minted) throw new Error(minted.error);
    const { session } = await stage.signIn(minted.person.personalId);
    expect(session.account).toMatchObject({
      status: 'DRAFT',
      fullName: 'Phạm Gia Bách',
      member: null,
      positions: [],
    });
    expect(await actorOfToken(session.accessToken)).toMatchObject({ memberId: null, accountStatus: 'DRAFT' });
    const again = await stage.signIn(minted.person.personalId);
    expect(again.session.account.id).toBe(session.account.id);
  });

  test('also when the registry knows them: rights begin with the approval', async () => {
    const { session } = await stage.signIn('newcomer');
    expect(session.account).toMatchObject({ status: 'DRAFT', member: null });
    expect((await actorOfToken(session.accessToken)).memberId).toBeNull();
  });

  test('twice at once, and there is one account', async () => {
    const minted = stage.sandbox.people.mint({});
    if ('error' in minted) throw new Error(minted.error);
    const both = await Promise.all([
      stage.signIn(minted.person.personalId),
      stage.signIn(minted.person.personalId),
    ]);
    expect(new Set(both.map(({ session }) => session.account.id)).size).toBe(1);
  });
});

describe('a sign-in is refused', () => {
  test.each([
    ['police', 'EXCLUDED_FORCE'],
    ['detained', 'EXCLUDED_SUSPENDED'],
    ['convicted', 'EXCLUDED_CONVICTED'],
  ])('%s: %s (T56)', async (persona, code) => {
    expect(await stage.signIn(persona)).toMatchObject({ session: null, refusal: { code } });
  });

  test.each(['wrongIssuer', 'wrongAudience', 'wrongNonce', 'wrongAlgorithm', 'wrongSignature', 'expired'])(
    'VNEID_REJECTED for a token with %s, and the next sign-in works',
    async (fault) => {
      stage.sandbox.faults.set({ [fault]: 'next' });
      const { session, refusal } = await stage.signIn('member');
      expect(session).toBeNull();
      expect(refusal).toEqual({
        code: 'VNEID_REJECTED',
        message: 'Không xác nhận được đăng nhập VNeID. Hãy đăng nhập lại.',
      });
      expect((await stage.signIn('member')).refusal).toBeNull();
    },
  );

  test('VNEID_LEVEL_TOO_LOW for assurance level 1 (T50)', async () => {
    stage.sandbox.faults.set({ level1: personalIdOf('member') });
    expect((await stage.signIn('member')).refusal.code).toBe('VNEID_LEVEL_TOO_LOW');
  });

  test('VNEID_REJECTED for a used code, a wrong verifier, another nonce, a foreign address', async () => {
    const { code, codeVerifier, nonce } = await stage.codeFor('member');
    const input = { code, codeVerifier, nonce, redirectUri };
    const attempt = async (over: object) =>
      (await stage.house.execute(SIGN_IN, { input: { ...input, ...over } })).data?.signIn.refusal?.code;
    expect(await attempt({ redirectUri: 'https://evil.invalid/back' })).toBe('VNEID_REJECTED');
    expect(await attempt({})).toBeUndefined();
    expect(await attempt({})).toBe('VNEID_REJECTED');
    const another = await stage.codeFor('member');
    expect(await attempt({ ...another, codeVerifier })).toBe('VNEID_REJECTED');
    expect(await attempt({ ...(await stage.codeFor('member')), nonce })).toBe('VNEID_REJECTED');
  });

  test('ACCOUNT_LOCKED for a locked account', async () => {
    await stage.house
      .em()
      .execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('neighbour')]);
    expect((await stage.signIn('neighbour')).refusal.code).toBe('ACCOUNT_LOCKED');
    await stage.house
      .em()
      .execute(`update account set status = 'ACTIVE' where id = ?`, [ids.account('neighbour')]);
  });
});

test('VNEID_UNAVAILABLE while VNeID does not answer, and no word about why', async () => {
  const away = await openIdentity({ vneidIssuer: 'http://127.0.0.1:9/vneid' });
  const input = { code: 'x', codeVerifier: 'y'.repeat(43), nonce: 'z', redirectUri };
  const { data } = await away.execute(SIGN_IN, { input });
  expect(data?.signIn.refusal.code).toBe('VNEID_UNAVAILABLE');
  expect(data?.signIn.refusal.message).not.toContain('127.0.0.1');
  await away.close();
});

test('VNEID_UNAVAILABLE, and nothing said against the citizen, when VNeID does not know our secret', async () => {
  const strangers = await openIdentity({
    vneidIssuer: stage.sandbox.issuer,
    environment: { VNEID_CLIENT_SECRET: 'not the secret of this client' },
  });
  const { code, codeVerifier, nonce } = await stage.codeFor('member');
  const input = { code, codeVerifier, nonce, redirectUri };
  const { data } = await strangers.execute(SIGN_IN, { input });
  expect(data?.signIn.refusal.code).toBe('VNEID_UNAVAILABLE');
  await strangers.close();
});
