import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const fields = `account {
    id version status number rejectionReason member { id fullName } approverUnit { id } inRegistry cardNumberMasked
    availableActions { action allowed code } history { action label fromState toState byName byTitle unitName reason }
  } refusal { code field }`;
const APPROVE = `mutation ($input: ApproveAccountInput!) { approveAccount(input: $input) { ${fields} } }`;
const REJECT = `mutation ($input: RejectAccountInput!) { rejectAccount(input: $input) { ${fields} } }`;

async function approve(
  by: Actor,
  account: { id: string; version: number },
  idempotencyKey: string = randomUUID(),
) {
  const input = { idempotencyKey, accountId: account.id, expectedVersion: account.version };
  const { data, errors } = await house.execute(APPROVE, { input }, by);
  expect(errors).toBeUndefined();
  return data?.approveAccount;
}

async function reject(by: Actor, account: { id: string; version: number }, reason: string) {
  const input = {
    idempotencyKey: randomUUID(),
    accountId: account.id,
    expectedVersion: account.version,
    reason,
  };
  return (await house.execute(REJECT, { input }, by)).data?.rejectAccount;
}

const claimsOf = (accountId: string) =>
  house
    .em()
    .execute<object[]>(
      `select status, role, member_id is not null as "hasMember" from position_claim where account_id = ? order by id`,
      [accountId],
    );

const lastEvent = async (name: string) => (await eventsNamed(house, name)).at(-1);

