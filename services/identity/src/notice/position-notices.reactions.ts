import { AdminGranted } from '@dang/events/contracts/identity/admin-granted';
import { DelegateAppointed } from '@dang/events/contracts/identity/delegate-appointed';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { MemberCorrectionProposed } from '@dang/events/contracts/identity/member-correction-proposed';
import { MemberCorrectionRejected } from '@dang/events/contracts/identity/member-correction-rejected';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { PositionClaimSubmitted } from '@dang/events/contracts/identity/position-claim-submitted';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { PositionRejected } from '@dang/events/contracts/identity/position-rejected';
import { defineReaction } from '@dang/events/reaction';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { tells } from './account-notices.reactions.ts';
import type { Telling } from './notice.kinds.ts';
import { tell } from './tell.ts';

/** The leaders of a unit's direct superior. */
const superiorOf = (unitId: string) =>
  ({ unitIds: [unitId], permission: 'POSITION_APPROVE', superiors: true }) as const;

/** Whoever proposed a correction, which the events of its decision do not say. */
async function proposersOf(em: SqlEntityManager, correctionId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    'select proposer_member_id as id from member_correction where id = ? and proposer_member_id is not null',
    [correctionId],
  );
  return rows.map(({ id }) => id);
}

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
  defineReaction({
    name: 'member-corrected',
    event: MemberCorrected,
    async handle(context, event) {
      const { correctionId, memberId, fromBranchId, toBranchId } = event.data;
      const unitIds = [fromBranchId, toBranchId].filter((id) => id !== null);
      await tell(context, event, [
        {
          kind: 'BRANCH_CORRECTED',
          subject: ['MEMBER_CORRECTION', correctionId],
          about: { memberId },
          unitId: toBranchId,
          to: {
            members: [memberId, ...(await proposersOf(context.em, correctionId))],
            desks: [{ unitIds, permission: 'ACCOUNT_APPROVE' }],
          },
        },
      ]);
    },
  }),
  defineReaction({
    name: 'correction-rejected',
    event: MemberCorrectionRejected,
    async handle(context, event) {
      const { correctionId, memberId } = event.data;
      await tell(context, event, [
        {
          kind: 'CORRECTION_REJECTED',
          subject: ['MEMBER_CORRECTION', correctionId],
          about: { memberId },
          to: { members: await proposersOf(context.em, correctionId) },
        },
      ]);
    },
  }),
] as const;
