import { fileDoor } from '@dang/documents/files/file-door';
import { sweepFiles } from '@dang/documents/files/sweep-files';
import { procedureStartCopies } from '@dang/reference/procedure-starts';
import { placementCopies, unitCopies } from '@dang/reference/projections';
import type { ServiceDefinition } from '@dang/service/definition';
import { retentionJob } from '@dang/service/retention';
import { Account } from './account/account.entity.ts';
import { followReorganisation, moveAccountsWithMembers } from './account/account.reactions.ts';
import { accountResolvers } from './account/account.resolvers.ts';
import { accountListResolvers } from './account/account-list.resolvers.ts';
import { formResolvers } from './account/form.resolvers.ts';
import { lockingResolvers } from './account/locking.resolvers.ts';
import { AdminGrant } from './admin-grant/admin-grant.entity.ts';
import { adminGrantResolvers } from './admin-grant/admin-grant.resolvers.ts';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { certificateFigures } from './certificate/certificate.figures.ts';
import { certificateResolvers } from './certificate/certificate.resolvers.ts';
import { checkCertificates } from './certificate/check-certificates.job.ts';
import { AccountChangeRequest } from './change-request/change-request.entity.ts';
import { changeRequestResolvers } from './change-request/change-request.resolvers.ts';
import { MemberCorrection } from './correction/correction.entity.ts';
import { withdrawCorrectionsOfEndedUnits } from './correction/correction.reactions.ts';
import { correctionResolvers } from './correction/correction.resolvers.ts';
import { Delegation } from './delegation/delegation.entity.ts';
import { delegationResolvers } from './delegation/delegation.resolvers.ts';
import { deviceResolvers } from './device/device.resolvers.ts';
import { identityVariables } from './environment.ts';
import { exclusionResolvers } from './exclusion/exclusion.resolvers.ts';
import { memberCame, memberLeft } from './member/crossing.reactions.ts';
import { lettersUnderWay } from './member/letters-under-way.ts';
import { Member } from './member/member.entity.ts';
import { memberResolvers } from './member/member.resolvers.ts';
import { temporaryStays } from './member/stays-away.ts';
import { memberSearchResolvers } from './member-search/member-search.resolvers.ts';
import { PeopleAndAccounts } from './migrations/0001-people-and-accounts.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Accounts } from './migrations/0003-accounts.ts';
import { PositionsAndSessions } from './migrations/0004-positions-and-sessions.ts';
import { Registry } from './migrations/0005-registry.ts';
import { Notices } from './migrations/0006-notices.ts';
import { Followers } from './migrations/0007-followers.ts';
import { DuesNotices } from './migrations/0008-dues-notices.ts';
import { Certificates } from './migrations/0009-certificates.ts';
import { Files } from './migrations/0010-files.ts';
import { CommentNotices } from './migrations/0011-comment-notices.ts';
import { CommentRequested } from './migrations/0012-comment-requested.ts';
import { ComingsAndGoings } from './migrations/0013-comings-and-goings.ts';
import { StayNotices } from './migrations/0014-stay-notices.ts';
import { Retention } from './migrations/0016-retention.ts';
import { notices } from './notice/notice.reactions.ts';
import { noticeResolvers } from './notice/notice.resolvers.ts';
import { deliverNotices } from './notice-delivery/deliver-notices.ts';
import { officersReviewResolvers } from './officers-review/officers-review.resolvers.ts';
import { endTerms } from './position/end-terms.job.ts';
import { Position } from './position/position.entity.ts';
import { endPositionsOfEndedUnits, endPositionsOfTransferred } from './position/position.reactions.ts';
import { positionResolvers } from './position/position.resolvers.ts';
import { PositionClaim } from './position-claim/position-claim.entity.ts';
import { positionClaimResolvers } from './position-claim/position-claim.resolvers.ts';
import { lookupResolvers } from './registry/lookup.resolvers.ts';
import { compareWithRegistry } from './registry-difference/compare.jobs.ts';
import { differenceResolvers } from './registry-difference/difference.resolvers.ts';
import { retainedDuesHolders } from './retained-dues/retained-dues.projection.ts';
import { identityRetention } from './retention/retention.ts';
import { pruneRefreshTokens } from './session/prune-tokens.job.ts';
import { pruneRateLimits } from './session/rate-limit.ts';
import { seenSessions } from './session/seen-sessions.ts';
import { Session } from './session/session.entity.ts';
import { sessionResolvers } from './session/session.resolvers.ts';
import { staffResolvers } from './staff/staff.resolvers.ts';

/** Who people are, what they hold, and how they sign in. */
export const definition: ServiceDefinition = {
  name: 'identity',
  entities: [
    Member,
    Account,
    AccountChangeRequest,
    Session,
    Position,
    Delegation,
    AdminGrant,
    PositionClaim,
    MemberCorrection,
  ],
  migrations: [
    { name: '0001-people-and-accounts', class: PeopleAndAccounts },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-accounts', class: Accounts },
    { name: '0004-positions-and-sessions', class: PositionsAndSessions },
    { name: '0005-registry', class: Registry },
    { name: '0006-notices', class: Notices },
    { name: '0007-followers', class: Followers },
    { name: '0008-dues-notices', class: DuesNotices },
    { name: '0009-certificates', class: Certificates },
    { name: '0010-files', class: Files },
    { name: '0011-comment-notices', class: CommentNotices },
    { name: '0012-comment-requested', class: CommentRequested },
    { name: '0013-comings-and-goings', class: ComingsAndGoings },
    { name: '0014-stay-notices', class: StayNotices },
    { name: '0016-retention', class: Retention },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    auditResolvers,
    accountResolvers,
    accountListResolvers,
    formResolvers,
    lockingResolvers,
    changeRequestResolvers,
    memberResolvers,
    memberSearchResolvers,
    exclusionResolvers,
    positionResolvers,
    positionClaimResolvers,
    delegationResolvers,
    adminGrantResolvers,
    staffResolvers,
    officersReviewResolvers,
    sessionResolvers,
    lookupResolvers,
    correctionResolvers,
    differenceResolvers,
    noticeResolvers,
    deviceResolvers,
    certificateResolvers,
  ],
  reactions: [
    moveAccountsWithMembers,
    followReorganisation,
    endPositionsOfTransferred,
    endPositionsOfEndedUnits,
    memberLeft,
    memberCame,
    withdrawCorrectionsOfEndedUnits,
  ],
  projections: [
    unitCopies,
    placementCopies,
    retainedDuesHolders,
    procedureStartCopies,
    lettersUnderWay,
    temporaryStays,
  ],
  jobs: [
    compareWithRegistry,
    endTerms,
    pruneRateLimits,
    pruneRefreshTokens,
    retentionJob(identityRetention),
    checkCertificates,
    sweepFiles,
  ],
  asides: [notices],
  background: [seenSessions, ...deliverNotices],
  doors: [fileDoor('identity')],
  environment: identityVariables,
  measured: { figures: [certificateFigures] },
};
