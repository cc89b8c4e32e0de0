import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { inOffice } from '../../test/office-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
let operator: Actor;
beforeAll(async () => {
  house = await openIdentity();
  await house.em().execute('delete from position');
  const positionId = randomUUID();
  await house.em().execute(
    `insert into admin_grant (id, member_id, unit_id, role, title, from_date, reason)
       values (?, ?, ?, 'SYSTEM_ADMIN', 'Quản trị hệ thống', '2026-01-01', 'Khởi tạo')`,
    [positionId, ids.member('neighbour'), units.ward],
  );
  operator = actorNamed('neighbour', {
    capacity: { positionId, role: 'SYSTEM_ADMIN', title: 'Quản trị hệ thống', unitId: units.ward },
  });
});
afterAll(() => house.close());

const decide = async (by: Actor, what: 'approve' | 'reject', account: { id: string; version: number }) => {
  const type = what === 'approve' ? 'ApproveAccountInput' : 'RejectAccountInput';
  const input = {
    idempotencyKey: randomUUID(),
    accountId: account.id,
    expectedVersion: account.version,
    ...(what === 'reject' ? { reason: 'Không thuộc chi bộ' } : {}),
  };
  const { data, errors } = await house.execute(
    `mutation ($input: ${type}!) { ${what}Account(input: $input) { account { status } refusal { code } } }`,
    { input },
    by,
  );
  const { account: decided, refusal } = data?.[`${what}Account`] ?? {};
  return errors?.[0]?.extensions?.code ?? refusal?.code ?? decided.status;
};

async function desk(by: Actor) {
  const { data } = await house.execute(
    '{ pendingAccounts { edges { node { fullName form { joinDate } availableActions { action allowed code } } } } }',
    {},
    by,
  );
  return data?.pendingAccounts.edges.map(({ node }: { node: object }) => node);
}

const waiting = async (name: string, more: Record<string, unknown> = {}) =>
  (await submit(house, await openDraft(house, name), { profileNumber: null, cardNumber: null, ...more }))
    .account;

describe('where nobody is in office (domain 5.7)', () => {
  test('the operator sees and decides on the first accounts of a province, never on their own', async () => {
    const first = await waiting('Người Đầu Tiên', { profileNumber: '1' });
    expect(await desk(operator)).toEqual([
      {
        fullName: 'Người Đầu Tiên',
        form: { joinDate: '2015-03-03' },
        availableActions: expect.arrayContaining([{ action: 'APPROVE', allowed: true, code: null }]),
      },
    ]);
    expect(await decide(actorNamed('admin'), 'approve', first)).toBe('FORBIDDEN');
    const stale = { ...operator, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(await decide(stale, 'approve', first)).toBe('STEP_UP_REQUIRED');
    await house
      .em()
      .execute('update account set member_id = null, status = ? where id = ?', ['DRAFT', operator.accountId]);
    const own = (await submit(house, { ...operator, capacity: null }, { profileNumber: '2' })).account;
    expect(await decide(operator, 'approve', own)).toBe('OWN_CASE');
    await house
      .em()
      .execute(`update account set status = 'ACTIVE', member_id = ? where id = ?`, [
        ids.member('neighbour'),
        operator.accountId,
      ]);
    expect(await decide(operator, 'approve', first)).toBe('ACTIVE');
  });

  test('the nearest unit above that has somebody stands in, and the operator no more', async () => {
    const ward = await inOffice(house, 'committee', 'COMMITTEE_SECRETARY', units.ward);
    const plain = await waiting('Người Thứ Hai', { profileNumber: '3' });
    const claims = await waiting('Người Thứ Ba', { profileNumber: '4', position: 'SECRETARY' });
    expect(await eventsNamed(house, 'AccountSubmitted')).toContainEqual(
      expect.objectContaining({ accountId: plain.id, unitId: units.ward }),
    );
    expect(await desk(operator)).toEqual([]);
    expect((await desk(ward)).map((node: { fullName: string }) => node.fullName)).toEqual([
      'Người Thứ Hai',
      'Người Thứ Ba',
    ]);
    expect(await decide(operator, 'approve', plain)).toBe('NOT_FOUND');
    expect(await decide(ward, 'approve', claims)).toBe('ACTIVE');

    const committee = await inOffice(house, 'sibling', 'COMMITTEE_SECRETARY', units.committee);
    expect(await decide(ward, 'approve', plain)).toBe('NOT_FOUND');
    const secretary = await inOffice(house, 'deputy', 'BRANCH_SECRETARY', units.branch1);
    expect(await decide(committee, 'reject', plain)).toBe('ACTION_NOT_ALLOWED');
    expect(await decide(secretary, 'reject', plain)).toBe('REJECTED');
  });
});
