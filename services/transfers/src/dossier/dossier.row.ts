import type { TransferKind, TransferState } from './workflows.ts';

export const transferReasons = [
  'CHANGE_WORKPLACE',
  'RETIRED',
  'RESIGNED_DEMOBILISED',
  'CHANGE_RESIDENCE',
  'WORK',
  'LABOUR',
  'STUDY',
] as const;
export type TransferReason = (typeof transferReasons)[number];
export const transferChannels = ['ONLINE', 'PAPER', 'POST'] as const;

/** A dossier as plain data: a row of a list, or the entity of a command. Days are `YYYY-MM-DD`. */
export interface DossierRow {
  readonly id: string;
  readonly number: string;
  readonly kind: TransferKind;
  readonly status: TransferState;
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly reason: TransferReason | null;
  readonly version: number;
  readonly memberId: string;
  readonly fullName: string;
  readonly gender: string | null;
  readonly dateOfBirth: string | null;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
  readonly cardNumberSealed: string | null;
  readonly legacyCardNumber: string | null;
  readonly profileNumber: string | null;
  /** Null: the member comes from outside of the system, from `originText`. */
  readonly originBranchId: string | null;
  readonly originText: string | null;
  /** Null: the destination lies outside of every system; `destinationText` says where. */
  readonly destinationBranchId: string | null;
  readonly destinationText: string | null;
  /** The decision is whole but in a draft. */
  readonly decisionNumber: string | null;
  readonly decisionDate: string | null;
  readonly decisionIssuer: string | null;
  readonly effectiveDate: string | null;
  readonly lateReason: string | null;
  readonly supplementNote: string | null;
  /** False for a draft, also for one that was given up: nobody but the member sees it. */
  readonly submitted: boolean;
  /** The temporary transfer that this official one makes permanent. */
  readonly convertsId: string | null;
  readonly requestedAt: Date;
  readonly requestedOn: string;
  readonly letterId: string | null;
  readonly introducedOn: string | null;
  readonly sentAt: Date | null;
  readonly presentedOn: string | null;
  readonly waitingUnitId: string | null;
  readonly dueOn: string | null;
  readonly closedOn: string | null;
}

/** What a `select` of a dossier under the alias `d` lists to answer a `DossierRow`. */
export const dossierColumns = `d.id, d.number, d.kind, d.status, d.channel, d.reason, d.version, d.member_id as "memberId",
  d.full_name as "fullName", d.gender, d.profile_number as "profileNumber", d.date_of_birth as "dateOfBirth", d.join_date as "joinDate", d.official_date as "officialDate",
  d.card_number_sealed as "cardNumberSealed", d.legacy_card_number as "legacyCardNumber",
  d.origin_branch_id as "originBranchId", d.origin_text as "originText", d.destination_branch_id as "destinationBranchId",
  d.destination_text as "destinationText", d.converts_id as "convertsId", d.submitted,
  d.decision_number as "decisionNumber", d.decision_date as "decisionDate", d.decision_issuer as "decisionIssuer",
  d.effective_date as "effectiveDate", d.late_reason as "lateReason", d.supplement_note as "supplementNote",
  d.requested_at as "requestedAt", d.requested_on as "requestedOn", d.letter_id as "letterId",
  d.introduced_on as "introducedOn", d.sent_at as "sentAt", d.presented_on as "presentedOn",
  d.waiting_unit_id as "waitingUnitId", d.due_on as "dueOn", d.closed_on as "closedOn"`;
