import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Bar } from '../dossier/bar.ts';
import { sealingBar } from '../sealed-file/sealed-file.rules.ts';

/** The list of what lies in a sealed file, as it comes with the file. */
export interface SealedList {
  readonly documents: readonly { readonly name: string; readonly pages: number }[];
  readonly sealedOn: string;
}

/** Why this cannot be the list of a file that came with this decision, or null. */
export function sealedListBar(list: SealedList, limits: { notBefore: string; today: string }): Bar | null {
  const bar = sealingBar({ documents: list.documents, sealedOn: list.sealedOn }, limits);
  return bar && { ...bar, field: `sealedFile.${bar.field}` };
}

/** Keeps the list of a file that was sealed outside of this system; written again, the newer one holds. */
export async function keepSealedList(
  em: SqlEntityManager,
  { id, fullName, originText }: { id: string; fullName: string; originText: string | null },
  { documents, sealedOn }: SealedList,
): Promise<void> {
  const kept = documents.map(({ name, pages }) => ({ name: name.trim(), pages }));
  await em.execute(
    `insert into sealed_file (dossier_id, documents, sealed_on, sealed_by_name, carried_by_name) values (?, ?::jsonb, ?, ?, ?)
     on conflict (dossier_id) where lost_on is null do update set documents = excluded.documents, sealed_on = excluded.sealed_on`,
    [id, JSON.stringify(kept), sealedOn, originText ?? '', fullName],
  );
}
