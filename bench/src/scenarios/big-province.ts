import { definition } from '@dang/fees/definition';
import { migrate, openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { hanoi, loadBigDues } from '../lib/big-dues.ts';
import type { TreeSize } from '../lib/big-tree.ts';
import type { Scenario } from '../lib/scenario.ts';
import { connected } from './import.data.ts';
import { onPostgres } from './own-postgres.ts';

const small: TreeSize = { superiors: 20, grassroots: 300, units: 2_323, members: 50_000 };

/**
 * Fees on a PostgreSQL of its own, with a province of members who are charged from this month on. `client` may take as long as it wants:
 * connections of the service end a statement after 4.5 s.
 */
export const onBigProvince = <Result>(
  name: string,
  { isQuick, say, month }: Parameters<Scenario>[0] & { month: string },
  work: (stage: { orm: MikroORM; client: Client; size: TreeSize }) => Promise<Result>,
): Promise<Result> =>
  onPostgres(name, say, async ({ postgres }) => {
    const size = isQuick ? small : hanoi;
    const log = makeLogger({ service: 'fees', role: 'bench', level: 'error' });
    const url = postgres.url('postgres');
    await migrate({ definition, url, log });
    const orm = await openDatabase({ definition, url, poolSize: 3, log });
    const client = await connected(url);
    try {
      const began = performance.now();
      say(`loading ${size.members} members`);
      await loadBigDues(url, size, month);
      say(`loaded in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
      return await work({ orm, client, size });
    } finally {
      await client.end();
      await orm.close(true);
    }
  });
