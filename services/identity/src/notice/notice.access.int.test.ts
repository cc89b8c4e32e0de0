import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { PositionRejected } from '@dang/events/contracts/identity/position-rejected';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';
import { noticeKinds } from './notice.kinds.ts';

let house: House;
let applicant: Actor;
const member = actorNamed('member');
const neighbour = actorNamed('neighbour');

/** Something that the member is told. */
async function tellMember(memberId = ids.member('member')): Promise<void> {
  const data = { ...PositionApproved.example, memberId, unitId: units.branch1 };
  await house.deliver(
    makeEnvelope(PositionApproved, { aggregateId: randomUUID(), data }, { province: '05' }),
  );
}

beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Kiều Minh Đức');
  const data = { ...AccountRejected.example, accountId: applicant.accountId };
  await house.deliver(makeEnvelope(AccountRejected, { aggregateId: randomUUID(), data }, { province: '05' }));
});
afterAll(() => house.close());

const errorOf = (answer: Awaited<ReturnType<House['execute']>>) => answer.errors?.[0]?.extensions?.code;

const NOTICES = `query ($unreadOnly: Boolean, $first: Int, $after: String) {
  notices(unreadOnly: $unreadOnly, first: $first, after: $after) {
    unreadCount pageInfo { hasNextPage endCursor }
    edges { node { id at kind mandatory title body subjectKind subjectId number readAt } }
  }
}`;
const read = async (actor: Actor | null, variables: Record<string, unknown> = {}) =>
  (await house.execute(NOTICES, variables, actor)).data?.notices;

describe('Query.notices', () => {
  test('answers nobody who is not signed in', async () => {
    expect(errorOf(await house.execute(NOTICES))).toBe('UNAUTHENTICATED');
  });

  test('shows an applicant the rejection at the next visit, without a name', async () => {
    const { unreadCount, edges } = await read(applicant);
    expect(unreadCount).toBe(1);
    expect(edges[0].node).toMatchObject({
      kind: 'ACCOUNT_REJECTED',
      mandatory: true,
      title: 'Đăng ký tài khoản bị từ chối',
      subjectKind: 'ACCOUNT',
      readAt: null,
    });
    expect(JSON.stringify(edges)).not.toContain('Kiều');
  });

  test('shows everybody their own only, newest first, page by page', async () => {
    for (let each = 0; each < 3; each += 1) await tellMember();
    await tellMember(ids.member('neighbour'));
    const first = await read(member, { first: 2 });
    expect(first).toMatchObject({ unreadCount: 3, pageInfo: { hasNextPage: true } });
    const second = await read(member, { first: 2, after: first.pageInfo.endCursor });
    const all = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect(all).toHaveLength(3);
    expect([...all].sort().reverse()).toEqual(all);
    expect((await read(neighbour)).edges).toHaveLength(1);
    expect((await read(actorNamed('sibling'))).edges).toEqual([]);
  });

  test('gives a member whose account is not active nothing of the member’s', async () => {
    const locked = actorNamed('member', { memberId: null, accountStatus: 'REJECTED' });
    expect(await read(locked)).toMatchObject({ unreadCount: 0, edges: [] });
  });

  test('refuses a cursor that is none', async () => {
    expect(errorOf(await house.execute(NOTICES, { after: 'x' }, member))).toBe('BAD_USER_INPUT');
  });

  test('is two statements, however many there are', async () => {
    const statements: string[] = [];
    const logger = house.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    await read(member);
    Object.assign(logger, { log, isEnabled });
    expect(statements).toHaveLength(2);
  });
});

