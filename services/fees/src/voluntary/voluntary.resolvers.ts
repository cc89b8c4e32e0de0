import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { type Done, mutate } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actionsOn, visibleTo } from '../decision/act-on-dossier.ts';
import { dossierLabels } from '../decision/dossier.steps.ts';
import { waitingFor } from '../decision/waiting.ts';
import { dossierHistory } from '../dossier-step/history.ts';
import type { Resolvers } from '../generated/graph.ts';
import type { DuesRow } from '../standing/standing.rows.ts';
import { approveVoluntary, endVoluntary, rejectVoluntary } from './decide-voluntary.ts';
import { findVoluntaryOf, findWaitingVoluntary, type VoluntaryRow, voluntaryKind } from './voluntary.rows.ts';

/** A mutation on voluntary parts, from its work in one transaction. */
const voluntaryMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const call = { name, input, field: 'contribution' as const, load: visibleTo(context, voluntaryKind) };
    return mutate(context, call, (em) => work(em, context, input));
  };

const labels = dossierLabels(voluntaryKind.workflow);

export const voluntaryResolvers: Resolvers = {
  Query: {
    waitingVoluntaryContributions: (_, args, context) =>
      waitingFor(context, 'DUES_RATE_APPROVE', args, findWaitingVoluntary),
  },
  Mutation: {
    approveVoluntaryContribution: voluntaryMutation('approveVoluntaryContribution', approveVoluntary),
    rejectVoluntaryContribution: voluntaryMutation('rejectVoluntaryContribution', rejectVoluntary),
    endVoluntaryContribution: voluntaryMutation('endVoluntaryContribution', endVoluntary),
  },
  MemberDues: {
    voluntaryContributions: ({ memberId }: DuesRow, _, context) =>
      loaderOf<string, VoluntaryRow[]>(context, 'voluntary parts of members', (ids) =>
        findVoluntaryOf(context.em, ids),
      ).load(memberId),
  },
  VoluntaryContribution: {
    member: ({ memberId }: VoluntaryRow) => ({ id: memberId }),
    branch: ({ branchId }: VoluntaryRow) => ({ id: branchId }),
    approverUnit: ({ approverUnitId }: VoluntaryRow) => ({ id: approverUnitId }),
    decidedByName: ({ decidedBy }: VoluntaryRow) => decidedBy?.name ?? null,
    decidedByTitle: ({ decidedBy }: VoluntaryRow) => decidedBy?.title ?? null,
    availableActions: (part: VoluntaryRow, _, context) => actionsOn(context, voluntaryKind, part),
    history: ({ id }: VoluntaryRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
