import type { GraphContext } from '@dang/service/context';
import { signUrl } from '@dang/service/doors/signed-url';
import { type MutationResult, mutate } from '@dang/service/mutation';
import { refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import { type AnnouncedFile, announcedFault } from './announced-file.rules.ts';
import { fileEnvironment } from './file-environment.ts';

/** How long an address for an upload is good: a slow line must be able to start again. */
const UPLOAD_MINUTES = 60;
/** How many files, and bytes, one account may have announced without using them: so much fills no disk. */
const OPEN_LIMIT = 100;
const OPEN_BYTES = 500 * 1024 * 1024;

/** The `Upload` of the graph. */
export type Upload = { id: string; url: string; contentType: string; size: number; expiresAt: Date };

/** The `PrepareUploadInput` of the graph. */
export type PrepareUploadInput = AnnouncedFile & { idempotencyKey: string };

async function uploadOf(context: GraphContext, em: SqlEntityManager, id: string): Promise<Upload | null> {
  const [row] = await em.execute<{ contentType: string; size: number; expiresAt: string }[]>(
    `select content_type as "contentType", byte_size as size, to_json(expires_at)#>>'{}' as "expiresAt"
     from file_upload where id = ? and account_id = ?`,
    [id, context.actor?.accountId ?? null],
  );
  if (!row) return null;
  const expiresAt = new Date(row.expiresAt);
  const url = signUrl(fileEnvironment(context.environment), `/files/${context.service}/uploads/${id}`, {
    expiresAt,
  });
  return { id, url, contentType: row.contentType, size: row.size, expiresAt };
}

/**
 * The whole of `Mutation.prepare…Upload`: announces a file and answers the signed address to which its bytes are put within the
 * hour. `name` is the name of the mutation. Refused: FILE_NAME_INVALID, FILE_TYPE_NOT_ALLOWED, FILE_TOO_LARGE, FILE_CLASSIFIED,
 * RATE_LIMITED (100 files or 500 MB of this account that nothing uses yet). No line of the audit trail says what a file is called.
 */
export function prepareUpload(
  context: GraphContext,
  name: string,
  input: PrepareUploadInput,
): Promise<MutationResult<'upload', Upload>> {
  const load = (em: SqlEntityManager, id: string) => uploadOf(context, em, id);
  return mutate(context, { name, input, field: 'upload', load }, async (em) => {
    const { accountId, memberId } = context.actor ?? { accountId: '', memberId: null };
    const announced = { ...input, fileName: input.fileName.normalize('NFC') };
    const fault = announcedFault(announced);
    if (fault) return refuse(fault.code, { field: fault.field });
    const { fileName, contentType, size, sha256 = null } = announced;
    if (size < 1) throw badInput('a file has at least one byte');
    if (sha256 !== null && !/^[0-9a-f]{64}$/i.test(sha256))
      throw badInput('sha256 has 64 hexadecimal digits');
    // one after the other for an account: many at once would all count the same
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`uploads of ${accountId}`]);
    const [row] = await em.execute<{ id: string }[]>(
      `insert into file_upload (id, account_id, member_id, file_name, content_type, byte_size, sha256, expires_at)
       select uuidv7(), ?, ?, ?, ?, ?, ?, date_trunc('second', now()) + make_interval(mins => ?)
       where (select count(*) < ? and coalesce(sum(byte_size), 0) + ? <= ? from file_upload where account_id = ?
         and not exists (select from stored_file where stored_file.id = file_upload.id and attached_kind is not null))
       returning id`,
      [
        accountId,
        memberId,
        fileName,
        contentType,
        size,
        sha256 === null ? null : Buffer.from(sha256, 'hex'),
        UPLOAD_MINUTES,
        OPEN_LIMIT,
        size,
        OPEN_BYTES,
        accountId,
      ],
    );
    if (!row) return refuse('RATE_LIMITED');
    return { id: row.id };
  });
}

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
