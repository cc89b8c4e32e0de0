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
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    number: p.text(),
    kind: p.enum(['OFFICIAL'] as const),
    status: p.text().$type<TransferState>(),
    channel: p.enum(transferChannels),
    reason: p.enum(transferReasons),
    /** Raised by every act, never by a timer or a flag. */
    version: p.integer(),
    memberId: p.uuid(),
    fullName: p.text(),
    dateOfBirth: p.date().strictNullable(),
    joinDate: p.date().strictNullable(),
    officialDate: p.date().strictNullable(),
    cardNumberSealed: p.text().strictNullable(),
    legacyCardNumber: p.text().strictNullable(),
    profileNumber: p.text().strictNullable(),
    originBranchId: p.uuid(),
    destinationBranchId: p.uuid(),
    decisionNumber: p.text(),
    decisionDate: p.date(),
    decisionIssuer: p.text(),
    effectiveDate: p.date(),
    lateReason: p.text().strictNullable(),
    supplementNote: p.text().strictNullable(),
    requestedAt: p.datetime(),
    requestedOn: p.date(),
    /** The letter in force; null before the first, and after one was voided. */
    letterId: p.uuid().strictNullable(),
    introducedOn: p.date().strictNullable(),
    /** When the origin's last box was signed; from then on the destination sees the dossier. */
    sentAt: p.datetime().strictNullable(),
    presentedOn: p.date().strictNullable(),
    /** The unit whose step is next; null when it is the member's, or when there is none. */
    waitingUnitId: p.uuid().strictNullable(),
    dueOn: p.date().strictNullable(),
    closedOn: p.date().strictNullable(),
  },
});

/**
 * An official transfer from the request to the admission, with the member as the registry knew them on the day of the
 * request. Everything a later step decides by stands in this dossier's own rows, so that its two ends need not live in one
 * database.
 */
export class TransferDossier extends TransferDossierSchema.class {}
TransferDossierSchema.setClass(TransferDossier);
