import type { EventContract } from '@dang/events/contract';
import { BeneficiaryAccountApproved } from '@dang/events/contracts/fees/beneficiary-account-approved';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { BeneficiaryAccountEnded } from '@dang/events/contracts/fees/beneficiary-account-ended';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft, submit } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const about = {
  beneficiaryAccountId: units.ward,
  unitId: units.branch1,
  holderMemberId: ids.member('newcomer'),
};
const events = () => {
  const { PROVINCE_CODE: province } = house.environment;
  const told = <Data>(contract: EventContract<string, Data>, more: object) =>
    makeEnvelope(
      contract,
      { aggregateId: about.beneficiaryAccountId, data: { ...about, ...more } as Data },
      { province },
    );
  return {
    declared: told(BeneficiaryAccountDeclared, { declaredOn: '2026-07-01' }),
    approved: told(BeneficiaryAccountApproved, { approvedOn: '2026-07-02' }),
    ended: told(BeneficiaryAccountEnded, { reason: 'Thay người' }),
  };
};

test('who holds an account for retained dues goes to the superior, whatever order the facts came in, until it ended', async () => {
  const { declared, approved, ended } = events();
  await house.deliver(approved, declared);
  const holder = await openDraft(house, 'Nguyễn Hải Yến', ids.member('newcomer'));
  expect((await submit(house, holder)).account.status).toBe('PENDING_SUPERIOR');

  await house.deliver(ended, approved, declared);
  await house.em().execute(`update account set status = 'REJECTED' where id = ?`, [holder.accountId]);
  expect((await submit(house, holder)).account.status).toBe('PENDING_BRANCH');
});
