import { createHash } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import type { JWK } from '@dang/access/tokens';
import { openSubgraph, testActor, testDatabase, testKeyPair } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { type IdentityDemoData, loadDemoData } from '../src/demo-data.ts';
import { nobodySigns } from './nobody-signs.ts';

/** An id made from a name, the same in every test: `idOf('branch 1')`. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const today = '2026-07-06';

/** A ward with a committee and two branches, and a sibling committee with one. */
export const units = {
  ward: idOf('ward'),
  committee: idOf('committee'),
  branch1: idOf('branch 1'),
  branch2: idOf('branch 2'),
  otherCommittee: idOf('other committee'),
  otherBranch: idOf('other branch'),
};

const unitRows: [id: string, code: string, name: string, type: string, parent: string | null][] = [
  [units.ward, '05.200', 'Đảng bộ phường Việt Hưng', 'SUPERIOR', null],
  [units.committee, '05.200.044', 'Đảng bộ Khu dân cư Việt Hưng', 'GRASSROOTS_COMMITTEE', units.ward],
  [units.branch1, '05.200.044.000.001', 'Chi bộ 1', 'BRANCH', units.committee],
  [units.branch2, '05.200.044.000.002', 'Chi bộ 2', 'BRANCH', units.committee],
  [units.otherCommittee, '05.200.045', 'Đảng bộ Trường Cao đẳng', 'GRASSROOTS_COMMITTEE', units.ward],
  [units.otherBranch, '05.200.045.000.001', 'Chi bộ Đào tạo', 'BRANCH', units.otherCommittee],
];

type Held = [kind: 'position' | 'delegation' | 'grant', role: Role, unitId: string, title: string];
type PersonInTest = {
  name: string;
  branch: string | null;
  hasAccount?: boolean;
  held?: Held[];
  status?: string;
  force?: 'POLICE';
};

/** The people of the tests, by the names of the demo province. */
const cast: Record<string, PersonInTest> = {
  member: { name: 'Nguyễn Thị Hà', branch: units.branch1 },
  neighbour: { name: 'Trần Văn Bình', branch: units.branch1 },
  secretary: {
    name: 'Lê Quang Minh',
    branch: units.branch1,
    held: [['position', 'BRANCH_SECRETARY', units.branch1, 'Bí thư chi bộ']],
  },
  deputy: {
    name: 'Phạm Thị Lan',
    branch: units.branch1,
    held: [['position', 'BRANCH_DEPUTY_SECRETARY', units.branch1, 'Phó Bí thư chi bộ']],
  },
  collector: {
    name: 'Vũ Đức Thắng',
    branch: units.branch1,
    held: [['delegation', 'BRANCH_DELEGATE', units.branch1, 'Người được phân công thu đảng phí']],
  },
  committee: {
    name: 'Đỗ Hữu Phước',
    branch: units.branch2,
    held: [['position', 'COMMITTEE_SECRETARY', units.committee, 'Bí thư Đảng ủy']],
  },
  sibling: {
    name: 'Hoàng Văn Sơn',
    branch: units.otherBranch,
    held: [['position', 'BRANCH_SECRETARY', units.otherBranch, 'Bí thư chi bộ']],
  },
  admin: {
    name: 'Chu Văn Nam',
    branch: units.branch2,
    held: [['grant', 'ORG_ADMIN', units.ward, 'Quản trị hệ thống phường']],
  },
  newcomer: { name: 'Nguyễn Hải Yến', branch: null, hasAccount: false },
  police: { name: 'Lê Tiến Dũng', branch: units.branch1, hasAccount: false, force: 'POLICE' },
  detained: {
    name: 'Hoàng Đình Phong',
    branch: units.branch1,
    hasAccount: false,
    status: 'SUSPENDED_DETENTION',
  },
  convicted: { name: 'Đoàn Văn Tiến', branch: units.branch1, hasAccount: false, status: 'CONVICTED' },
};

const names = Object.keys(cast);

/** The personal id of a person of the tests, also for the VNeID stand-in. */
export const personalIdOf = (name: string): string =>
  `099085${String(names.indexOf(name) + 1).padStart(6, '0')}`;

export const ids = {
  member: (name: string) => idOf(`member ${name}`),
  account: (name: string) => idOf(`account ${name}`),
  position: (name: string) => idOf(`position ${name}`),
};

/** People of the stand-in who are these people. */
export const citizens = Object.entries(cast).map(([persona, { name }]) => ({
  personalId: personalIdOf(persona),
  fullName: name,
  dateOfBirth: '1985-02-25',
  gender: 'Nam' as const,
  nationality: 'Việt Nam',
  permanentAddress: 'Phường Việt Hưng, Hà Nội',
  level: 2 as const,
  persona,
}));

