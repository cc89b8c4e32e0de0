import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A file that was announced and may be brought. */
export type AnnouncedUpload = {
  id: string;
  accountId: string;
  fileName: string;
  contentType: string;
  byteSize: number;
  sha256: Buffer | null;
};

/** What was announced under this id; null when nothing was, or when it has been swept away. */
export async function announcedUpload(em: SqlEntityManager, id: string): Promise<AnnouncedUpload | null> {
  const [row] = await em.execute<AnnouncedUpload[]>(
    `select id, account_id as "accountId", file_name as "fileName", content_type as "contentType",
       byte_size as "byteSize", sha256 from file_upload where id = ?`,
    [id],
  );
  return row ?? null;
}
