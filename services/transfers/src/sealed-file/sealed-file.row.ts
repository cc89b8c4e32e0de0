/** The member's paper file as plain data. Days are `YYYY-MM-DD`. */
export interface SealedFileRow {
  readonly dossierId: string;
  readonly documents: readonly { readonly name: string; readonly pages: number }[];
  readonly sealedOn: string;
  readonly sealedByName: string;
  readonly carriedByName: string;
  readonly receivedOn: string | null;
  readonly sealIntact: boolean | null;
  readonly lateReason: string | null;
}

export const sealedFileColumns = `s.dossier_id as "dossierId", s.documents, s.sealed_on as "sealedOn",
  s.sealed_by_name as "sealedByName", s.carried_by_name as "carriedByName", s.received_on as "receivedOn",
  s.seal_intact as "sealIntact", s.late_reason as "lateReason"`;
