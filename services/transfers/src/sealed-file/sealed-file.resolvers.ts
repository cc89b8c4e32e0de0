import { loaderOf } from '@dang/service/context';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { recordPresentation, recordSealedFile } from './sealed-file.acts.ts';
import { findSealedFiles } from './sealed-file.reads.ts';
import type { SealedFileRow } from './sealed-file.row.ts';

/** The member's paper file on its way. */
export const sealedFileResolvers: Resolvers = {
  Mutation: { recordSealedFile, recordPresentation },
  Transfer: {
    sealedFile: (dossier: DossierRow, _, context) =>
      loaderOf<string, SealedFileRow | null>(context, 'sealedFiles', async (ids) => {
        const files = await findSealedFiles(context.em, ids);
        return ids.map((id) => files.get(id) ?? null);
      }).load(dossier.id),
  },
};
