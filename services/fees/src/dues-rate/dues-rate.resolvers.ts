import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { type Done, mutate } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actionsOn, visibleTo } from '../decision/act-on-dossier.ts';
import { dossierLabels } from '../decision/dossier.steps.ts';
import { noteMemberRead, readDossier } from '../decision/dossier-reads.ts';
import { waitingFor } from '../decision/waiting.ts';
import { dossierHistory } from '../dossier-step/history.ts';
import type { Resolvers } from '../generated/graph.ts';
import type { DuesRow } from '../standing/standing.rows.ts';
import { approveRate, rejectRate, withdrawRate } from './approve-rate.ts';
import { declareRate } from './declare-rate.ts';
import { NOTABLE_DIFFERENCE } from './declared.rules.ts';
import { type DuesRateRow, duesRateKind, findRatesOf, findWaitingRates } from './dues-rate.rows.ts';

/** A mutation on declared rates, from its work in one transaction. */
const rateMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const call = { name, input, field: 'duesRate' as const, load: visibleTo(context, duesRateKind) };
    return mutate(context, call, (em) => work(em, context, input));
  };

/** Everything that a member declared; one statement for a list of members. */
export const ratesOf = (context: GraphContext, memberId: string): Promise<DuesRateRow[]> =>
  loaderOf<string, DuesRateRow[]>(context, 'rates of members', (ids) => findRatesOf(context.em, ids)).load(
    memberId,
  );

/** What was declared less what is prescribed, in đồng; null where no rule gives an amount. */
function differenceOf({ proposedAmount, monthlyAmount, voluntaryAmount }: DuesRateRow): bigint | null {
  if (proposedAmount === null) return null;
  return BigInt(monthlyAmount) + BigInt(voluntaryAmount) - BigInt(proposedAmount);
}

function differsNotably(rate: DuesRateRow): boolean {
  const difference = differenceOf(rate) ?? 0n;
  return difference > NOTABLE_DIFFERENCE || -difference > NOTABLE_DIFFERENCE;
}

const idOrNull = (id: string | null) => id && { id };

const labels = dossierLabels(duesRateKind.workflow);

export const duesRateResolvers: Resolvers = {
  Query: {
    duesRate: (_, { id }, context) => readDossier(context, duesRateKind, id),
    waitingDuesRates: (_, args, context) => waitingFor(context, 'DUES_RATE_APPROVE', args, findWaitingRates),
  },
  Mutation: {
    declareDuesRate: rateMutation('declareDuesRate', declareRate),
    approveDuesRate: rateMutation('approveDuesRate', approveRate),
    rejectDuesRate: rateMutation('rejectDuesRate', rejectRate),
    withdrawDuesRate: rateMutation('withdrawDuesRate', withdrawRate),
  },
  MemberDues: {
    async rates({ memberId, chargedBy }: DuesRow, _, context) {
      await noteMemberRead(context, memberId, chargedBy);
      return ratesOf(context, memberId);
    },
    pendingRate: async ({ memberId }: DuesRow, _, context) =>
      (await ratesOf(context, memberId)).find(({ status }) => status === 'PENDING') ?? null,
  },
  DuesRate: {
    member: ({ memberId }: DuesRateRow) => ({ id: memberId }),
    branch: ({ branchId }: DuesRateRow) => idOrNull(branchId),
    approverUnit: ({ approverUnitId }: DuesRateRow) => idOrNull(approverUnitId),
    difference: differenceOf,
    differsNotably,
    availableActions: (rate: DuesRateRow, _, context) => actionsOn(context, duesRateKind, rate),
    history: ({ id }: DuesRateRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
