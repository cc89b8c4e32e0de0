import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openDraft, openIdentity, units } from '../../test/identity-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

describe('Mutation.appointDelegate', () => {
  const appoint = (actor: Actor | null, unitId = units.branch1) => {
    const input = {
      idempotencyKey: randomUUID(),
      memberId: ids.member('member'),
      unitId,
      title: 'Thu đảng phí',
      from: '2026-07-06',
      through: '2026-08-06',
    };
    const document =
      'mutation ($input: AppointDelegateInput!) { appointDelegate(input: $input) { refusal { code } } }';
    return house.execute(document, { input }, actor);
  };

  test('refuses strangers, members, delegates, administrators and applicants', async () => {
    expect((await appoint(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const strangers = [
      actorNamed('neighbour'),
      actorNamed('collector'),
      actorNamed('admin'),
      await openDraft(house, 'A'),
    ];
    for (const actor of strangers)
      expect((await appoint(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('knows no such unit for the sibling, for the superior, for a made-up id, and in somebody else’s position', async () => {
    const refusal = async (actor: Actor, unitId?: string) =>
      (await appoint(actor, unitId)).data?.appointDelegate.refusal?.code;
    expect(await refusal(actorNamed('sibling'))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('committee'))).toBe('NOT_FOUND');
    expect(await refusal(actorNamed('secretary'), randomUUID())).toBe('NOT_FOUND');
    const { capacity } = actorNamed('secretary');
    expect(await refusal(actorNamed('neighbour', { capacity }))).toBe('NOT_FOUND');
  });
});
