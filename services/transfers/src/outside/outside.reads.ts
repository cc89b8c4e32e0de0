import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { OutsideAnswerRow, OutsideDocumentRow } from './outside.rows.ts';
import { findAnswers, findOutsideDocuments } from './outside.rows.ts';

/** The end of a transfer that lies outside of this system, and whose system it is, if any. */
export interface OutsideEnd {
  readonly dossierId: string;
  readonly end: 'ORIGIN' | 'DESTINATION';
  readonly provinceCode: string | null;
}

/** The outside end of a transfer, read for all dossiers of a page at once; null when both ends lie in this province. */
export const outsideOf = (
  context: GraphContext,
  { id }: Pick<DossierRow, 'id'>,
): Promise<OutsideEnd | null> =>
  loaderOf<string, OutsideEnd | null>(context, 'outside ends', async (ids) => {
    const ends = await findOutsideEnds(context.em, ids, context.environment.PROVINCE_CODE);
    return ids.map((each) => ends.get(each) ?? null);
  }).load(id);

async function findOutsideEnds(
  em: SqlEntityManager,
  dossierIds: readonly string[],
  ownCode: string,
): Promise<Map<string, OutsideEnd>> {
  const rows: OutsideEnd[] = await em.execute(
    `select d.id as "dossierId", case when d.origin_branch_id is null then 'ORIGIN' else 'DESTINATION' end as end,
       case when d.origin_branch_id is null then l.province_code else province.code end as "provinceCode"
     from transfer_dossier d
     left join letter_from_outside l on l.dossier_id = d.id
     left join unit_copy branch on branch.id = d.destination_branch_id
     left join unit_copy province on province.type = 'PROVINCE' and branch.path <@ province.path
     where d.id = any(array[?]::uuid[])
       and (d.origin_branch_id is null or d.destination_text is not null
         or d.destination_branch_id is not null and province.code is distinct from ?)`,
    [dossierIds, ownCode],
  );
  return new Map(rows.map((row) => [row.dossierId, row]));
}

/** The answers to the letters of a dossier, read for a page at once. */
export const answersOf = (context: GraphContext, dossierId: string): Promise<OutsideAnswerRow[]> =>
  loaderOf<string, OutsideAnswerRow[]>(context, 'outside answers', async (ids) => {
    const answers = await findAnswers(context.em, ids);
    return ids.map((each) => answers.get(each) ?? []);
  }).load(dossierId);

/** What came with the letter of a dossier from outside, read for a page at once. */
export const documentsOf = (context: GraphContext, dossierId: string): Promise<OutsideDocumentRow[]> =>
  loaderOf<string, OutsideDocumentRow[]>(context, 'outside documents', async (ids) => {
    const documents = await findOutsideDocuments(context.em, ids);
    return ids.map((each) => documents.get(each) ?? []);
  }).load(dossierId);
