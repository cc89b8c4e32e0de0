import { attachmentsFor } from '@dang/documents/files/attachment';
import { prepareUpload } from '@dang/documents/files/prepare-upload';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { noteTransferRead } from '../letter/letter-reads-noted.ts';
import type { DocumentRole } from './transfer-files.ts';
import { findDocumentRoles, TRANSFER_FILES } from './transfer-files.ts';

/** As what the files of a dossier were brought, by file; one statement for all dossiers of a request. */
const rolesOf = (context: GraphContext, transferId: string): Promise<Map<string, DocumentRole>> =>
  loaderOf<string, Map<string, DocumentRole>>(context, 'roles of documents', async (ids) => {
    const roles = Map.groupBy(await findDocumentRoles(context.em, ids), (one) => one.transferId);
    return ids.map((id) => new Map(roles.get(id)?.map(({ fileId, role }) => [fileId, role])));
  }).load(transferId);

const documentsOf = async (context: GraphContext, transferId: string) => {
  const files = await attachmentsFor(context, TRANSFER_FILES, transferId);
  const roles = await rolesOf(context, transferId);
  return files.map((file) => ({ role: roles.get(file.id) ?? ('OTHER' as const), file }));
};

/** Files of transfers: whoever reads a dossier reads what was brought to it. */
export const fileResolvers: Resolvers = {
  Mutation: {
    prepareTransferUpload: (_, { input }, context) => prepareUpload(context, 'prepareTransferUpload', input),
  },

  Transfer: {
    async documents({ id, convertsId }: DossierRow, _, context) {
      await noteTransferRead(context, { kind: 'transferDocuments', id, dossierId: id });
      // what was brought to make a stay permanent was brought to the stay
      const before = convertsId === null ? [] : await documentsOf(context, convertsId);
      return [...before, ...(await documentsOf(context, id))];
    },
  },
};
