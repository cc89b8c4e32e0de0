import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { EventContract } from '@dang/events/contract';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { BeneficiaryAccountRejected } from '@dang/events/contracts/fees/beneficiary-account-rejected';
import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { AccountSubmitted } from '@dang/events/contracts/identity/account-submitted';
import { AdminGranted } from '@dang/events/contracts/identity/admin-granted';
import { ChangeRequestRejected } from '@dang/events/contracts/identity/change-request-rejected';
import { ChangeRequestSubmitted } from '@dang/events/contracts/identity/change-request-submitted';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { MemberCorrectionProposed } from '@dang/events/contracts/identity/member-correction-proposed';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { PositionClaimSubmitted } from '@dang/events/contracts/identity/position-claim-submitted';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { ReportSubmitted } from '@dang/events/contracts/orgtree/report-submitted';
import { TicketEscalated } from '@dang/events/contracts/orgtree/ticket-escalated';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import { TransferSupplementRequested } from '@dang/events/contracts/transfers/transfer-supplement-requested';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  actorNamed,
  type House,
  ids,
  openDraft,
  openIdentity,
  submit,
  units,
} from '../../test/identity-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(() => house.em().execute('delete from notice'));

type Over = { actor?: Actor; time?: Date; service?: string; version?: number };

/** Delivers an event that says this beside the contract's own example. */
async function happens<Data>(event: EventContract<string, Data>, data: Partial<Data>, over: Over = {}) {
  const { service, ...more } = over;
  const from = { province: '05', ...(service && { service }) };
  const told = { ...event.example, ...data };
  const envelope = makeEnvelope(event, { aggregateId: randomUUID(), data: told, ...more }, from);
  await house.deliver(envelope);
  return envelope;
}

/** `kind → who`, by the names of the tests, for everything told so far. */
async function told(): Promise<string[]> {
  const rows = await house
    .em()
    .execute<{ kind: string; recipient: string }[]>('select kind, recipient from notice');
  const names = ['member', 'neighbour', 'secretary', 'deputy', 'collector', 'committee', 'sibling', 'admin'];
  const nameOf = new Map(
    names.flatMap((name) => [
      [ids.member(name), name],
      [ids.account(name), `${name}’s account`],
    ]),
  );
  return rows.map(({ kind, recipient }) => `${kind} → ${nameOf.get(recipient) ?? 'applicant'}`).sort();
}
const bodies = async (kind: string) =>
  (await house.em().execute<{ body: string }[]>('select body from notice where kind = ?', [kind])).map(
    ({ body }) => body,
  );

describe('registrations', () => {
  test('a registration is told to the leaders of the branch and to nobody else, without a name', async () => {
    const applicant = await openDraft(house, 'Nguyễn Thị Thu Hà');
    await submit(house, applicant);
    const submitted = (await house.drainOutbox()).filter(({ type }) => type.includes('AccountSubmitted'));
    expect(submitted).toHaveLength(1);
    await house.deliver(...submitted);
    expect(await told()).toEqual(['ACCOUNT_WAITING → deputy', 'ACCOUNT_WAITING → secretary']);
    const [body] = await bodies('ACCOUNT_WAITING');
    expect(body).toMatch(/^Hồ sơ \S+ của N\.T\.T\.H đang chờ Chi bộ 1 phê duyệt\.$/);
  });

  test('the same event twice is one notice each', async () => {
    const submitted = await happens(AccountSubmitted, {
      accountId: ids.account('member'),
      memberId: ids.member('member'),
      unitId: units.branch1,
    });
    await house.deliver(submitted);
    await house.em().execute('delete from inbox');
    await house.deliver(submitted);
    expect(await told()).toHaveLength(2);
  });

  test('a rejection comes to the applicant’s account, an approval to the member', async () => {
    const applicant = await openDraft(house, 'Trần Thị Mới');
    await happens(AccountRejected, { accountId: applicant.accountId, memberId: null, unitId: units.branch1 });
    await happens(AccountApproved, { accountId: ids.account('member'), memberId: ids.member('member') });
    expect(await told()).toEqual(['ACCOUNT_APPROVED → member', 'ACCOUNT_REJECTED → applicant']);
  });

  test('a change that waits for the superior is told there; the member hears of the rejection', async () => {
    const request = { memberId: ids.member('secretary'), accountId: ids.account('secretary') };
    await happens(ChangeRequestSubmitted, { ...request, unitId: units.committee });
    await happens(ChangeRequestRejected, { ...request, unitId: units.committee });
    expect(await told()).toEqual(['CHANGE_REJECTED → secretary', 'CHANGE_WAITING → committee']);
  });

  test('nobody hears as an officer of their own case, nor of what they did themselves', async () => {
    const own = { memberId: ids.member('secretary'), accountId: ids.account('secretary') };
    await happens(ChangeRequestSubmitted, { ...own, unitId: units.branch1 }, { actor: actorNamed('deputy') });
    expect(await told()).toEqual([]);
  });

  test('an event of long ago, heard by a consumer made anew, is told to nobody', async () => {
    const time = new Date(Date.now() - 31 * 86_400_000);
    const data = { accountId: ids.account('member'), memberId: ids.member('member') };
    await happens(AccountApproved, data, { time });
    expect(await told()).toEqual([]);
  });
});

