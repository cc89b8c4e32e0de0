import { type ClusterObject, nameOf } from './object.ts';

const placeholder = /\.province\.example\b|\b192\.0\.2\.0\/24/;

function placesIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return placeholder.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

/**
 * Where these objects still name what base and components put in the place of systems outside (`….province.example`, 192.0.2.0/24): until the
 * province has said its own (`overlays/<slug>/own`), nobody signs in, nobody pays, and PostgreSQL finds no API server.
 */
export const leadsNowhere = (objects: readonly ClusterObject[]): string[] =>
  objects.flatMap((object) => placesIn(object, '').map((path) => `${nameOf(object)} ${path}`)).sort();
