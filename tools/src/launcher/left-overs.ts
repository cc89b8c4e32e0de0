import { readFileSync } from 'node:fs';
import { stopLeftOverNats } from '../servers/nats-server.ts';
import { stopLeftOverPostgres } from '../servers/postgres-server.ts';
import { lastAnnounced, root } from './running.ts';
import { natsData, postgresData } from './servers.ts';

const isChildOfOurs = (pid: number): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(root) && command.includes('main.ts');
  } catch {
    return false;
  }
};

/**
 * Ends what a launcher that was killed has left behind, so that its ports and its data are free. Everything ends by
 * itself when its launcher is gone; a start that follows at once need not wait for that.
 */
export async function endLeftOvers(): Promise<void> {
  for (const pid of Object.values(lastAnnounced()?.pids ?? {}))
    if (isChildOfOurs(pid)) process.kill(pid, 'SIGKILL');
  await Promise.all([stopLeftOverPostgres(postgresData), stopLeftOverNats(natsData)]);
}