describe('positions and rights', () => {
  test('a claim is told to the direct superior, at the top of the chain to the operators', async () => {
    const claim = { memberId: ids.member('member'), unitId: units.branch1 };
    await happens(PositionClaimSubmitted, { ...claim, approverUnitId: units.committee });
    expect(await told()).toEqual(['POSITION_WAITING → committee']);
    await house
      .em()
      .execute(`update admin_grant set role = 'SYSTEM_ADMIN' where member_id = ?`, [ids.member('admin')]);
    await happens(PositionClaimSubmitted, { ...claim, approverUnitId: null });
    await house
      .em()
      .execute(`update admin_grant set role = 'ORG_ADMIN' where member_id = ?`, [ids.member('admin')]);
    expect(await told()).toEqual(['POSITION_WAITING → admin', 'POSITION_WAITING → committee']);
  });

  test('decisions and grants come to the person', async () => {
    const memberId = ids.member('member');
    await happens(PositionApproved, { memberId, unitId: units.branch1 });
    await happens(AdminGranted, { memberId, unitId: units.ward });
    expect(await told()).toEqual(['ADMIN_GRANTED → member', 'POSITION_APPROVED → member']);
    expect(await bodies('POSITION_APPROVED')).toEqual([
      'Chức vụ của bạn tại Chi bộ 1 đã được công nhận trên hệ thống.',
    ]);
  });

  test('a branch left without a secretary is told to the leaders of its superior (T74)', async () => {
    const ended = { memberId: ids.member('secretary'), unitId: units.branch1 };
    await happens(PositionEnded, { ...ended, successorNeeded: true });
    expect(await told()).toEqual(['POSITION_ENDED → secretary', 'SUCCESSOR_NEEDED → committee']);
    expect(await bodies('SUCCESSOR_NEEDED')).toEqual([
      'Chi bộ 1 hiện không có bí thư trên hệ thống; cần kiện toàn.',
    ]);
    await house.em().execute('delete from notice');
    await happens(PositionEnded, { ...ended, successorNeeded: false });
    expect(await told()).toEqual(['POSITION_ENDED → secretary']);
  });

  test('a unit at the top has no superior to tell', async () => {
    await happens(PositionEnded, {
      memberId: ids.member('member'),
      unitId: units.ward,
      successorNeeded: true,
    });
    expect(await told()).toEqual(['POSITION_ENDED → member']);
  });

  test('a correction waits at the common superior, and tells the member and both branches when it is made', async () => {
    const correction = {
      memberId: ids.member('member'),
      fromBranchId: units.branch1,
      toBranchId: units.otherBranch,
    };
    await happens(MemberCorrectionProposed, { ...correction, deciderUnitId: units.committee });
    expect(await told()).toEqual(['CORRECTION_WAITING → committee']);
    await happens(MemberCorrected, correction);
    expect((await told()).filter((each) => each.startsWith('BRANCH_CORRECTED'))).toEqual([
      'BRANCH_CORRECTED → deputy',
      'BRANCH_CORRECTED → member',
      'BRANCH_CORRECTED → secretary',
      'BRANCH_CORRECTED → sibling',
    ]);
  });

  test('who is in office counts as it is today', async () => {
    const away = (days: string) =>
      house.em().execute('update position set to_date = ? where id = ?', [days, ids.position('deputy')]);
    await away('2026-07-05');
    await happens(AccountSubmitted, {
      accountId: ids.account('member'),
      memberId: null,
      unitId: units.branch1,
    });
    await away('2026-12-31');
    expect(await told()).toEqual(['ACCOUNT_WAITING → secretary']);
  });
});

