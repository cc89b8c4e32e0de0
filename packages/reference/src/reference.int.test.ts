import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import type { EventContract } from '@dang/events/contract';
import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { OfficersChanged } from '@dang/events/contracts/identity/officers-changed';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import type { ReceivedEvent } from '@dang/events/envelope';
import type { Projection, ReactionContext } from '@dang/events/reaction';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { canSeeMember, findMember, findPlacement, findPlacements, findStanding } from './members.ts';
import { officersOf } from './officers.ts';
import { memberCopies, officerCopies, placementCopies, standingCopies, unitCopies } from './projections.ts';
import { referenceTables } from './tables.ts';
import {
  chainOf,
  chainsOf,
  findUnits,
  getUnit,
  isWithin,
  subtreeIds,
  subtreePath,
  withinScope,
} from './units.ts';

let orm: MikroORM;
let em: SqlEntityManager;

beforeAll(async () => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `reference_${randomUUID().slice(0, 8)}`;
  const connect = () =>
    MikroORM.init({ clientUrl: url.href, entities: [], discovery: { warnWhenNoEntities: false } });
  const admin = await connect();
  await admin.em.fork().execute(`create database ${name}`);
  await admin.close();
  url.pathname = name;
  orm = await connect();
  await orm.em.fork().execute(referenceTables);
});
afterAll(() => orm?.close());
beforeEach(async () => {
  em = orm.em.fork();
  await em.execute('truncate unit_copy, member_copy, placement_copy, standing_copy, officers_copy');
});

/** Gives one event to the projection's reaction, as the consumer would inside its transaction. */
async function tell<Data>(
  projection: Projection,
  contract: EventContract<string, Data>,
  data: Data,
): Promise<void> {
  const [reaction] = projection.reactions;
  expect(reaction?.event.name).toBe(contract.name);
  const event = { data: contract.data.parse(data) } as ReceivedEvent<Data>;
  await em.transactional(
    (inner) => reaction?.handle({ em: inner } as ReactionContext, event) as Promise<void>,
  );
}

const example = UnitRecorded.example.units[0] as (typeof UnitRecorded.example.units)[number];
const id = (digits: string) => `01980000-0000-7000-8000-${digits.padStart(12, '0')}`;
const [root, ward, grassroots, branch1, branch2, sibling] = ['1', '2', '3', '4', '5', '6'].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

function unit(path: string[], change: Partial<typeof example> = {}) {
  const parentId = path.at(-2) ?? null;
  return { ...example, id: path.at(-1) as string, path, parentId, version: 1, ...change };
}
const tree = [
  unit([root], { name: 'Thành phố' }),
  unit([root, ward]),
  unit([root, ward, grassroots]),
  unit([root, ward, grassroots, branch1], { name: 'Chi bộ 1' }),
  unit([root, ward, grassroots, branch2]),
  unit([root, sibling]),
];
const tellTree = () => tell(unitCopies, UnitRecorded, { units: tree });

