import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The user of the image. */
export const USER = 65_532;

/**
 * What a runtime does for a container with a read-only root, done by hand: the root is mounted read-only, `/tmp` is empty and in memory, `/proc` is its
 * own, and the command runs as the image's user, as process 1 of its own process namespace. The network is the machine's.
 */
const script = `
set -e
mount --make-rprivate /
mount --bind "$1" "$2"
mount -t tmpfs -o mode=1777,size=64m tmpfs "$2/tmp"
mount -t proc proc "$2/proc"
mount -t tmpfs -o mode=755,size=1m tmpfs "$2/dev"
for device in null zero random urandom; do touch "$2/dev/$device"; mount --bind "/dev/$device" "$2/dev/$device"; done
mount -o remount,ro,bind "$2"
root=$2
shift 2
exec chroot --userspec=${USER}:${USER} --groups= "$root" /usr/local/bin/node -e "process.chdir('/app');process.execve('/usr/local/bin/node', ['node', ...process.argv.slice(1)], process.env)" -- "$@"
`;

/** One process of the image, running with nothing that is not in it. */
export interface SealedProcess {
  /** Everything it has written so far. */
  output(): string;
  /** Its exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;
  /** Its process id as the machine sees it, and how it sees itself. */
  pid(): { outside: number; inside: number; uid: number };
  /** Resident memory in bytes. */
  memory(): number;
  signal(name: NodeJS.Signals): void;
  /** Ends it without asking. */
  kill(): void;
}

const statusOf = (pid: number, field: string): string =>
  new RegExp(`^${field}:\\s+(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';

/** Starts `node <args>` in the unpacked image `root`, with `mountPoint` (an empty folder) as its root, and this environment alone. */
export function startSealed(
  { root, mountPoint }: { root: string; mountPoint: string },
  args: readonly string[],
  environment: Record<string, string>,
): SealedProcess {
  const outer: ChildProcess = spawn(
    'unshare',
    ['--mount', '--pid', '--fork', '--kill-child=KILL', 'sh', '-c', script, 'sh', root, mountPoint, ...args],
    {
      env: { PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [outer.stdout, outer.stderr])
    stream?.on('data', (text: Buffer) => {
      output += text.toString();
    });
  const exit = new Promise<number | null>((resolve) => {
    outer.once('exit', (code) => resolve(code));
    outer.once('error', () => resolve(null));
  });
  const outside = (): number => {
    const children = readFileSync(`/proc/${outer.pid}/task/${outer.pid}/children`, 'utf8').trim();
    return Number(children.split(' ')[0]);
  };
  return {
    output: () => output,
    exit,
    pid: () => {
      const pid = outside();
      const [uid = '0'] = statusOf(pid, 'Uid').split('\t');
      return { outside: pid, inside: Number(statusOf(pid, 'NSpid').split('\t').at(-1)), uid: Number(uid) };
    },
    memory: () => Number.parseInt(statusOf(outside(), 'VmRSS'), 10) * 1024,
    signal: (name) => process.kill(outside(), name),
    kill: () => outer.kill('SIGKILL'),
  };
}

/** Waits until `/readyz` on this port says yes. @throws when the process ends before, or after a minute, with its last words. */
export async function becomesReady(sealed: SealedProcess, port: number): Promise<void> {
  const ended = sealed.exit.then((code) => {
    throw new Error(`it ended with ${code}:\n${sealed.output().slice(-2_000)}`);
  });
  const ready = async () => {
    const until = Date.now() + 60_000;
    for (; Date.now() < until; await sleep(20)) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.status === 200) return;
    }
    throw new Error(`it was not ready within a minute:\n${sealed.output().slice(-2_000)}`);
  };
  await Promise.race([ready(), ended]);
}
