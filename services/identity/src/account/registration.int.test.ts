import { randomUUID } from 'node:crypto';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

describe('the form is refused', () => {
  test('with somebody else’s personal id as the card number', async () => {
    const owner = await openDraft(house, 'Người Chưa Nộp');
    const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = house.environment;
    await house
      .em()
      .execute('update account set personal_id_sealed = ?, personal_id_index = ? where id = ?', [
        sealText(PROVINCE_KEY, '099090000077'),
        blindIndex(PROVINCE_INDEX_KEY, '099090000077'),
        owner.accountId,
      ]);
    const thief = await openDraft(house, 'Người Lấy Số');
    const refusal = { code: 'IDENTIFIER_TAKEN', field: 'cardNumber' };
    expect((await submit(house, thief, { cardNumber: '099090000077' })).refusal).toEqual(refusal);
    expect((await submit(house, owner, { cardNumber: '099090000077' })).refusal).toBeNull();
  });

  test.each([
    ['without card and profile number', { profileNumber: null }, 'INVALID_INPUT', 'cardNumber'],
    ['with a card number that is none', { cardNumber: '123' }, 'INVALID_INPUT', 'cardNumber'],
    ['with a profile number that is none', { profileNumber: 'A12' }, 'INVALID_INPUT', 'profileNumber'],
    ['with an official date before joining', { officialDate: '2015-03-02' }, 'INVALID_INPUT', 'officialDate'],
    ['with dues that begin in years', { monthlyDuesFrom: '2099-01' }, 'INVALID_INPUT', 'monthlyDuesFrom'],
    ['for a committee, which has no members', { branchId: units.committee }, 'INVALID_INPUT', 'branchId'],
    ['for an unknown unit', { branchId: randomUUID() }, 'INVALID_INPUT', 'branchId'],
    ['for an unknown residence', { residenceBranchId: randomUUID() }, 'INVALID_INPUT', 'residenceBranchId'],
    ['with somebody else’s card', { cardNumber: '099085000001' }, 'IDENTIFIER_TAKEN', 'cardNumber'],
  ])('%s', async (_what, over, code, field) => {
    const applicant = await openDraft(house, 'Người Nhập Sai');
    expect(await submit(house, applicant, over)).toEqual({ account: null, refusal: { code, field } });
  });

  test('for a branch that has ended', async () => {
    const em = house.em();
    await em.execute(`update unit_copy set valid_to = '2026-07-01' where id = ?`, [units.branch2]);
    const applicant = await openDraft(house, 'Người Đến Muộn');
    expect((await submit(house, applicant, { branchId: units.branch2 })).refusal.code).toBe('UNIT_ENDED');
    await em.execute('update unit_copy set valid_to = null where id = ?', [units.branch2]);
  });

  test('for another branch than the one somebody is a member of', async () => {
    const em = house.em();
    await em.execute('update account set status = ?, member_id = null where id = ?', [
      'CLOSED',
      ids.account('neighbour'),
    ]);
    const applicant = await openDraft(house, 'Trần Văn Bình', ids.member('neighbour'));
    expect((await submit(house, applicant, { branchId: units.branch2 })).refusal).toEqual({
      code: 'BRANCH_CHANGE_NEEDS_TRANSFER',
      field: 'branchId',
    });
  });

  test('from an account that waits already', async () => {
    const applicant = await openDraft(house, 'Người Gửi Hai Lần');
    expect((await submit(house, applicant)).refusal).toBeNull();
    expect((await submit(house, applicant)).refusal.code).toBe('WRONG_STATE');
  });
});

describe('who is a member no more', () => {
  test.each(['EXPELLED', 'STRUCK_OFF', 'LEFT', 'DECEASED'])('%s: no account is asked for', async (status) => {
    const applicant = await openDraft(house, 'Nguyễn Hải Yến', ids.member('newcomer'));
    const set = (to: string) =>
      house.em().execute('update member set status = ? where id = ?', [to, ids.member('newcomer')]);
    await set(status);
    const { refusal } = await submit(house, applicant);
    await set('ACTIVE');
    await house.em().execute('update account set member_id = null where id = ?', [applicant.accountId]);
    expect(refusal?.code).toBe('MEMBER_NOT_ACTIVE');
  });
  test('nor given, when it became known after the form was sent', async () => {
    const applicant = await openDraft(house, 'Nguyễn Hải Yến', ids.member('newcomer'));
    const { account } = await submit(house, applicant);
    await house.em().execute(`update member set status = 'EXPELLED' where id = ?`, [ids.member('newcomer')]);
    const input = { idempotencyKey: randomUUID(), accountId: account.id, expectedVersion: account.version };
    const { data } = await house.execute(
      'mutation ($input: ApproveAccountInput!) { approveAccount(input: $input) { account { status } refusal { code } } }',
      { input },
      actorNamed('secretary'),
    );
    expect(data?.approveAccount.refusal?.code).toBe('MEMBER_NOT_ACTIVE');
  });
});