describe('Mutation.markNoticesRead', () => {
  const MARK = `mutation ($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) { inbox { unreadCount } refusal { code field } }
  }`;
  const mark = async (actor: Actor | null, input: object, idempotencyKey: string = randomUUID()) =>
    house.execute(MARK, { input: { idempotencyKey, ...input } }, actor);
  const outcome = async (actor: Actor, input: object, key?: string) =>
    (await mark(actor, input, key)).data?.markNoticesRead;

  test('refuses who is not signed in', async () => {
    expect(errorOf(await mark(null, { ids: [randomUUID()] }))).toBe('UNAUTHENTICATED');
  });

  test('knows no notice of somebody else, no made-up one, and marks nothing then', async () => {
    const [own] = (await read(member)).edges;
    const [other] = (await read(neighbour)).edges;
    for (const strange of [other.node.id, randomUUID()]) {
      expect(await outcome(member, { ids: [own.node.id, strange] })).toEqual({
        inbox: null,
        refusal: { code: 'NOT_FOUND', field: 'ids' },
      });
      expect((await outcome(member, { through: strange })).refusal.code).toBe('NOT_FOUND');
    }
    expect((await outcome(applicant, { ids: [own.node.id] })).refusal.code).toBe('NOT_FOUND');
    expect((await read(member)).unreadCount).toBe(3);
    expect((await read(neighbour)).unreadCount).toBe(1);
  });

  test('wants either ids or a last one', async () => {
    const invalid = { code: 'INVALID_INPUT' };
    expect((await outcome(member, {})).refusal).toMatchObject(invalid);
    expect((await outcome(member, { ids: [] })).refusal).toMatchObject(invalid);
    expect((await outcome(member, { ids: [randomUUID()], through: randomUUID() })).refusal).toMatchObject(
      invalid,
    );
    const many = Array.from({ length: 101 }, () => randomUUID());
    expect((await outcome(member, { ids: many })).refusal).toMatchObject(invalid);
  });

  test('marks one, twice the same, and all up to one; the first reading stays the time of reading', async () => {
    const [newest, middle, oldest] = (await read(member)).edges.map(
      ({ node }: { node: { id: string } }) => node.id,
    );
    const key = randomUUID();
    expect(await outcome(member, { ids: [oldest] }, key)).toEqual({
      inbox: { unreadCount: 2 },
      refusal: null,
    });
    expect(await outcome(member, { ids: [oldest] }, key)).toEqual({
      inbox: { unreadCount: 2 },
      refusal: null,
    });
    const readAt = (await read(member)).edges[2].node.readAt;
    expect(await outcome(member, { through: middle })).toEqual({ inbox: { unreadCount: 1 }, refusal: null });
    const after = await read(member);
    expect(after.edges[2].node.readAt).toBe(readAt);
    expect(
      (await read(member, { unreadOnly: true })).edges.map(({ node }: { node: { id: string } }) => node.id),
    ).toEqual([newest]);
  });
});

describe('Query.noticePreferences', () => {
  const PREFERENCES = '{ noticePreferences { kind mandatory mutedChannels } }';
  test('answers nobody who is not signed in', async () => {
    expect(errorOf(await house.execute(PREFERENCES))).toBe('UNAUTHENTICATED');
  });
  test('tells everybody, applicants included, of every kind; to begin with only text messages are kept off', async () => {
    for (const actor of [applicant, member]) {
      const { data } = await house.execute(PREFERENCES, {}, actor);
      expect(data?.noticePreferences).toHaveLength(noticeKinds.length);
      expect(data?.noticePreferences[0]).toEqual({
        kind: 'ACCOUNT_WAITING',
        mandatory: false,
        mutedChannels: ['SMS'],
      });
      expect(data?.noticePreferences[2]).toEqual({
        kind: 'ACCOUNT_REJECTED',
        mandatory: true,
        mutedChannels: [],
      });
    }
  });
});

describe('Mutation.setNoticePreference', () => {
  const SET = `mutation ($input: SetNoticePreferenceInput!) {
    setNoticePreference(input: $input) { preference { kind mutedChannels } refusal { code field } }
  }`;
  const set = (actor: Actor | null, kind: string, channel: string, muted: boolean) =>
    house.execute(SET, { input: { idempotencyKey: randomUUID(), kind, channel, muted } }, actor);
  const outcome = async (...args: Parameters<typeof set>) => (await set(...args)).data?.setNoticePreference;

  test('refuses who is not signed in', async () => {
    expect(errorOf(await set(null, 'TICKET_CLOSED', 'EMAIL', true))).toBe('UNAUTHENTICATED');
  });
  test('mutes a kind for oneself and for nobody else, and wants it again', async () => {
    expect((await outcome(member, 'TICKET_CLOSED', 'EMAIL', true)).preference).toEqual({
      kind: 'TICKET_CLOSED',
      mutedChannels: ['EMAIL', 'SMS'],
    });
    expect((await outcome(member, 'TICKET_CLOSED', 'SMS', false)).preference.mutedChannels).toEqual([
      'EMAIL',
    ]);
    expect((await outcome(neighbour, 'TICKET_CLOSED', 'PUSH', true)).preference.mutedChannels).toEqual([
      'SMS',
      'PUSH',
    ]);
    expect((await outcome(member, 'TICKET_CLOSED', 'EMAIL', false)).preference.mutedChannels).toEqual([]);
  });
  test('mutes nothing that is mandatory', async () => {
    expect(await outcome(member, 'ACCOUNT_REJECTED', 'EMAIL', true)).toEqual({
      preference: null,
      refusal: { code: 'NOTICE_MANDATORY', field: 'muted' },
    });
    expect((await outcome(member, 'ACCOUNT_REJECTED', 'EMAIL', false)).refusal).toBeNull();
  });
});

test('a rejected claim stays on the list though its member muted everything that can be muted', async () => {
  const data = { ...PositionRejected.example, memberId: ids.member('member'), unitId: units.branch1 };
  await house.deliver(
    makeEnvelope(PositionRejected, { aggregateId: randomUUID(), data }, { province: '05' }),
  );
  expect((await read(member)).edges[0].node).toMatchObject({ kind: 'POSITION_REJECTED', mandatory: true });
});
