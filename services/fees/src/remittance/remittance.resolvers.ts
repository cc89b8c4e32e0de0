import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { subtreePath, withinScope } from '@dang/reference/units';
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
import {
  confirmRemittance,
  declareRemittance,
  findRemittanceFor,
  withdrawRemittance,
} from './remittance.acts.ts';
import { findDeclared, findRemittancesWithin, type RemittanceRow } from './remittance.rows.ts';
import { guardsOf, relationsTo } from './remittance.rules.ts';
import { type RemittanceWorkflow, remittanceWorkflow } from './remittance.workflow.ts';

const labels = labelsOf(remittanceWorkflow, ['DECLARE', 'Khai báo nộp tiền']);
const cursorShape = z.tuple([z.guid()]);

/** A mutation on remittances, from its work in one transaction. */
const remittanceMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const load = (em: SqlEntityManager, id: string) => findRemittanceFor(em, context, id);
    const call = { name, input, field: 'remittance' as const, load };
    return mutate(context, call, (em) => work(em, context, input));
  };

/** The unit on which the actor may look at cash: as who collects it, or as who reads payouts. */
const scopeOf = (actor: Actor): string | null =>
  scopeUnitOf(actor, 'DUES_COLLECT') ?? scopeUnitOf(actor, 'PAYOUT_READ');

/** Does the unit lie where the actor may look at cash? Asked once for all units of a request. */
function isInScope(context: GraphContext, unitId: string): Promise<boolean> {
  return loaderOf(context, 'units in the scope of cash', async (ids: readonly string[]) => {
    const scope = context.actor && scopeOf(context.actor);
    const within = scope ? await withinScope(context.em, ids, scope) : new Set();
    return ids.map((id) => within.has(id));
  }).load(unitId);
}

interface Cash {
  readonly total: bigint;
  readonly declared: bigint;
}

const cashOf = (context: GraphContext, unitId: string): Promise<Cash> =>
  loaderOf(context, 'cash to remit', async (ids: readonly string[]) => {
    const totals = await accountBalances(context.em, 'BRANCH_CASH', ids);
    const declared = await findDeclared(context.em, ids);
    return ids.map((id) => ({ total: totals.get(id) ?? 0n, declared: BigInt(declared.get(id) ?? 0) }));
  }).load(unitId);

function actionsOf(remittance: RemittanceRow, context: GraphContext) {
  const actor = signedIn(context);
  const actions = availableActions<RemittanceWorkflow, RefusalCode>(remittanceWorkflow, {
    state: remittance.status,
    relations: relationsTo(remittance, actor),
    facts: guardsOf(remittance, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

/** An inspector's reading leaves a line for each remittance, under its branch. */
const noteReading = (context: GraphContext, remittances: readonly RemittanceRow[]): Promise<void> =>
  noteInspection(
    context,
    'readRemittance',
    remittances.map(({ id, branchId }) => ({ id, unitId: branchId, holderMemberId: null })),
  );

/** Cash that branches carry to the central account. */
export const remittanceResolvers: Resolvers = {
  Query: {
    async remittance(_, { id }, context) {
      const remittance = await findRemittanceFor(context.em, context, id);
      if (remittance) await noteReading(context, [remittance]);
      return remittance;
    },
  },
  Mutation: {
    declareRemittance: remittanceMutation('declareRemittance', declareRemittance),
    confirmRemittance: remittanceMutation('confirmRemittance', confirmRemittance),
    withdrawRemittance: remittanceMutation('withdrawRemittance', withdrawRemittance),
  },
  OrgUnit: {
    cashToRemit: async ({ id }, _args, context) =>
      (await isInScope(context, id)) ? cashOf(context, id) : null,
    async remittances({ id }, { status, ...wish }, context) {
      const { first, limit, after } = pageArgs(wish.first, wish.after);
      const place = after === null ? null : decodeCursor(after, cursorShape)[0];
      if (!(await isInScope(context, id))) return null;
      const path = await subtreePath(context.em, id);
      if (path === null) return null;
      const rows = await findRemittancesWithin(context.em, {
        path,
        status: status ?? null,
        after: place,
        limit,
      });
      await noteReading(context, rows);
      return connection(rows, first, (row) => [row.id]);
    },
  },
  CashToRemit: {
    undeclared: ({ total, declared }: Cash) => total - declared,
  },
  Remittance: {
    branch: ({ branchId }: RemittanceRow) => ({ id: branchId }),
    availableActions: (remittance: RemittanceRow, _, context) => actionsOf(remittance, context),
    history: ({ id }: RemittanceRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
