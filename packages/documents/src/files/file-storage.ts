import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertKey, type FileStorage } from './storage.port.ts';

/** Where a file grows until it is whole; what a crash leaves here is listed like everything else and belongs to nobody. */
const GROWING = 'growing';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that outlives a power cut: each new one is written down in the one above. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first) return;
  }
}

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

async function* keysBelow(root: string, folder: string, olderThan: Date): AsyncGenerator<string> {
  const entries = await opendir(join(root, folder)).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!entries) return;
  for await (const entry of entries) {
    const key = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* keysBelow(root, key, olderThan);
    else {
      const { mtime } = await stat(join(root, key)).catch(() => ({ mtime: null }));
      if (mtime && mtime < olderThan) yield key;
    }
  }
}

/** Files in a folder of this machine, or one that several machines mount. */
export function fileStorage(root: string): FileStorage {
  const place = (key: string): string => {
    assertKey(key);
    return join(root, key);
  };
  return {
    async put(key, bytes) {
      const target = place(key);
      const growing = place(`${GROWING}/${randomUUID()}`);
      await makeFolder(dirname(growing));
      await makeFolder(dirname(target));
      const handle = await open(growing, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(growing, target);
      await syncFolder(dirname(target));
    },
    get: (key) =>
      readFile(place(key)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      }),
    remove: (key) => rm(place(key), { force: true }),
    list: (olderThan) => keysBelow(root, '', olderThan),
  };
}
