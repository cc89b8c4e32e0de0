import { z } from 'zod';

/** What is of no use without the other: an address and the secret it is asked with, the two halves of a key. */
const pairs = [
  ['_URL', '_SECRET'],
  ['_ACCESS_KEY', '_SECRET_KEY'],
] as const;

function isSet(values: object, name: string): boolean {
  const value = (values as Record<string, unknown>)[name];
  return value !== undefined && value !== '';
}

/** The variables of this shape that may be left out, both or neither: `['PORTAL_URL', 'PORTAL_SECRET']`. What must be set is missed anyway. */
function pairsOf(shape: z.ZodRawShape): [string, string][] {
  const mayBeLeftOut = (name: string) => z.safeParse(shape[name] ?? z.never(), undefined).success;
  return Object.keys(shape).flatMap((name) =>
    pairs
      .filter(([end]) => name.endsWith(end))
      .map(([end, other]): [string, string] => [name, `${name.slice(0, -end.length)}${other}`])
      .filter((pair) => pair.every(mayBeLeftOut)),
  );
}

/**
 * Makes it a fault of an environment that one of two is set which need each other, said of the one that is set and naming both; besides
 * whatever else is wrong with it. Half a connection would otherwise be found by whoever first needs it, or by nobody.
 */
export function setInPairs<T extends z.ZodRawShape>(schema: z.ZodObject<T>): z.ZodObject<T> {
  const faults = pairsOf(schema.shape).flatMap(([one, other]) => [
    { has: one, lacks: other },
    { has: other, lacks: one },
  ]);
  return faults.reduce(
    (checked, { has, lacks }) =>
      checked.refine((values) => !isSet(values, has) || isSet(values, lacks), {
        path: [has],
        message: `is set and ${lacks} is not: set both, or neither`,
        // also of an environment in which something else is wrong: all faults are told at once
        when: () => true,
      }),
    schema,
  );
}
