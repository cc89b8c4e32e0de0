import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@dang/access/actor';
import { runJob } from '@dang/service/jobs';
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
import { openDraft } from '../../test/registration-stage.ts';
import { openRegistry, registered } from '../../test/registry-stand-in.ts';
import { compareWithRegistry } from './compare.jobs.ts';

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

describe('the nightly comparison', () => {
  test('ends when the member database does not go on', async () => {
    const stuck = { id: 'm-1', revision: 1, personalId: personalIdOf('member'), branchCode: null };
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const members = asked.length > 3 ? [] : [{ ...registered(stuck), ...stuck }];
      response.end(JSON.stringify({ members }));
    }).listen(0);
    const { port } = server.address() as AddressInfo;
    const environment = { ...house.environment, REGISTRY_URL: `http://127.0.0.1:${port}` };
    const { clock, orm } = house;
    const log = { warn() {}, info() {}, child: () => log } as never;
    await runJob(compareWithRegistry, { environment, clock, orm, log, service: 'identity' });
    server.close();
    expect(asked).toHaveLength(1);
  });
  test('finds what differs, numbers sealed and covered, and nothing twice', async () => {
    say('member', { fullName: 'Nguyễn Thị Hạ', cardNumber: '099185777777', status: 'EXPELLED' });
    say('neighbour', { branchCode: '05.200.044.000.002' });
    await night();
    const ward = await staff(units.ward);
    const found = await rowsFor(ward);
    expect(found.map(({ field, ours, theirs }) => [field, ours, theirs]).sort()).toEqual([
      ['BRANCH', 'Chi bộ 1', 'Chi bộ 2'],
      ['CARD_NUMBER', '*********001', '*********777'],
      ['FULL_NAME', 'Nguyễn Thị Hà', 'Nguyễn Thị Hạ'],
      ['STATUS', 'ACTIVE', 'EXPELLED'],
    ]);
    const [kept] = await house
      .em()
      .execute<{ text: string }[]>(
        'select json_agg(difference)::text as text from registry_difference difference',
      );
    expect(kept?.text).not.toContain('099185777777');
    await house.em().execute('update registry_reading set revision = 0');
    await night();
    expect(await rowsFor(ward)).toEqual(found);
  });
  test('settles what is no difference any more, and goes on where it was when the database was away', async () => {
    const ward = await staff(units.ward);
    say('member', { otherName: 'Tư' });
    await night();
    await standIn.arm({ error: 'next' });
    say('member');
    await night();
    expect(await rowsFor(ward)).toHaveLength(1);
    await night();
    expect(await rowsFor(ward)).toEqual([]);
    const [row] = await house.em().execute('select status from registry_difference');
    expect(row).toEqual({ status: 'SETTLED' });
  });
});

