import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

describe('Entity.OrgUnit', () => {
  const OFFICERS =
    'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on OrgUnit { officers { name } } } }';
  const ask = (actor: Actor | null, id: string) =>
    house.execute(OFFICERS, { refs: [{ __typename: 'OrgUnit', id }] }, actor);
  const officers = async (actor: Actor, id: string) =>
    (await ask(actor, id)).data?._entities[0].officers?.length ?? null;

  test('tells nobody who is not signed in and no applicant who is in office', async () => {
    for (const [actor, code] of [
      [null, 'UNAUTHENTICATED'],
      [await openDraft(house, 'Người Nộp Hồ Sơ'), 'FORBIDDEN'],
    ] as const) {
      expect((await ask(actor, units.branch1)).errors?.[0]?.extensions?.code).toBe(code);
    }
  });
  test('tells a member of the own branch and what it belongs to, not of the neighbours', async () => {
    expect(await officers(actorNamed('member'), units.branch1)).toBe(3);
    expect(await officers(actorNamed('member'), units.committee)).toBe(1);
    expect(await officers(actorNamed('member'), units.branch2)).toBeNull();
    expect(await officers(actorNamed('member'), units.otherBranch)).toBeNull();
  });
  test('tells officers and administrators of the units in their scope', async () => {
    expect(await officers(actorNamed('committee'), units.branch1)).toBe(3);
    expect(await officers(actorNamed('committee'), units.otherBranch)).toBeNull();
    expect(await officers(actorNamed('admin'), units.otherBranch)).toBe(1);
    expect(await officers(actorNamed('committee'), randomUUID())).toBeNull();
  });
});
