import { policyFaults } from './check.ts';
import { environmentFaults } from './environment-check.ts';
import { render } from './render.ts';
import { typeFaults, valueFaults } from './strict-types.ts';

/** Renders a kustomization and answers everything that is wrong with it, and how many objects it makes. */
export async function checkPlace(
  place: string,
  folder: string,
): Promise<{ objects: number; faults: string[] }> {
  const objects = await render(folder);
  const faults = [
    ...(await typeFaults([{ place, objects }])),
    ...(await valueFaults({ place, objects })),
    ...[...policyFaults(objects), ...environmentFaults(objects)].map((fault) => `${place}: ${fault}`),
  ];
  return { objects: objects.length, faults };
}
