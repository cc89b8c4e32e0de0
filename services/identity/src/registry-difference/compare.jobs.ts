import type { Job } from '@dang/service/jobs';
import type { IdentityEnvironment } from '../environment.ts';
import { RegistryUnavailable } from '../registry/registry.port.ts';
import { registryOf } from '../registry/registry.ts';
import { compareMembers } from './compare.ts';

const PAGE = 500;

/**
 * Every night: what has changed in the member database since the last time goes, where it differs, into the queue that
 * people decide row by row (domain 4.1, "đúng, đủ, sạch, sống, thống nhất"). A member database that is away is read on from
 * the same place the next night; without one configured there is nothing to do.
 */
export const compareWithRegistry: Job = {
  name: 'compare-with-registry',
  cron: '30 1 * * *',
  async run({ em, environment, clock, log }) {
    const registry = registryOf(environment as IdentityEnvironment);
    if (!registry) return;
    const keys = { key: environment.PROVINCE_KEY, indexKey: environment.PROVINCE_INDEX_KEY };
    let compared = 0;
    try {
      for (;;) {
        const [reading] = await em.execute<{ revision: string }[]>(
          'select revision::text from registry_reading',
        );
        const revision = Number(reading?.revision ?? 0);
        const { members, unreadable, last } = await registry.changesSince(revision, PAGE);
        if (last === null) break;
        if (unreadable.length > 0)
          log.warn(
            { revisions: unreadable },
            'members of the member database are not as agreed, and not compared',
          );
        await em.transactional(async (inside) => {
          await compareMembers(inside, members, { keys, today: clock.today() });
          await inside.execute('update registry_reading set revision = greatest(revision, ?)', [last]);
        });
        compared += members.length;
      }
    } catch (error) {
      if (!(error instanceof RegistryUnavailable)) throw error;
      log.warn({ reason: error.message }, 'the member database could not be read to its end');
    }
    log.info({ compared }, 'compared with the member database');
  },
};
