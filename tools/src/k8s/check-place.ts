import { arrowFaults } from './arrows.ts';
import { policyFaults } from './check.ts';
import { environmentFaults } from './environment-check.ts';
import { leadsNowhere, readinessFaults } from './leads-nowhere.ts';
import type { Province } from './province-table.ts';
import { render } from './render.ts';
import { typeFaults, valueFaults } from './strict-types.ts';

/** Renders the overlay of a province and answers everything that is wrong with it, how many objects it makes, and what its operator must still give. */
export async function checkPlace(
  row: Pick<Province, 'slug' | 'ready'>,
  folder: string,
): Promise<{ objects: number; faults: string[]; nowhere: string[] }> {
  const { slug: place } = row;
  const objects = await render(folder);
  const faults = [
    ...(await typeFaults([{ place, objects }])),
    ...(await valueFaults({ place, objects })),
    ...[...policyFaults(objects), ...environmentFaults(objects), ...arrowFaults(objects)].map(
      (fault) => `${place}: ${fault}`,
    ),
    ...readinessFaults(row, objects),
  ];
  return { objects: objects.length, faults, nowhere: leadsNowhere(objects) };
}
