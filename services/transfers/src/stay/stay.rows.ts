import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A stay as plain data. Days are `YYYY-MM-DD`; `through` is the last day of the term that holds now. */
export interface StayRow {
  readonly dossierId: string;
  readonly from: string;
  readonly through: string;
  readonly originalThrough: string;
  readonly purpose: string | null;
  /** The document of the Secretariat by which the limits do not hold. */
  readonly specialDocument: string | null;
  /** Who charges dues from the month after that of the letter. */
  readonly duesAt: 'TEMPORARY' | 'OFFICIAL';
  /** M of the letter, from the day on which the stay began. */
  readonly duesPaidThrough: string | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly comment: string | null;
  readonly commentedOn: string | null;
  readonly commentedByName: string | null;
  readonly commentedByTitle: string | null;
  /** The month to whose end dues are paid at the destination, from the day of the comment. */
  readonly returnedThrough: string | null;
}

type Term = 'from' | 'through' | 'originalThrough';
/** A stay as it is shown: a draft may have no term yet. */
export type ShownStay = Omit<StayRow, Term> & { readonly [Field in Term]: string | null };

const stayColumns = `s.dossier_id as "dossierId", s.from_date as "from", s.through, s.original_through as "originalThrough", s.purpose,
  s.special_document as "specialDocument", s.dues_at as "duesAt", s.dues_paid_through as "duesPaidThrough", s.started_on as "startedOn",
  s.ended_on as "endedOn", s.comment, s.commented_on as "commentedOn", s.commented_by_name as "commentedByName",
  s.commented_by_title as "commentedByTitle", s.returned_through as "returnedThrough"`;

/** The stays of these dossiers; a draft that leaves its term open has none yet. */
export async function findStays(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, StayRow>> {
  if (dossierIds.length === 0) return new Map();
  const rows: StayRow[] = await em.execute(
    `select ${stayColumns} from temporary_stay s where s.dossier_id = any(array[?]::uuid[])
       and s.from_date is not null and s.through is not null`,
    [dossierIds],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** What drafts say of the stay that they would ask for. */
export const findDraftStays = (em: SqlEntityManager, dossierIds: readonly string[]): Promise<ShownStay[]> =>
  em.execute(`select ${stayColumns} from temporary_stay s where s.dossier_id = any(array[?]::uuid[])`, [
    dossierIds,
  ]);

/** Whose members have asked for their stay to become permanent, and wait for the answer. */
export async function findOpenConversions(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Set<string>> {
  if (dossierIds.length === 0) return new Set();
  const rows: { id: string }[] = await em.execute(
    `select dossier_id as id from stay_conversion where agreed is null and dossier_id = any(array[?]::uuid[])`,
    [dossierIds],
  );
  return new Set(rows.map(({ id }) => id));
}
