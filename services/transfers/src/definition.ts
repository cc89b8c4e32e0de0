import { fileDoor } from '@dang/documents/files/file-door';
import { fileVariables } from '@dang/documents/files/file-environment';
import { sweepFiles } from '@dang/documents/files/sweep-files';
import { signingVariables } from '@dang/documents/signing/signing-environment';
import { calendarCopies } from '@dang/reference/calendar';
import { certificateCopies } from '@dang/reference/certificates';
import { endedPositions, positionHasEnded } from '@dang/reference/ended-positions';
import { procedureStartCopies } from '@dang/reference/procedure-starts';
import {
  memberCopies,
  officerCopies,
  placementCopies,
  standingCopies,
  unitCopies,
} from '@dang/reference/projections';
import { unitSuccessions } from '@dang/reference/successions';
import type { ServiceDefinition } from '@dang/service/definition';
import { doorVariables } from '@dang/service/doors/door-environment';
import { retentionJob } from '@dang/service/retention';
import { auditResolvers } from './audit/audit.resolvers.ts';
import { dispatchResolvers } from './document-system/dispatch.resolvers.ts';
import { dispatchLetters } from './document-system/dispatch-letters.ts';
import { documentCodes } from './document-system/document-codes.ts';
import { documentSystemVariables } from './document-system/document-system.environment.ts';
import { delayResolvers } from './dossier/delay.resolvers.ts';
import { deskResolvers } from './dossier/desk.resolvers.ts';
import { TransferDossier } from './dossier/dossier.entity.ts';
import { dossierResolvers } from './dossier/dossier.resolvers.ts';
import { watchTransferTerms } from './dossier/watch-terms.job.ts';
import { fileResolvers } from './file/file.resolvers.ts';
import { letterDoor, letterVerification } from './letter/letter.door.ts';
import { letterVariables } from './letter/letter.environment.ts';
import { letterResolvers } from './letter/letter.resolvers.ts';
import { meetingResolvers } from './meeting/meeting.resolvers.ts';
import { DossiersAndLetters } from './migrations/0001-dossiers-and-letters.ts';
import { AuditTrail } from './migrations/0002-audit.ts';
import { Followers } from './migrations/0003-followers.ts';
import { Calendar } from './migrations/0004-calendar.ts';
import { Files } from './migrations/0005-files.ts';
import { BothProcedures } from './migrations/0006-both-procedures.ts';
import { LetterDispatches } from './migrations/0007-letter-dispatches.ts';
import { Retention } from './migrations/0008-retention.ts';
import { DispatchesByFile } from './migrations/0009-dispatches-by-file.ts';
import { CalledDispatches } from './migrations/0010-called-dispatches.ts';
import { BranchListNumber } from './migrations/0011-branch-list-number.ts';
import { linkVariables } from './outside/link.environment.ts';
import { outsideReactions } from './outside/outside.reactions.ts';
import { outsideResolvers } from './outside/outside.resolvers.ts';
import { registerDoor } from './register/register.door.ts';
import { registerResolvers } from './register/register.resolvers.ts';
import { rehomingReactions } from './rehoming/rehoming.reactions.ts';
import { transfersRetention } from './retention/retention.ts';
import { sealedFileResolvers } from './sealed-file/sealed-file.resolvers.ts';
import { stayResolvers } from './stay/stay.resolvers.ts';
import { stayVariables } from './stay/stay-variables.ts';
import { watchStays } from './stay/watch-stays.job.ts';

/** Transfers: dossiers, letters, meetings, registers and sealed files. It decides by its own copies and calls nobody. */
export const definition: ServiceDefinition = {
  name: 'transfers',
  entities: [TransferDossier],
  migrations: [
    { name: '0001-dossiers-and-letters', class: DossiersAndLetters },
    { name: '0002-audit', class: AuditTrail },
    { name: '0003-followers', class: Followers },
    { name: '0004-calendar', class: Calendar },
    { name: '0005-files', class: Files },
    { name: '0006-both-procedures', class: BothProcedures },
    { name: '0007-letter-dispatches', class: LetterDispatches },
    { name: '0008-retention', class: Retention },
    { name: '0009-dispatches-by-file', class: DispatchesByFile },
    { name: '0010-called-dispatches', class: CalledDispatches },
    { name: '0011-branch-list-number', class: BranchListNumber },
  ],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    auditResolvers,
    delayResolvers,
    deskResolvers,
    dispatchResolvers,
    dossierResolvers,
    fileResolvers,
    letterResolvers,
    meetingResolvers,
    outsideResolvers,
    registerResolvers,
    sealedFileResolvers,
    stayResolvers,
  ],
  reactions: rehomingReactions,
  link: outsideReactions,
  projections: [
    unitCopies,
    memberCopies,
    placementCopies,
    standingCopies,
    officerCopies,
    procedureStartCopies,
    endedPositions,
    unitSuccessions,
    calendarCopies,
    certificateCopies,
    documentCodes,
  ],
  background: [dispatchLetters],
  capacityEnded: positionHasEnded,
  jobs: [retentionJob(transfersRetention), watchTransferTerms, watchStays, sweepFiles],
  doors: [fileDoor('transfers'), letterDoor, letterVerification, registerDoor],
  environment: {
    ...doorVariables('transfers'),
    ...fileVariables,
    ...signingVariables,
    ...letterVariables,
    ...stayVariables,
    ...documentSystemVariables,
    ...linkVariables,
  },
};
