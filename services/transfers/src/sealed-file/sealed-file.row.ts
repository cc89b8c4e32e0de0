/** What is known of a file that the member lost on the way. */
export interface FileLossRow {
  readonly lostOn: string | null;
  readonly lostPlace: string | null;
  readonly lostReport: string | null;
  /** The number of what the police confirmed; null where only its scan was brought. */
  readonly lossConfirmation: string | null;
  readonly lossReportedByName: string | null;
}

/** The member's paper file as plain data. Days are `YYYY-MM-DD`. */
export interface SealedFileRow extends FileLossRow {
  readonly dossierId: string;
  /** 1 for the first file of a dossier; one that takes the place of a lost file has the next number. */
  readonly number: number;
  readonly documents: readonly { readonly name: string; readonly pages: number }[];
  readonly sealedOn: string;
  readonly sealedByName: string;
  readonly carriedByName: string;
  readonly receivedOn: string | null;
  readonly sealIntact: boolean | null;
  /** What was found when the seal was not intact. */
  readonly sealNote: string | null;
  readonly lateReason: string | null;
}

export const sealedFileColumns = `s.dossier_id as "dossierId", s.number, s.documents, s.sealed_on as "sealedOn",
  s.sealed_by_name as "sealedByName", s.carried_by_name as "carriedByName", s.received_on as "receivedOn",
  s.seal_intact as "sealIntact", s.seal_note as "sealNote", s.late_reason as "lateReason", s.lost_on as "lostOn",
  s.lost_place as "lostPlace", s.lost_report as "lostReport", s.loss_confirmation as "lossConfirmation",
  s.loss_reported_by_name as "lossReportedByName"`;
