import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every stored file below a folder, but for those that still grow. */
const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (path) => !path.split('/').includes('growing') && statSync(join(folder, path)).isFile(),
      )
    : [];

/** Copies what the mirror does not have yet: a stored file never changes. Answers how many the mirror then has. */
export function mirrorFiles(from: string, to: string): number {
  const files = filesBelow(from);
  for (const path of files)
    if (!existsSync(join(to, path))) cpSync(join(from, path), join(to, path), { recursive: true });
  return files.length;
}

/** Mirrors a folder every second until it is told to stop; stopping copies what has come since. */
export function keepMirror(from: string, to: string): { stop(): number } {
  const timer = setInterval(() => mirrorFiles(from, to), 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      return mirrorFiles(from, to);
    },
  };
}
