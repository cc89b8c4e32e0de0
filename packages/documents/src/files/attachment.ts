import { type GraphContext, loaderOf } from '@dang/service/context';
import { signUrl } from '@dang/service/doors/signed-url';
import type { ServiceEnvironment } from '@dang/service/environment';
import { fileEnvironment } from './file-environment.ts';
import { attachmentsOf, type FileRow } from './stored-file.ts';

const LINK_MS = 15 * 60_000;

/** The `Attachment` of the graph for a file of this service; its address is good for 15 minutes, for whoever holds it. */
export const attachment = (environment: ServiceEnvironment, service: string, row: FileRow) => ({
  id: row.id,
  fileName: row.fileName,
  contentType: row.contentType,
  size: row.byteSize,
  sha256: row.sha256.toString('hex'),
  storedAt: new Date(row.storedAt),
  url: signUrl(fileEnvironment(environment), `/files/${service}/${row.id}`, {
    expiresAt: new Date(Date.now() + LINK_MS),
  }),
});

/** The files that people brought to a dossier, as the graph shows them; one statement for all dossiers of a request. */
export async function attachmentsFor(context: GraphContext, kind: string, id: string) {
  const rows = await loaderOf<string, FileRow[]>(context, `attachments of ${kind}`, async (ids) => {
    const found = await attachmentsOf(context.em, kind, ids);
    return ids.map((each) => found.get(each) ?? []);
  }).load(id);
  return rows.map((row) => attachment(context.environment, context.service, row));
}
