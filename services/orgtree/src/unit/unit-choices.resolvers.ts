import { pageArgs } from '@dang/service/keyset';
import { GraphQLError } from 'graphql';
import type { Resolvers } from '../generated/graph.ts';
import { page, placeAfter } from './unit.resolvers.ts';
import { findUnitChoices, findUnitsByText, searchPatterns } from './unit-choices.rows.ts';

/** Finding a unit: by the four selects of the form, or by its name. */
export const unitChoiceResolvers: Resolvers = {
  Query: {
    unitChoices: (_, { provinceId, superiorId, grassrootsId, subCommitteeId, asOf }, context) =>
      findUnitChoices(context.em, {
        provinceCode: context.environment.PROVINCE_CODE,
        provinceId: provinceId ?? null,
        superiorId: superiorId ?? null,
        grassrootsId: grassrootsId ?? null,
        subCommitteeId: subCommitteeId ?? null,
        day: asOf ?? context.clock.today(),
      }),

    async searchUnits(_, { text, under, type, asOf, ...args }, { em, clock }) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const patterns = searchPatterns(text);
      if (patterns === null)
        throw new GraphQLError('text has 2..100 characters', { extensions: { code: 'BAD_USER_INPUT' } });
      const day = asOf ?? clock.today();
      const wanted = { under: under ?? null, type: type ?? null, day, limit, after: placeAfter(after) };
      return page(await findUnitsByText(em, patterns, wanted), first);
    },
  },
};
