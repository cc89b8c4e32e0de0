import { fileDoor } from '@dang/documents/files/file-door';
import { fileVariables } from '@dang/documents/files/file-environment';
import { sweepFiles } from '@dang/documents/files/sweep-files';
import { signingVariables } from '@dang/documents/signing/signing-environment';
import { calendarCopies } from '@dang/reference/calendar';
import { certificateCopies } from '@dang/reference/certificates';
import { endedPositions, positionHasEnded } from '@dang/reference/ended-positions';
import { procedureStartCopies } from '@dang/reference/procedure-starts';
import { memberCopies, officerCopies, placementCopies, unitCopies } from '@dang/reference/projections';
import { unitSuccessions } from '@dang/reference/successions';
import type { ServiceDefinition } from '@dang/service/definition';
import { doorVariables } from '@dang/service/doors/door-environment';
import { retentionJob } from '@dang/service/retention';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { followMember, followPlacedMember } from './comment-item/comment-item.reactions.ts';
import { commentItemResolvers } from './comment-item/comment-item.resolvers.ts';
import { watchCommentTerms } from './comment-item/comment-terms.job.ts';
import { deskResolvers } from './comment-item/desk.resolvers.ts';
import { itemActResolvers } from './comment-item/item-acts.resolvers.ts';
import { rehomingReactions } from './comment-item/rehoming.reactions.ts';
import { campaignResolvers } from './comment-list/campaign.resolvers.ts';
import { candidateResolvers } from './comment-list/candidate.resolvers.ts';
import { commentListResolvers } from './comment-list/comment-list.resolvers.ts';
import { listDoor } from './comment-list/list.door.ts';
import { listVariables } from './comment-list/list-variables.ts';
import { fileResolvers } from './file/file.resolvers.ts';
import { ListsAndItems } from './migrations/0001-lists-and-items.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Followers } from './migrations/0003-followers.ts';
import { Files } from './migrations/0004-files.ts';
import { Lists } from './migrations/0005-lists.ts';
import { Sheets } from './migrations/0006-sheets.ts';
import { ReportsAndResidence } from './migrations/0007-reports-and-residence.ts';
import { Corrections } from './migrations/0008-corrections.ts';
import { Retention } from './migrations/0009-retention.ts';
import { ForgettingByIndex } from './migrations/0010-forgetting-by-index.ts';
import { archiveDoor } from './receipt/archive.door.ts';
import { deliveryResolvers } from './receipt/delivery.resolvers.ts';
import { receiptResolvers } from './receipt/receipt.resolvers.ts';
import { yearEndDoor } from './receipt/year-end.door.ts';
import { yearEndResolvers } from './receipt/year-end.resolvers.ts';
import { contactReactions } from './residence-contact/contact.reactions.ts';
import { residenceContactResolvers } from './residence-contact/residence-contact.resolvers.ts';
import { evaluationRetention } from './retention/retention.ts';
import { selfReportResolvers } from './self-report/self-report.resolvers.ts';
import { sheetVariables } from './sheet/sheet.environment.ts';
import { sheetResolvers } from './sheet/sheet.resolvers.ts';
import { sheetActResolvers } from './sheet/sheet-acts.resolvers.ts';
import { commentVerifyDoor } from './sheet/verification.ts';

/** Evaluation: the comments that a workplace asks of the residence organisations of its members. */
export const definition: ServiceDefinition = {
  name: 'evaluation',
  entities: [],
  migrations: [
    { name: '0001-lists-and-items', class: ListsAndItems },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-followers', class: Followers },
    { name: '0004-files', class: Files },
    { name: '0005-lists', class: Lists },
    { name: '0006-sheets', class: Sheets },
    { name: '0007-reports-and-residence', class: ReportsAndResidence },
    { name: '0008-corrections', class: Corrections },
    { name: '0009-retention', class: Retention },
    { name: '0010-forgetting-by-index', class: ForgettingByIndex },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    auditResolvers,
    campaignResolvers,
    candidateResolvers,
    commentItemResolvers,
    commentListResolvers,
    deliveryResolvers,
    deskResolvers,
    fileResolvers,
    itemActResolvers,
    receiptResolvers,
    residenceContactResolvers,
    selfReportResolvers,
    sheetResolvers,
    sheetActResolvers,
    yearEndResolvers,
  ],
  reactions: [followMember, followPlacedMember, ...rehomingReactions, ...contactReactions],
  projections: [
    unitCopies,
    memberCopies,
    placementCopies,
    procedureStartCopies,
    endedPositions,
    unitSuccessions,
    officerCopies,
    certificateCopies,
    calendarCopies,
  ],
  capacityEnded: positionHasEnded,
  jobs: [retentionJob(evaluationRetention), sweepFiles, watchCommentTerms],
  doors: [archiveDoor, fileDoor('evaluation'), commentVerifyDoor, listDoor, yearEndDoor],
  environment: {
    ...doorVariables('evaluation'),
    ...fileVariables,
    ...signingVariables,
    ...listVariables,
    ...sheetVariables,
  },
};
