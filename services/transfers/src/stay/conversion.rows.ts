import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow, TransferReason } from '../dossier/dossier.row.ts';

/** What a member on a stay asks for: the official transfer that would be opened. Days are `YYYY-MM-DD`. */
export interface ConversionRequest {
  readonly reason: TransferReason;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly decisionIssuer: string;
  readonly effectiveDate: string;
  readonly lateReason?: string | null;
}

/** A stay that was asked to become permanent, and the answer. */
export interface ConversionRow {
  readonly id: string;
  readonly dossierId: string;
  readonly askedOn: string;
  readonly request: ConversionRequest;
  readonly agreed: boolean | null;
  readonly decidedOn: string | null;
  readonly decisionReason: string | null;
  readonly officialDossierId: string | null;
}

/** What these stays were asked last. */
export async function findLastConversions(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, ConversionRow>> {
  const rows: ConversionRow[] = await em.execute(
    `select distinct on (dossier_id) id, dossier_id as "dossierId", asked_on as "askedOn", request, agreed, decided_on as "decidedOn",
       decision_reason as "decisionReason", official_dossier_id as "officialDossierId"
     from stay_conversion where dossier_id = any(array[?]::uuid[]) order by dossier_id, id desc`,
    [dossierIds],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** What this stay is asked and nobody has answered, which must be there. */
export async function openConversionOf(em: SqlEntityManager, dossier: DossierRow): Promise<ConversionRow> {
  const last = (await findLastConversions(em, [dossier.id])).get(dossier.id);
  if (last === undefined || last.agreed !== null)
    throw new Error(`nobody asked for the stay of ${dossier.number} to become permanent`);
  return last;
}
