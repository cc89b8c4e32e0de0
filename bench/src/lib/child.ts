import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process under measurement. */
export type MeasuredProcess = {
  url: string;
  /** Seconds of CPU it has used since it started, and its memory now. */
  use(): Promise<{ cpuSeconds: number; rssMb: number }>;
  stop(): Promise<void>;
};

type Message = { type: 'ready'; url: string } | { type: 'use'; cpuSeconds: number; rssMb: number };

/** Starts a file of ours as a process of its own and waits until it says that it is ready. */
export async function startMeasured(
  file: URL,
  environment: Record<string, string>,
): Promise<MeasuredProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file.pathname], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url } = await next(child, 'ready');
  return {
    url,
    use: async () => {
      child.send({ type: 'use' });
      return next(child, 'use');
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function next<Type extends Message['type']>(
  child: ChildProcess,
  type: Type,
): Promise<Extract<Message, { type: Type }>> {
  const { promise, resolve, reject } = Promise.withResolvers<Extract<Message, { type: Type }>>();
  const onExit = () => reject(new Error(`a measured process ended before it said "${type}"`));
  const onMessage = (message: Message) => {
    if (message.type !== type) return;
    child.off('message', onMessage);
    child.off('exit', onExit);
    resolve(message as Extract<Message, { type: Type }>);
  };
  child.on('message', onMessage);
  child.once('exit', onExit);
  return promise;
}

/** Called in the measured process once it listens: it answers for its CPU and memory, and ends with its parent. */
export function announce(url: string): void {
  process.on('message', (message: { type: string }) => {
    if (message.type !== 'use') return;
    const { user, system } = process.cpuUsage();
    process.send?.({
      type: 'use',
      cpuSeconds: (user + system) / 1e6,
      rssMb: process.memoryUsage.rss() / 2 ** 20,
    });
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ type: 'ready', url });
}
