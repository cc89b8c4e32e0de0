import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { findStays, type StayRow } from './stay.rows.ts';

/** The stay of a temporary transfer, read for all dossiers of a page at once; null for an official one. */
export async function stayOf(
  context: GraphContext,
  { id, kind }: Pick<DossierRow, 'id' | 'kind'>,
): Promise<StayRow | null> {
  if (kind !== 'TEMPORARY') return null;
  return loaderOf<string, StayRow | null>(context, 'stays', async (ids) => {
    const stays = await findStays(context.em, ids);
    return ids.map((each) => stays.get(each) ?? null);
  }).load(id);
}
