import { attachmentsFor } from '@dang/documents/files/attachment';
import { prepareUpload } from '@dang/documents/files/prepare-upload';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { TRANSFER_FILES } from './transfer-files.ts';

/** Files of transfers: whoever reads a dossier reads what was brought to it. */
export const fileResolvers: Resolvers = {
  Mutation: {
    prepareTransferUpload: (_, { input }, context) => prepareUpload(context, 'prepareTransferUpload', input),
  },

  Transfer: {
    documents: ({ id }: DossierRow, _, context) => attachmentsFor(context, TRANSFER_FILES, id),
  },
};
