import type { TransferState } from './dossier.workflow.ts';

/** A dossier as plain data: a row of a list, or the entity of a command. Days are `YYYY-MM-DD`. */
export interface DossierRow {
  readonly id: string;
  readonly number: string;
  readonly kind: 'OFFICIAL';
  readonly status: TransferState;
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly reason: string;
  readonly version: number;
  readonly memberId: string;
  readonly fullName: string;
  readonly dateOfBirth: string | null;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
  readonly cardNumberSealed: string | null;
  readonly legacyCardNumber: string | null;
  readonly originBranchId: string;
  readonly destinationBranchId: string;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly decisionIssuer: string;
  readonly effectiveDate: string;
  readonly lateReason: string | null;
  readonly supplementNote: string | null;
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
  d.full_name as "fullName", d.date_of_birth as "dateOfBirth", d.join_date as "joinDate", d.official_date as "officialDate",
  d.card_number_sealed as "cardNumberSealed", d.legacy_card_number as "legacyCardNumber",
  d.origin_branch_id as "originBranchId", d.destination_branch_id as "destinationBranchId",
  d.decision_number as "decisionNumber", d.decision_date as "decisionDate", d.decision_issuer as "decisionIssuer",
  d.effective_date as "effectiveDate", d.late_reason as "lateReason", d.supplement_note as "supplementNote",
  d.requested_at as "requestedAt", d.requested_on as "requestedOn", d.letter_id as "letterId",
  d.introduced_on as "introducedOn", d.sent_at as "sentAt", d.presented_on as "presentedOn",
  d.waiting_unit_id as "waitingUnitId", d.due_on as "dueOn", d.closed_on as "closedOn"`;