describe('a citizen whom the registry does not know registers', () => {
  test('and is approved by the secretary: member, membership, first dues rate', async () => {
    const applicant = await openDraft(house, 'Kiều Minh Đức');
    const { account } = await submit(house, applicant, { cardNumber: '55.000001', profileNumber: null });
    expect(account).toMatchObject({
      status: 'PENDING_BRANCH',
      number: '05.200.044.000.001-ACCOUNT-260706-0001',
    });
    expect(await lastEvent('AccountSubmitted')).toMatchObject({ memberId: null, unitId: units.branch1 });

    const key = randomUUID();
    const approved = (await approve(actorNamed('secretary'), account, key)).account;
    expect(approved).toMatchObject({ status: 'ACTIVE', inRegistry: true, cardNumberMasked: '*****001' });
    expect(approved.history).toEqual([
      expect.objectContaining({ action: 'SUBMIT', fromState: 'DRAFT', toState: 'PENDING_BRANCH' }),
      expect.objectContaining({
        action: 'APPROVE',
        label: 'Duyệt',
        byName: 'Lê Quang Minh',
        byTitle: 'Bí thư chi bộ',
        unitName: 'Chi bộ 1',
      }),
    ]);
    const fact = await lastEvent('AccountApproved');
    expect(fact).toEqual({
      accountId: account.id,
      memberId: expect.any(String),
      branchId: units.branch1,
      residenceBranchId: units.otherBranch,
      approvedBy: {
        memberId: ids.member('secretary'),
        name: 'Lê Quang Minh',
        title: 'Bí thư chi bộ',
        unitId: units.branch1,
      },
      approvedOn: '2026-07-06',
      monthlyDues: '60000',
      monthlyDuesFrom: '2026-08',
      startsMembership: true,
    });
    expect(await lastEvent('MemberRecorded')).toMatchObject({
      members: [
        { id: fact?.memberId, version: 1, fullName: 'Kiều Minh Đức', status: 'ACTIVE', gender: 'UNKNOWN' },
      ],
    });
    expect(await lastEvent('DossierStateChanged')).toMatchObject({
      procedure: 'ACCOUNT',
      state: 'ACTIVE',
      closedOn: '2026-07-06',
    });

    // The same call again changes nothing and answers the same account.
    const before = (await eventsNamed(house, 'AccountApproved')).length;
    expect((await approve(actorNamed('secretary'), account, key)).account.status).toBe('ACTIVE');
    expect((await approve(actorNamed('secretary'), approved)).refusal.code).toBe('WRONG_STATE');
    expect(await eventsNamed(house, 'AccountApproved')).toHaveLength(before);
  });

  test('is rejected with a reason that they read, and sends the form again', async () => {
    const applicant = await openDraft(house, 'Nguyễn Văn Sai');
    const { account } = await submit(house, applicant);
    expect((await reject(actorNamed('deputy'), account, '  ')).refusal).toEqual({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    const rejected = (await reject(actorNamed('deputy'), account, 'Không thuộc chi bộ')).account;
    expect(rejected).toMatchObject({ status: 'REJECTED', rejectionReason: 'Không thuộc chi bộ' });
    expect(await lastEvent('AccountRejected')).toMatchObject({
      reason: 'Không thuộc chi bộ',
      unitId: units.branch1,
    });
    const again = await submit(house, applicant, { branchId: units.otherBranch, profileNumber: '77' });
    expect(again.account).toMatchObject({ status: 'PENDING_BRANCH', number: account.number });
    expect((await approve(actorNamed('secretary'), again.account)).refusal.code).toBe('NOT_FOUND');
    expect((await approve(actorNamed('sibling'), again.account)).refusal).toBeNull();
  });
});

describe('who claims to lead the branch', () => {
  test('is approved by the direct superior only, and is a plain member until the claim is (T52, T53)', async () => {
    const applicant = await openDraft(house, 'Đào Thị Hiền');
    const { account } = await submit(house, applicant, { branchId: units.branch2, position: 'SECRETARY' });
    expect(account.status).toBe('PENDING_SUPERIOR');
    const claim = () => claimsOf(applicant.accountId);
    expect(await claim()).toEqual([{ status: 'PENDING', role: 'BRANCH_SECRETARY', hasMember: false }]);
    expect((await approve(actorNamed('secretary'), account)).refusal.code).toBe('NOT_FOUND');
    expect((await approve(actorNamed('committee'), account)).account.status).toBe('ACTIVE');
    expect(await claim()).toEqual([{ status: 'PENDING', role: 'BRANCH_SECRETARY', hasMember: true }]);
    const { data } = await house.execute('{ account { positions { id } } }', {}, applicant);
    expect(data?.account.positions).toEqual([]);
    expect(await eventsNamed(house, 'OfficersChanged')).not.toContainEqual(
      expect.objectContaining({ name: 'Đào Thị Hiền' }),
    );
  });

  test('loses the claim with the registration, and claims anew with the next one', async () => {
    const applicant = await openDraft(house, 'Bùi Văn Tranh');
    const { account } = await submit(house, applicant, { position: 'DEPUTY_SECRETARY' });
    await reject(actorNamed('committee'), account, 'Chưa có quyết định');
    expect(await claimsOf(applicant.accountId)).toMatchObject([{ status: 'WITHDRAWN' }]);
    const again = await submit(house, applicant, { position: 'SECRETARY' });
    expect(again.account.status).toBe('PENDING_SUPERIOR');
    expect(await claimsOf(applicant.accountId)).toMatchObject([
      { status: 'WITHDRAWN' },
      { status: 'PENDING', role: 'BRANCH_SECRETARY' },
    ]);
  });
});

describe('the account for retained dues', () => {
  test('sends who asks to hold it to the direct superior', async () => {
    const applicant = await openDraft(house, 'Bùi Thị Quỹ');
    const { account } = await submit(house, applicant, { receivesRetainedDues: true });
    expect(account.status).toBe('PENDING_SUPERIOR');
    expect((await approve(actorNamed('secretary'), account)).refusal.code).toBe('ACTION_NOT_ALLOWED');
    expect((await approve(actorNamed('committee'), account)).account.status).toBe('ACTIVE');
  });
});

describe('approving needs', () => {
  test('a sign-in not older than ten minutes', async () => {
    const { account } = await submit(house, await openDraft(house, 'Lê Chờ'));
    const stale = actorNamed('secretary', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    expect((await approve(stale, account)).refusal.code).toBe('STEP_UP_REQUIRED');
  });

  test('the version that was seen', async () => {
    const { account } = await submit(house, await openDraft(house, 'Lê Đổi'));
    const old = { ...account, version: account.version - 1 };
    expect((await approve(actorNamed('secretary'), old)).refusal).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'expectedVersion',
    });
  });

  test('a position that has not ended meanwhile', async () => {
    const { account } = await submit(house, await openDraft(house, 'Lê Hết Nhiệm'));
    const end = (day: string | null) =>
      house
        .em()
        .execute('update position set ended_on = ?, ended_reason = ? where id = ?', [
          day,
          day && 'TERM_ENDED',
          ids.position('deputy'),
        ]);
    await end('2026-07-06');
    expect((await approve(actorNamed('deputy'), account)).refusal.code).toBe('NOT_FOUND');
    await end(null);
    expect((await approve(actorNamed('deputy'), account)).refusal).toBeNull();
  });
});

test('a member of the registry without a membership gets one; one who has it keeps it', async () => {
  const applicant = await openDraft(house, 'Nguyễn Hải Yến', ids.member('newcomer'));
  const em = house.em();
  await em.execute(
    `update account set (personal_id_sealed, personal_id_index) =
       (select personal_id_sealed, personal_id_index from member where id = ?) where id = ?`,
    [ids.member('newcomer'), applicant.accountId],
  );
  const { account } = await submit(house, applicant);
  await approve(actorNamed('secretary'), account);
  expect(await lastEvent('AccountApproved')).toMatchObject({
    memberId: ids.member('newcomer'),
    startsMembership: true,
  });
  expect(await lastEvent('MemberRecorded')).toMatchObject({
    members: [{ id: ids.member('newcomer'), version: 2 }],
  });
});

describe('the desk', () => {
  const PENDING = `query ($unitId: UUID, $first: Int, $after: String) {
    pendingAccounts(unitId: $unitId, first: $first, after: $after) {
      edges { cursor node { id fullName status availableActions { action allowed code } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const pending = async (actor: Actor, variables = {}) =>
    (await house.execute(PENDING, variables, actor)).data?.pendingAccounts;

  test('shows a branch its own, page after page, each once', async () => {
    await submit(house, await openDraft(house, 'Lê Thứ Ba'), { profileNumber: '3' });
    const secretary = actorNamed('secretary');
    const all = await pending(secretary, { first: 100 });
    expect(all.edges.length).toBeGreaterThan(2);
    expect(new Set(all.edges.map(({ node }: { node: { status: string } }) => node.status))).toEqual(
      new Set(['PENDING_BRANCH']),
    );
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await pending(secretary, { first: 1, after });
      seen.push(...page.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(all.edges.map(({ node }: { node: { id: string } }) => node.id));
    expect(all.edges[0].node.availableActions).toEqual([
      { action: 'APPROVE', allowed: true, code: null },
      { action: 'REJECT', allowed: true, code: null },
    ]);
  });

  test('shows a committee who claims to lead a branch below it', async () => {
    const { edges } = await pending(actorNamed('committee'));
    expect(edges.map(({ node }: { node: { fullName: string; status: string } }) => node)).toEqual([
      expect.objectContaining({ fullName: 'Bùi Văn Tranh', status: 'PENDING_SUPERIOR' }),
    ]);
    expect(edges[0].node.availableActions[0]).toEqual({ action: 'APPROVE', allowed: true, code: null });
  });

  test('refuses a cursor and a size that are none', async () => {
    for (const variables of [{ after: 'x' }, { first: 0 }, { first: 101 }]) {
      const { errors } = await house.execute(PENDING, variables, actorNamed('secretary'));
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});
