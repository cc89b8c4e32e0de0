import { attachmentsFor } from '@dang/documents/files/attachment';
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
import { approveWaiver, endWaiver, rejectWaiver, withdrawWaiver } from './decide-waiver.ts';
import { enterWaiver, requestWaiver } from './request-waiver.ts';
import {
  findWaitingWaivers,
  findWaiversOf,
  WAIVER_FILES,
  type WaiverRow,
  waiverKind,
} from './waiver.rows.ts';

/** A mutation on waivers, from its work in one transaction. */
const waiverMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const call = { name, input, field: 'waiver' as const, load: visibleTo(context, waiverKind) };
    return mutate(context, call, (em) => work(em, context, input));
  };

/** Everything that was asked for or granted to a member; one statement for a list of members. */
export const waiversOf = (context: GraphContext, memberId: string): Promise<WaiverRow[]> =>
  loaderOf<string, WaiverRow[]>(context, 'waivers of members', (ids) => findWaiversOf(context.em, ids)).load(
    memberId,
  );

const labels = dossierLabels(waiverKind.workflow);

export const waiverResolvers: Resolvers = {
  Query: {
    waiver: (_, { id }, context) => readDossier(context, waiverKind, id),
    waitingWaivers: (_, args, context) => waitingFor(context, 'DUES_WAIVE', args, findWaitingWaivers),
  },
  Mutation: {
    requestWaiver: waiverMutation('requestWaiver', requestWaiver),
    enterWaiver: waiverMutation('enterWaiver', enterWaiver),
    approveWaiver: waiverMutation('approveWaiver', approveWaiver),
    rejectWaiver: waiverMutation('rejectWaiver', rejectWaiver),
    withdrawWaiver: waiverMutation('withdrawWaiver', withdrawWaiver),
    endWaiver: waiverMutation('endWaiver', endWaiver),
  },
  MemberDues: {
    async waivers({ memberId, chargedBy }: DuesRow, _, context) {
      await noteMemberRead(context, memberId, chargedBy);
      return waiversOf(context, memberId);
    },
  },
  Waiver: {
    member: ({ memberId }: WaiverRow) => ({ id: memberId }),
    branch: ({ branchId }: WaiverRow) => ({ id: branchId }),
    approverUnit: ({ approverUnitId }: WaiverRow) => ({ id: approverUnitId }),
    decidedByName: ({ decidedBy }: WaiverRow) => decidedBy?.name ?? null,
    decidedByTitle: ({ decidedBy }: WaiverRow) => decidedBy?.title ?? null,
    documents: ({ id }: WaiverRow, _, context) => attachmentsFor(context, WAIVER_FILES, id),
    availableActions: (waiver: WaiverRow, _, context) => actionsOn(context, waiverKind, waiver),
    history: ({ id }: WaiverRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
