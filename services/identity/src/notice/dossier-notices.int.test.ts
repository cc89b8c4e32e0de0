import { randomUUID } from 'node:crypto';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { BeneficiaryAccountRejected } from '@dang/events/contracts/fees/beneficiary-account-rejected';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { ReportSubmitted } from '@dang/events/contracts/orgtree/report-submitted';
import { TicketEscalated } from '@dang/events/contracts/orgtree/ticket-escalated';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import { TransferSupplementRequested } from '@dang/events/contracts/transfers/transfer-supplement-requested';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { noticeStage } from '../../test/notice-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(() => house.em().execute('delete from notice'));
const { happens, told, bodies } = noticeStage(() => house);

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

  test('a secretary’s own request is told to the deputy and to the direct superior, a deputy’s to the secretary alone', async () => {
    await happens(TransferSubmitted, { ...transfer, memberId: ids.member('secretary') });
    expect(await told()).toEqual(['TRANSFER_WAITING → committee', 'TRANSFER_WAITING → deputy']);
    await house.em().execute('delete from notice');
    await happens(TransferSubmitted, { ...transfer, memberId: ids.member('deputy') });
    expect(await told()).toEqual(['TRANSFER_WAITING → secretary']);
    await house.em().execute('delete from notice');
    const relieve = (endedOn: string | null) =>
      house
        .em()
        .execute('update position set ended_on = ?, ended_reason = ? where id = ?', [
          endedOn,
          endedOn && 'RELIEVED',
          ids.position('secretary'),
        ]);
    await relieve('2026-07-01');
    await happens(TransferSubmitted, { ...transfer, memberId: ids.member('deputy') });
    await relieve(null);
    expect(await told()).toEqual(['TRANSFER_WAITING → committee']);
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
