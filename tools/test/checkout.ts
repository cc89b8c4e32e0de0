import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../src/launcher/running.ts';
import { freePort } from '../src/servers/free-port.ts';

/** A copy of this checkout in a folder that only its owner may enter, as a stranger's fresh clone could lie. */
export interface Checkout {
  readonly folder: string;
  /** Starts `tools/src/<tool>` there. */
  spawn(
    tool: string,
    ...words: string[]
  ): Finished & { child: ChildProcess; seen(text: string): Promise<void> };
  remove(): void;
}

interface Finished {
  /** Resolves when the process has ended, with all that it printed. */
  ended: Promise<{ code: number | null; output: string }>;
}

/** Copies every file that git would put into a commit now; dependencies and the fetched nats-server are shared. */
export async function copyCheckout(): Promise<Checkout> {
  const folder = mkdtempSync(join(tmpdir(), 'dang-clone-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, '.data'), { recursive: true });
  if (existsSync(join(root, '.data', 'cache')))
    cpSync(join(root, '.data', 'cache'), join(folder, '.data', 'cache'), { recursive: true });
  const names = [
    'GATEWAY',
    'IDENTITY',
    'ORGTREE',
    'FEES',
    'EVALUATION',
    'TRANSFERS',
    'IDENTITY_DOORS',
    'ORGTREE_DOORS',
    'FEES_DOORS',
    'EVALUATION_DOORS',
    'TRANSFERS_DOORS',
    'SANDBOX',
    'POSTGRES',
    'NATS',
  ];
  const ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [`PORT_${name}`, String(await freePort())] as const)),
  );
  return {
    folder,
    spawn: (tool, ...words) => {
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', `tools/src/${tool}`, ...words],
        {
          cwd: folder,
          detached: true,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', ...ports },
        },
      );
      let output = '';
      const watchers = new Set<() => void>();
      const keep = (chunk: Buffer) => {
        output += chunk.toString();
        for (const watch of watchers) watch();
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
        child.once('close', (code) => resolve({ code, output }));
      });
      const seen = (text: string) =>
        new Promise<void>((resolve, reject) => {
          const watch = () => {
            if (output.includes(text)) {
              watchers.delete(watch);
              resolve();
            }
          };
          watchers.add(watch);
          watch();
          ended.then(() => reject(new Error(`ended without “${text}”:\n${output}`)), reject);
        });
      return { child, ended, seen };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
