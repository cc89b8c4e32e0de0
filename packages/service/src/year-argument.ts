import { GraphQLError } from 'graphql';

/** A year of ours: longer than anybody keeps records, and far from what a database could not read. */
const FIRST = 2000;
const LAST = 2200;

/** A year that somebody asks for. @throws BAD_USER_INPUT for one outside of 2000 to 2200, which would read like a year without anything */
export function checkYear(year: number): void {
  if (year < FIRST || year > LAST)
    throw new GraphQLError(`year must be ${FIRST}..${LAST}`, { extensions: { code: 'BAD_USER_INPUT' } });
}
