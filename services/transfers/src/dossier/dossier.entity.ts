import { defineEntity, p } from '@mikro-orm/postgresql';
import type { TransferState } from './dossier.workflow.ts';

export const transferReasons = [
  'CHANGE_WORKPLACE',
  'RETIRED',
  'RESIGNED_DEMOBILISED',
  'CHANGE_RESIDENCE',
] as const;
export const transferChannels = ['ONLINE', 'PAPER', 'POST'] as const;

const TransferDossierSchema = defineEntity({
  name: 'TransferDossier',
  tableName: 'transfer_dossier',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    kind: p.enum(['OFFICIAL'] as const),
    status: p.text().$type<TransferState>(),
    channel: p.enum(transferChannels),
    reason: p.enum(transferReasons),
    /** Raised by every act, never by a timer or a flag. */
    version: p.integer(),
    memberId: p.uuid(),
    fullName: p.text(),
    dateOfBirth: p.date().nullable(),
    joinDate: p.date().nullable(),
    officialDate: p.date().nullable(),
    cardNumberSealed: p.text().nullable(),
    legacyCardNumber: p.text().nullable(),
    profileNumber: p.text().nullable(),
    originBranchId: p.uuid(),
    destinationBranchId: p.uuid(),
    decisionNumber: p.text(),
    decisionDate: p.date(),
    decisionIssuer: p.text(),
    effectiveDate: p.date(),
    lateReason: p.text().nullable(),
    supplementNote: p.text().nullable(),
    requestedAt: p.datetime(),
    requestedOn: p.date(),
    /** The letter in force; null before the first, and after one was voided. */
    letterId: p.uuid().nullable(),
    introducedOn: p.date().nullable(),
    /** When the origin's last box was signed; from then on the destination sees the dossier. */
    sentAt: p.datetime().nullable(),
    presentedOn: p.date().nullable(),
    /** The unit whose step is next; null when it is the member's, or when there is none. */
    waitingUnitId: p.uuid().nullable(),
    dueOn: p.date().nullable(),
    closedOn: p.date().nullable(),
  },
});

/**
 * An official transfer from the request to the admission, with the member as the registry knew them on the day of the
 * request. Everything a later step decides by stands in this dossier's own rows, so that its two ends need not live in one
 * database.
 */
export class TransferDossier extends TransferDossierSchema.class {}
TransferDossierSchema.setClass(TransferDossier);
