import type { Resolvers } from '../generated/graph.ts';
import { reasonsInForce } from './exclusion.rows.ts';
import type { ExclusionReason } from './exclusion.rules.ts';

export const exclusionResolvers: Resolvers = {
  Query: {
    exclusionReasons: (_parent, _args, { em }) => reasonsInForce(em),
  },
  ExclusionReason: {
    memberStatus: ({ memberStatus }: ExclusionReason) => memberStatus as never,
    forceCategory: ({ forceCategory }: ExclusionReason) => forceCategory as never,
  },
};
