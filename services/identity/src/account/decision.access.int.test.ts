import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorNamed, eventsNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

async function decide(
  by: Actor,
  mutation: 'approveAccount' | 'rejectAccount',
  input: Record<string, unknown>,
) {
  const type = mutation === 'approveAccount' ? 'ApproveAccountInput' : 'RejectAccountInput';
  const document = `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { account { id status fullName } refusal { code field } }
  }`;
  const { data, errors } = await house.execute(document, { input }, by);
  expect(errors).toBeUndefined();
  return data?.[mutation];
}

const keyed = ({ id, version }: { id: string; version: number }) => ({
  idempotencyKey: randomUUID(),
  accountId: id,
  expectedVersion: version,
});

test('who was excluded after the form was sent is not approved', async () => {
  const em = house.em();
  await em.execute(`update member set status = 'ACTIVE', force_category = 'NONE' where id = ?`, [
    ids.member('police'),
  ]);
  const applicant = await openDraft(house, 'Lê Tiến Dũng', ids.member('police'));
  const { account } = await submit(house, applicant);
  await em.execute(`update member set force_category = 'POLICE' where id = ?`, [ids.member('police')]);
  expect((await decide(actorNamed('secretary'), 'approveAccount', keyed(account))).refusal.code).toBe(
    'EXCLUDED_FORCE',
  );
  expect(await eventsNamed(house, 'AccountApproved')).toEqual([]);
});

test('nothing is approved for a branch that has ended, and everything can still be declined', async () => {
  const em = house.em();
  const { account } = await submit(house, await openDraft(house, 'Người Của Chi Bộ Cũ'), {
    profileNumber: '31',
  });
  const end = (day: string | null) =>
    em.execute('update unit_copy set valid_to = ? where id = ?', [day, units.branch1]);
  await end('2026-07-06');
  expect((await decide(actorNamed('secretary'), 'approveAccount', keyed(account))).refusal.code).toBe(
    'UNIT_ENDED',
  );
  const declined = await decide(actorNamed('secretary'), 'rejectAccount', {
    ...keyed(account),
    reason: 'Chi bộ đã kết thúc',
  });
  expect(declined.account.status).toBe('REJECTED');
  await end(null);
});

test('a reason is at most two thousand characters, and kept whole', async () => {
  const { account } = await submit(house, await openDraft(house, 'Người Chờ Lâu'));
  const reject = (reason: string) =>
    decide(actorNamed('secretary'), 'rejectAccount', { ...keyed(account), reason });
  expect((await reject('x'.repeat(2001))).refusal).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
  expect((await reject('x'.repeat(2000))).account.status).toBe('REJECTED');
});

test('a call repeated after the office ended, or from another one, shows the applicant no more', async () => {
  const { account } = await submit(house, await openDraft(house, 'Người Được Duyệt'));
  const input = keyed(account);
  const deputy = actorNamed('deputy');
  expect((await decide(deputy, 'approveAccount', input)).account.status).toBe('ACTIVE');
  expect((await decide(deputy, 'approveAccount', input)).account.status).toBe('ACTIVE');

  const elsewhere = { ...deputy, capacity: actorNamed('sibling').capacity };
  const notThere = { account: null, refusal: { code: 'NOT_FOUND', field: null } };
  expect(await decide(elsewhere, 'approveAccount', input)).toEqual(notThere);
  await house
    .em()
    .execute(`update position set ended_on = '2026-07-06', ended_reason = 'RELIEVED' where id = ?`, [
      ids.position('deputy'),
    ]);
  expect(await decide(deputy, 'approveAccount', input)).toEqual(notThere);
});

test('of two people with one old card number, approved at the same moment, one gets it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const legacyCard = `7700000${round}`;
    const waiting = [];
    for (const name of ['Người Thứ Nhất', 'Người Thứ Hai']) {
      const { account } = await submit(house, await openDraft(house, name), { cardNumber: legacyCard });
      waiting.push(account);
    }
    const answers = await Promise.all(
      waiting.map((account) => decide(actorNamed('secretary'), 'approveAccount', keyed(account))),
    );
    expect(answers.map(({ account, refusal }) => account?.status ?? refusal.code).toSorted()).toEqual([
      'ACTIVE',
      'IDENTIFIER_TAKEN',
    ]);
  }
});
