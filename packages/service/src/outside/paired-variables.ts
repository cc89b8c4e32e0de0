import { z } from 'zod';

/** What cannot be used without the other: an address without the secret it is asked with, one half of a key without the other half. */
const needs = [
  ['_URL', '_SECRET'],
  ['_ACCESS_KEY', '_SECRET_KEY'],
  ['_SECRET_KEY', '_ACCESS_KEY'],
] as const;

interface Need {
  readonly has: string;
  readonly lacks: string;
}

function isSet(values: object, name: string): boolean {
  const value = (values as Record<string, unknown>)[name];
  return value !== undefined && value !== '';
}

/** Of the variables of this shape that may be left out, which need which: `PORTAL_URL` needs `PORTAL_SECRET`. What must be set is missed anyway. */
function needsOf(shape: z.ZodRawShape): Need[] {
  const mayBeLeftOut = (name: string) => z.safeParse(shape[name] ?? z.never(), undefined).success;
  return Object.keys(shape).flatMap((has) =>
    needs
      .filter(([end]) => has.endsWith(end))
      .map(([end, other]) => ({ has, lacks: `${has.slice(0, -end.length)}${other}` }))
      .filter((need) => [need.has, need.lacks].every(mayBeLeftOut)),
  );
}

/**
 * Makes it a fault of an environment that something is set which needs what is not, naming both; besides whatever else is wrong with it.
 * Half a connection would otherwise be found by whoever first needs it. A secret alone is none: it may be there before its system is.
 */
export function setInPairs<T extends z.ZodRawShape>(schema: z.ZodObject<T>): z.ZodObject<T> {
  return needsOf(schema.shape).reduce(
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

/** The secrets that are set while the address they belong to is not: nothing goes wrong, and nothing is connected. */
export function idleSecrets(shape: z.ZodRawShape, values: object): { secret: string; address: string }[] {
  return needsOf(shape)
    .filter(({ has, lacks }) => has.endsWith('_URL') && isSet(values, lacks) && !isSet(values, has))
    .map(({ has, lacks }) => ({ secret: lacks, address: has }));
}
