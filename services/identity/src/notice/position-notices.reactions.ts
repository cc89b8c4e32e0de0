import { AdminGranted } from '@dang/events/contracts/identity/admin-granted';
import { DelegateAppointed } from '@dang/events/contracts/identity/delegate-appointed';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { MemberCorrectionProposed } from '@dang/events/contracts/identity/member-correction-proposed';
import { MemberCorrectionRejected } from '@dang/events/contracts/identity/member-correction-rejected';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { PositionClaimSubmitted } from '@dang/events/contracts/identity/position-claim-submitted';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { PositionRejected } from '@dang/events/contracts/identity/position-rejected';
import { tells } from './account-notices.reactions.ts';
import type { Telling } from './notice.kinds.ts';

/** The leaders of a unit's direct superior. */
const superiorOf = (unitId: string) =>
  ({ unitIds: [unitId], permission: 'POSITION_APPROVE', superiors: true }) as const;

/** What positions, delegations, system rights and corrections of a branch tell. */
export const positionNotices = [
  tells('position-claimed', PositionClaimSubmitted, ({ claimId, memberId, unitId, approverUnitId }) => [
    {
      kind: 'POSITION_WAITING',
      subject: ['POSITION_CLAIM', claimId],
      about: { memberId },
      unitId,
      to: {
        desks: [
          approverUnitId === null
            ? { unitIds: null, permission: 'SYSTEM_OPERATE' }
            : { unitIds: [approverUnitId], permission: 'POSITION_APPROVE' },
        ],
      },
    },
  ]),
  tells('position-approved', PositionApproved, ({ claimId, memberId, unitId }) => [
    { kind: 'POSITION_APPROVED', subject: ['POSITION_CLAIM', claimId], unitId, to: { members: [memberId] } },
  ]),
  tells('position-rejected', PositionRejected, ({ claimId, memberId, unitId }) => [
    { kind: 'POSITION_REJECTED', subject: ['POSITION_CLAIM', claimId], unitId, to: { members: [memberId] } },
  ]),
  tells('position-ended', PositionEnded, ({ positionId, memberId, unitId, successorNeeded }) => {
    const subject: Telling['subject'] = ['POSITION', positionId];
    const ended: Telling = { kind: 'POSITION_ENDED', subject, unitId, to: { members: [memberId] } };
    const vacant: Telling = {
      kind: 'SUCCESSOR_NEEDED',
      subject,
      unitId,
      to: { desks: [superiorOf(unitId)] },
    };
    return successorNeeded ? [ended, vacant] : [ended];
  }),
  tells('delegate-appointed', DelegateAppointed, ({ delegationId, memberId, unitId }) => [
    {
      kind: 'DELEGATE_APPOINTED',
      subject: ['DELEGATION', delegationId],
      unitId,
      to: { members: [memberId] },
    },
  ]),
  tells('admin-granted', AdminGranted, ({ grantId, memberId, unitId }) => [
    { kind: 'ADMIN_GRANTED', subject: ['ADMIN_GRANT', grantId], unitId, to: { members: [memberId] } },
  ]),
  tells('correction-proposed', MemberCorrectionProposed, ({ correctionId, memberId, deciderUnitId }) => [
    {
      kind: 'CORRECTION_WAITING',
      subject: ['MEMBER_CORRECTION', correctionId],
      about: { memberId },
      to: { desks: [{ unitIds: [deciderUnitId], permission: 'MEMBER_CORRECTION_APPROVE' }] },
    },
  ]),
  tells('member-corrected', MemberCorrected, ({ correctionId, memberId, fromBranchId, toBranchId }) => [
    {
      kind: 'BRANCH_CORRECTED',
      subject: ['MEMBER_CORRECTION', correctionId],
      about: { memberId },
      unitId: toBranchId,
      to: {
        members: [memberId],
        desks: [
          {
            unitIds: [fromBranchId, toBranchId].filter((id) => id !== null),
            permission: 'ACCOUNT_APPROVE',
          },
        ],
      },
    },
  ]),
  tells('correction-rejected', MemberCorrectionRejected, ({ correctionId, memberId, deciderUnitId }) => [
    {
      kind: 'CORRECTION_REJECTED',
      subject: ['MEMBER_CORRECTION', correctionId],
      about: { memberId },
      to: { desks: [{ unitIds: [deciderUnitId], permission: 'MEMBER_CORRECT' }] },
    },
  ]),
] as const;
