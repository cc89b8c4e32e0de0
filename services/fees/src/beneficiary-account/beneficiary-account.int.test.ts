import { randomUUID } from 'node:crypto';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, units } from '../../test/fees-stage.ts';
import {
  accountAct,
  accountState,
  approvedAccount,
  bank,
  declare,
  type Fees,
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

describe('declaring', () => {
  test('by the secretary for the branch: it waits for the superior, and the number is nowhere in clear', async () => {
    const { account, refusal } = await declare(fees, people.secretary);
    expect(refusal).toBeNull();
    expect(account).toMatchObject({
      status: 'PENDING',
      version: 1,
      accountMask: '********567',
      holder: null,
    });
    const [row] = await fees
      .em()
      .execute('select row_to_json(account)::text as text from beneficiary_account account');
    expect(row?.text).not.toContain('09901234567');
    const told = await fees.published('BeneficiaryAccountDeclared');
    expect(told.map(({ data }) => data)).toEqual([
      {
        beneficiaryAccountId: account.id,
        unitId: units.branch1,
        holderMemberId: null,
        declaredOn: '2026-07-06',
      },
    ]);
  });

  test('by a member for the own branch, in their own name', async () => {
    const { account } = await declare(fees, people.member);
    expect(account.holder).toEqual({ id: people.member.memberId });
  });

  test('by an applicant for the branch they ask to join: it keeps nobody else from declaring', async () => {
    const mine = await declare(fees, people.applicant);
    expect(mine.account).toMatchObject({ status: 'PENDING', holder: null });
    expect((await declare(fees, people.secretary)).refusal).toBeNull();
    expect((await declare(fees, people.applicant)).refusal?.code).toBe('BENEFICIARY_PENDING');
  });

  test('by an administrator for an organisation below, not for the own one', async () => {
    expect((await declare(fees, people.admin, { unitId: units.committee })).refusal).toBeNull();
    expect((await declare(fees, people.admin, { unitId: units.ward })).refusal?.code).toBe('NOT_FOUND');
  });

  test.each([
    ['five digits', { accountNumber: '12345' }, 'BANK_ACCOUNT_INVALID'],
    ['twenty digits', { accountNumber: '1'.repeat(20) }, 'BANK_ACCOUNT_INVALID'],
    ['letters', { accountNumber: 'VN12345678' }, 'BANK_ACCOUNT_INVALID'],
    ['no bank', { bankCode: ' ' }, 'BANK_ACCOUNT_INVALID'],
    ['no name', { holderName: '  ' }, 'INVALID_INPUT'],
    [
      'a holder of another branch',
      { holderMemberId: '01980000-0000-7000-8000-00000000dead' },
      'MEMBER_NOT_IN_BRANCH',
    ],
  ])('%s is refused', async (_what, more, code) => {
    expect((await declare(fees, people.secretary, more)).refusal?.code).toBe(code);
  });

  test('two at once: one waits, the other is told so', async () => {
    const answers = await Promise.all([declare(fees, people.secretary), declare(fees, people.secretary)]);
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'BENEFICIARY_PENDING',
      'done',
    ]);
  });

  test('the same key again answers the same account', async () => {
    const input = { unitId: units.branch1, ...bank, idempotencyKey: 'again' };
    const first = await accountAct(fees, 'declareBeneficiaryAccount', people.secretary, input);
    const second = await accountAct(fees, 'declareBeneficiaryAccount', people.secretary, input);
    expect(second.account.id).toBe(first.account.id);
  });
});