describe('copies', () => {
  test('the example of every contract is copied', async () => {
    await tell(unitCopies, UnitRecorded, UnitRecorded.example);
    await tell(memberCopies, MemberRecorded, MemberRecorded.example);
    await tell(placementCopies, PlacementRecorded, PlacementRecorded.example);
    await tell(standingCopies, DuesStandingChanged, DuesStandingChanged.example);
    await tell(officerCopies, OfficersChanged, OfficersChanged.example);
    const { version: _unit, ...unitData } = example;
    expect(await getUnit(em, example.id)).toEqual(unitData);
    const {
      version: _member,
      branchId: _word,
      ...memberData
    } = MemberRecorded.example.members[0] as (typeof MemberRecorded.example.members)[number];
    expect(await findMember(em, memberData.id)).toEqual(memberData);
    const { version: _placement, ...placement } = PlacementRecorded.example
      .placements[0] as (typeof PlacementRecorded.example.placements)[number];
    expect(await findPlacement(em, placement.memberId)).toEqual(placement);
    const { version: _standing, ...standing } = DuesStandingChanged.example
      .standings[0] as (typeof DuesStandingChanged.example.standings)[number];
    expect(await findStanding(em, standing.memberId)).toEqual(standing);
    const { unitId, officers } = OfficersChanged.example
      .units[0] as (typeof OfficersChanged.example.units)[number];
    expect(await officersOf(em, unitId)).toEqual(officers);
  });

  test('an older version never overwrites a newer, and the same one again changes nothing', async () => {
    await tell(unitCopies, UnitRecorded, { units: [unit([root], { version: 7, name: 'Tên mới' })] });
    await tell(unitCopies, UnitRecorded, { units: [unit([root], { version: 6, name: 'Tên cũ' })] });
    await tell(unitCopies, UnitRecorded, { units: [unit([root], { version: 7, name: 'Tên mới' })] });
    expect((await getUnit(em, root)).name).toBe('Tên mới');
  });

  test('one event may hold the same unit twice: the newer counts', async () => {
    await tell(unitCopies, UnitRecorded, {
      units: [
        unit([root], { version: 3, name: 'ba' }),
        unit([root], { version: 4, name: 'bốn' }),
        unit([root], { version: 2, name: 'hai' }),
      ],
    });
    expect((await getUnit(em, root)).name).toBe('bốn');
  });

  test('any order of arrival ends the same', async () => {
    const placement = PlacementRecorded.example
      .placements[0] as (typeof PlacementRecorded.example.placements)[number];
    const versions = [1, 2, 3, 4].map((version) => ({
      ...placement,
      version,
      branchId: id(`9${version}`),
      since: null,
    }));
    for (const order of permutations(versions)) {
      await em.execute('truncate placement_copy');
      for (const one of order) await tell(placementCopies, PlacementRecorded, { placements: [one] });
      expect((await findPlacement(em, placement.memberId))?.branchId).toBe(id('94'));
    }
  });

  test('500 units of one event are one statement', async () => {
    const units = Array.from({ length: 500 }, (_, index) => unit([root, id(`1${index}`)]));
    await tell(unitCopies, UnitRecorded, { units });
    expect(await subtreeIds(em, id('1499'))).toEqual([id('1499')]);
  });
});

describe('the tree', () => {
  beforeEach(tellTree);

  test('a unit is within itself and everything above it, and in nothing else', async () => {
    expect(await isWithin(em, branch1, branch1)).toBe(true);
    expect(await isWithin(em, branch1, ward)).toBe(true);
    expect(await isWithin(em, branch1, root)).toBe(true);
    expect(await isWithin(em, ward, branch1)).toBe(false);
    expect(await isWithin(em, branch1, branch2)).toBe(false);
    expect(await isWithin(em, branch1, sibling)).toBe(false);
    expect(await isWithin(em, branch1, randomUUID())).toBe(false);
    expect(await isWithin(em, randomUUID(), root)).toBe(false);
  });
  test('scope of many units is one question', async () => {
    const unknown = randomUUID();
    expect(await withinScope(em, [branch1, branch2, sibling, ward, unknown], grassroots)).toEqual(
      new Set([branch1, branch2]),
    );
    expect(await withinScope(em, [], root)).toEqual(new Set());
  });
  test('the chain runs from the root to the unit', async () => {
    expect((await chainOf(em, branch1)).map((one) => one.id)).toEqual([root, ward, grassroots, branch1]);
    expect((await chainOf(em, branch1)).at(-1)?.name).toBe('Chi bộ 1');
    const chains = await chainsOf(em, [branch1, sibling]);
    expect(chains.get(branch1)).toEqual(await chainOf(em, branch1));
    expect(chains.get(sibling)?.map((one) => one.id)).toEqual([root, sibling]);
    expect(await chainOf(em, randomUUID())).toEqual([]);
  });
  test('a unit that moves takes its new path, and a subtree is found by it', async () => {
    await tell(unitCopies, UnitRecorded, { units: [unit([root, sibling, branch2], { version: 2 })] });
    expect(await subtreeIds(em, sibling)).toEqual([sibling, branch2]);
    expect(await subtreeIds(em, grassroots)).toEqual([grassroots, branch1]);
    expect(await subtreePath(em, branch2)).toBe([root, sibling, branch2].join('.'));
    expect(await subtreeIds(em, randomUUID())).toEqual([]);
  });
  test('find may be empty, get may not', async () => {
    expect(await findUnits(em, [randomUUID()])).toEqual([]);
    expect(await findUnits(em, [])).toEqual([]);
    await expect(getUnit(em, randomUUID())).rejects.toThrow('not among the copies');
  });
  test('a subtree whose path is bound as a constant is read through the tree index', async () => {
    const path = (await subtreePath(em, ward)) as string;
    const plan = await em.transactional(async (inner) => {
      await inner.execute('set local enable_seqscan = off; set local enable_bitmapscan = off');
      return inner.execute('explain select id from unit_copy where path <@ ?::ltree', [path]);
    });
    expect(JSON.stringify(plan)).toContain('unit_copy_path_tree');
  });
});

