import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage, refuse } from '@dang/service/refusal';
import { maskDigits } from '@dang/vietnam/identifiers';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import { z } from 'zod';
import { isOwnCase, relationsTo } from '../account/account.rules.ts';
import { actsInOffice, maskEmail, signedIn } from '../account/account-view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { changeHistory } from '../history.ts';
import { noteReads } from '../member/file-reads.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { isWithinLimit } from '../session/rate-limit.ts';
import type { Change } from './change.rules.ts';
import {
  type ChangeRequestRow,
  findChange,
  findOwnChanges,
  findPendingChanges,
} from './change-request.rows.ts';
import { type ChangeVerdict, requestChange, settleChange } from './change-request.ts';
import { type ChangeRequestWorkflow, changeRequestWorkflow } from './change-request.workflow.ts';
import { openChanges } from './information.ts';

/** A parent of `AccountChangeRequest` fields: the row, and in whose eyes. */
type ChangeView = ChangeRequestRow & { viewer: Actor };

const cursorShape = z.tuple([z.iso.date(), z.guid()]);
const unit = (id: string | null) => id && { id };

/** The change when the viewer may see it: one's own, one before the office held today, or one of a unit in scope. */
const loadFor =
  (context: GraphContext, viewer: Actor) =>
  async (em: GraphContext['em'], id: string): Promise<ChangeView | null> => {
    const row = await findChange(em, id);
    if (!row) return null;
    if (row.accountId === viewer.accountId) return { ...row, viewer };
    const scope = scopeUnitOf(viewer, 'ACCOUNT_READ');
    const isInSight =
      scope !== null &&
      (await holdsCapacity(em, viewer, context.clock.today())) &&
      (await isWithin(em, row.branchId, scope));
    return isInSight ? { ...row, viewer } : null;
  };

const labels = labelsOf(changeRequestWorkflow, ['FOLLOW', 'Chuyển theo đảng viên, theo sắp xếp tổ chức']);

const digitFields = new Set([
  'cardNumber',
  'extended.phone',
  'extended.taxCode',
  'extended.socialInsuranceNumber',
]);

/** A value as others than its owner read it. */
function covered(field: string, value: string | null): string | null {
  if (value === null) return null;
  if (digitFields.has(field)) return maskDigits(value);
  return field === 'extended.email' ? maskEmail(value) : value;
}

async function actionsOf(change: ChangeView, context: GraphContext) {
  const { viewer } = change;
  const actions = availableActions<ChangeRequestWorkflow, RefusalCode>(changeRequestWorkflow, {
    state: change.status,
    relations: relationsTo(change, viewer, await actsInOffice(context, viewer)),
    facts: { notOwnCase: isOwnCase(change, viewer) ? 'OWN_CASE' : true },
    stepUpFresh: signInIsFresh(viewer, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

function settle(
  context: GraphContext,
  name: string,
  input: { idempotencyKey: string; changeId: string; expectedVersion: number },
  verdict: ChangeVerdict,
) {
  const actor = signedIn(context);
  const call = { name, input, field: 'change' as const, load: loadFor(context, actor) };
  return mutate(context, call, (em) => settleChange(em, context, actor, input, verdict));
}

const page = (rows: ChangeRequestRow[], first: number, viewer: Actor) =>
  connection(
    rows.map((row): ChangeView => ({ ...row, viewer })),
    first,
    (row) => [row.submittedOn, row.id],
  );

export const changeRequestResolvers: Resolvers = {
  Query: {
    accountChange: (_parent, { id }, context) => loadFor(context, signedIn(context))(context.em, id),

    async myAccountChanges(_parent, { first, after }, context) {
      const actor = signedIn(context);
      const args = pageArgs(first, after);
      const place = args.after === null ? null : decodeCursor(args.after, cursorShape);
      return page(await findOwnChanges(context.em, actor.accountId, args.limit, place), args.first, actor);
    },

    async pendingAccountChanges(_parent, { unitId, first, after }, context) {
      const actor = signedIn(context);
      const args = pageArgs(first, after);
      const place = args.after === null ? null : decodeCursor(args.after, cursorShape);
      const scope = scopeUnitOf(actor, 'ACCOUNT_APPROVE');
      const wanted = unitId ?? scope;
      const isOpen =
        wanted !== null &&
        scope !== null &&
        (await actsInOffice(context, actor)) &&
        (await isWithin(context.em, wanted, scope));
      const rows = isOpen ? await findPendingChanges(context.em, wanted, args.limit, place) : [];
      return page(rows, args.first, actor);
    },
  },

  Mutation: {
    async requestAccountChange(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'requestAccountChange',
        input,
        field: 'change' as const,
        load: loadFor(context, actor),
      };
      const isAttempt = typeof input.cardNumber === 'string';
      const mayTry = !isAttempt || (await isWithinLimit(context, 'card-number', actor.accountId));
      return mutate(context, call, async (em) =>
        mayTry ? requestChange(em, context, actor, input) : refuse('RATE_LIMITED'),
      );
    },
    approveAccountChange: (_parent, { input }, context) =>
      settle(context, 'approveAccountChange', input, { action: 'APPROVE' }),
    rejectAccountChange: (_parent, { input }, context) =>
      settle(context, 'rejectAccountChange', input, { action: 'REJECT', reason: input.reason }),
    withdrawAccountChange: (_parent, { input }, context) =>
      settle(context, 'withdrawAccountChange', input, { action: 'WITHDRAW' }),
  },

  AccountChangeRequest: {
    member: ({ viewer, memberId }: ChangeView, _args, context) => visibleMember(context, viewer, memberId),
    branch: ({ branchId }: ChangeView) => ({ id: branchId }),
    approverUnit: ({ approverUnitId }: ChangeView) => ({ id: approverUnitId }),
    async changes({ accountId, memberId, viewer, changesSealed }: ChangeView, _args, context) {
      const changes = openChanges(context, changesSealed);
      if (viewer.accountId === accountId) return changes;
      await noteReads(context, 'member', [memberId]);
      return changes.map((change) => ({
        ...change,
        old: covered(change.field, change.old),
        new: covered(change.field, change.new),
      }));
    },
    availableActions: (change: ChangeView, _args, context) => actionsOf(change, context),
    history: ({ id }: ChangeView, _args, context) => historyOf(context, changeHistory, id, labels),
  },

  InformationChange: {
    oldUnit: ({ field, old }: Change) => (field === 'residenceBranchId' ? unit(old) : null),
    newUnit: (change: Change) => (change.field === 'residenceBranchId' ? unit(change.new) : null),
  },
};
