import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ProvinceAnswer, ProvinceOrder } from './province-process.ts';

/** The demo province, made in a process of its own: what five mappers and all its people take of memory goes with it. */
export interface Province {
  /** Writes, once, whom the stand-ins know. */
  writePeople(peopleFile: string, registryFile: string): Promise<void>;
  /** Loads the province into migrated databases, then lets the process go. */
  load(databases: Record<string, string>, environment: Record<string, string>): Promise<void>;
  /** Ends the process, whatever it is doing. */
  end(): void;
}

/** Starts the process that makes the demo province; `say` gets its progress, a sentence at a time. */
export function startProvince(say: (sentence: string) => void, compileCache: string): Province {
  const child = fork(join(import.meta.dirname, 'province-process.ts'), {
    // the latter only because V8 takes what the services have compiled from those alone who run with the same options
    execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ask = (order: ProvinceOrder) =>
    new Promise<void>((resolve, reject) => {
      const ended = (code: number | null) =>
        reject(new Error(`The demo province could not be made (exit ${code}).`));
      const hear = (words: ProvinceAnswer) => {
        if ('said' in words) {
          say(words.said);
          return;
        }
        child.off('message', hear).off('exit', ended);
        if ('failed' in words) reject(new Error(words.failed));
        else resolve();
      };
      child.on('message', hear).once('exit', ended);
      child.send(order);
    });
  return {
    writePeople: (peopleFile, registryFile) => ask({ order: 'people', peopleFile, registryFile }),
    load: async (databases, environment) => {
      await ask({ order: 'load', databases, environment });
      // an orderly end would write a thousand compiled files while everybody waits for the events to settle
      child.kill('SIGKILL');
    },
    end: () => child.kill('SIGKILL'),
  };
}