describe('whom an actor may see', () => {
  const [me, mate, temporary, stranger] = ['a1', 'a2', 'a3', 'a4'].map(id) as [
    string,
    string,
    string,
    string,
  ];
  const everyone = [me, mate, temporary, stranger, randomUUID()];
  const actorIn = (
    unitId: string | null,
    role: Role = 'BRANCH_SECRETARY',
    accountStatus: Actor['accountStatus'] = 'ACTIVE',
  ): Actor => ({
    accountId: id('c1'),
    memberId: me,
    sessionId: id('d1'),
    name: 'Nguyễn Văn An',
    accountStatus,
    signedInAt: new Date(),
    capacity: unitId ? { positionId: id('b1'), role, title: 'Bí thư', unitId } : null,
  });
  const see = (actor: Actor | null) => canSeeMember(em, actor, everyone, 'MEMBER_READ');

  beforeEach(async () => {
    await tellTree();
    const at = (memberId: string, branchId: string | null, temporaryBranchId: string | null = null) => ({
      memberId,
      version: 1,
      branchId,
      since: null,
      temporaryBranchId,
      temporarySince: null,
      residenceBranchId: branch2,
    });
    await tell(placementCopies, PlacementRecorded, {
      placements: [
        at(me, branch1),
        at(mate, branch1),
        at(temporary, sibling, branch1),
        at(stranger, sibling),
      ],
    });
  });

  test('a member sees themselves, nobody sees nobody', async () => {
    expect(await see(actorIn(null))).toEqual(new Set([me]));
    expect(await see(null)).toEqual(new Set());
  });
  test('a capacity sees the official and the temporary members of its unit and below', async () => {
    expect(await see(actorIn(branch1))).toEqual(new Set([me, mate, temporary]));
    expect(await see(actorIn(ward, 'COMMITTEE_SECRETARY'))).toEqual(new Set([me, mate, temporary]));
    expect(await see(actorIn(root, 'INSPECTION_OFFICER'))).toEqual(new Set([me, mate, temporary, stranger]));
  });
  test('another unit, a unit below, a residence alone, or a unit that does not exist give nothing', async () => {
    expect(await see(actorIn(sibling))).toEqual(new Set([me, temporary, stranger]));
    expect(await see(actorIn(branch2))).toEqual(new Set([me]));
    expect(await see(actorIn(randomUUID()))).toEqual(new Set([me]));
  });
  test('a role without the permission, or an account that is not active, give nothing', async () => {
    expect(await see(actorIn(branch1, 'SUPPORT_AGENT'))).toEqual(new Set([me]));
    expect(await see(actorIn(branch1, 'BRANCH_SECRETARY', 'LOCKED'))).toEqual(new Set([me]));
  });
  test('several members at once are found with their placements', async () => {
    expect((await findPlacements(em, everyone)).map((one) => one.memberId).sort()).toEqual(
      [me, mate, temporary, stranger].sort(),
    );
    expect(await findPlacement(em, randomUUID())).toBeNull();
    expect(await findMember(em, randomUUID())).toBeNull();
    expect(await findStanding(em, randomUUID())).toBeNull();
    expect(await officersOf(em, randomUUID())).toEqual([]);
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, index) =>
    permutations(list.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}
