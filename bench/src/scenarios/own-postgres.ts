import { join } from 'node:path';
import { freePort } from '@dang/tools/servers/free-port';
import { type PostgresServer, startPostgres } from '@dang/tools/servers/postgres-server';
import { inOwnFolder } from './start.system.ts';

/** Lends a durable PostgreSQL (fsync on, on the disk of `npm start`) and the folder that it lies in; both are gone afterwards. */
export const onPostgres = <Result>(
  name: string,
  say: (line: string) => void,
  work: (lent: { folder: string; postgres: PostgresServer }) => Promise<Result>,
): Promise<Result> =>
  inOwnFolder(name, async (folder) => {
    const dataDirectory = join(folder, 'postgres');
    const postgres = await startPostgres({ dataDirectory, port: await freePort(), durable: true, say });
    try {
      return await work({ folder, postgres });
    } finally {
      await postgres.stop();
    }
  });
