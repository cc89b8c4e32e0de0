import type { EventContract } from '@dang/events/contract';
import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import type { Envelope } from '@dang/events/envelope';
import { makeEnvelope } from '@dang/events/envelope';
import { idOf, member, unit } from './orgtree-stage.ts';

const told = <Data extends { transferId: string }>(
  contract: EventContract<string, Data>,
  over: Partial<Data>,
): Envelope => {
  const data = { ...contract.example, ...over } as Data;
  return makeEnvelope(contract, { aggregateId: data.transferId, data }, { province: '05' });
};

const stay = { transferId: idOf(710), memberId: member.an, originBranchId: unit.branch1 };
/** What transfers tells of the stay, the leaving, the coming and the move of the first member of the small tree. */
export const started = (over: object = {}) =>
  told(TemporaryStayStarted, {
    ...stay,
    destinationBranchId: unit.sales,
    startedOn: '2026-07-02',
    through: '2026-12-31',
    ...over,
  });
export const ended = (over: object = {}) =>
  told(TemporaryStayEnded, {
    ...stay,
    destinationBranchId: unit.sales,
    startedOn: '2026-07-02',
    endedOn: '2026-07-05',
    ...over,
  });
export const left = (over: object = {}) =>
  told(MemberTransferredOut, { ...stay, transferId: idOf(720), leftOn: '2026-07-06', ...over });
export const came = (over: object = {}) =>
  told(MemberTransferredIn, {
    transferId: idOf(730),
    memberId: idOf(190),
    destinationBranchId: unit.sales,
    completedOn: '2026-07-06',
    ...over,
  });
export const moved = (over: object = {}) =>
  told(TransferCompleted, {
    ...stay,
    transferId: idOf(740),
    destinationBranchId: unit.sales,
    completedOn: '2026-07-06',
    ...over,
  });