function demoData(): IdentityDemoData {
  const data: IdentityDemoData = {
    today,
    members: [],
    accounts: [],
    positions: [],
    delegations: [],
    adminGrants: [],
  };
  for (const [name, person] of Object.entries(cast)) {
    const memberId = ids.member(name);
    const common = { fullName: person.name, gender: 'MALE' as const, dateOfBirth: '1985-02-25' };
    const personalId = personalIdOf(name);
    data.members.push({
      ...common,
      id: memberId,
      personalId,
      cardNumber: personalId,
      profileNumber: '001234',
      joinDate: '2010-05-19',
      officialDate: '2011-05-19',
      status: person.status ?? 'ACTIVE',
      forceCategory: person.force ?? 'NONE',
      branchId: person.branch,
      residenceBranchId: person.branch,
    });
    if (person.hasAccount === false || !person.branch) continue;
    data.accounts.push({
      ...common,
      id: ids.account(name),
      memberId,
      personalId,
      status: 'ACTIVE',
      number: `05.200.044-ACCOUNT-260101-${personalId.slice(-4)}`,
      branchId: person.branch,
      residenceBranchId: person.branch,
      approverUnitId: person.branch,
      submittedOn: '2026-01-01',
    });
    for (const [kind, role, unitId, title] of person.held ?? []) {
      const held = { id: ids.position(name), memberId, unitId, title, from: '2026-01-01' };
      if (kind === 'position') data.positions.push({ ...held, role });
      if (kind === 'grant')
        data.adminGrants.push({ ...held, role: role as 'ORG_ADMIN', grantedBy: null, reason: 'Phân công' });
      if (kind === 'delegation') {
        const appointedBy = ids.member('secretary');
        data.delegations.push({ ...held, role: role as 'BRANCH_DELEGATE', to: '2026-12-31', appointedBy });
      }
    }
  }
  return data;
}

/** The access-token keys of the tests. */
export const tokenKeys: { privateJwk: JWK; publicJwk: JWK } = testKeyPair();

/** The client that identity is at VNeID, in tests. */
export const vneidClient = {
  clientId: 'dang-procedures',
  clientSecret: 'a-secret-for-tests-only-0123456789',
  redirectUris: ['http://127.0.0.1:9/back'],
};

/** identity on a fresh database with the people above, as if orgtree had already told of its units and placements. */
export async function openIdentity({
  vneidIssuer = 'http://127.0.0.1:9/vneid',
  environment = {},
}: {
  vneidIssuer?: string;
  environment?: Record<string, string>;
} = {}) {
  const house = await openSubgraph(definition, {
    databaseUrl: await testDatabase('identity'),
    environment: {
      VNEID_ISSUER: vneidIssuer,
      VNEID_CLIENT_ID: vneidClient.clientId,
      VNEID_CLIENT_SECRET: vneidClient.clientSecret,
      VNEID_REDIRECT_URIS: vneidClient.redirectUris.join(','),
      VNEID_TIMEOUT_SECONDS: '2',
      ACCESS_TOKEN_PRIVATE_JWK: JSON.stringify(tokenKeys.privateJwk),
      ...nobodySigns,
      ...environment,
    },
  });
  const em = house.em();
  const parents = new Map(unitRows.map(([id, , , , parent]) => [id, parent]));
  const pathOf = (id: string): string => {
    const parent = parents.get(id);
    return parent ? `${pathOf(parent)}.${id}` : id;
  };
  for (const [id, code, name, type, parent] of unitRows) {
    await em.execute(
      `insert into unit_copy (id, version, code, name, short_name, type, kind, parent_id, path, valid_from)
       values (?, 1, ?, ?, ?, ?, 'RESIDENTIAL', ?, ?::text::ltree, '2025-07-01')`,
      [id, code, name, name, type, parent, pathOf(id)],
    );
  }
  await em.execute(
    `insert into procedure_start_copy (unit_id, procedure, version, starts_on) values (?, 'ACCOUNT', 1, '2026-01-01')`,
    [units.ward],
  );
  for (const [name, { branch }] of Object.entries(cast)) {
    if (!branch) continue;
    await em.execute(
      `insert into placement_copy (member_id, version, branch_id, since) values (?, 1, ?, '2010-05-19')`,
      [ids.member(name), branch],
    );
  }
  const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = house.environment;
  await loadDemoData(em, demoData(), { key: PROVINCE_KEY, indexKey: PROVINCE_INDEX_KEY });
  return house;
}

export type House = Awaited<ReturnType<typeof openIdentity>>;

/** One of the people above as somebody who asks, acting in the position they hold (or plainly, with `plain`). */
export function actorNamed(name: string, over: Partial<Actor> & { plain?: boolean } = {}): Actor {
  const { plain, ...rest } = over;
  const [held] = cast[name]?.held ?? [];
  return testActor({
    accountId: ids.account(name),
    memberId: ids.member(name),
    name: cast[name]?.name ?? name,
    capacity:
      held && !plain
        ? { positionId: ids.position(name), role: held[1], unitId: held[2], title: held[3] }
        : null,
    ...rest,
  });
}

/** The payloads of the events of this name, oldest first. */
export async function eventsNamed<Data = Record<string, unknown>>(
  house: House,
  name: string,
): Promise<Data[]> {
  const rows = await house
    .em()
    .execute<{ data: Data }[]>('select data from outbox where name = ? order by position', [name]);
  return rows.map(({ data }) => data);
}
