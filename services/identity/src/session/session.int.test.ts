import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventsNamed, ids } from '../../test/identity-stage.ts';
import { actorOfToken, openSessions, type Sessions } from '../../test/session-stage.ts';

const ACT_AS = `mutation ($input: ActAsInput!) { actAs(input: $input) { accessToken actingAs { id } refusal { code field } } }`;
let stage: Sessions;
beforeAll(async () => {
  stage = await openSessions();
});
afterAll(() => stage.close());
beforeEach(() => stage.sandbox.faults.set({}));

describe('a session is refreshed', () => {
  test('with new tokens, in the same capacity, with the old time of sign-in', async () => {
    const { session } = await stage.signIn('secretary', { positionId: ids.position('secretary') });
    const next = (await stage.refresh(session.refreshToken)).session;
    expect(next.refreshToken).not.toBe(session.refreshToken);
    expect(next.signedInAt).toBe(session.signedInAt);
    expect(next.actingAs.id).toBe(ids.position('secretary'));
    expect((await stage.refresh(next.refreshToken)).refusal).toBeNull();
  });

  test('once: a token that comes a second time ends the session for everybody', async () => {
    const { session } = await stage.signIn('member');
    const next = (await stage.refresh(session.refreshToken)).session;
    expect((await stage.refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    expect((await stage.refresh(next.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    expect(await eventsNamed(stage.house, 'SessionEnded')).toContainEqual({
      sessionId: session.id,
      accountId: ids.account('member'),
      reason: 'REFRESH_REUSED',
    });
  });

  test('and of two at once with one token, one gets it and the session ends', async () => {
    const { session } = await stage.signIn('member');
    const both = await Promise.all([
      stage.refresh(session.refreshToken),
      stage.refresh(session.refreshToken),
    ]);
    expect(both.filter(({ refusal }) => refusal === null)).toHaveLength(1);
    const won = both.find((answer) => answer.session !== null);
    expect((await stage.refresh(won.session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
  });

  test('not with a made-up token, and not for a locked account', async () => {
    expect((await stage.refresh('nonsense')).refusal.code).toBe('SESSION_ENDED');
    const { session } = await stage.signIn('neighbour');
    await stage.house
      .em()
      .execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('neighbour')]);
    expect((await stage.refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    await stage.house
      .em()
      .execute(`update account set status = 'ACTIVE' where id = ?`, [ids.account('neighbour')]);
    expect((await stage.refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
  });
});

describe('somebody acts in a capacity', () => {
  test('of their own, and as the plain member again', async () => {
    const actor = await actorOfToken((await stage.signIn('admin')).session.accessToken);
    const asAdmin = (
      await stage.house.execute(ACT_AS, { input: { positionId: ids.position('admin') } }, actor)
    ).data?.actAs;
    expect(asAdmin.actingAs.id).toBe(ids.position('admin'));
    expect((await actorOfToken(asAdmin.accessToken)).capacity?.role).toBe('ORG_ADMIN');
    const plain = (await stage.house.execute(ACT_AS, { input: {} }, actor)).data?.actAs;
    expect((await actorOfToken(plain.accessToken)).capacity).toBeNull();
  });

  test('not after it has ended: not by actAs, and not by a refresh', async () => {
    const { session } = await stage.signIn('collector', { positionId: ids.position('collector') });
    const actor = await actorOfToken(session.accessToken);
    const end = (day: string | null, reason: string | null) =>
      stage.house
        .em()
        .execute('update delegation set ended_on = ?, ended_reason = ? where id = ?', [
          day,
          reason,
          ids.position('collector'),
        ]);
    await end('2026-07-06', 'SECRETARY_CHANGED');
    const again = await stage.house.execute(
      ACT_AS,
      { input: { positionId: ids.position('collector') } },
      actor,
    );
    expect(again.data?.actAs.refusal).toEqual({ code: 'POSITION_NOT_HELD', field: 'positionId' });
    expect((await stage.refresh(session.refreshToken)).session.actingAs).toBeNull();
    await end(null, null);
  });
});

describe('a session ends', () => {
  test.each([
    ['status', 'SUSPENDED_DETENTION', 'ACTIVE', 'EXCLUDED_SUSPENDED'],
    ['force_category', 'ARMY', 'NONE', 'EXCLUDED_FORCE'],
  ])('when its member is excluded since: %s %s', async (column, excluded, before, code) => {
    const { session } = await stage.signIn('deputy', { positionId: ids.position('deputy') });
    const actor = await actorOfToken(session.accessToken);
    const set = (value: string) =>
      stage.house.em().execute(`update member set ${column} = ? where id = ?`, [value, ids.member('deputy')]);
    await set(excluded);
    const acting = await stage.house.execute(
      ACT_AS,
      { input: { positionId: ids.position('deputy') } },
      actor,
    );
    expect(acting.data?.actAs).toMatchObject({ accessToken: null, refusal: { code } });
    expect(await stage.refresh(session.refreshToken)).toMatchObject({
      session: null,
      refusal: { code: 'SESSION_ENDED' },
    });
    expect((await eventsNamed(stage.house, 'SessionEnded')).at(-1)).toMatchObject({
      sessionId: session.id,
      reason: code,
    });
    await set(before);
  });

  test('by signing out, once', async () => {
    const { session } = await stage.signIn('member');
    const actor = await actorOfToken(session.accessToken);
    const out = async () =>
      (await stage.house.execute('mutation { signOut { endedSessions } }', {}, actor)).data?.signOut;
    expect(await out()).toEqual({ endedSessions: 1 });
    expect(await out()).toEqual({ endedSessions: 0 });
    expect((await stage.refresh(session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    const acting = await stage.house.execute(ACT_AS, { input: {} }, actor);
    expect(acting.data?.actAs.refusal.code).toBe('SESSION_ENDED');
  });

  test('everywhere at once, and nobody else’s', async () => {
    const [first, second] = [await stage.signIn('deputy'), await stage.signIn('deputy')];
    const stranger = await stage.signIn('secretary');
    const actor = await actorOfToken(first.session.accessToken);
    const out = await stage.house.execute('mutation { signOutEverywhere { endedSessions } }', {}, actor);
    expect(out.data?.signOutEverywhere.endedSessions).toBe(2);
    expect((await stage.refresh(second.session.refreshToken)).refusal.code).toBe('SESSION_ENDED');
    expect((await stage.refresh(stranger.session.refreshToken)).refusal).toBeNull();
  });
});
