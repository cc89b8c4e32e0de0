import { plannedOnce } from '@dang/service/planned-once';
import type { WorkingCalendar } from '@dang/vietnam/working-days';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SealedFileRow } from '../sealed-file/sealed-file.row.ts';
import type { TransferFlag } from './deadlines.rules.ts';
import { requestIsLate } from './deadlines.rules.ts';
import type { DossierRow } from './dossier.row.ts';

/** Which passed terms of these dossiers somebody has explained; what was said of a letter that is void says nothing of the next. */
export async function findExplained(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, TransferFlag[]>> {
  const rows: { dossierId: string; flags: TransferFlag[] }[] = await em.execute(
    plannedOnce(`select dossier_id as "dossierId", array_agg(flag) as flags
     from transfer_delay join transfer_dossier d on d.id = dossier_id
     where dossier_id = any(array[?]::uuid[]) and (flag <> 'OVERDUE_PRESENT' or explained_on > d.introduced_on) group by dossier_id`),
    [dossierIds],
  );
  return new Map(rows.map(({ dossierId, flags }) => [dossierId, flags]));
}

/**
 * A late request and a late presentation bring their reason with them; the rest is explained on its own. Nobody explains beforehand: what was written
 * into a request that came in time says nothing of a term that passed later.
 */
export function explainedOf(
  calendar: WorkingCalendar,
  {
    lateReason,
    effectiveDate,
    requestedOn,
  }: Pick<DossierRow, 'lateReason' | 'effectiveDate' | 'requestedOn'>,
  sealedFile: Pick<SealedFileRow, 'lateReason'> | undefined,
  flags: readonly TransferFlag[] = [],
): ReadonlySet<TransferFlag> {
  const explained = new Set(flags);
  const cameLate = effectiveDate !== null && requestIsLate(calendar, effectiveDate, requestedOn);
  if (lateReason !== null && cameLate) explained.add('OVERDUE_60');
  if (sealedFile?.lateReason != null) explained.add('OVERDUE_PRESENT');
  return explained;
}

/** Why a term of a dossier has passed, as somebody has explained it. */
export interface DelayRow {
  readonly dossierId: string;
  readonly flag: TransferFlag;
  readonly reason: string;
  readonly explainedOn: string;
  readonly byName: string;
  readonly byTitle: string;
}

/** What was explained of the terms of these dossiers, in the order of the days. */
export const findDelays = (em: SqlEntityManager, dossierIds: readonly string[]): Promise<DelayRow[]> =>
  em.execute(
    `select dossier_id as "dossierId", flag, reason, explained_on as "explainedOn", by_name as "byName", by_title as "byTitle"
     from transfer_delay where dossier_id = any(array[?]::uuid[]) order by dossier_id, explained_on, flag`,
    [dossierIds],
  );

/** Keeps why a term has passed. A letter issued anew has a term of its own, whose explanation takes the place of the earlier one. */
export const keepDelay = (em: SqlEntityManager, delay: DelayRow) =>
  em.execute(
    `insert into transfer_delay (dossier_id, flag, reason, explained_on, by_name, by_title) values (?, ?, ?, ?, ?, ?)
     on conflict (dossier_id, flag) do update set reason = excluded.reason, explained_on = excluded.explained_on,
       by_name = excluded.by_name, by_title = excluded.by_title`,
    [delay.dossierId, delay.flag, delay.reason, delay.explainedOn, delay.byName, delay.byTitle],
  );
