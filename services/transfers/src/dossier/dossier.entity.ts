import { defineEntity, p } from '@mikro-orm/postgresql';
import { transferChannels, transferReasons } from './dossier.row.ts';
import type { TransferState } from './workflows.ts';
import { transferKinds } from './workflows.ts';

const TransferDossierSchema = defineEntity({
  name: 'TransferDossier',
  tableName: 'transfer_dossier',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    number: p.text(),
    kind: p.enum(transferKinds),
    status: p.text().$type<TransferState>(),
    channel: p.enum(transferChannels),
    /** Null only in a draft, as are the decision and the ends. */
    reason: p.enum(transferReasons).strictNullable(),
    /** Raised by every act, never by a timer or a flag. */
    version: p.integer(),
    memberId: p.uuid(),
    fullName: p.text(),
    gender: p.text().strictNullable(),
    dateOfBirth: p.date().strictNullable(),
    joinDate: p.date().strictNullable(),
    officialDate: p.date().strictNullable(),
    cardNumberSealed: p.text().strictNullable(),
    legacyCardNumber: p.text().strictNullable(),
    profileNumber: p.text().strictNullable(),
    /** Null when the member comes from outside of the system: `originText` says from where. */
    originBranchId: p.uuid().strictNullable(),
    originText: p.text().strictNullable(),
    /** Null when the destination lies outside of every system: `destinationText` says where. */
    destinationBranchId: p.uuid().strictNullable(),
    destinationText: p.text().strictNullable(),
    decisionNumber: p.text().strictNullable(),
    decisionDate: p.date().strictNullable(),
    decisionIssuer: p.text().strictNullable(),
    effectiveDate: p.date().strictNullable(),
    lateReason: p.text().strictNullable(),
    supplementNote: p.text().strictNullable(),
    /** False for a draft, also for one that was given up: nobody but the member sees it. */
    submitted: p.boolean().default(true),
    /** The temporary transfer that this official one makes permanent. */
    convertsId: p.uuid().strictNullable(),
    requestedAt: p.datetime(),
    requestedOn: p.date(),
    /** The letter in force; null before the first, and after one was voided. */
    letterId: p.uuid().strictNullable(),
    introducedOn: p.date().strictNullable(),
    /** When the origin's last box was signed; from then on the destination sees the dossier, also one that begins again because the file was lost. */
    sentAt: p.datetime().strictNullable(),
    presentedOn: p.date().strictNullable(),
    /** The unit whose step is next; null when it is the member's, or when there is none. */
    waitingUnitId: p.uuid().strictNullable(),
    dueOn: p.date().strictNullable(),
    closedOn: p.date().strictNullable(),
  },
});

/**
 * A transfer, for good or for a time, from the draft to its end, with the member as the registry knew them on the day of the
 * request. Everything a later step decides by stands in this dossier's own rows, so that its two ends need not live in one
 * database.
 */
export class TransferDossier extends TransferDossierSchema.class {}
TransferDossierSchema.setClass(TransferDossier);
