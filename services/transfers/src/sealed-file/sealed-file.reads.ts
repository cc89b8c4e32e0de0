import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SealedFileRow } from './sealed-file.row.ts';
import { sealedFileColumns } from './sealed-file.row.ts';

/** The paper files of those of the dossiers that have one, by dossier: the one that is on its way or was received, never a lost one. */
export async function findSealedFiles(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, SealedFileRow>> {
  const rows: SealedFileRow[] = await em.execute(
    plannedOnce(
      `select ${sealedFileColumns} from sealed_file s where s.lost_on is null and s.dossier_id = any(array[?]::uuid[])`,
    ),
    [dossierIds],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** Every file of these dossiers, lost ones included, the latest first. */
export async function findAllSealedFiles(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, SealedFileRow[]>> {
  const rows: SealedFileRow[] = await em.execute(
    `select ${sealedFileColumns} from sealed_file s where s.dossier_id = any(array[?]::uuid[]) order by s.number desc`,
    [dossierIds],
  );
  return Map.groupBy(rows, ({ dossierId }) => dossierId);
}
