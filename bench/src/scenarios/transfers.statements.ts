import { openSubgraph } from '@dang/service/testing';
import type { Running } from '@dang/tools/launcher/running';
import { definition } from '@dang/transfers/definition';
import type { Arrival, Step } from './transfers.journey.ts';
import { travel } from './transfers.journey.ts';
import type { People } from './transfers.people.ts';

/**
 * Plays one transfer in this process, on the database, files and signing service of the running system, and answers how many statements
 * each of its steps sends to the database of transfers; the last box of a letter stands for all.
 */
export async function countStatements(
  { databases, environment }: Running,
  people: People,
  given: { paper: Buffer; day: string },
): Promise<{ counts: Map<Step, number>; arrival: Arrival }> {
  const databaseUrl = databases.transfers ?? '';
  const DOORS_URL = `http://${environment.HOST}:${environment.PORT_TRANSFERS_DOORS}`;
  const house = await openSubgraph(definition, { databaseUrl, environment: { ...environment, DOORS_URL } });
  const logger = house.orm.config.getLogger();
  let count = 0;
  Object.assign(logger, {
    isEnabled: () => true,
    log: (namespace: string) => {
      if (namespace === 'query') count += 1;
    },
  });
  const counts = new Map<Step, number>();
  const journey = people.next();
  try {
    const arrival = await travel(journey, {
      ...given,
      people,
      ask: async (actor, query, variables) => {
        const { data, errors } = await house.execute(query, variables, actor);
        if (!data || errors) throw new Error(JSON.stringify(errors));
        return data;
      },
      observe: async (step, work) => {
        const before = count;
        const result = await work();
        counts.set(step, count - before);
        return result;
      },
    });
    people.arrived(journey);
    return { counts, arrival };
  } finally {
    await house.close();
  }
}
