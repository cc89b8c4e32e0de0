import { type Actor, hasPermission, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import { availableActions } from '@dang/workflow/decide';
import { z } from 'zod';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { branchesWithSecretary, heldPositionsOf, holdsCapacity } from '../position/position.rows.ts';
import { isCurrent } from '../position/position.rules.ts';
import {
  type AccountRow,
  findAccounts,
  findHistory,
  findPendingAccounts,
  type HistoryRow,
} from './account.rows.ts';
import { isOwnCase, positionFree, relationsTo } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { decideAccount } from './decision.ts';
import { submitRegistration } from './registration.ts';

/** A parent of `Account` fields: the row, and in whose eyes. A fresh sign-in has a viewer before the request has an actor. */
export type AccountView = AccountRow & { viewer: Actor };

const signedIn = ({ actor }: GraphContext): Actor => {
  if (!actor) throw new Error('a root field that needs a session was reached without one');
  return actor;
};

/** How `mutate` reads the account back: one's own, or one that is before the office that the viewer holds today. */
const loadFor =
  ({ clock }: GraphContext, viewer: Actor) =>
  async (em: GraphContext['em'], id: string) => {
    const [row] = await findAccounts(em, [id]);
    if (!row) return null;
    const holds = id === viewer.accountId || (await holdsCapacity(em, viewer, clock.today()));
    const isInSight = relationsTo({ ...row, accountId: row.id }, viewer, holds).size > 0;
    return isInSight ? ({ ...row, viewer } satisfies AccountView) : null;
  };

const unit = (id: string | null) => id && { id };

const cursorShape = z.tuple([z.iso.date(), z.guid()]);

function historyOf(context: GraphContext, accountId: string): Promise<HistoryRow[]> {
  return loaderOf<string, HistoryRow[]>(context, 'account-history', async (ids) => {
    const byAccount = Map.groupBy(await findHistory(context.em, ids), (row) => row.accountId);
    return ids.map((id) => byAccount.get(id) ?? []);
  }).load(accountId);
}

/** Once a request: does the viewer hold what their token says they act in? */
function actsInOffice(context: GraphContext, viewer: Actor): Promise<boolean> {
  return loaderOf<string, boolean>(context, 'holds-capacity', async (sessions) => {
    const holds = await holdsCapacity(context.em, viewer, context.clock.today());
    return sessions.map(() => holds);
  }).load(viewer.sessionId);
}

/** The branch of a claim to be secretary, when somebody is: one query for all rows of a list. */
async function secretaryIn(
  context: GraphContext,
  { branchId, claimedPosition }: AccountView,
): Promise<Set<string>> {
  if (!branchId || claimedPosition !== 'SECRETARY') return new Set();
  const loader = loaderOf<string, boolean>(context, 'branches-with-secretary', async (ids) => {
    const taken = await branchesWithSecretary(context.em, ids);
    return ids.map((id) => taken.has(id));
  });
  return new Set((await loader.load(branchId)) ? [branchId] : []);
}

async function actionsOf(account: AccountView, context: GraphContext) {
  const { viewer } = account;
  const about = { ...account, accountId: account.id };
  const actions = availableActions<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: account.status,
    relations: relationsTo(about, viewer, await actsInOffice(context, viewer)),
    facts: {
      notOwnCase: isOwnCase(about, viewer) ? 'OWN_CASE' : true,
      positionFree: positionFree(account, await secretaryIn(context, account)),
    },
    stepUpFresh: signInIsFresh(viewer, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

const historyLabels: ReadonlyMap<string, string> = new Map([
  ['SIGN_IN', 'Đăng nhập lần đầu bằng VNeID'],
  ...accountWorkflow.transitions.map(({ action, label }) => [action, label] as const),
]);

export const accountResolvers: Resolvers = {
  Query: {
    async account(_parent, _args, context) {
      const { actor } = context;
      return actor && loadFor(context, actor)(context.em, actor.accountId);
    },

    async pendingAccounts(_parent, { unitId, first, after }, context) {
      const actor = signedIn(context);
      const page = pageArgs(first, after);
      const scope = scopeUnitOf(actor, 'ACCOUNT_APPROVE');
      const wanted = unitId ?? scope;
      const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
      const isOpen =
        wanted && scope && hasPermission(actor, 'ACCOUNT_APPROVE') && (await actsInOffice(context, actor))
          ? (await withinScope(context.em, [wanted], scope)).has(wanted)
          : false;
      const rows = isOpen && wanted ? await findPendingAccounts(context.em, wanted, page.limit, place) : [];
      const views = rows.map((row): AccountView => ({ ...row, viewer: actor }));
      return connection(views, page.first, (row) => [row.submittedOn, row.id]);
    },
  },

  Mutation: {
    submitRegistration(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'submitRegistration',
        input,
        field: 'account' as const,
        load: loadFor(context, actor),
      };
      return mutate(context, call, (em) => submitRegistration(em, context, actor, input));
    },
    approveAccount(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'approveAccount',
        input,
        field: 'account' as const,
        load: loadFor(context, actor),
      };
      return mutate(context, call, (em) => decideAccount(em, context, actor, input, { action: 'APPROVE' }));
    },
    rejectAccount(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'rejectAccount', input, field: 'account' as const, load: loadFor(context, actor) };
      const verdict = { action: 'REJECT', reason: input.reason } as const;
      return mutate(context, call, (em) => decideAccount(em, context, actor, input, verdict));
    },
  },

  HistoryEntry: {
    label: ({ action }: HistoryRow) => historyLabels.get(action) ?? action,
  },

  Account: {
    member: (account: AccountView, _args, context) =>
      visibleMember(context, account.viewer, account.memberId),
    personalIdMasked: ({ personalIdSealed }: AccountView, _args, context) =>
      maskDigits(openText(environmentOf(context).PROVINCE_KEY, personalIdSealed)),
    cardNumberMasked({ cardNumberSealed, legacyCardNumber }: AccountView, _args, context) {
      const digits = cardNumberSealed
        ? openText(environmentOf(context).PROVINCE_KEY, cardNumberSealed)
        : legacyCardNumber;
      return digits && maskDigits(digits);
    },
    branch: ({ branchId }: AccountView) => unit(branchId),
    residenceBranch: ({ residenceBranchId }: AccountView) => unit(residenceBranchId),
    approverUnit: ({ approverUnitId }: AccountView) => unit(approverUnitId),
    monthlyDues: ({ monthlyDues }: AccountView) => (monthlyDues === null ? null : BigInt(monthlyDues)),
    inRegistry: ({ memberId }: AccountView) => memberId !== null,
    async positions({ id, memberId, status, viewer }: AccountView, _args, context) {
      if (viewer.accountId !== id || memberId === null || status !== 'ACTIVE') return [];
      const held = await heldPositionsOf(context.em, [memberId]);
      return held.filter((position) => isCurrent(position, context.clock.today()));
    },
    availableActions: (account: AccountView, _args, context) => actionsOf(account, context),
    history: ({ id }: AccountView, _args, context) => historyOf(context, id),
  },
};
