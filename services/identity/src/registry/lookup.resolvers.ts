import { mutate } from '@dang/service/mutation';
import { isRefusal, refuse } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { accountToLookUp, askRegistry, matchOf } from './lookup.ts';
import {
  keepRegistryMatch,
  type RegistryMatch,
  type RegistryRecord,
  registryMatchOf,
} from './registry-match.ts';

/** A field that the record answers, null where nobody was found. */
const recorded =
  <Name extends keyof RegistryRecord>(name: Name) =>
  ({ record }: RegistryMatch) =>
    (record?.[name] ?? null) as never;

export const lookupResolvers: Resolvers = {
  Mutation: {
    async lookUpRegistry(_parent, { input }, context) {
      const { actor } = context;
      if (!actor) throw new Error('a root field that needs a session was reached without one');
      const account = await accountToLookUp(context.em, context, actor, input.accountId ?? actor.accountId);
      const answer = account && (await askRegistry(context, account, input));
      const call = {
        name: 'lookUpRegistry',
        input,
        field: 'match' as const,
        load: async (em: typeof context.em, id: string) =>
          (await accountToLookUp(em, context, actor, id)) && registryMatchOf(em, id),
      };
      return mutate(context, call, async (em) => {
        if (!account) return refuse('NOT_FOUND');
        if (isRefusal(answer)) return answer;
        await keepRegistryMatch(em, account.id, await matchOf(em, context, answer));
        return { id: account.id, audit: { unitId: account.branchId, after: { found: answer !== null } } };
      });
    },
  },
  RegistryMatch: {
    fullName: recorded('fullName'),
    otherName: recorded('otherName'),
    gender: recorded('gender'),
    dateOfBirth: recorded('dateOfBirth'),
    permanentAddress: recorded('permanentAddress'),
    profileNumber: recorded('profileNumber'),
    joinDate: recorded('joinDate'),
    officialDate: recorded('officialDate'),
    status: recorded('status'),
    branch: ({ record }: RegistryMatch) => (record?.branchId ? { id: record.branchId } : null),
    cardNumberMasked({ cardNumberSealed, record }: RegistryMatch, _args, context) {
      const { PROVINCE_KEY } = environmentOf(context);
      const digits = cardNumberSealed ? openText(PROVINCE_KEY, cardNumberSealed) : record?.legacyCardNumber;
      return digits ? maskDigits(digits) : null;
    },
  },
};
