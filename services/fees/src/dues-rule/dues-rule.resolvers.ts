import { canSeeMember, findPlacement } from '@dang/reference/members';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../decision/signed-in.ts';
import type { Resolvers } from '../generated/graph.ts';
import { findFigures, findPerson } from './dues-rule.rows.ts';
import type { DuesFigures, InForce } from './dues-rule.ts';
import { proposeDues } from './propose-dues.rules.ts';
import { setContributionCap, setMinimumWage, setRateRule } from './set-rules.ts';

/** A mutation that enters a row, read back from the list of figures where it then stands. */
const entering =
  <Field extends string, Input extends object, Row extends { id: string }>(
    name: string,
    field: Field,
    rowsOf: (figures: DuesFigures) => readonly Row[],
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const load = async (em: SqlEntityManager, id: string) =>
      rowsOf(await findFigures(em)).find((row) => row.id === id) ?? null;
    return mutate(context, { name, input, field, load }, (em) => work(em, context, input));
  };

const through = ({ to }: InForce) => to;

export const duesRuleResolvers: Resolvers = {
  Query: {
    async proposeDues(_, { category, month, base, baseMonth, memberId }, context) {
      const actor = signedIn(context);
      const wanted = memberId ?? actor.memberId;
      if (wanted === null) return null;
      if (!(await canSeeMember(context.em, actor, [wanted], 'DUES_READ')).has(wanted)) return null;
      const placement = await findPlacement(context.em, wanted);
      const person = await findPerson(context.em, wanted, placement?.branchId ?? null);
      if (!person) return { proposal: null, refusal: refuse('MEMBER_HAS_NO_BRANCH') };
      const given = { category, period: month, base: base ?? null, baseMonth: baseMonth ?? null, ...person };
      const proposal = proposeDues(given, await findFigures(context.em));
      return isRefusal(proposal) ? { proposal: null, refusal: proposal } : { proposal, refusal: null };
    },
    duesRateRules: async (_, { on }, context) => [...(await findFigures(context.em, on)).rules],
    minimumWages: async (_, { on }, context) => [...(await findFigures(context.em, on)).minimumWages],
    contributionCaps: async (_, { on }, context) => [...(await findFigures(context.em, on)).caps],
    retirementAges: async (_, { on }, context) => [...(await findFigures(context.em, on)).retirementAges],
  },
  Mutation: {
    setRateRule: entering('setRateRule', 'rule', ({ rules }) => rules, setRateRule),
    setMinimumWage: entering(
      'setMinimumWage',
      'minimumWage',
      ({ minimumWages }) => minimumWages,
      setMinimumWage,
    ),
    setContributionCap: entering(
      'setContributionCap',
      'contributionCap',
      ({ caps }) => caps,
      setContributionCap,
    ),
  },
  DuesRateRule: { through },
  MinimumWage: { through },
  ContributionCap: { through },
  RetirementAge: { through },
};
