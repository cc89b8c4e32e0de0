import type { Actor } from '@dang/access/actor';
import { verifyAccessToken } from '@dang/access/tokens';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { obtainCode } from '@dang/sandbox/vneid/sign-in-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  citizens,
  eventsNamed,
  type House,
  ids,
  openIdentity,
  personalIdOf,
  tokenKeys,
  units,
  vneidClient,
} from '../../test/identity-stage.ts';

const redirectUri = vneidClient.redirectUris[0] ?? '';
let sandbox: RunningSandbox;
let house: House;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, client: vneidClient, people: citizens });
  house = await openIdentity({ vneidIssuer: sandbox.issuer });
});
afterAll(async () => {
  await house.close();
  await sandbox.close();
});
beforeEach(() => sandbox.faults.set({}));

const sessionFields = `session {
    id accessToken refreshToken signedInAt actingAs { id role title unit { id } }
    account { id status fullName personalIdMasked member { id fullName } positions { id kind role } rejectionReason }
  } refusal { code message }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${sessionFields} } }`;
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${sessionFields} } }`;
const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) { accessToken actingAs { id } refusal { code field } } }`;

async function codeFor(personalIdOrPersona: string) {
  return obtainCode({
    issuer: sandbox.issuer,
    clientId: vneidClient.clientId,
    redirectUri,
    personalIdOrPersona,
  });
}

async function signIn(personalIdOrPersona: string, over: object = {}) {
  const { code, codeVerifier, nonce } = await codeFor(personalIdOrPersona);
  const input = { code, codeVerifier, nonce, redirectUri, ...over };
  const { data, errors } = await house.execute(SIGN_IN, { input });
  expect(errors).toBeUndefined();
  return data?.signIn;
}

async function refresh(refreshToken: string) {
  return (await house.execute(REFRESH, { input: { refreshToken } })).data?.refreshSession;
}

async function actorOfToken(token: string): Promise<Actor> {
  return (await verifyAccessToken(tokenKeys.publicJwk, token)).actor;
}

