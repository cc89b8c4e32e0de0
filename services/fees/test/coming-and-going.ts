import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { event, units } from './fees-stage.ts';

/** What a test says of a fact; the rest is as in its example. */
type Fact<Contract extends { example: object }> = Partial<Contract['example']> & { transferId: string };

const { branch1: originBranchId } = units;

/** What transfers tells of members who leave, come, or are hosted for a time; the origin is branch 1 unless the fact says otherwise. */
export const told = {
  left: (memberId: string, fact: Fact<typeof MemberTransferredOut>, time?: Date) =>
    event(
      MemberTransferredOut,
      fact.transferId,
      { ...MemberTransferredOut.example, originBranchId, memberId, ...fact },
      time,
    ),
  came: (memberId: string, fact: Fact<typeof MemberTransferredIn>, time?: Date) =>
    event(MemberTransferredIn, fact.transferId, { ...MemberTransferredIn.example, memberId, ...fact }, time),
  stayStarted: (memberId: string, fact: Fact<typeof TemporaryStayStarted>, time?: Date) =>
    event(
      TemporaryStayStarted,
      fact.transferId,
      { ...TemporaryStayStarted.example, originBranchId, memberId, ...fact },
      time,
    ),
  stayEnded: (memberId: string, fact: Fact<typeof TemporaryStayEnded>, time?: Date) =>
    event(
      TemporaryStayEnded,
      fact.transferId,
      { ...TemporaryStayEnded.example, originBranchId, memberId, ...fact },
      time,
    ),
};
