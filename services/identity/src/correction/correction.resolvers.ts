import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import { z } from 'zod';
import { actsInOffice, signedIn } from '../account/account-view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { correctionHistory } from '../history.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { type CorrectionRow, findCorrection, findProposed, findWaiting } from './correction.rows.ts';
import { correctionFacts, relationsTo } from './correction.rules.ts';
import { type CorrectionWorkflow, correctionWorkflow } from './correction.workflow.ts';
import { type CorrectionVerdict, decideCorrection } from './decide-correction.ts';
import { proposeCorrection } from './propose-correction.ts';

/** A parent of `MemberCorrection` fields: the row, and in whose eyes. */
type CorrectionView = CorrectionRow & { viewer: Actor };

const waitingCursor = z.tuple([z.iso.date(), z.guid()]);
const proposedCursor = z.tuple([z.guid()]);

const loadFor =
  ({ clock }: GraphContext, viewer: Actor) =>
  async (em: GraphContext['em'], id: string): Promise<CorrectionView | null> => {
    const row = await findCorrection(em, id);
    if (!row) return null;
    const relations = relationsTo(row, viewer, await holdsCapacity(em, viewer, clock.today()));
    return relations.size > 0 ? { ...row, viewer } : null;
  };

async function actionsOf(correction: CorrectionView, context: GraphContext) {
  const { viewer } = correction;
  const actions = availableActions<CorrectionWorkflow, RefusalCode>(correctionWorkflow, {
    state: correction.status,
    relations: relationsTo(correction, viewer, await actsInOffice(context, viewer)),
    facts: correctionFacts(correction, viewer),
    stepUpFresh: signInIsFresh(viewer, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

const labels = labelsOf(correctionWorkflow, ['PROPOSE', 'Đề nghị đính chính chi bộ']);

function decided(
  context: GraphContext,
  name: string,
  input: { idempotencyKey: string; correctionId: string; expectedVersion: number },
  verdict: CorrectionVerdict,
) {
  const actor = signedIn(context);
  const call = { name, input, field: 'correction' as const, load: loadFor(context, actor) };
  return mutate(context, call, (em) => decideCorrection(em, context, actor, input, verdict));
}

export const correctionResolvers: Resolvers = {
  Query: {
    async memberCorrections(_parent, { first, after }, context) {
      const actor = signedIn(context);
      const page = pageArgs(first, after);
      const unitId = scopeUnitOf(actor, 'MEMBER_CORRECTION_APPROVE');
      const place = page.after === null ? null : decodeCursor(page.after, waitingCursor);
      const isOpen = unitId !== null && (await actsInOffice(context, actor));
      const rows = isOpen ? await findWaiting(context.em, unitId, page.limit, place) : [];
      const views = rows.map((row): CorrectionView => ({ ...row, viewer: actor }));
      return connection(views, page.first, (row) => [row.proposedOn, row.id]);
    },
    async proposedCorrections(_parent, { first, after }, context) {
      const actor = signedIn(context);
      const page = pageArgs(first, after);
      const place = page.after === null ? null : decodeCursor(page.after, proposedCursor)[0];
      const isOpen = await actsInOffice(context, actor);
      const rows = isOpen ? await findProposed(context.em, actor.accountId, page.limit, place) : [];
      const views = rows.map((row): CorrectionView => ({ ...row, viewer: actor }));
      return connection(views, page.first, (row) => [row.id]);
    },
  },

  Mutation: {
    proposeMemberCorrection(_parent, { input }, context) {
      const actor = signedIn(context);
      const load = loadFor(context, actor);
      const call = { name: 'proposeMemberCorrection', input, field: 'correction' as const, load };
      return mutate(context, call, (em) => proposeCorrection(em, context, actor, input));
    },
    approveMemberCorrection: (_parent, { input }, context) =>
      decided(context, 'approveMemberCorrection', input, { action: 'APPROVE' }),
    rejectMemberCorrection: (_parent, { input }, context) =>
      decided(context, 'rejectMemberCorrection', input, { action: 'REJECT', reason: input.reason }),
    withdrawMemberCorrection: (_parent, { input }, context) =>
      decided(context, 'withdrawMemberCorrection', input, { action: 'WITHDRAW' }),
  },

  MemberCorrection: {
    member: ({ memberId, viewer }: CorrectionView, _args, context) =>
      visibleMember(context, viewer, memberId),
    fromBranch: ({ fromBranchId }: CorrectionView) => fromBranchId && { id: fromBranchId },
    toBranch: ({ toBranchId }: CorrectionView) => ({ id: toBranchId }),
    deciderUnit: ({ deciderUnitId }: CorrectionView) => ({ id: deciderUnitId }),
    availableActions: (correction: CorrectionView, _args, context) => actionsOf(correction, context),
    history: ({ id }: CorrectionView, _args, context) => historyOf(context, correctionHistory, id, labels),
  },
};
