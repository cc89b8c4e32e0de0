import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { hold } from '../../test/position-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';
import { closeAccountOf } from './closing.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const fields =
  'account { id status version fullName joinDate availableActions { action allowed } } refusal { code field }';

async function act(actor: Actor | null, name: string, over: Record<string, unknown> = {}) {
  const accountId = (over.accountId as string | undefined) ?? ids.account('member');
  const [row] = await house
    .em()
    .execute<{ version: number }[]>('select version from account where id = ?', [accountId]);
  const input = {
    idempotencyKey: randomUUID(),
    accountId,
    expectedVersion: row?.version ?? 1,
    reason: 'Cho mượn tài khoản',
    ...(name === 'closeAccount' ? { ground: 'OTHER' } : {}),
    ...over,
  };
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const answer = await house.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { input },
    actor,
  );
  return { error: answer.errors?.[0]?.extensions?.code, ...answer.data?.[name] };
}

/** The administrator of a branch, who stands above nobody's account. */
async function branchAdmin(): Promise<Actor> {
  const positionId = await hold(house, 'admin_grant', 'neighbour', 'ORG_ADMIN', units.branch1);
  return actorNamed('neighbour', {
    capacity: { positionId, role: 'ORG_ADMIN', unitId: units.branch1, title: 'Quản trị' },
  });
}

function strangersBefore(name: string) {
  test('refuses nobody signed in, members, leaders and applicants', async () => {
    expect((await act(null, name)).error).toBe('UNAUTHENTICATED');
    const strangers = ['member', 'secretary', 'committee', 'collector'].map((each) => actorNamed(each));
    for (const actor of [...strangers, await openDraft(house, 'Người Nộp Hồ Sơ')])
      expect((await act(actor, name)).error).toBe('FORBIDDEN');
  });
  test('knows no such account for the admin of the branch itself, of a sibling, for a made-up id, in a forged office', async () => {
    const code = async (actor: Actor, over = {}) => (await act(actor, name, over)).refusal?.code;
    const { capacity } = actorNamed('admin');
    const grant = await hold(house, 'admin_grant', 'sibling', 'ORG_ADMIN', units.otherCommittee);
    const other = capacity && { ...capacity, positionId: grant, unitId: units.otherCommittee };
    expect(await code(await branchAdmin())).toBe('NOT_FOUND');
    expect(await code(actorNamed('sibling', { capacity: other }))).toBe('NOT_FOUND');
    expect(await code(actorNamed('admin'), { accountId: randomUUID() })).toBe('NOT_FOUND');
    expect(await code(actorNamed('neighbour', { capacity }))).toBe('NOT_FOUND');
  });
  test('needs a reason and a fresh sign-in', async () => {
    const stale = actorNamed('admin', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    const about = name === 'unlockAccount' ? { accountId: ids.account('deputy') } : {};
    if (name === 'unlockAccount')
      await house.em().execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('deputy')]);
    expect((await act(stale, name, about)).refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await act(actorNamed('admin'), name, { ...about, reason: ' ' })).refusal).toEqual({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    expect((await act(actorNamed('admin'), name, { ...about, expectedVersion: 99 })).refusal.code).toBe(
      'VERSION_CONFLICT',
    );
  });
}

describe('Mutation.lockAccount', () => {
  strangersBefore('lockAccount');
  test('is for nobody’s own account', async () => {
    const own = await act(actorNamed('admin'), 'lockAccount', { accountId: ids.account('admin') });
    expect(own.refusal.code).toBe('OWN_CASE');
  });
  test('reaches no other administrator of the same unit, nor of one above, nor the operator', async () => {
    const code = async (name: string) =>
      (await act(actorNamed('admin'), 'lockAccount', { accountId: ids.account(name) })).refusal?.code;
    const grants = await Promise.all([
      hold(house, 'admin_grant', 'deputy', 'ORG_ADMIN', units.ward),
      hold(house, 'admin_grant', 'committee', 'SYSTEM_ADMIN', units.ward),
    ]);
    expect(await code('deputy')).toBe('NOT_FOUND');
    expect(await code('committee')).toBe('NOT_FOUND');
    await house.em().execute('delete from admin_grant where id = any(array[?]::uuid[])', [grants]);
  });
  test('ends every session, tells the gateway, and shows the administrator no form', async () => {
    const session = randomUUID();
    await house
      .em()
      .execute('insert into session (id, account_id, signed_in_at) values (?, ?, now())', [
        session,
        ids.account('member'),
      ]);
    const { account } = await act(actorNamed('admin'), 'lockAccount');
    expect(account).toMatchObject({ status: 'LOCKED', fullName: 'Nguyễn Thị Hà', joinDate: null });
    expect(account.availableActions).toContainEqual({ action: 'UNLOCK', allowed: true });
    expect(account.availableActions).toContainEqual({ action: 'CLOSE', allowed: true });
    expect(await eventsNamed(house, 'AccountLocked')).toEqual([{ accountId: ids.account('member') }]);
    expect((await eventsNamed(house, 'SessionEnded')).at(-1)).toMatchObject({
      sessionId: session,
      reason: 'ACCOUNT_LOCKED',
    });
    expect((await act(actorNamed('admin'), 'lockAccount')).refusal.code).toBe('WRONG_STATE');
    const [line] = await house
      .em()
      .execute(`select action, reason, member_id from audit_entry where action = 'lockAccount'`);
    expect(line).toMatchObject({ reason: 'Cho mượn tài khoản', member_id: ids.member('member') });
  });
});

