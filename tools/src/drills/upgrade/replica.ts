import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Version } from './version.ts';

/** Longest start on a machine with much else to do, and the patience of Kubernetes with one that stops. */
const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 30_000;
const LOOK_MS = 200;

/** One process of one version, as a pod would be. */
export interface Replica {
  readonly name: string;
  readonly version: Version;
  /** Where it tells its metrics. */
  readonly monitor: string;
  /** Where a probe asks whether it is ready. */
  readonly probe: string;
  /** The port of each thing that it serves. */
  readonly ports: Readonly<Record<string, number>>;
  /** Resolves when `/readyz` says so. */
  readonly ready: Promise<void>;
  /** SIGTERM, as the kubelet sends it; SIGKILL after 30 s. Answers how it ended. */
  stop(): Promise<{ code: number | null; tookMs: number }>;
  /** SIGKILL. */
  kill(): void;
}

/** Whether a probe of this address succeeds now. */
export async function saysReady(probe: string): Promise<boolean> {
  try {
    return (await fetch(probe, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

type Launch = {
  name: string;
  version: Version;
  /** Relative to the folder of the version. */
  file: string;
  environment: Readonly<Record<string, string>>;
  logs: string;
};

function launch({ name, version, file, environment, logs }: Launch) {
  const log = openSync(join(logs, `${name}.log`), 'a');
  const options = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16', '--expose-gc'];
  const child = spawn(process.execPath, [...options, file], {
    cwd: version.folder,
    detached: true,
    // a channel to us, so that nobody is left behind when we are killed
    stdio: ['ignore', log, log, 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', ...environment },
  });
  closeSync(log);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended };
}

/** Runs a process that does its work and ends, as a Job would. @throws when it does not end with 0. */
export async function runJob(job: Launch): Promise<void> {
  const code = await launch(job).ended;
  if (code !== 0) throw new Error(`${job.name} ended with ${code}: see ${join(job.logs, `${job.name}.log`)}`);
}

/** What a process serves, where it tells how it is, and where a probe asks whether it is ready, unless at `/readyz` there. */
type Serving = { ports: Record<string, number>; monitorPort: number; probe?: string };

/** Starts a process of a version. */
export function startReplica(start: Launch & Serving): Replica {
  const { name, version, ports } = start;
  const monitor = `http://127.0.0.1:${start.monitorPort}`;
  const probe = start.probe ?? `${monitor}/readyz`;
  const environment = { ...start.environment, PORT_MONITOR: String(start.monitorPort) };
  const { child, ended } = launch({ ...start, environment });
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const becomeReady = async (): Promise<void> => {
    const began = performance.now();
    while (!(await saysReady(probe))) {
      const isLate = performance.now() - began > START_PATIENCE_MS;
      if (hasEnded || isLate)
        throw new Error(
          `${name} ${isLate ? 'is not ready' : 'ended'}: see ${join(start.logs, `${name}.log`)}`,
        );
      await sleep(LOOK_MS);
    }
  };
  const ready = becomeReady();
  ready.catch(() => {}); // told by whoever waits for it
  return {
    name,
    version,
    monitor,
    probe,
    ports,
    ready,
    stop: async () => {
      const began = performance.now();
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      child.kill('SIGTERM');
      const code = await ended;
      clearTimeout(patience);
      return { code, tookMs: Math.round(performance.now() - began) };
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
