import { arrowFaults } from './arrows.ts';
import { policyFaults } from './check.ts';
import { environmentFaults } from './environment-check.ts';
import { readinessFaults } from './leads-nowhere.ts';
import { overlayFolder } from './overlay.ts';
import type { Province } from './province-table.ts';
import { render, twoAtATime } from './render.ts';
import { type Rendered, typeFaults, valueFaults } from './strict-types.ts';

/** What the overlay of a province renders, with what its row says of itself. */
export interface RenderedProvince extends Rendered {
  readonly ready?: boolean | undefined;
}

/** What the overlays of these provinces render, each once. */
export const renderPlaces = (
  rows: readonly Pick<Province, 'slug' | 'ready'>[],
): Promise<RenderedProvince[]> =>
  twoAtATime(rows, async (row) => ({
    place: row.slug,
    ready: row.ready,
    objects: await render(overlayFolder(row)),
  }));

/** Everything that is wrong with what was rendered. The compiler sees all places together: starting it is most of its work. */
export async function placeFaults(places: readonly RenderedProvince[]): Promise<string[]> {
  const values = await Promise.all(places.map(valueFaults));
  return [
    ...(await typeFaults(places)),
    ...values.flat(),
    ...places.flatMap(({ place, ready = false, objects }) => [
      ...[...policyFaults(objects), ...environmentFaults(objects), ...arrowFaults(objects)].map(
        (fault) => `${place}: ${fault}`,
      ),
      ...readinessFaults({ slug: place, ready }, objects),
    ]),
  ];
}
