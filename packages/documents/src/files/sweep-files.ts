import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { storageOf } from './storage.ts';

const KEPT_MS = 2 * 86_400_000;
const AT_ONCE = 200;
/** What a night takes away of bytes without a row: were the database the wrong one, not everything would be gone by morning. */
const ORPHANS_A_NIGHT = 1_000;

/** Files that were brought and belong to nothing: row first, so that no row is ever without its bytes. */
async function unusedKeys(em: SqlEntityManager): Promise<string[]> {
  const rows = await em.execute<{ key: string }[]>(
    `delete from stored_file where id in (
       select id from stored_file where attached_kind is null and stored_at < now() - interval '2 days'
         and not exists (select from document_signature where file_id = stored_file.id)
       order by stored_at limit ? for update skip locked)
     returning storage_key as key`,
    [AT_ONCE],
  );
  return rows.map(({ key }) => key);
}

/** Those of these keys that no row knows. */
async function withoutRow(em: SqlEntityManager, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await em.execute<{ key: string }[]>(
    'select storage_key as key from stored_file where storage_key in (?)',
    [[...keys]],
  );
  const known = new Set(rows.map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
}

/**
 * Every night: announcements that are over, files that nothing used within two days, and bytes that a crash left without a row.
 * Real time, like the storage's own.
 */
export const sweepFiles: Job = {
  name: 'sweep-files',
  cron: '40 2 * * *',
  async run({ em, environment, log }) {
    const storage = storageOf(environment);
    await em.execute(`delete from file_upload where expires_at < now() - interval '2 days'`);
    let unused = 0;
    for (;;) {
      const keys = await unusedKeys(em);
      for (const key of keys) await storage.remove(key);
      unused += keys.length;
      if (keys.length < AT_ONCE) break;
    }
    let orphans = 0;
    let batch: string[] = [];
    const sweep = async () => {
      for (const key of await withoutRow(em, batch)) {
        if (orphans >= ORPHANS_A_NIGHT) break;
        await storage.remove(key);
        orphans += 1;
      }
      batch = [];
    };
    for await (const key of storage.list(new Date(Date.now() - KEPT_MS))) {
      batch.push(key);
      if (batch.length >= AT_ONCE) await sweep();
      if (orphans >= ORPHANS_A_NIGHT) break;
    }
    await sweep();
    if (unused + orphans > 0) log.info({ unused, orphans }, 'files that belonged to nothing are gone');
  },
};
