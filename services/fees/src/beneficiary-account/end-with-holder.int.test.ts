import { randomUUID } from 'node:crypto';
import { AccountClosed } from '@dang/events/contracts/identity/account-closed';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { told } from '../../test/coming-and-going.ts';
import { heard, sentAnew, units } from '../../test/fees-stage.ts';
import {
  accountState,
  approvedAccount,
  declare,
  type Fees,
  officersOf,
  onAccount,
  openPayouts,
  people,
} from '../../test/payout-stage.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openPayouts();
});
afterAll(() => fees.close());
beforeEach(async () => {
  await fees.em().execute('delete from beneficiary_account');
});

describe('an account ends with its holder', () => {
  const of = (contract: Parameters<typeof makeEnvelope>[0], data: object) =>
    makeEnvelope(contract, { aggregateId: randomUUID(), data }, { province: 't' });
  const membersOwn = async () => {
    const holder = testActor();
    await fees.hear(heard.placed(holder.memberId ?? '', units.branch1));
    const { account } = await declare(fees, holder);
    await onAccount(fees, 'approveBeneficiaryAccount', people.committee, account.id);
    return { holder, memberId: holder.memberId ?? '', id: account.id as string };
  };

  test('who is transferred keeps none in the branch they leave; heard twice, it ends once', async () => {
    const { memberId, id } = await membersOwn();
    const left = heard.completed(memberId, {
      transferId: randomUUID(),
      destinationBranchId: units.branch21,
      duesPaidThrough: '2026-07',
      completedOn: '2026-07-06',
    });
    await fees.published();
    await fees.hear(left, sentAnew(left));
    expect(await accountState(fees, id)).toEqual({
      status: 'ENDED',
      reason: 'Người nhận đã chuyển sinh hoạt đảng',
    });
    expect(await fees.published('BeneficiaryAccountEnded')).toHaveLength(1);
  });

  test('who leaves the province, too', async () => {
    const { memberId, id } = await membersOwn();
    await fees.hear(
      told.left(memberId, {
        transferId: randomUUID(),
        duesPaidThrough: '2026-07',
        leftOn: '2026-07-06',
      }),
    );
    expect(await accountState(fees, id)).toMatchObject({ status: 'ENDED' });
  });

  test('who is corrected into another branch, too', async () => {
    const { memberId, id } = await membersOwn();
    await fees.hear(heard.corrected(memberId, units.branch2, '2026-07-06'));
    expect(await accountState(fees, id)).toMatchObject({ status: 'ENDED' });
  });

  test('who is moved by a reorganisation, too; who stays keeps it', async () => {
    const { memberId, id } = await membersOwn();
    await fees.hear(heard.movedBy(randomUUID(), [memberId], units.branch1, '2026-07-06'));
    expect(await accountState(fees, id)).toMatchObject({ status: 'APPROVED' });
    await fees.hear(heard.movedBy(randomUUID(), [memberId], units.branch2, '2026-07-06', { version: 3 }));
    expect(await accountState(fees, id)).toMatchObject({ status: 'ENDED' });
  });

  test('whose account is closed, too', async () => {
    const { holder, memberId, id } = await membersOwn();
    await fees.hear(
      of(AccountClosed, {
        accountId: holder.accountId,
        memberId,
        reason: 'DECEASED',
        closedOn: '2026-07-06',
      }),
    );
    expect(await accountState(fees, id)).toMatchObject({ status: 'ENDED' });
  });

  test('who held it by office loses it with the office, not while another office of the unit is theirs', async () => {
    const holder = testActor({ role: 'BRANCH_SECRETARY', unitId: units.branch1 });
    const memberId = holder.memberId ?? '';
    await fees.hear(officersOf(units.branch1, [people.secretary, holder], 2));
    const { account } = await declare(fees, holder, { holderMemberId: memberId });
    await onAccount(fees, 'approveBeneficiaryAccount', people.committee, account.id);
    const ended = (positionId: string) =>
      of(PositionEnded, { ...PositionEnded.example, positionId, memberId, unitId: units.branch1 });
    await fees.hear(ended(randomUUID()));
    expect(await accountState(fees, account.id)).toMatchObject({ status: 'APPROVED' });
    await fees.hear(ended(holder.capacity?.positionId ?? ''));
    expect(await accountState(fees, account.id)).toEqual({
      status: 'ENDED',
      reason: 'Người nhận thôi giữ chức vụ',
    });
  });

  test('an applicant who is not taken in leaves nothing waiting', async () => {
    const applicant = testActor({ accountStatus: 'PENDING_BRANCH', memberId: null });
    const { account } = await declare(fees, applicant);
    await fees.hear(
      of(AccountRejected, {
        ...AccountRejected.example,
        accountId: applicant.accountId,
        unitId: units.branch1,
      }),
    );
    expect(await accountState(fees, account.id)).toMatchObject({ status: 'ENDED' });
  });

  test('a unit that ends takes its account along', async () => {
    const { id } = await approvedAccount(fees, units.branch2);
    await fees.hear(heard.reorganised(randomUUID(), { [units.branch2]: units.branch1 }, '2026-07-06'));
    expect(await accountState(fees, id)).toMatchObject({ status: 'ENDED' });
  });
});
