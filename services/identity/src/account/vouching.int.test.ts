import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, openIdentity } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';
import { Account } from './account.entity.ts';
import { vouchFor } from './vouching.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

test('who comes with VNeID to an account from paper is named as VNeID names them, and whoever decides looks again', async () => {
  const owner = await openDraft(house, 'Tran Thi Giay');
  const { account } = await submit(house, owner);
  await house.em().transactional(async (em) => {
    const found = await em.findOneOrFail(Account, owner.accountId);
    const citizen = {
      personalId: '099070000123',
      fullName: 'Trần Thị Giấy',
      dateOfBirth: '1970-01-02',
      gender: 'FEMALE' as const,
      nationality: null,
      permanentAddress: 'Hà Nội',
      level: 2,
    };
    await vouchFor(em, found, citizen, house.clock.now());
  });
  const [row] = await house.em().execute(
    `select full_name as name, date_of_birth::text as born, gender, status, vouched, version > ? as newer,
       (select action from account_history where account_id = account.id order by step desc limit 1) as step
     from account where id = ?`,
    [account.version, owner.accountId],
  );
  expect(row).toEqual({
    name: 'Trần Thị Giấy',
    born: '1970-01-02',
    gender: 'FEMALE',
    status: 'PENDING_BRANCH',
    vouched: true,
    newer: true,
    step: 'SIGN_IN',
  });
});
