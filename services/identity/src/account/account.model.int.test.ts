import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, saveDraft, submit } from '../../test/registration-stage.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';

const branch = units.otherBranch;
let house: House;

const hold = (id: string, holder: string, role: Role, unitId: string) =>
  house
    .em()
    .execute(
      `insert into position (id, member_id, unit_id, role, title, from_date) values (?, ?, ?, ?, ?, '2026-01-01')`,
      [id, ids.member(holder), unitId, role, role],
    );

beforeAll(async () => {
  house = await openIdentity();
  await house.em().execute('delete from position where unit_id = ?', [branch]);
  await hold(ids.position('walking deputy'), 'sibling', 'BRANCH_DEPUTY_SECRETARY', branch);
  await hold(ids.position('walking superior'), 'committee', 'COMMITTEE_SECRETARY', units.otherCommittee);
  await house.em().execute(
    `insert into admin_grant (id, member_id, unit_id, role, title, from_date, reason)
     values (?, ?, ?, 'ORG_ADMIN', 'Quản trị', '2026-01-01', 'Phân công')`,
    [ids.position('other admin'), ids.member('neighbour'), units.committee],
  );
});
afterAll(() => house.close());

const leaders: Record<string, Actor> = {
  BRANCH_LEADER: actorNamed('sibling', {
    capacity: {
      positionId: ids.position('walking deputy'),
      role: 'BRANCH_DEPUTY_SECRETARY',
      title: 'Phó bí thư',
      unitId: branch,
    },
  }),
  ADMIN_ABOVE: actorNamed('admin'),
  SUPERIOR_LEADER: actorNamed('committee', {
    capacity: {
      positionId: ids.position('walking superior'),
      role: 'COMMITTEE_SECRETARY',
      title: 'Bí thư',
      unitId: units.otherCommittee,
    },
  }),
};

/** An administrator of another committee: a stranger to the accounts of this branch. */
const otherAdmin = actorNamed('neighbour', {
  capacity: {
    positionId: ids.position('other admin'),
    role: 'ORG_ADMIN',
    title: 'Quản trị',
    unitId: units.committee,
  },
});

const mutations: Partial<Record<string, string>> = {
  APPROVE: 'approveAccount',
  REJECT: 'rejectAccount',
  LOCK: 'lockAccount',
  UNLOCK: 'unlockAccount',
  CLOSE: 'closeAccount',
};
const adminActs = ['LOCK', 'UNLOCK', 'CLOSE'];

type Step = WalkStep<AccountWorkflow>;
type Outcome = WalkOutcome<AccountWorkflow>;

/** One registration, played by real requests. */
function registration(claims: 'MEMBER' | 'SECRETARY') {
  let applicant: Actor;

  async function send(step: Step): Promise<Outcome> {
    // Nobody can send a form that is not their own: there is no such request.
    if (!step.relations.has('APPLICANT')) {
      return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
    }
    const profileNumber = String(Math.floor(Math.random() * 1e8));
    const { account, refusal } = await submit(house, applicant, {
      branchId: branch,
      position: claims,
      profileNumber,
    });
    return refusal ? { refusal: refusal.code } : { to: account.status };
  }

  async function save(step: Step): Promise<Outcome> {
    if (!step.relations.has('APPLICANT')) {
      return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
    }
    const { account, refusal } = await saveDraft(house, applicant, { branchId: branch });
    return refusal ? { refusal: refusal.code } : { to: account.status };
  }

  async function decideOn(step: Step): Promise<Outcome> {
    const [relation] = step.relations;
    const stranger = adminActs.includes(step.action) ? otherAdmin : actorNamed('secretary');
    const actor = relation === undefined ? stranger : (leaders[relation] ?? applicant);
    const [row] = await house
      .em()
      .execute<{ version: number }[]>('select version from account where id = ?', [applicant.accountId]);
    const name = mutations[step.action] ?? '';
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const input = {
      idempotencyKey: randomUUID(),
      accountId: applicant.accountId,
      expectedVersion: row?.version,
      ...(step.action === 'APPROVE' ? {} : { reason: step.reason ?? '' }),
      ...(step.action === 'CLOSE' ? { ground: 'OTHER' } : {}),
    };
    const { data, errors } = await house.execute(
      `mutation ($input: ${type}!) { ${name}(input: $input) { account { status } refusal { code } } }`,
      { input },
      { ...actor, signedInAt: new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000)) },
    );
    // An applicant is stopped at the door already, before anybody asks the table.
    if (errors?.[0]?.extensions?.code === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
    const { account, refusal } = data?.[name] ?? {};
    return refusal ? { refusal: refusal.code } : { to: account.status };
  }

  return {
    async begin() {
      applicant = await openDraft(house, 'Người Đi Dạo');
      await house
        .em()
        .execute('update account set branch_id = ? where id = ?', [branch, applicant.accountId]);
    },
    async apply(step: Step): Promise<Outcome> {
      if (step.action === 'SAVE_DRAFT') return save(step);
      return step.action === 'SUBMIT' ? send(step) : decideOn(step);
    },
  };
}

test('random walks through real requests agree with the table', async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  // Walk until every action has succeeded and every state was seen; the walks are the same every time.
  for (let seed = 1; seed <= 40 && succeeded.size + visited.size < 7 + 7; seed += 1) {
    const walk = await randomWalk(accountWorkflow, {
      seed,
      steps: 80,
      actors: [
        new Set(['APPLICANT']),
        new Set(['BRANCH_LEADER']),
        new Set(['SUPERIOR_LEADER']),
        new Set(['ADMIN_ABOVE']),
        new Set<string>(),
      ],
      facts: { notOwnCase: [true] },
      ...registration(seed % 2 === 0 ? 'MEMBER' : 'SECRETARY'),
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual([
    'APPROVE',
    'CLOSE',
    'LOCK',
    'REJECT',
    'SAVE_DRAFT',
    'SUBMIT',
    'UNLOCK',
  ]);
  expect([...visited].sort()).toEqual([
    'ACTIVE',
    'CLOSED',
    'DRAFT',
    'LOCKED',
    'PENDING_BRANCH',
    'PENDING_SUPERIOR',
    'REJECTED',
  ]);
});