describe('transfers', () => {
  const transfer = {
    transferId: randomUUID(),
    number: 'G22.99.05-260706-0007',
    memberId: ids.member('member'),
    originBranchId: units.branch1,
    destinationBranchId: units.otherBranch,
  };
  const stands = (version: number, unitId: string, state: string) =>
    happens(
      DossierStateChanged,
      {
        dossierId: transfer.transferId,
        version,
        number: transfer.number,
        unitId,
        state,
        memberId: transfer.memberId,
      },
      { service: 'transfers', version },
    );

  test('a request is told to the origin branch, a supplement to the member', async () => {
    await happens(TransferSubmitted, transfer);
    await happens(TransferSupplementRequested, transfer);
    expect(await told()).toEqual([
      'TRANSFER_SUPPLEMENT → member',
      'TRANSFER_WAITING → deputy',
      'TRANSFER_WAITING → secretary',
    ]);
    expect(await bodies('TRANSFER_WAITING')).toContain(
      'Hồ sơ G22.99.05-260706-0007 của N.T.H đang chờ Chi bộ 1 tiếp nhận.',
    );
  });

  test('a letter is told to every desk it comes to, once a visit', async () => {
    await stands(1, units.branch1, 'SUBMITTED');
    await stands(2, units.branch1, 'ORIGIN_MET');
    expect(await told()).toEqual([]);
    await happens(LetterIssued, { transferId: transfer.transferId, memberId: transfer.memberId });
    await stands(3, units.committee, 'IN_ORIGIN_CHAIN');
    expect(await told()).toEqual(['LETTER_ISSUED → member', 'LETTER_WAITING → committee']);
    expect((await bodies('LETTER_ISSUED'))[0]).toContain('hồ sơ G22.99.05-260706-0007');
    await stands(4, units.otherBranch, 'AT_DEST_BRANCH');
    await stands(5, units.otherBranch, 'AT_DEST_BRANCH');
    await stands(4, units.committee, 'IN_ORIGIN_CHAIN');
    expect((await told()).filter((each) => each.startsWith('LETTER_WAITING'))).toEqual([
      'LETTER_WAITING → committee',
      'LETTER_WAITING → sibling',
    ]);
  });

  test('completion is told to the member and both branches, but not to who admitted', async () => {
    const completed = { kind: 'OFFICIAL' as const, ...transfer };
    await happens(TransferCompleted, completed, { actor: actorNamed('sibling') });
    expect((await told()).filter((each) => each.startsWith('TRANSFER_COMPLETED'))).toEqual([
      'TRANSFER_COMPLETED → deputy',
      'TRANSFER_COMPLETED → member',
      'TRANSFER_COMPLETED → secretary',
    ]);
  });
});

describe('dues accounts, reports, support and the tree', () => {
  test('an account for retained dues waits at the superior, and is told to holder and unit', async () => {
    const account = { unitId: units.branch2, holderMemberId: ids.member('neighbour') };
    await happens(BeneficiaryAccountDeclared, account);
    expect(await told()).toEqual(['BENEFICIARY_ACCOUNT_WAITING → committee']);
    await house.em().execute('delete from notice');
    await happens(BeneficiaryAccountRejected, { ...account, unitId: units.otherBranch });
    expect(await told()).toEqual([
      'BENEFICIARY_ACCOUNT_REJECTED → neighbour',
      'BENEFICIARY_ACCOUNT_REJECTED → sibling',
    ]);
  });

  test('a report is told to whoever decides on it', async () => {
    await happens(ReportSubmitted, { unitId: units.branch1, toUnitId: units.committee, quarter: '2026-Q2' });
    expect(await told()).toEqual(['REPORT_WAITING → committee']);
    expect(await bodies('REPORT_WAITING')).toEqual(['Báo cáo 2026-Q2 của Chi bộ 1 đang chờ tiếp nhận.']);
  });

  test('a ticket that goes up is told to who asked, whose account may be all there is', async () => {
    const applicant = await openDraft(house, 'Người Cần Giúp');
    const ticket = { unitId: units.ward, accountId: applicant.accountId, memberId: null };
    await happens(TicketEscalated, ticket);
    expect(await told()).toEqual(['TICKET_ESCALATED → applicant']);
  });

  test('a reorganisation is told once to everybody in office in what it touched, also where the office ended with it', async () => {
    const end = (endedOn: string | null) =>
      house
        .em()
        .execute('update position set ended_on = ?, ended_reason = ? where id = ?', [
          endedOn,
          endedOn && 'RELIEVED',
          ids.position('sibling'),
        ]);
    await end('2026-07-01');
    await happens(ReorganisationApplied, {
      decisionNumber: '12-QĐ/ĐU',
      effectiveOn: '2026-07-01',
      successions: [{ unitId: units.otherBranch, successorId: units.branch1 }],
      movedUnitIds: [units.branch1],
    });
    await end(null);
    expect(await told()).toEqual(
      ['collector', 'deputy', 'secretary', 'sibling'].map((who) => `REORGANISATION_APPLIED → ${who}`),
    );
  });
});

test('a kind without a wording parks the event, and nothing is told', async () => {
  await house.em().execute(`update notice_template set valid_to = '2026-01-01' where kind = 'ADMIN_GRANTED'`);
  await expect(happens(AdminGranted, { memberId: ids.member('member'), unitId: units.ward })).rejects.toThrow(
    'admin-granted',
  );
  await house.em().execute(
    `insert into notice_template (kind, mandatory, title, body, valid_from)
     values ('ADMIN_GRANTED', true, 'Mới', 'Lời mới tại {unit}.', '2026-01-01')`,
  );
  await happens(AdminGranted, { memberId: ids.member('member'), unitId: units.ward });
  expect(await bodies('ADMIN_GRANTED')).toEqual(['Lời mới tại Đảng bộ phường Việt Hưng.']);
});