describe('a member signs in', () => {
  test('and gets a session as the plain member', async () => {
    const { session, refusal } = await signIn('secretary');
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
    const { session } = await signIn('secretary', { positionId: ids.position('secretary') });
    expect((await actorOfToken(session.accessToken)).capacity).toEqual({
      positionId: ids.position('secretary'),
      role: 'BRANCH_SECRETARY',
      title: 'Bí thư chi bộ',
      unitId: units.branch1,
    });
    expect((await signIn('member', { positionId: ids.position('secretary') })).refusal.code).toBe(
      'POSITION_NOT_HELD',
    );
  });

  test('and no readable token, personal id or card number is kept', async () => {
    const { session } = await signIn('member');
    const [tables] = await house.em().execute<{ all: string }[]>(
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
    const minted = sandbox.people.mint({ fullName: 'Phạm Gia Bách', gender: null });
    if ('error' in minted) throw new Error(minted.error);
    const { session } = await signIn(minted.person.personalId);
    expect(session.account).toMatchObject({
      status: 'DRAFT',
      fullName: 'Phạm Gia Bách',
      member: null,
      positions: [],
    });
    expect(await actorOfToken(session.accessToken)).toMatchObject({ memberId: null, accountStatus: 'DRAFT' });
    const again = await signIn(minted.person.personalId);
    expect(again.session.account.id).toBe(session.account.id);
  });

  test('also when the registry knows them: rights begin with the approval', async () => {
    const { session } = await signIn('newcomer');
    expect(session.account).toMatchObject({ status: 'DRAFT', member: null });
    expect((await actorOfToken(session.accessToken)).memberId).toBeNull();
  });

  test('twice at once, and there is one account', async () => {
    const minted = sandbox.people.mint({});
    if ('error' in minted) throw new Error(minted.error);
    const both = await Promise.all([signIn(minted.person.personalId), signIn(minted.person.personalId)]);
    expect(new Set(both.map(({ session }) => session.account.id)).size).toBe(1);
  });
});

describe('a sign-in is refused', () => {
  test.each([
    ['police', 'EXCLUDED_FORCE'],
    ['detained', 'EXCLUDED_SUSPENDED'],
    ['convicted', 'EXCLUDED_CONVICTED'],
  ])('%s: %s (T56)', async (persona, code) => {
    expect(await signIn(persona)).toMatchObject({ session: null, refusal: { code } });
  });

  test.each(['wrongIssuer', 'wrongAudience', 'wrongNonce', 'wrongAlgorithm', 'wrongSignature', 'expired'])(
    'VNEID_REJECTED for a token with %s, and the next sign-in works',
    async (fault) => {
      sandbox.faults.set({ [fault]: 'next' });
      const { session, refusal } = await signIn('member');
      expect(session).toBeNull();
      expect(refusal).toEqual({
        code: 'VNEID_REJECTED',
        message: 'Không xác nhận được đăng nhập VNeID. Hãy đăng nhập lại.',
      });
      expect((await signIn('member')).refusal).toBeNull();
    },
  );

  test('VNEID_LEVEL_TOO_LOW for assurance level 1 (T50)', async () => {
    sandbox.faults.set({ level1: personalIdOf('member') });
    expect((await signIn('member')).refusal.code).toBe('VNEID_LEVEL_TOO_LOW');
  });

  test('VNEID_REJECTED for a used code, a wrong verifier, another nonce, a foreign address', async () => {
    const { code, codeVerifier, nonce } = await codeFor('member');
    const input = { code, codeVerifier, nonce, redirectUri };
    const attempt = async (over: object) =>
      (await house.execute(SIGN_IN, { input: { ...input, ...over } })).data?.signIn.refusal?.code;
    expect(await attempt({ redirectUri: 'https://evil.invalid/back' })).toBe('VNEID_REJECTED');
    expect(await attempt({})).toBeUndefined();
    expect(await attempt({})).toBe('VNEID_REJECTED');
    const another = await codeFor('member');
    expect(await attempt({ ...another, codeVerifier })).toBe('VNEID_REJECTED');
    expect(await attempt({ ...(await codeFor('member')), nonce })).toBe('VNEID_REJECTED');
  });

  test('ACCOUNT_LOCKED for a locked account', async () => {
    await house.em().execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('neighbour')]);
    expect((await signIn('neighbour')).refusal.code).toBe('ACCOUNT_LOCKED');
    await house.em().execute(`update account set status = 'ACTIVE' where id = ?`, [ids.account('neighbour')]);
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

describe('a session is refreshed', () => {
  test('with new tokens, in the same capacity, with the old time of sign-in', async () => {
    const { session } = await signIn('secretary', { positionId: ids.position('secretary') });
    const next = (await refresh(session.refreshToken)).session;
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect(next.signedInAt).toBe(session.signedInAt);
    expect(next.actingAs.id).toBe(ids.position('secretary'));
    expect((await refresh(next.refreshToken)).refusal).toBeNull();
  });

  test('once: a token that comes a second time ends the session for everybody', async () => {
    const { session } = await signIn('member');
    const next = (await refresh(session.refreshToken)).session;
    expect((await refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    expect((await refresh(next.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    expect(await eventsNamed(house, 'SessionEnded')).toContainEqual({
      sessionId: session.id,
      accountId: ids.account('member'),
      reason: 'REFRESH_REUSED',
    });
  });

  test('and of two at once with one token, one gets it and the session ends', async () => {
    const { session } = await signIn('member');
    const both = await Promise.all([refresh(session.refreshToken), refresh(session.refreshToken)]);
    expect(both.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    const won = both.find((answer) => answer.session !== null);
    expect((await refresh(won.session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
  });

  test('not with a made-up token, and not for a locked account', async () => {
    expect((await refresh('nonsense')).refusal.code).toBe('SESSION_ENDED');
    const { session } = await signIn('neighbour');
    await house.em().execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('neighbour')]);
    expect((await refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    await house.em().execute(`update account set status = 'ACTIVE' where id = ?`, [ids.account('neighbour')]);
    expect((await refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
  });
});

describe('somebody acts in a capacity', () => {
  test('of their own, and as the plain member again', async () => {
    const actor = await actorOfToken((await signIn('admin')).session.accessToken);
    const asAdmin = (await house.execute(ACT_AS, { input: { positionId: ids.position('admin') } }, actor))
      .data?.actAs;
    expect(asAdmin.actingAs.id).toBe(ids.position('admin'));
    expect((await actorOfToken(asAdmin.accessToken)).capacity?.role).toBe('ORG_ADMIN');
    const plain = (await house.execute(ACT_AS, { input: {} }, actor)).data?.actAs;
    expect((await actorOfToken(plain.accessToken)).capacity).toBeNull();
  });

  test('not after it has ended: not by actAs, and not by a refresh', async () => {
    const { session } = await signIn('collector', { positionId: ids.position('collector') });
    const actor = await actorOfToken(session.accessToken);
    const end = (day: string | null, reason: string | null) =>
      house
        .em()
        .execute('update delegation set ended_on = ?, ended_reason = ? where id = ?', [
          day,
          reason,
          ids.position('collector'),
        ]);
    await end('2026-07-06', 'SECRETARY_CHANGED');
    const again = await house.execute(ACT_AS, { input: { positionId: ids.position('collector') } }, actor);
    expect(again.data?.actAs.refusal).toEqual({ code: 'POSITION_NOT_HELD', field: 'positionId' });
    expect((await refresh(session.refreshToken)).session.actingAs).toBeNull();
    await end(null, null);
  });
});

describe('a session ends', () => {
  test.each([
    ['status', 'SUSPENDED_DETENTION', 'ACTIVE', 'EXCLUDED_SUSPENDED'],
    ['force_category', 'ARMY', 'NONE', 'EXCLUDED_FORCE'],
  ])('when its member is excluded since: %s %s', async (column, excluded, before, code) => {
    const { session } = await signIn('deputy', { positionId: ids.position('deputy') });
    const actor = await actorOfToken(session.accessToken);
    const set = (value: string) =>
      house.em().execute(`update member set ${column} = ? where id = ?`, [value, ids.member('deputy')]);
    await set(excluded);
    const acting = await house.execute(ACT_AS, { input: { positionId: ids.position('deputy') } }, actor);
    expect(acting.data?.actAs).toMatchObject({ accessToken: null, refusal: { code } });
    expect(await refresh(session.refreshToken)).toMatchObject({
      session: null,
      refusal: { code: 'SESSION_ENDED' },
    });
    expect((await eventsNamed(house, 'SessionEnded')).at(-1)).toMatchObject({
      sessionId: session.id,
      reason: code,
    });
    await set(before);
  });

  test('by signing out, once', async () => {
    const { session } = await signIn('member');
    const actor = await actorOfToken(session.accessToken);
    const out = async () =>
      (await house.execute('mutation { signOut { endedSessions } }', {}, actor)).data?.signOut;
    expect(await out()).toEqual({ endedSessions: 1 });
    expect(await out()).toEqual({ endedSessions: 0 });
    expect((await refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    const acting = await house.execute(ACT_AS, { input: {} }, actor);
    expect(acting.data?.actAs.refusal.code).toBe('SESSION_ENDED');
  });

  test('everywhere at once, and nobody else’s', async () => {
    const [first, second] = [await signIn('deputy'), await signIn('deputy')];
    const stranger = await signIn('secretary');
    const actor = await actorOfToken(first.session.accessToken);
    const out = await house.execute('mutation { signOutEverywhere { endedSessions } }', {}, actor);
    expect(out.data?.signOutEverywhere.endedSessions).toBe(2);
    expect((await refresh(second.session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    expect((await refresh(stranger.session.refreshToken)).refusal).toBeNull();
  });
});
