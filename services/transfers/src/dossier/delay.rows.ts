import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SealedFileRow } from '../sealed-file/sealed-file.row.ts';
import type { TransferFlag } from './deadlines.rules.ts';
import type { DossierRow } from './dossier.row.ts';

/** Which passed terms of these dossiers somebody has explained. */
export async function findExplained(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, TransferFlag[]>> {
  const rows: { dossierId: string; flags: TransferFlag[] }[] = await em.execute(
    `select dossier_id as "dossierId", array_agg(flag) as flags from transfer_delay
     where dossier_id = any(array[?]::uuid[]) group by dossier_id`,
    [dossierIds],
  );
  return new Map(rows.map(({ dossierId, flags }) => [dossierId, flags]));
}

/** A late request and a late presentation bring their reason with them; the rest is explained on its own. */
export function explainedOf(
  dossier: Pick<DossierRow, 'lateReason'>,
  sealedFile: Pick<SealedFileRow, 'lateReason'> | undefined,
  flags: readonly TransferFlag[] = [],
): ReadonlySet<TransferFlag> {
  const explained = new Set(flags);
  if (dossier.lateReason !== null) explained.add('OVERDUE_60');
  if (sealedFile?.lateReason != null) explained.add('OVERDUE_PRESENT');
  return explained;
}
