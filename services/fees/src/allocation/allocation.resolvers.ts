import { type GraphContext, loaderOf } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Resolvers } from '../generated/graph.ts';
import { isInScope } from '../order/order.access.ts';
import type { OrderLineRow, OrderRow } from '../order/order.rows.ts';
import type { DuesRow } from '../standing/standing.rows.ts';
import { readPolicyName } from './allocation.rules.ts';
import { type ExplainedShare, type Explanation, explain } from './explanation.rules.ts';
import {
  type ChoiceRow,
  findChoice,
  findChoices,
  findEnteredPolicy,
  findPolicies,
  findPoliciesOf,
  type PolicyRow,
} from './policy.rows.ts';
import { chooseAllocation, enterAllocationPolicy } from './set-policy.ts';
import {
  findDividedLines,
  findMemberShares,
  findOrderShares,
  type UnitAmountRow,
} from './where-it-went.rows.ts';

interface ExplainedLine extends Explanation {
  readonly policy: PolicyRow;
  readonly amount: string;
}

/** How the lines are divided, with their policies: two statements, however many lines are asked for in one request. */
function explainedLine(context: GraphContext, asked: OrderLineRow): Promise<ExplainedLine> {
  const keyOf = ({ orderId, line }: { orderId: string; line: number }): string => `${orderId} ${line}`;
  return loaderOf<string, ExplainedLine>(context, 'divided lines', async (keys) => {
    const wanted = keys.map((key) => {
      const [orderId = '', line = ''] = key.split(' ');
      return { orderId, line: Number(line) };
    });
    const lines = await findDividedLines(context.em, wanted);
    const ids = lines.map(({ policyName }) => readPolicyName(policyName).id);
    const policies = new Map((await findPolicies(context.em, ids)).map((policy) => [policy.id, policy]));
    const explained = new Map(
      lines.map((line) => {
        const policy = policies.get(readPolicyName(line.policyName).id);
        if (!policy) throw new Error(`there is no policy ${line.policyName}`);
        const amounts = line.amounts.map(BigInt);
        const explanation = explain(policy, line.policyName, BigInt(line.amount), line.units, amounts);
        return [keyOf(line), { ...explanation, policy, amount: line.amount }];
      }),
    );
    return keys.map((key) => explained.get(key) ?? new Error(`there is no order line ${key}`));
  }).load(keyOf(asked));
}

/** How dues are divided: policies, what units have chosen, and every amount explained. */
export const allocationResolvers: Resolvers = {
  Query: {
    allocationPolicies: (_, { on }, context) => findPoliciesOf(context.em, [on ?? context.clock.month()]),
  },
  Mutation: {
    enterAllocationPolicy(_, { input }, context) {
      const call = {
        name: 'enterAllocationPolicy',
        input,
        field: 'policy',
        load: findEnteredPolicy,
      } as const;
      return mutate(context, call, (em) => enterAllocationPolicy(em, context, input));
    },
    chooseAllocation(_, { input }, context) {
      const load = async (em: SqlEntityManager, id: string): Promise<ChoiceRow | null> => {
        const choice = await findChoice(em, id);
        return choice && (await isInScope(context, 'DUES_POLICY_CHOOSE', choice.unitId)) ? choice : null;
      };
      const call = { name: 'chooseAllocation', input, field: 'choice', load } as const;
      return mutate(context, call, (em) => chooseAllocation(em, context, input));
    },
  },
  OrgUnit: {
    async allocationChoices({ id }, _, context) {
      if (!(await isInScope(context, 'LEDGER_READ', id))) return null;
      return loaderOf<string, ChoiceRow[]>(context, 'allocation choices', async (ids) => {
        const byUnit = Map.groupBy(await findChoices(context.em, ids), ({ unitId }) => unitId);
        return ids.map((each) => byUnit.get(each) ?? []);
      }).load(id);
    },
  },
  DuesOrder: {
    allocation: ({ id }: OrderRow, _, context) =>
      loaderOf<string, UnitAmountRow[]>(context, 'order shares', (ids) =>
        findOrderShares(context.em, ids),
      ).load(id),
  },
  DuesOrderLine: {
    allocation: (line: OrderLineRow, _, context) => explainedLine(context, line),
  },
  MemberDues: {
    whereItWent: ({ memberId }: DuesRow, { from = null, through = null }, context) =>
      loaderOf<string, UnitAmountRow[]>(context, `where dues went, ${from} to ${through}`, (ids) =>
        findMemberShares(context.em, ids, from, through),
      ).load(memberId),
  },
  UnitAmount: { unit: ({ unitId }: UnitAmountRow) => ({ id: unitId }) },
  AllocationPolicy: {
    levels: ({ levels, bps }: PolicyRow) =>
      levels.map((unitType, index) => ({ unitType, bps: bps[index] ?? 0 })),
    leastBranchBps: ({ branchRange }: PolicyRow) => branchRange?.least ?? null,
    mostBranchBps: ({ branchRange }: PolicyRow) => branchRange?.most ?? null,
  },
  AllocationChoice: { unit: ({ unitId }: ChoiceRow) => ({ id: unitId }) },
  AllocationShare: { unit: ({ unitId }: ExplainedShare) => ({ id: unitId }) },
};
