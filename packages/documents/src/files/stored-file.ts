import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { ServiceEnvironment } from '@dang/service/environment';
import { type Refusal, refuse } from '@dang/service/refusal';
import { openText, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import { decryptFile, encryptFile, freshDataKey } from './file-cipher.ts';
import { storageOf } from './storage.ts';

const FILES_AT_ONCE = 20;
/** How many files one dossier takes in all: it keeps them for ever, also those that another has taken the place of. */
const FILES_OF_ONE = 100;

/** Bytes that are kept, and what has to be written down of them (`recordFile`). */
export type StoredBytes = {
  storageKey: string;
  dataKeySealed: string;
  sha256: Buffer;
  byteSize: number;
  contentType: string;
  fileName: string;
};

/** A file as its row says; the bytes are read by `readFile`. */
export type FileRow = {
  id: string;
  fileName: string;
  contentType: string;
  byteSize: number;
  sha256: Buffer;
  /** ISO 8601, real time. */
  storedAt: string;
  attachedKind: string | null;
  attachedId: string | null;
};

/** A dossier that files belong to: `{ kind: 'CommentList', id }`. */
export type FileSubject = { kind: string; id: string };

/** The bytes of a file are gone, or not those that were stored: somebody touched the storage. */
export class FileDamaged extends Error {
  readonly fileId: string;
  constructor(fileId: string, what: string) {
    super(`stored file ${fileId}: ${what}`);
    this.name = 'FileDamaged';
    this.fileId = fileId;
  }
}

export const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * Encrypts bytes under a key of their own and puts them into the storage. To be called **before** the transaction that records
 * them: what is never recorded is swept away after two days (`sweepFiles`). 1 byte to 20 MB.
 */
export async function keepBytes(
  environment: ServiceEnvironment,
  { bytes, contentType, fileName }: { bytes: Uint8Array; contentType: string; fileName: string },
): Promise<StoredBytes> {
  const name = randomUUID();
  const storageKey = `${name.slice(0, 2)}/${name}`;
  const key = freshDataKey();
  await storageOf(environment).put(storageKey, encryptFile(key, storageKey, bytes));
  const dataKeySealed = sealText(environment.PROVINCE_KEY, key.toString('base64'));
  return {
    storageKey,
    dataKeySealed,
    sha256: sha256Of(bytes),
    byteSize: bytes.length,
    contentType,
    fileName,
  };
}

/** Where a recorded file comes from, and to what it belongs from the start; `id` where it was given before. */
export type FileOrigin = {
  id?: string;
  origin: 'UPLOAD' | 'SIGNED';
  accountId?: string;
  attached?: FileSubject;
};

/** Writes down a file whose bytes are kept, in the caller's transaction; answers its id. */
export async function recordFile(
  em: SqlEntityManager,
  kept: StoredBytes,
  { id, origin, accountId, attached }: FileOrigin,
): Promise<string> {
  const [row] = await em.execute<{ id: string }[]>(
    `insert into stored_file (id, storage_key, data_key_sealed, file_name, content_type, byte_size, sha256, origin, account_id,
       attached_kind, attached_id)
     values (coalesce(?::uuid, uuidv7()), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`,
    [
      id ?? null,
      kept.storageKey,
      kept.dataKeySealed,
      kept.fileName,
      kept.contentType,
      kept.byteSize,
      kept.sha256,
      origin,
      accountId ?? null,
      attached?.kind ?? null,
      attached?.id ?? null,
    ],
  );
  if (!row) throw new Error('a file was not recorded');
  return row.id;
}

const columns = `id, file_name as "fileName", content_type as "contentType", byte_size as "byteSize", sha256,
  to_json(stored_at)#>>'{}' as "storedAt", attached_kind as "attachedKind", attached_id as "attachedId"`;

/** The files of these ids, by id; ids without a file are left out. */
export async function filesById(em: SqlEntityManager, ids: readonly string[]): Promise<Map<string, FileRow>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<FileRow[]>(`select ${columns} from stored_file where id in (?)`, [[...ids]]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * What people brought to these dossiers, by dossier, in the order in which it came; one statement however many. What was signed
 * for them is told by `signaturesOf`.
 */
export async function attachmentsOf(
  em: SqlEntityManager,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, FileRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<FileRow[]>(
    `select ${columns} from stored_file where attached_kind = ? and attached_id in (?) and origin = 'UPLOAD' order by id`,
    [kind, [...ids]],
  );
  return Map.groupBy(rows, ({ attachedId }) => attachedId ?? '');
}

/**
 * The bytes of a file; null when there is no such file. Who may have them is the caller's to know.
 * @throws FileDamaged when they are gone, or not those that were stored
 */
export async function readFile(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  id: string,
): Promise<{ bytes: Buffer; fileName: string; contentType: string; sha256: Buffer } | null> {
  const [row] = await em.execute<
    { storageKey: string; sealed: string; fileName: string; contentType: string; sha256: Buffer }[]
  >(
    `select storage_key as "storageKey", data_key_sealed as sealed, file_name as "fileName",
       content_type as "contentType", sha256 from stored_file where id = ?`,
    [id],
  );
  if (!row) return null;
  const { storageKey, sealed, ...file } = row;
  const stored = await storageOf(environment).get(storageKey);
  if (!stored) throw new FileDamaged(id, 'its bytes are gone');
  const key = Buffer.from(openText(environment.PROVINCE_KEY, sealed), 'base64');
  let bytes: Buffer;
  try {
    bytes = decryptFile(key, storageKey, stored);
  } catch {
    throw new FileDamaged(id, 'its bytes were touched');
  }
  if (!sha256Of(bytes).equals(file.sha256)) throw new FileDamaged(id, 'its bytes are others');
  return { bytes, ...file };
}

/**
 * Gives files that this account has uploaded to a dossier, in the transaction of the act. A file belongs to one dossier and for
 * ever. Refused: FILE_NOT_UPLOADED (no bytes under that id, or somebody else's), FILE_IN_USE, RATE_LIMITED (a dossier has
 * 100 files at most). The same id twice counts once.
 */
export async function attachFiles(
  em: SqlEntityManager,
  actor: Pick<Actor, 'accountId'>,
  fileIds: readonly string[],
  { kind, id }: FileSubject,
  field: string,
): Promise<Refusal | null> {
  const wanted = [...new Set(fileIds.map((each) => each.toLowerCase()))].sort();
  if (wanted.length === 0) return null;
  if (wanted.length > FILES_AT_ONCE)
    throw new GraphQLError(`${field} has at most ${FILES_AT_ONCE} files`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  const [{ kept } = { kept: 0 }] = await em.execute<{ kept: number }[]>(
    'select count(*)::int as kept from stored_file where attached_kind = ? and attached_id = ?',
    [kind, id],
  );
  if (kept + wanted.length > FILES_OF_ONE) return refuse('RATE_LIMITED', { field });
  const given = await em.execute(
    `update stored_file set attached_kind = ?, attached_id = ?
     where id in (?) and account_id = ? and origin = 'UPLOAD' and attached_kind is null returning id`,
    [kind, id, wanted, actor.accountId],
  );
  if (given.length === wanted.length) return null;
  const [{ own } = { own: 0 }] = await em.execute<{ own: number }[]>(
    `select count(*)::int as own from stored_file where id in (?) and account_id = ? and origin = 'UPLOAD'`,
    [wanted, actor.accountId],
  );
  return refuse(own < wanted.length ? 'FILE_NOT_UPLOADED' : 'FILE_IN_USE', { field });
}

/**
 * `SCAN_REQUIRED` for a case that an officer enters from paper or post without its scans (domain 10.3); null when there is one.
 * Asked before anything is written; whether the files are there and free is for `attachFiles`.
 */
export const barWithoutScans = (scanIds: readonly string[]): Refusal | null =>
  scanIds.length === 0 ? refuse('SCAN_REQUIRED', { field: 'scanIds' }) : null;

/** `attachFiles` for one file. */
export const attachFile = (
  em: SqlEntityManager,
  actor: Pick<Actor, 'accountId'>,
  fileId: string,
  subject: FileSubject,
  field = 'fileId',
): Promise<Refusal | null> => attachFiles(em, actor, [fileId], subject, field);

/**
 * Forgets what people brought to dossiers that are forgotten themselves when their time is over, in the same transaction. The
 * bytes follow at night (`sweepFiles`). What was signed stays: a signature refers to it.
 */
export const forgetFilesOf = (em: SqlEntityManager, kind: string, ids: readonly string[]): Promise<void> =>
  forget(em, 'attached_kind = ? and attached_id in (?)', kind, ids);

/** Forgets these of the files that somebody brought to a draft which nobody else has seen, in the same way. */
export const forgetFiles = (
  em: SqlEntityManager,
  { kind, id }: FileSubject,
  fileIds: readonly string[],
): Promise<void> => forget(em, 'attached_kind = ? and id in (?) and attached_id = ?', kind, fileIds, id);

async function forget(
  em: SqlEntityManager,
  where: string,
  kind: string,
  ids: readonly string[],
  ...more: string[]
): Promise<void> {
  if (ids.length === 0) return;
  await em.execute(`select set_config('dang.forgets_files', 'on', true)`);
  await em.execute(`delete from stored_file where ${where} and origin = 'UPLOAD'`, [kind, [...ids], ...more]);
  await em.execute(`select set_config('dang.forgets_files', 'off', true)`);
}

/**
 * Forgets everything that belongs to these dossiers: files of every origin, and the signatures on them, where the service's database lets go of them
 * (`forgettableSignatures`). Answers the storage keys of the bytes, to be removed once the transaction is committed; what is left of them after a
 * crash, the nightly sweep takes.
 */
export async function forgetDocumentsOf(
  em: SqlEntityManager,
  kind: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  await em.execute(
    `select set_config('dang.forgets_files', 'on', true), set_config('dang.forgets_records', 'on', true)`,
  );
  await em.execute('delete from document_signature where subject_kind = ? and subject_id in (?)', [
    kind,
    [...ids],
  ]);
  const rows = await em.execute<{ key: string }[]>(
    'delete from stored_file where attached_kind = ? and attached_id in (?) returning storage_key as key',
    [kind, [...ids]],
  );
  await em.execute(
    `select set_config('dang.forgets_files', 'off', true), set_config('dang.forgets_records', 'off', true)`,
  );
  return rows.map(({ key }) => key);
}
