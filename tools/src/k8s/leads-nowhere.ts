import { type ClusterObject, nameOf } from './object.ts';
import type { Province } from './province-table.ts';

/** What RFC 2606 and RFC 5737 keep for examples: no such host is ever found, no such address ever answers. */
const placeholder = /\.example\b|\bexample\.(com|net|org)\b|\b192\.0\.2\.\d+/;

function placesIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return placeholder.test(value) ? [`${path}, now ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

/**
 * What the operator of a province must still give: where these objects name what base and components put in the place of systems outside
 * (`….province.example`, 192.0.2.0/24), with what stands there. Until the province has said its own (`overlays/<slug>/own`), nobody signs in,
 * nobody pays, and PostgreSQL finds no API server.
 */
export const leadsNowhere = (objects: readonly ClusterObject[]): string[] =>
  objects.flatMap((object) => placesIn(object, '').map((path) => `${nameOf(object)} ${path}`)).sort();

/** The same as faults, of a province whose row says that it is ready. */
export const readinessFaults = (
  { slug, ready }: Pick<Province, 'slug' | 'ready'>,
  objects: readonly ClusterObject[],
): string[] =>
  ready ? leadsNowhere(objects).map((place) => `${slug}: says it is ready, and has not given ${place}`) : [];
