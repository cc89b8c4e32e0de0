import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { nodeOptions } from './child.ts';

/**
 * Fills `NODE_COMPILE_CACHE` of this environment for the processes of the next start, in a process that gives way to all others and may be killed at any
 * time. It runs with the options of those who will read: V8 takes nothing that was compiled with others.
 */
export const compileAhead = (environment: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [...nodeOptions, join(import.meta.dirname, 'compile.ts')], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
