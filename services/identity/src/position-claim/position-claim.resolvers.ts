import { type Actor, hasPermission, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { subtreePath, withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import { z } from 'zod';
import { actsInOffice, signedIn } from '../account/account-view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { claimHistory } from '../history.ts';
import { visibleMember } from '../member/member.visibility.ts';
import {
  findHeldPosition,
  findHeldPositions,
  holdsCapacity,
  type OfficerRow,
  officersOn,
} from '../position/position.rows.ts';
import { type HeldPosition, isSecretary } from '../position/position.rules.ts';
import { claimPosition } from './claim-position.ts';
import { type ClaimVerdict, decideClaim } from './decide-claim.ts';
import { endPosition } from './end-position.ts';
import { type ClaimRow, findClaim, findOwnClaims, findWaitingClaims } from './position-claim.rows.ts';
import { claimFacts, relationsTo } from './position-claim.rules.ts';
import { type PositionClaimWorkflow, positionClaimWorkflow } from './position-claim.workflow.ts';

/** A parent of `PositionClaim` fields: the row, and in whose eyes. */
type ClaimView = ClaimRow & { viewer: Actor };

/** How `mutate` reads the claim back: one's own, or one that is before the office that the viewer holds today. */
const loadFor =
  ({ clock }: GraphContext, viewer: Actor) =>
  async (em: GraphContext['em'], id: string): Promise<ClaimView | null> => {
    const row = await findClaim(em, id);
    if (!row) return null;
    const relations = relationsTo(row, viewer, await holdsCapacity(em, viewer, clock.today()));
    return relations.size > 0 ? { ...row, viewer } : null;
  };

const cursorShape = z.tuple([z.iso.date(), z.guid()]);

/** Which unit's decisions wait for this actor: the one they act in, or those at the top of the chain. */
function decidesFor(actor: Actor): string | 'TOP' | null {
  const unitId = scopeUnitOf(actor, 'POSITION_APPROVE');
  return unitId ?? (hasPermission(actor, 'SYSTEM_OPERATE') ? 'TOP' : null);
}

async function waitingClaims(
  context: GraphContext,
  actor: Actor,
  {
    unitId,
    waitingForMe,
    page,
  }: { unitId: string | null; waitingForMe: boolean; page: ReturnType<typeof pageArgs> },
): Promise<ClaimRow[]> {
  const { em } = context;
  const scope = scopeUnitOf(actor, 'OFFICERS_READ');
  const wanted = unitId ?? scope;
  const superior = waitingForMe ? decidesFor(actor) : null;
  const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
  if (!wanted || !scope || (waitingForMe && !superior)) return [];
  if (!(await actsInOffice(context, actor))) return [];
  if (!(await withinScope(em, [wanted], scope)).has(wanted)) return [];
  const path = await subtreePath(em, wanted);
  return path === null ? [] : findWaitingClaims(em, path, superior, page.limit, place);
}

async function actionsOf(claim: ClaimView, context: GraphContext) {
  const { viewer } = claim;
  const actions = availableActions<PositionClaimWorkflow, RefusalCode>(positionClaimWorkflow, {
    state: claim.status,
    relations: relationsTo(claim, viewer, await actsInOffice(context, viewer)),
    facts: claimFacts(claim, viewer, context.clock.today()),
    stepUpFresh: signInIsFresh(viewer, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

const labels = labelsOf(
  positionClaimWorkflow,
  ['CLAIM', 'Đề nghị phê duyệt chức vụ'],
  ['LINK', 'Tài khoản được phê duyệt'],
  ['FOLLOW', 'Chuyển đến cấp trên mới theo quyết định sắp xếp tổ chức'],
);

/** The secretary in office in that unit: one query for all rows of a list. */
function secretaryOf(context: GraphContext, unitId: string): Promise<OfficerRow | null> {
  return loaderOf<string, OfficerRow | null>(context, 'secretary-in-office', async (ids) => {
    const officers = await officersOn(context.em, ids, context.clock.today());
    return ids.map((id) => officers.find((row) => row.unitId === id && isSecretary(row.role)) ?? null);
  }).load(unitId);
}

function heldById(context: GraphContext, id: string): Promise<HeldPosition | null> {
  return loaderOf<string, HeldPosition | null>(context, 'held-position-by-id', async (ids) => {
    const byId = new Map((await findHeldPositions(context.em, ids)).map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  }).load(id);
}

/** A decision on a claim as a mutation. */
function decided(
  context: GraphContext,
  name: string,
  input: { idempotencyKey: string; claimId: string; expectedVersion: number },
  verdict: ClaimVerdict,
) {
  const actor = signedIn(context);
  const call = { name, input, field: 'claim' as const, load: loadFor(context, actor) };
  return mutate(context, call, (em) => decideClaim(em, context, actor, input, verdict));
}

export const positionClaimResolvers: Resolvers = {
  Query: {
    async positionClaims(_parent, { unitId, waitingForMe, first, after }, context) {
      const actor = signedIn(context);
      const page = pageArgs(first, after);
      const rows = await waitingClaims(context, actor, {
        unitId: unitId ?? null,
        waitingForMe: waitingForMe ?? false,
        page,
      });
      const views = rows.map((row): ClaimView => ({ ...row, viewer: actor }));
      return connection(views, page.first, (row) => [row.submittedOn, row.id]);
    },
    async myPositionClaims(_parent, _args, context) {
      const viewer = signedIn(context);
      const rows = await findOwnClaims(context.em, viewer.accountId);
      return rows.map((row): ClaimView => ({ ...row, viewer }));
    },
  },

  Mutation: {
    claimPosition(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'claimPosition', input, field: 'claim' as const, load: loadFor(context, actor) };
      return mutate(context, call, (em) => claimPosition(em, context, actor, input));
    },
    approvePositionClaim: (_parent, { input }, context) =>
      decided(context, 'approvePositionClaim', input, {
        action: 'APPROVE',
        replaceIncumbent: input.replaceIncumbent ?? false,
      }),
    rejectPositionClaim: (_parent, { input }, context) =>
      decided(context, 'rejectPositionClaim', input, { action: 'REJECT', reason: input.reason }),
    withdrawPositionClaim: (_parent, { input }, context) =>
      decided(context, 'withdrawPositionClaim', input, { action: 'WITHDRAW' }),
    endPosition(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'endPosition', input, field: 'position' as const, load: findHeldPosition };
      return mutate(context, call, (em) => endPosition(em, context, actor, input));
    },
  },

  PositionClaim: {
    member: ({ memberId, viewer }: ClaimView, _args, context) => visibleMember(context, viewer, memberId),
    unit: ({ unitId }: ClaimView) => ({ id: unitId }),
    approverUnit: ({ superiorId }: ClaimView) => superiorId && { id: superiorId },
    position: ({ positionId }: ClaimView, _args, context) => positionId && heldById(context, positionId),
    async incumbent({ unitId, role, status, memberId }: ClaimView, _args, context) {
      if (status !== 'PENDING' || !isSecretary(role)) return null;
      const secretary = await secretaryOf(context, unitId);
      return secretary?.memberId === memberId ? null : secretary;
    },
    availableActions: (claim: ClaimView, _args, context) => actionsOf(claim, context),
    history: ({ id }: ClaimView, _args, context) => historyOf(context, claimHistory, id, labels),
  },
};
