import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { root } from '../launcher/running.ts';
import { objectsIn } from './render.ts';
import type { Rendered } from './strict-types.ts';

/** The province that is written down whole; what base and components change for all is read there. */
const WHOLE = 'hanoi';

const committed = join(root, 'k8s/rendered');
const wholeFile = (folder: string) => join(folder, `${WHOLE}.yaml`);
const digestFile = (folder: string) => join(folder, 'digests.txt');

/** `an-giang 187 3f0c…`: a place, how many objects it renders, and the first half of the SHA-256 of them all. */
const lineOf = ({ place, objects }: Rendered): string => {
  const digest = createHash('sha256').update(JSON.stringify(objects)).digest('hex').slice(0, 32);
  return `${place} ${objects.length} ${digest}`;
};

const linesIn = (folder: string): string[] =>
  existsSync(digestFile(folder)) ? readFileSync(digestFile(folder), 'utf8').split('\n').filter(Boolean) : [];

const placeIn = (line: string): string => line.split(' ', 1)[0] ?? '';

/**
 * Writes down what these places render, so that a review shows what a change does to every province: Hà Nội whole, each other one by a
 * line. Lines of places that are not among them stay.
 */
export function writeSnapshot(places: readonly Rendered[], folder = committed): void {
  mkdirSync(folder, { recursive: true });
  const whole = places.find(({ place }) => place === WHOLE);
  if (whole)
    writeFileSync(
      wholeFile(folder),
      `# What overlays/${WHOLE} renders, for reviews: made by \`npm run k8s\`, applied by nobody.\n` +
        whole.objects
          .map((object) => stringify(object, { lineWidth: 0, aliasDuplicateObjects: false }))
          .join('---\n'),
    );
  const others = places.filter(({ place }) => place !== WHOLE);
  const kept = linesIn(folder).filter((line) => !others.some(({ place }) => place === placeIn(line)));
  const lines = [...kept, ...others.map(lineOf)].sort();
  writeFileSync(digestFile(folder), lines.map((line) => `${line}\n`).join(''));
}

/** Which of these places render otherwise than is written down. */
export function snapshotFaults(places: readonly Rendered[], folder = committed): string[] {
  const lines = linesIn(folder);
  const stale = places.filter((place) => {
    if (place.place !== WHOLE) return !lines.includes(lineOf(place));
    if (!existsSync(wholeFile(folder))) return true;
    const written = objectsIn(readFileSync(wholeFile(folder), 'utf8'));
    return JSON.stringify(written) !== JSON.stringify(place.objects);
  });
  return stale.map(
    ({ place }) =>
      `${place}: renders otherwise than k8s/rendered says: npm run k8s -- all, and look at the diff`,
  );
}
