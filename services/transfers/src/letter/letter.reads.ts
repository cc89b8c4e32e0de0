import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BoxRow, LetterRow } from './letter.row.ts';
import { boxColumns, letterColumns } from './letter.row.ts';

/** The boxes of each of these letters, in their order. */
export async function findBoxes(
  em: SqlEntityManager,
  letterIds: readonly string[],
): Promise<Map<string, BoxRow[]>> {
  if (letterIds.length === 0) return new Map();
  const rows: BoxRow[] = await em.execute(
    plannedOnce(`select ${boxColumns} from letter_box b left join register_entry r using (letter_id, box_index, unit_id)
       left join unit_succession s on s.unit_id = b.unit_id
     where b.letter_id = any(array[?]::uuid[]) order by b.letter_id, b.box_index`),
    [letterIds],
  );
  return Map.groupBy(
    rows.map((row) => ({
      ...row,
      signedAt: row.signedAt && new Date(row.signedAt),
      correctedAt: row.correctedAt && new Date(row.correctedAt),
    })),
    (row) => row.letterId,
  );
}

/** The letters of each of these dossiers, void ones included, the latest first. */
export async function findLetters(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, LetterRow[]>> {
  const rows: LetterRow[] = await em.execute(
    `select ${letterColumns} from introduction_letter l where l.dossier_id = any(array[?]::uuid[]) order by l.id desc`,
    [dossierIds],
  );
  return Map.groupBy(rows, (row) => row.dossierId);
}

/** The letter, which must be there. */
export async function getLetter(em: SqlEntityManager, id: string): Promise<LetterRow> {
  const [letter]: LetterRow[] = await em.execute(
    `select ${letterColumns} from introduction_letter l where l.id = ?`,
    [id],
  );
  if (!letter) throw new Error(`letter ${id} is not there`);
  return letter;
}
