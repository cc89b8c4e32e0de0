import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, personalIdOf } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const errorOf = (answer: Awaited<ReturnType<House['execute']>>) => answer.errors?.[0]?.extensions?.code;

describe('Query.me', () => {
  const ME = '{ me { id fullName kind status personalIdMasked cardNumberMasked positions { role } } }';
  test('refuses who is not signed in, and is null for applicants', async () => {
    expect(errorOf(await house.execute(ME))).toBe('UNAUTHENTICATED');
    const applicant = await openDraft(house, 'Kiều Minh Đức', ids.member('newcomer'));
    expect((await house.execute(ME, {}, applicant)).data?.me).toBeNull();
  });
  test('shows everybody themselves, identifiers covered', async () => {
    const { data } = await house.execute(ME, {}, actorNamed('secretary', { plain: true }));
    expect(data?.me).toEqual({
      id: ids.member('secretary'),
      fullName: 'Lê Quang Minh',
      kind: 'OFFICIAL',
      status: 'ACTIVE',
      personalIdMasked: '*********003',
      cardNumberMasked: '*********003',
      positions: [{ role: 'BRANCH_SECRETARY' }],
    });
    expect(JSON.stringify(data)).not.toContain(personalIdOf('secretary'));
  });
});

describe('Query.member', () => {
  const MEMBER = 'query ($id: UUID!) { member(id: $id) { id fullName } }';
  const see = (actor: Actor | null, id: string) => house.execute(MEMBER, { id }, actor);
  const seen = async (actor: Actor, name: string) =>
    (await see(actor, ids.member(name))).data?.member?.fullName ?? null;

  test('refuses strangers, plain members, applicants and who only administers', async () => {
    const id = ids.member('member');
    expect(errorOf(await see(null, id))).toBe('UNAUTHENTICATED');
    const strangers = [
      actorNamed('neighbour'),
      actorNamed('admin'),
      await openDraft(house, 'Người Nộp Hồ Sơ'),
    ];
    for (const actor of strangers) expect(errorOf(await see(actor, id))).toBe('FORBIDDEN');
  });
  test('shows members of one’s unit and below, and nobody else', async () => {
    expect(await seen(actorNamed('secretary'), 'member')).toBe('Nguyễn Thị Hà');
    expect(await seen(actorNamed('committee'), 'member')).toBe('Nguyễn Thị Hà');
    expect(await seen(actorNamed('sibling'), 'member')).toBeNull();
    expect(await seen(actorNamed('secretary'), 'committee')).toBeNull();
    expect((await see(actorNamed('secretary'), randomUUID())).data?.member).toBeNull();
  });
  test('refuses an id that is none', async () => {
    expect(errorOf(await see(actorNamed('secretary'), 'x'))).toBe('BAD_USER_INPUT');
  });
});

describe('Entity.Member', () => {
  const ENTITIES =
    'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Member { id fullName } } }';
  const entities = async (actor: Actor | null, names: string[]) => {
    const refs = names.map((name) => ({ __typename: 'Member', id: ids.member(name) }));
    const { data } = await house.execute(ENTITIES, { refs }, actor);
    return data?._entities.map((member: { fullName: string } | null) => member?.fullName ?? null);
  };
  test('is there for whom it may be seen by, in the order asked, and null for the rest', async () => {
    const names = ['sibling', 'member', 'secretary'];
    expect(await entities(actorNamed('secretary'), names)).toEqual([null, 'Nguyễn Thị Hà', 'Lê Quang Minh']);
    expect(await entities(actorNamed('member'), names)).toEqual([null, 'Nguyễn Thị Hà', null]);
    expect(await entities(actorNamed('admin'), names)).toEqual([null, null, null]);
    expect(await entities(null, names)).toEqual([null, null, null]);
  });
});
