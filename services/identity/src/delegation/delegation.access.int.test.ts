import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { run } from '../../test/position-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

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

describe('Mutation.endDelegation', () => {
  const end = (actor: Actor | null, delegationId = ids.position('collector'), reason = 'Thôi') =>
    run(house, actor, 'endDelegation', { delegationId, reason }, 'delegation { id }');

  test('refuses strangers, members, delegates, administrators and applicants', async () => {
    expect((await end(null)).error).toBe('UNAUTHENTICATED');
    const strangers = ['neighbour', 'collector', 'admin'].map((name) => actorNamed(name));
    for (const actor of [...strangers, await openDraft(house, 'B')])
      expect((await end(actor)).error).toBe('FORBIDDEN');
  });
  test('knows no such delegation for the sibling, the superior, a made-up id, and in somebody else’s position', async () => {
    const code = async (actor: Actor, id?: string) => (await end(actor, id)).refusal?.code;
    expect(await code(actorNamed('sibling'))).toBe('NOT_FOUND');
    expect(await code(actorNamed('committee'))).toBe('NOT_FOUND');
    expect(await code(actorNamed('secretary'), randomUUID())).toBe('NOT_FOUND');
    expect(await code(actorNamed('secretary'), ids.position('deputy'))).toBe('NOT_FOUND');
    const { capacity } = actorNamed('secretary');
    expect(await code(actorNamed('neighbour', { capacity }))).toBe('NOT_FOUND');
    expect((await end(actorNamed('secretary'), undefined, ' ')).refusal.code).toBe('REASON_REQUIRED');
  });
});

describe('Query.delegations', () => {
  const LIST =
    'query ($unitId: UUID) { delegations(unitId: $unitId) { edges { node { name position { role } } } } }';
  const list = (actor: Actor | null, unitId: string | null = null) => house.execute(LIST, { unitId }, actor);
  const count = async (actor: Actor, unitId: string | null = null) =>
    (await list(actor, unitId)).data?.delegations.edges.length;

  test('refuses strangers, members and applicants', async () => {
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('member'), actorNamed('collector'), await openDraft(house, 'C')])
      expect((await list(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
  test('shows those of one’s unit and below, and none of a sibling’s or a made-up unit', async () => {
    expect(await count(actorNamed('secretary'))).toBe(1);
    expect(await count(actorNamed('committee'))).toBe(1);
    expect(await count(actorNamed('sibling'))).toBe(0);
    expect(await count(actorNamed('sibling'), units.branch1)).toBe(0);
    expect(await count(actorNamed('secretary'), units.ward)).toBe(0);
    expect(await count(actorNamed('secretary'), randomUUID())).toBe(0);
  });
});
