import { type GraphContext, loaderOf } from '@dang/service/context';
import { ratesOf } from '../dues-rate/dues-rate.resolvers.ts';
import type { Resolvers } from '../generated/graph.ts';
import type { DuesRow } from '../standing/standing.rows.ts';
import { waiversOf } from '../waiver/waiver.resolvers.ts';
import { type CalculationRow, findCalculations } from './calculation.rows.ts';
import { regularOf, sentenceOf, totalOf } from './calculation.rules.ts';

/** One statement for all members and months of a request. */
const calculationOf = (context: GraphContext, memberId: string, month: string): Promise<CalculationRow> =>
  loaderOf<string, CalculationRow>(context, 'calculations', (keys) =>
    findCalculations(
      context.em,
      keys.map((key) => ({ memberId: key.slice(0, -8), month: key.slice(-7) })),
    ),
  ).load(`${memberId} ${month}`);

export const calculationResolvers: Resolvers = {
  MemberDues: {
    calculation: ({ memberId }: DuesRow, { month }, context) => calculationOf(context, memberId, month),
  },
  DuesCalculation: {
    rate: async ({ memberId, rateId }: CalculationRow, _, context) =>
      rateId && ((await ratesOf(context, memberId)).find(({ id }) => id === rateId) ?? null),
    waiver: async ({ memberId, waiverId }: CalculationRow, _, context) =>
      waiverId && ((await waiversOf(context, memberId)).find(({ id }) => id === waiverId) ?? null),
    amount: regularOf,
    total: totalOf,
    sentence: sentenceOf,
  },
};