describe('deciding', () => {
  test('the superior reads the whole number, which leaves a trace, and approves; the one in use until then ends', async () => {
    const first = await approvedAccount(fees);
    const { account } = await declare(fees, people.secretary, { accountNumber: '0991111222' });
    const seen = await fees.execute(
      'query ($id: UUID!) { beneficiaryAccount(id: $id) { accountNumber availableActions { action allowed } } }',
      { id: account.id },
      people.committee,
    );
    expect(seen.data?.beneficiaryAccount.accountNumber).toBe('0991111222');
    const trail = await fees
      .em()
      .execute('select action from audit_entry where subject_id = ? and action = ?', [
        account.id,
        'readAccountNumber',
      ]);
    expect(trail).toHaveLength(1);
    await fees.published();
    const { account: approved } = await onAccount(
      fees,
      'approveBeneficiaryAccount',
      people.committee,
      account.id,
    );
    expect(approved.status).toBe('APPROVED');
    expect(await accountState(fees, first.id)).toMatchObject({ status: 'ENDED' });
    expect((await fees.published('BeneficiaryAccountEnded')).map(({ data }) => data)).toMatchObject([
      { beneficiaryAccountId: first.id },
    ]);
  });

  test('T54: a secretary who also leads the committee does not decide on the own account', async () => {
    const both = testActor({
      memberId: people.secretary.memberId,
      role: 'COMMITTEE_SECRETARY',
      unitId: units.committee,
    });
    const { account } = await declare(fees, people.member);
    // an officer of the branch
    const refused = await onAccount(fees, 'approveBeneficiaryAccount', both, account.id);
    expect(refused.refusal?.code).toBe('OWN_CASE');
    // acting as the branch, they may not approve at all
    const asBranch = await onAccount(fees, 'approveBeneficiaryAccount', people.secretary, account.id);
    expect(asBranch.refusal?.code).toBe('FORBIDDEN');
  });

  test('who declared it in the committee leaves the decision to somebody else there', async () => {
    const { account } = await declare(fees, people.committee);
    const own = await onAccount(fees, 'approveBeneficiaryAccount', people.committee, account.id);
    expect(own.refusal?.code).toBe('OWN_CASE');
    const other = await onAccount(fees, 'approveBeneficiaryAccount', people.deputy, account.id);
    expect(other.account.status).toBe('APPROVED');
  });

  test('further up is not the direct superior', async () => {
    const { account } = await declare(fees, people.secretary);
    const above = await onAccount(fees, 'approveBeneficiaryAccount', people.ward, account.id);
    expect(above.refusal?.code).toBe('ACTION_NOT_ALLOWED');
  });

  test('that of a province is decided by who operates the system', async () => {
    const leader = testActor({ role: 'COMMITTEE_SECRETARY', unitId: units.province });
    const { account } = await declare(fees, leader, { unitId: units.province });
    const own = await onAccount(fees, 'approveBeneficiaryAccount', leader, account.id);
    expect(own.refusal?.code).toBe('ACTION_NOT_ALLOWED');
    const operated = await onAccount(fees, 'approveBeneficiaryAccount', people.operator, account.id);
    expect(operated.account.status).toBe('APPROVED');
  });

  test('an applicant’s waits until they are a member of the branch', async () => {
    const applicant = testActor({ accountStatus: 'PENDING_BRANCH', memberId: null });
    const memberId = randomUUID();
    const { account } = await declare(fees, applicant);
    const early = await onAccount(fees, 'approveBeneficiaryAccount', people.committee, account.id);
    expect(early.refusal?.code).toBe('MEMBER_NOT_IN_BRANCH');
    const data = {
      ...AccountApproved.example,
      accountId: applicant.accountId,
      memberId,
      branchId: units.branch1,
    };
    await fees.hear(
      heard.placed(memberId, units.branch1),
      makeEnvelope(AccountApproved, { aggregateId: applicant.accountId, data }, { province: 't' }),
    );
    await fees.published();
    const { account: approved } = await onAccount(
      fees,
      'approveBeneficiaryAccount',
      people.committee,
      account.id,
    );
    expect(approved).toMatchObject({ status: 'APPROVED', holder: { id: memberId } });
    expect((await fees.published('BeneficiaryAccountApproved'))[0]?.data).toMatchObject({
      holderMemberId: memberId,
    });
  });

  test('two who approve at once: one does, the other finds another version', async () => {
    const { account } = await declare(fees, people.secretary);
    const input = { accountId: account.id, expectedVersion: account.version };
    const answers = await Promise.all([
      accountAct(fees, 'approveBeneficiaryAccount', people.committee, input),
      accountAct(fees, 'approveBeneficiaryAccount', people.deputy, input),
    ]);
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual([
      'VERSION_CONFLICT',
      'done',
    ]);
  });
});

test('every step stands in the history, and the state is told', async () => {
  await fees.published();
  const { id } = await approvedAccount(fees);
  const told = await fees.published('DossierStateChanged');
  expect(told.map(({ data }) => data)).toMatchObject([
    { procedure: 'BENEFICIARY_ACCOUNT', state: 'PENDING', unitId: units.committee, version: 1 },
    { procedure: 'BENEFICIARY_ACCOUNT', state: 'APPROVED', unitId: units.branch1, version: 2 },
  ]);
  const { data } = await fees.execute(
    'query ($id: UUID!) { beneficiaryAccount(id: $id) { history { action label fromState toState byTitle } } }',
    { id },
    people.committee,
  );
  expect(data?.beneficiaryAccount.history).toEqual([
    {
      action: 'DECLARE',
      label: 'Khai báo',
      fromState: null,
      toState: 'PENDING',
      byTitle: 'BRANCH_SECRETARY',
    },
    {
      action: 'APPROVE',
      label: 'Duyệt',
      fromState: 'PENDING',
      toState: 'APPROVED',
      byTitle: 'COMMITTEE_SECRETARY',
    },
  ]);
});
