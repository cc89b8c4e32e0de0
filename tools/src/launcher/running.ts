import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the checkout. */
export const root = join(import.meta.dirname, '..', '..', '..');

/** Where `npm start` keeps everything that it makes. */
export const dataFolder = process.env.DATA_DIR ?? join(root, '.data');

const file = join(dataFolder, 'running.json');

/** What a running system tells the tools beside it: addresses, and the process ids that drills may kill. */
export interface Running {
  launcher: number;
  ready: boolean;
  gateway: string;
  sandbox: string;
  nats: string;
  databases: Record<string, string>;
  subgraphs: Record<string, string>;
  pids: Record<string, number>;
  environment: Record<string, string>;
}

const isLauncher = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return (
      !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts')
    );
  } catch {
    return false;
  }
};

/** What the last launcher that did not end in order has written down, whether it lives or not. */
export function lastAnnounced(): Running | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return null;
  }
}

/** The system that `npm start` runs from this checkout, or null when none runs. */
export function findRunning(): Running | null {
  const running = lastAnnounced();
  return running && isLauncher(running.launcher) ? running : null;
}

/** The running system; when there is none, says how to start it and ends the process. */
export function getRunning(): Running {
  const running = findRunning();
  if (running?.ready) return running;
  process.stderr.write(
    running
      ? 'The system is still starting: try again when `npm start` says it is ready.\n'
      : 'Nothing runs here: start it with `npm start` in another terminal.\n',
  );
  process.exit(1);
}

/** Writes down what runs, for the tools beside it: whole, or not at all. */
export function announce(running: Running): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(running, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Forgets it again when the system has stopped. */
export function withdraw(): void {
  rmSync(file, { force: true });
}
