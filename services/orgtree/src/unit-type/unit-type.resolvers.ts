import type { Resolvers } from '../generated/graph.ts';
import { findUnitKinds, findUnitTypes } from './unit-type.rows.ts';

/** Types and kinds of units, as the rules of a day have them. */
export const unitTypeResolvers: Resolvers = {
  Query: {
    unitTypes: (_, { asOf }, { em, clock }) => findUnitTypes(em, asOf ?? clock.today()),
    unitKinds: (_, { asOf }, { em, clock }) => findUnitKinds(em, asOf ?? clock.today()),
  },
};
