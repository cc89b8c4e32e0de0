import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SealedFileRow } from './sealed-file.row.ts';
import { sealedFileColumns } from './sealed-file.row.ts';

/** The paper files of those of the dossiers that have one, by dossier. */
export async function findSealedFiles(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, SealedFileRow>> {
  const rows: SealedFileRow[] = await em.execute(
    `select ${sealedFileColumns} from sealed_file s where s.lost_on is null and s.dossier_id = any(array[?]::uuid[])`,
    [dossierIds],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}