describe('Mutation.unlockAccount', () => {
  strangersBefore('unlockAccount');
  test('lets the account be used again', async () => {
    const { account } = await act(actorNamed('admin'), 'unlockAccount');
    expect(account.status).toBe('ACTIVE');
    expect(await eventsNamed(house, 'AccountUnlocked')).toEqual([
      { accountId: ids.account('member'), memberId: ids.member('member') },
    ]);
  });
});

describe('Mutation.closeAccount', () => {
  strangersBefore('closeAccount');
  test('ends what the owner holds, and the account for good', async () => {
    await house.em().execute(
      `insert into account_change_request
         (account_id, member_id, status, number, branch_id, approver_unit_id, fields, changes_sealed, important, submitted_on)
       values (?, ?, 'PENDING_SUPERIOR', 'x-1', ?, ?, '{fullName}', 'v1.x', true, '2026-07-01')`,
      [ids.account('secretary'), ids.member('secretary'), units.branch1, units.committee],
    );
    const { account } = await act(actorNamed('admin'), 'closeAccount', {
      accountId: ids.account('secretary'),
      ground: 'DECEASED',
    });
    expect(account.status).toBe('CLOSED');
    const [change] = await house
      .em()
      .execute('select status from account_change_request where account_id = ?', [ids.account('secretary')]);
    expect(change?.status).toBe('WITHDRAWN');
    expect(await eventsNamed(house, 'AccountClosed')).toEqual([
      expect.objectContaining({
        accountId: ids.account('secretary'),
        reason: 'DECEASED',
        closedOn: '2026-07-06',
      }),
    ]);
    const ended = await eventsNamed(house, 'PositionEnded');
    expect(ended).toContainEqual(
      expect.objectContaining({
        positionId: ids.position('secretary'),
        reason: 'ACCOUNT_CLOSED',
        successorNeeded: true,
      }),
    );
    expect(ended).toContainEqual(
      expect.objectContaining({ positionId: ids.position('collector'), reason: 'SECRETARY_CHANGED' }),
    );
    const again = await act(actorNamed('admin'), 'closeAccount', { accountId: ids.account('secretary') });
    expect(again.refusal.code).toBe('WRONG_STATE');
    const [kept] = await house
      .em()
      .execute('select status from account where id = ?', [ids.account('secretary')]);
    expect(kept?.status).toBe('CLOSED');
  });
});

test('what is given while a status from the registry closes the account ends with it', async () => {
  const positionId = randomUUID();
  const given = Promise.withResolvers<void>();
  const commit = Promise.withResolvers<void>();
  const giving = house.em().transactional(async (em) => {
    await em.execute('select from account where id = ? for update', [ids.account('sibling')]);
    await em.execute(
      `insert into position (id, member_id, unit_id, role, title, from_date)
       values (?, ?, ?, 'SUPPORT_AGENT', 'Tổ hỗ trợ', '2026-07-01')`,
      [positionId, ids.member('sibling'), units.ward],
    );
    given.resolve();
    await commit.promise;
  });
  await given.promise;
  const closing = house
    .em()
    .transactional((em) =>
      closeAccountOf(em, house, { memberId: ids.member('sibling'), reason: 'EXPELLED', actor: null }),
    );
  await setTimeout(200);
  commit.resolve();
  await Promise.all([giving, closing]);
  const [held] = await house.em().execute('select ended_reason from position where id = ?', [positionId]);
  expect(held).toEqual({ ended_reason: 'ACCOUNT_CLOSED' });
});
