import { loaderOf } from '@dang/service/context';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { recordPresentation, recordSealedFile, reportFileLoss } from './sealed-file.acts.ts';
import { findAllSealedFiles, findSealedFiles } from './sealed-file.reads.ts';
import type { FileLossRow, SealedFileRow } from './sealed-file.row.ts';

/** The member's paper file on its way. */
export const sealedFileResolvers: Resolvers = {
  Mutation: { recordSealedFile, recordPresentation, reportFileLoss },
  Transfer: {
    sealedFile: (dossier: DossierRow, _, context) =>
      loaderOf<string, SealedFileRow | null>(context, 'sealedFiles', async (ids) => {
        const files = await findSealedFiles(context.em, ids);
        return ids.map((id) => files.get(id) ?? null);
      }).load(dossier.id),
    sealedFiles: (dossier: DossierRow, _, context) =>
      loaderOf<string, SealedFileRow[]>(context, 'allSealedFiles', async (ids) => {
        const files = await findAllSealedFiles(context.em, ids);
        return ids.map((id) => files.get(id) ?? []);
      }).load(dossier.id),
  },
  SealedFile: {
    loss: (file: SealedFileRow) => (file.lostOn === null ? null : file),
  },
  SealedFileLoss: {
    place: ({ lostPlace }: FileLossRow) => lostPlace ?? '',
    report: ({ lostReport }: FileLossRow) => lostReport ?? '',
    confirmationNumber: ({ lossConfirmation }: FileLossRow) => lossConfirmation,
    reportedByName: ({ lossReportedByName }: FileLossRow) => lossReportedByName ?? '',
  },
};
