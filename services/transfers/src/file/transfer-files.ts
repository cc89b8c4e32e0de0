import type { Actor } from '@dang/access/actor';
import { attachFiles, forgetFiles, forgetFilesOf } from '@dang/documents/files/stored-file';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What files of transfers are kept as. */
export const TRANSFER_FILES = 'Transfer';

/** As what a file of a transfer was brought. */
export type DocumentRole = 'DECISION' | 'SELF_CRITICISM' | 'MINUTES' | 'PAPER_LETTER' | 'OTHER';

/** A file that somebody has brought, and as what. */
export interface BroughtDocument {
  readonly fileId: string;
  readonly role: DocumentRole;
}

const asDocuments = (fileIds: readonly string[] | null | undefined, role: DocumentRole): BroughtDocument[] =>
  [...new Set(fileIds ?? [])].map((fileId) => ({ fileId, role }));

/**
 * Gives files that the actor has brought to a dossier, with their roles. Refused: FILE_NOT_UPLOADED, FILE_IN_USE, and
 * INVALID_INPUT for a file with two roles. `field` names the input.
 */
export async function attachDocuments(
  em: SqlEntityManager,
  actor: Actor,
  transferId: string,
  documents: readonly BroughtDocument[] | null | undefined,
  field = 'documents',
): Promise<Refusal | null> {
  if (!documents || documents.length === 0) return null;
  if (new Set(documents.map(({ fileId }) => fileId)).size < documents.length)
    return refuse('INVALID_INPUT', { field });
  const fileIds = documents.map(({ fileId }) => fileId);
  const subject = { kind: TRANSFER_FILES, id: transferId };
  const refusal = await attachFiles(em, actor, fileIds, subject, field);
  if (refusal) return refusal;
  await keepRoles(em, transferId, documents);
  return null;
}

/** The same for files that need no word, or are all of one role. */
export const attachToTransfer = (
  em: SqlEntityManager,
  actor: Actor,
  transferId: string,
  fileIds: readonly string[] | null | undefined,
  field: string,
  role: DocumentRole = 'OTHER',
): Promise<Refusal | null> => attachDocuments(em, actor, transferId, asDocuments(fileIds, role), field);

/** As what these files of a dossier were brought; said again, the later role holds. */
const keepRoles = (em: SqlEntityManager, transferId: string, documents: readonly BroughtDocument[]) =>
  em.execute(
    `insert into transfer_document (file_id, dossier_id, role)
     select "fileId", ?, role from jsonb_to_recordset(?::jsonb) as brought("fileId" uuid, role text)
     on conflict (file_id) do update set role = excluded.role`,
    [transferId, JSON.stringify(documents)],
  );

/** What a draft has brought is this and nothing else: what is no longer in the list is forgotten, nobody else has seen it. */
export async function replaceDocuments(
  em: SqlEntityManager,
  actor: Actor,
  transferId: string,
  documents: readonly BroughtDocument[],
): Promise<Refusal | null> {
  const known = new Set((await findDocumentRoles(em, [transferId])).map(({ fileId }) => fileId));
  const wanted = documents.map((one) => ({ ...one, fileId: one.fileId.toLowerCase() }));
  const kept = wanted.filter(({ fileId }) => known.has(fileId));
  const gone = [...known].filter((id) => !kept.some(({ fileId }) => fileId === id));
  await em.execute('delete from transfer_document where file_id = any(array[?]::uuid[])', [gone]);
  await forgetFiles(em, { kind: TRANSFER_FILES, id: transferId }, gone);
  await keepRoles(em, transferId, kept);
  const added = wanted.filter(({ fileId }) => !known.has(fileId));
  return attachDocuments(em, actor, transferId, added);
}

/** Forgets what was brought to a draft that is given up. */
export async function forgetDocuments(em: SqlEntityManager, transferId: string): Promise<void> {
  await em.execute('delete from transfer_document where dossier_id = ?', [transferId]);
  await forgetFilesOf(em, TRANSFER_FILES, [transferId]);
}

/** The files of these dossiers that were brought as something. */
export const findDocumentRoles = (
  em: SqlEntityManager,
  transferIds: readonly string[],
): Promise<(BroughtDocument & { transferId: string })[]> =>
  em.execute(
    `select file_id as "fileId", dossier_id as "transferId", role from transfer_document where dossier_id = any(array[?]::uuid[])`,
    [transferIds],
  );

/** `DOCUMENT_MISSING` unless each of these roles is among what was brought (domain: dossier). */
export function barMissingDocuments(
  required: readonly DocumentRole[],
  brought: readonly Pick<BroughtDocument, 'role'>[] | null | undefined,
): Refusal | null {
  const whole = required.every((role) => brought?.some((one) => one.role === role));
  return whole ? null : refuse('DOCUMENT_MISSING', { field: 'documents' });
}

/** Minutes and signed letters are the officers' to bring: `INVALID_INPUT` where a member calls a file so. */
export const barOfficersDocuments = (
  brought: readonly Pick<BroughtDocument, 'role'>[] | null | undefined,
): Refusal | null =>
  brought?.some(({ role }) => role === 'MINUTES' || role === 'PAPER_LETTER')
    ? refuse('INVALID_INPUT', { field: 'documents' })
    : null;

/** Gives files to a dossier of the member's own asking, as `attachDocuments`; what is the officers' to bring is refused where the member brings it. */
export const attachMembersDocuments = async (
  em: SqlEntityManager,
  actor: Actor,
  { id, memberId }: { readonly id: string; readonly memberId: string },
  documents: readonly BroughtDocument[] | null | undefined,
): Promise<Refusal | null> =>
  (actor.memberId === memberId ? barOfficersDocuments(documents) : null) ??
  attachDocuments(em, actor, id, documents);
