import type { ServiceEnvironment } from '@dang/service/environment';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { storageOf } from './storage.ts';
import { keepBytes, recordFile, sha256Of } from './stored-file.ts';
import type { AnnouncedUpload } from './upload.rows.ts';

async function storedHash(em: SqlEntityManager, id: string): Promise<Buffer | null> {
  const [row] = await em.execute<{ sha256: Buffer }[]>('select sha256 from stored_file where id = ?', [id]);
  return row?.sha256 ?? null;
}

/**
 * Keeps checked bytes and records them under the id of their announcement. Of two who bring bytes under one id at once, the first
 * to be recorded counts; what the second has put is taken away again.
 */
export async function takeUpload(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  { id, accountId, contentType, fileName }: AnnouncedUpload,
  bytes: Buffer,
): Promise<'STORED' | 'SAME_BYTES' | 'OTHER_BYTES'> {
  const sha256 = sha256Of(bytes);
  const before = await storedHash(em, id);
  if (before) return before.equals(sha256) ? 'SAME_BYTES' : 'OTHER_BYTES';
  const kept = await keepBytes(environment, { bytes, contentType, fileName });
  const first = await em.transactional(async (within) => {
    // one after the other: the row of the announcement is what both wait for
    const known = await within.execute('select from file_upload where id = ? for update', [id]);
    if (known.length === 0) return null;
    const other = await storedHash(within, id);
    if (other) return other;
    await recordFile(within, kept, { id, origin: 'UPLOAD', accountId });
    return 'STORED';
  });
  if (first === 'STORED') return 'STORED';
  await storageOf(environment).remove(kept.storageKey);
  return first?.equals(sha256) ? 'SAME_BYTES' : 'OTHER_BYTES';
}
