import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  actorNamed,
  eventsNamed,
  type House,
  ids,
  openIdentity,
  personalIdOf,
  units,
} from '../../test/identity-stage.ts';
import { openRegistry, registered } from '../../test/registry-stand-in.ts';

let standIn: Awaited<ReturnType<typeof openRegistry>>;
let house: House;
beforeAll(async () => {
  standIn = await openRegistry();
  house = await openIdentity({ environment: standIn.environment });
});
afterAll(async () => {
  await house.close();
  await standIn.close();
});

/** An officer of the Party building board of that unit. */
async function staff(unitId: string): Promise<Actor> {
  const [position] = await house.em().execute<{ id: string }[]>(
    `insert into position (member_id, unit_id, role, title, from_date)
     values (?, ?, 'PARTY_BUILDING_STAFF', 'Chuyên viên', '2026-01-01') returning id`,
    [ids.member('committee'), unitId],
  );
  const positionId = position?.id ?? '';
  return actorNamed('committee', {
    capacity: { positionId, role: 'PARTY_BUILDING_STAFF', title: 'Chuyên viên', unitId },
  });
}

const branchCodes: Record<string, string> = {
  sibling: '05.200.045.000.001',
  committee: '05.200.044.000.002',
};
/** Lets the member database say of this person what we have, but for `over`. */
const say = (name: string, over: Partial<Parameters<typeof registered>[0]> = {}) =>
  standIn.members.record(
    registered({
      personalId: personalIdOf(name),
      fullName: actorNamed(name).name,
      gender: 'MALE',
      permanentAddress: null,
      profileNumber: '001234',
      joinDate: '2010-05-19',
      officialDate: '2011-05-19',
      branchCode: branchCodes[name] ?? '05.200.044.000.001',
      ...over,
    }),
  );
const night = () => house.runJob('compare-with-registry');

beforeEach(async () => {
  const em = house.em();
  await em.execute('truncate registry_difference, registry_decision');
  for (const name of ['member', 'neighbour', 'sibling', 'committee']) say(name);
  await night();
  await em.execute('truncate registry_difference');
});

const LIST = `query ($unitId: UUID, $field: RegistryDifferenceField, $first: Int, $after: String) {
  registryDifferences(unitId: $unitId, field: $field, first: $first, after: $after) {
    edges { node { id version memberName field ours theirs needsCorrection member { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
type Row = { id: string; version: number; memberName: string; field: string; ours: string; theirs: string };
const list = (actor: Actor | null, variables: Record<string, unknown> = {}) =>
  house.execute(LIST, variables, actor);
async function rowsFor(actor: Actor, variables: Record<string, unknown> = {}): Promise<Row[]> {
  const { data, errors } = await list(actor, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.registryDifferences.edges.map(({ node }: { node: Row }) => node);
}
async function decide(
  verb: 'accept' | 'reject',
  rows: { id: string; version: number }[],
  actor: Actor | null,
  over: Record<string, unknown> = {},
) {
  const name = `${verb}RegistryDifferences`;
  const items = rows.map(({ id, version }) => ({ differenceId: id, expectedVersion: version }));
  const reason = verb === 'reject' ? { reason: 'Hồ sơ giấy đúng' } : {};
  const { data, errors } = await house.execute(
    `mutation ($input: ${verb === 'accept' ? 'Accept' : 'Reject'}RegistryDifferencesInput!) { ${name}(input: $input) {
      decision { items { differenceId refusal { code } difference { status } } } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), items, ...reason, ...over } },
    actor,
  );
  return { ...data?.[name], error: errors?.[0]?.extensions?.code };
}

describe('one card number for two people', () => {
  test('accepted for both at once goes to one of them, and the other is told', async () => {
    say('member', { cardNumber: '099185777777' });
    say('neighbour', { cardNumber: '099185777777' });
    await night();
    const ward = await staff(units.ward);
    const cards = await rowsFor(ward, { field: 'CARD_NUMBER' });
    expect(cards).toHaveLength(2);
    const answers = await Promise.all(cards.map((row) => decide('accept', [row], ward)));
    const codes = answers.map(
      ({ decision, error }) => error ?? decision?.items[0].refusal?.code ?? 'accepted',
    );
    expect(codes.sort()).toEqual(['IDENTIFIER_TAKEN', 'accepted']);
  });
});

describe('an accepted word that excludes a member from the procedures', () => {
  test('ends their sessions at once, so that an open one decides nothing more', async () => {
    const em = house.em();
    const [session] = await em.execute<{ id: string }[]>(
      'insert into session (account_id, signed_in_at) values (?, now()) returning id',
      [ids.account('neighbour')],
    );
    say('neighbour', { forceCategory: 'POLICE' });
    await night();
    const ward = await staff(units.ward);
    await decide('accept', await rowsFor(ward, { field: 'FORCE_CATEGORY' }), ward);
    expect((await eventsNamed(house, 'SessionEnded')).at(-1)).toMatchObject({
      sessionId: session?.id,
      reason: 'EXCLUDED_FORCE',
    });
    await em.execute(`update member set force_category = 'NONE' where id = ?`, [ids.member('neighbour')]);
  });
});
