import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { SealedFileLost } from '@dang/events/contracts/transfers/sealed-file-lost';
import { StayConversionDecided } from '@dang/events/contracts/transfers/stay-conversion-decided';
import { StayConversionRequested } from '@dang/events/contracts/transfers/stay-conversion-requested';
import { StayExtensionDecided } from '@dang/events/contracts/transfers/stay-extension-decided';
import { StayExtensionRequested } from '@dang/events/contracts/transfers/stay-extension-requested';
import { TemporaryStayDue } from '@dang/events/contracts/transfers/temporary-stay-due';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { TransferOverdue } from '@dang/events/contracts/transfers/transfer-overdue';
import { tells } from './account-notices.reactions.ts';
import { leadersOf, step } from './dossier-notices.reactions.ts';
import type { Desk, NoticeKind, Telling } from './notice.kinds.ts';

type BothSides = {
  transferId: string;
  number: string;
  memberId: string;
  originBranchId: string;
  destinationBranchId: string | null;
};

const branchesOf = ({ originBranchId, destinationBranchId }: BothSides): string[] =>
  [originBranchId, destinationBranchId].filter((id) => id !== null);

/** What concerns both sides: the member and the leaders of both branches, of the one in the system where the other lies outside. */
const bothSides =
  (kind: NoticeKind) =>
  (data: BothSides): Telling[] => [
    step(kind, data, { members: [data.memberId], desks: [leadersOf(...branchesOf(data))] }),
  ];

/** The committees directly above both branches. */
const committeesOf = (data: BothSides): Desk => ({
  unitIds: branchesOf(data),
  permission: 'TRANSFER_SIGN_BOX',
  superiors: true,
});

/** What temporary stays, terms, and transfers out of the system or into it tell (domain.md 9.4, 10.1). */
export const stayNotices = [
  tells('transfer-overdue', TransferOverdue, bothSides('TRANSFER_OVERDUE')),
  tells('sealed-file-lost', SealedFileLost, bothSides('SEALED_FILE_LOST')),
  tells('letter-sent-out', LetterSentOut, ({ transferId, number, subject: { memberId }, origin }) => [
    step(
      'LETTER_SENT_OUT',
      { transferId, number, memberId },
      { members: [memberId], desks: [leadersOf(origin.branchId)] },
    ),
  ]),
  tells('transferred-out', MemberTransferredOut, (data) => [
    step('TRANSFER_LEFT', data, { members: [data.memberId], desks: [leadersOf(data.originBranchId)] }),
  ]),
  tells('transferred-in', MemberTransferredIn, (data) => [
    {
      ...step('TRANSFER_COMPLETED', data, {
        members: [data.memberId],
        desks: [leadersOf(data.destinationBranchId)],
      }),
      unitId: data.destinationBranchId,
    },
  ]),
  tells('stay-started', TemporaryStayStarted, bothSides('STAY_STARTED')),
  tells('stay-due', TemporaryStayDue, (data) => {
    if (data.stage !== 'OVERDUE') return bothSides('STAY_DUE')(data);
    const desks = [leadersOf(...branchesOf(data)), committeesOf(data)];
    return [step('STAY_OVERDUE', data, { members: [data.memberId], desks })];
  }),
  tells('stay-extension-requested', StayExtensionRequested, (data) => [
    step('STAY_EXTENSION_REQUESTED', data, { desks: [leadersOf(data.originBranchId)] }),
  ]),
  tells('stay-extension-decided', StayExtensionDecided, bothSides('STAY_EXTENSION_DECIDED')),
  tells('stay-conversion-requested', StayConversionRequested, (data) => [
    step('STAY_CONVERSION_WAITING', data, {
      desks: [{ ...leadersOf(data.originBranchId), inPlaceOf: data.memberId }],
    }),
  ]),
  tells('stay-conversion-decided', StayConversionDecided, bothSides('STAY_CONVERSION_DECIDED')),
  tells('stay-ended', TemporaryStayEnded, bothSides('STAY_ENDED')),
] as const;
