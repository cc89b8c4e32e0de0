import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { isWithin, subtreePath, withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { signedIn } from '../beneficiary-account/beneficiary-account.acts.ts';
import { dossierHistory } from '../dossier-step/history.ts';
import { noteInspection } from '../dossier-step/note-inspection.ts';
import type { Resolvers } from '../generated/graph.ts';
import { accountBalances } from '../ledger/balances.ts';
import type { LedgerAccount } from '../ledger/post.ts';
import { findPayoutFor, holdPayout, releasePayout, retryPayout, setPayoutInterval } from './payout.acts.ts';
import {
  type AttemptRow,
  findAttempts,
  findOpenPayouts,
  findPaidOut,
  findPayoutsWithin,
  type PayoutRow,
} from './payout.rows.ts';
import { guardsOf, relationsTo } from './payout.rules.ts';
import { type PayoutWorkflow, payoutWorkflow } from './payout.workflow.ts';

const labels = labelsOf(payoutWorkflow, ['CALCULATE', 'Tính số phải chuyển']);
const cursorShape = z.tuple([z.guid()]);

/** A mutation on payouts, from its work in one transaction. */
const payoutMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const load = (em: SqlEntityManager, id: string) => findPayoutFor(em, context, id);
    return mutate(context, { name, input, field: 'payout' as const, load }, (em) => work(em, context, input));
  };

/** Does the unit lie where the actor may read payouts? Asked once for all units of a request. */
function isInScope(context: GraphContext, unitId: string): Promise<boolean> {
  return loaderOf(context, 'units in the scope of PAYOUT_READ', async (ids: readonly string[]) => {
    const scope = context.actor && scopeUnitOf(context.actor, 'PAYOUT_READ');
    const within = scope ? await withinScope(context.em, ids, scope) : new Set();
    return ids.map((id) => within.has(id));
  }).load(unitId);
}

/** What stands on an account of the ledger for a unit, debit positive; one statement an account for all units of a request. */
function balanceOf(context: GraphContext, account: LedgerAccount, unitId: string): Promise<bigint> {
  return loaderOf(context, `balances on ${account}`, async (ids: readonly string[]) => {
    const balances = await accountBalances(context.em, account, ids);
    return ids.map((id) => balances.get(id) ?? 0n);
  }).load(unitId);
}

function actionsOf(payout: PayoutRow, context: GraphContext) {
  const actor = signedIn(context);
  const actions = availableActions<PayoutWorkflow, RefusalCode>(payoutWorkflow, {
    state: payout.status,
    relations: relationsTo(payout, actor),
    facts: guardsOf(payout, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

interface Retained {
  readonly unitId: string;
}

/** What is paid out to units of what they retain. */
export const payoutResolvers: Resolvers = {
  Query: {
    async payouts(_, { unitId, status, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const scope = scopeUnitOf(signedIn(context), 'PAYOUT_READ');
      const wanted = unitId ?? scope;
      const place = after === null ? null : decodeCursor(after, cursorShape)[0];
      if (wanted === null || scope === null || !(await isWithin(context.em, wanted, scope))) return null;
      const path = await subtreePath(context.em, wanted);
      if (path === null) return null;
      const rows = await findPayoutsWithin(context.em, { path, status: status ?? null, after: place, limit });
      await noteInspection(context, 'readPayout', rows);
      return connection(rows, first, ({ id }) => [id]);
    },
    async payout(_, { id }, context) {
      const payout = await findPayoutFor(context.em, context, id);
      if (payout) await noteInspection(context, 'readPayout', [payout]);
      return payout;
    },
  },
  Mutation: {
    holdPayout: payoutMutation('holdPayout', holdPayout),
    releasePayout: payoutMutation('releasePayout', releasePayout),
    retryPayout: payoutMutation('retryPayout', retryPayout),
    setPayoutInterval(_, { input }, context) {
      const scope = scopeUnitOf(signedIn(context), 'PAYOUT_MANAGE');
      const load = async (em: SqlEntityManager, id: string) =>
        scope !== null && (await isWithin(em, id, scope)) ? { id } : null;
      const call = { name: 'setPayoutInterval', input, field: 'unit' as const, load };
      return mutate(context, call, (em) => setPayoutInterval(em, context, input));
    },
  },
  OrgUnit: {
    retainedDues: async ({ id }, _args, context) => ((await isInScope(context, id)) ? { unitId: id } : null),
  },
  RetainedDues: {
    waiting: async ({ unitId }: Retained, _, context) => -(await balanceOf(context, 'UNIT_SHARE', unitId)),
    unfunded: async ({ unitId }: Retained, _, context) =>
      -(await balanceOf(context, 'UNFUNDED_SHARE', unitId)),
    inTransit: async ({ unitId }: Retained, _, context) =>
      -(await balanceOf(context, 'PAYOUT_IN_TRANSIT', unitId)),
    paidOut: ({ unitId }: Retained, { from, to }, context) =>
      loaderOf(context, `paid out ${from} ${to}`, async (ids: readonly string[]) => {
        const paid = await findPaidOut(context.em, ids, { from, to });
        return ids.map((id) => BigInt(paid.get(id) ?? 0));
      }).load(unitId),
    openPayout: ({ unitId }: Retained, _, context) =>
      loaderOf(context, 'open payouts', async (ids: readonly string[]) => {
        const open = await findOpenPayouts(context.em, ids);
        return ids.map((id) => open.get(id) ?? null);
      }).load(unitId),
  },
  Payout: {
    unit: ({ unitId }: PayoutRow) => ({ id: unitId }),
    holdReason: ({ hold }: PayoutRow) => hold,
    failures: ({ tries }: PayoutRow) => tries,
    bankRef: ({ bankRef }: PayoutRow, _, { actor }) =>
      actor?.capacity?.role === 'INSPECTION_OFFICER' ? null : bankRef,
    attempts: ({ id }: PayoutRow, _, context) =>
      loaderOf<string, AttemptRow[]>(context, 'payout attempts', (ids) => findAttempts(context.em, ids)).load(
        id,
      ),
    availableActions: (payout: PayoutRow, _, context) => actionsOf(payout, context),
    history: ({ id }: PayoutRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