describe('Query.registryDifferences', () => {
  test('shows one’s unit and below, page by page, and nobody else’s', async () => {
    say('member', { otherName: 'Tư', profileNumber: '77' });
    say('sibling', { otherName: 'Năm' });
    await night();
    const ward = await staff(units.ward);
    expect(await rowsFor(ward)).toHaveLength(3);
    expect(await rowsFor(ward, { field: 'PROFILE_NUMBER' })).toMatchObject([
      { ours: '001234', theirs: '77' },
    ]);
    expect(await rowsFor(ward, { unitId: units.otherCommittee })).toHaveLength(1);
    const committee = await staff(units.committee);
    expect(await rowsFor(committee)).toHaveLength(2);
    expect(await rowsFor(committee, { unitId: units.otherCommittee })).toEqual([]);
    expect(await rowsFor(committee, { unitId: randomUUID() })).toEqual([]);
    const { data } = await list(ward, { first: 2 });
    const { endCursor } = data?.registryDifferences.pageInfo ?? {};
    expect(await rowsFor(ward, { first: 2, after: endCursor })).toHaveLength(1);
    expect((await list(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const strangers = ['member', 'secretary', 'admin'].map((name) => actorNamed(name));
    for (const actor of [...strangers, await openDraft(house, 'Người Nộp')]) {
      expect((await list(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const capacity = { ...(ward.capacity as NonNullable<Actor['capacity']>), positionId: randomUUID() };
    expect(await rowsFor({ ...ward, capacity })).toEqual([]);
  });
});

describe('Mutation.acceptRegistryDifferences', () => {
  test('each row is decided for itself; branches take a correction; everybody is told once', async () => {
    say('member', { otherName: 'Tư', joinDate: '2009-02-03', branchCode: '05.200.044.000.002' });
    say('neighbour', { cardNumber: personalIdOf('secretary') });
    await night();
    const actor = await staff(units.ward);
    const rows = await rowsFor(actor);
    await house.drainOutbox();
    const { decision } = await decide('accept', [...rows, { id: randomUUID(), version: 1 }], actor);
    const byField = Object.fromEntries(
      rows.map(({ field }, index) => [field, decision.items[index].refusal?.code ?? null]),
    );
    expect(byField).toEqual({
      BRANCH: 'BRANCH_NEEDS_CORRECTION',
      OTHER_NAME: null,
      JOIN_DATE: null,
      CARD_NUMBER: 'IDENTIFIER_TAKEN',
    });
    expect(decision.items.at(-1).refusal.code).toBe('NOT_FOUND');
    const [row] = await house
      .em()
      .execute('select other_name, join_date::text, branch_id from member where id = ?', [
        ids.member('member'),
      ]);
    expect(row).toEqual({ other_name: 'Tư', join_date: '2009-02-03', branch_id: units.branch1 });
    expect(await house.drainOutbox()).toHaveLength(1);
    await house
      .em()
      .execute(`update member set other_name = null, join_date = '2010-05-19' where id = ?`, [
        ids.member('member'),
      ]);
  });
  test('strangers may not; other scopes, oneself, stale versions and twice are refused row by row', async () => {
    say('member', { otherName: 'Tư' });
    say('committee', { otherName: 'Sáu' });
    await night();
    const ward = await staff(units.ward);
    const rows = await rowsFor(ward);
    const one = rows.filter(({ memberName }) => memberName === 'Nguyễn Thị Hà');
    const own = rows.filter(({ memberName }) => memberName === 'Đỗ Hữu Phước');
    const version = one[0]?.version ?? 0;
    expect((await decide('accept', one, null)).error).toBe('UNAUTHENTICATED');
    expect((await decide('accept', one, actorNamed('secretary'))).error).toBe('FORBIDDEN');
    const codeOf = async (given: { id: string; version: number }[], actor: Actor) =>
      (await decide('accept', given, actor)).decision.items[0].refusal?.code;
    const other = (to: number) => one.map(({ id }) => ({ id, version: to }));
    expect((await decide('accept', one, await staff(units.otherCommittee))).refusal.code).toBe('NOT_FOUND');
    expect(await codeOf(own, ward)).toBe('OWN_CASE');
    expect(await codeOf(other(9), ward)).toBe('VERSION_CONFLICT');
    const stale = { ...ward, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect((await decide('accept', one, stale)).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await decide('accept', [], ward)).refusal).toEqual({ code: 'INVALID_INPUT', field: 'items' });
    expect((await decide('accept', [...one, ...one], ward)).refusal.code).toBe('INVALID_INPUT');
    const key = { idempotencyKey: 'accept once' };
    const first = await decide('accept', one, ward, key);
    expect(await decide('accept', one, ward, key)).toEqual(first);
    expect(await codeOf(other(version + 1), ward)).toBe('WRONG_STATE');
    await house.em().execute('update member set other_name = null where id = ?', [ids.member('member')]);
  });
  test('a status that ends the membership closes the account and what was held', async () => {
    say('neighbour', { status: 'DECEASED' });
    await night();
    const actor = await staff(units.ward);
    const { decision } = await decide('accept', await rowsFor(actor), actor);
    expect(decision.items).toMatchObject([{ refusal: null, difference: { status: 'ACCEPTED' } }]);
    expect(await eventsNamed(house, 'AccountClosed')).toMatchObject([
      { memberId: ids.member('neighbour'), reason: 'DECEASED' },
    ]);
    const [account] = await house
      .em()
      .execute('select status from account where id = ?', [ids.account('neighbour')]);
    expect(account).toEqual({ status: 'CLOSED' });
  });
});

describe('Mutation.rejectRegistryDifferences', () => {
  test('keeps what we have, with a reason, and is not asked again about the same word', async () => {
    say('member', { profileNumber: '55' });
    await night();
    const actor = await staff(units.ward);
    const openRows = () => rowsFor(actor, { field: 'PROFILE_NUMBER' });
    const rows = await openRows();
    expect((await decide('reject', rows, null)).error).toBe('UNAUTHENTICATED');
    expect((await decide('reject', rows, actorNamed('admin'))).error).toBe('FORBIDDEN');
    expect((await decide('reject', rows, actor, { reason: ' ' })).refusal).toEqual({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    const { decision } = await decide('reject', rows, actor);
    expect(decision.items).toMatchObject([{ difference: { status: 'REJECTED' } }]);
    await house.em().execute('update registry_reading set revision = 0');
    await night();
    expect(await openRows()).toEqual([]);
    say('member', { profileNumber: '56' });
    await night();
    expect(await openRows()).toMatchObject([{ theirs: '56' }]);
  });
});
