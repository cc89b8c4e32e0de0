import { policyFaults } from './check.ts';
import { environmentFaults } from './environment-check.ts';
import { leadsNowhere } from './leads-nowhere.ts';
import { render } from './render.ts';
import { typeFaults, valueFaults } from './strict-types.ts';

/** Renders a kustomization and answers everything that is wrong with it, how many objects it makes, and where it leads nowhere yet. */
export async function checkPlace(
  place: string,
  folder: string,
): Promise<{ objects: number; faults: string[]; nowhere: string[] }> {
  const objects = await render(folder);
  const faults = [
    ...(await typeFaults([{ place, objects }])),
    ...(await valueFaults({ place, objects })),
    ...[...policyFaults(objects), ...environmentFaults(objects)].map((fault) => `${place}: ${fault}`),
  ];
  return { objects: objects.length, faults, nowhere: leadsNowhere(objects) };
}
