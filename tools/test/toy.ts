import { join } from 'node:path';
import { type ClusterObject, nameOf, type Part } from '../src/k8s/object.ts';
import { render } from '../src/k8s/render.ts';
import { root } from '../src/launcher/running.ts';

/** The objects of the smallest province that holds every rule. */
export const toyProvince = (): Promise<ClusterObject[]> => render(join(root, 'tools/test/toy-province'));

/** A copy of these objects in which the named one (`Deployment evaluation-api`) has been changed. */
export function planted(
  objects: readonly ClusterObject[],
  name: string,
  plant: (object: Part) => void,
): ClusterObject[] {
  const copy = structuredClone(objects) as ClusterObject[];
  const object = copy.find((one) => nameOf(one) === name);
  if (!object) throw new Error(`There is no ${name}`);
  plant(object);
  return copy;
}
