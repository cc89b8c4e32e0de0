import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { subtreePath, withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { signUrl } from '@dang/service/doors/signed-url';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { signedIn } from '../decision/signed-in.ts';
import { dossierHistory } from '../dossier-step/history.ts';
import { feesEnvironment } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import {
  findPeriodFigures,
  type PeriodFigures,
  type PeriodOfUnit,
} from '../period-figures/period-figures.ts';
import { viewOf } from './figures.view.ts';
import { minutesSignatures } from './minutes.resolvers.ts';
import { minutesGuards, minutesState } from './minutes.rules.ts';
import { type MinutesWorkflow, minutesWorkflow } from './minutes.workflow.ts';
import {
  type ActInput,
  approveAdjustment,
  close,
  confirm,
  dispute,
  proposeAdjustment,
  rejectAdjustment,
  uphold,
} from './reconciliation.acts.ts';
import { openReconciliation } from './reconciliation.opening.ts';
import { isReadable, loadFor } from './reconciliation.reading.ts';
import { refreshReconciliations } from './reconciliation.refreshing.ts';
import {
  type AdjustmentRow,
  findAdjustments,
  findReconciliations,
  type ReconciliationRow,
} from './reconciliation.rows.ts';
import { guardsOf, isOverdue, type Move, periodName, relationsTo } from './reconciliation.rules.ts';
import { reconciliationLabels } from './reconciliation.steps.ts';
import { type ReconciliationWorkflow, reconciliationWorkflow } from './reconciliation.workflow.ts';

/** How long a link to minutes is good. */
const LINK_MS = 15 * 60_000;

/** A mutation on reconciliations, from its work in one transaction. */
const acting =
  <Input extends ActInput>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
    before: (context: GraphContext, input: Input) => Promise<unknown> = async () => {},
  ) =>
  async (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    await before(context, input);
    const load = loadFor(signedIn(context));
    return mutate(context, { name, input, field: 'reconciliation', load }, (em) => work(em, context, input));
  };

/**
 * Nobody agrees with figures that are no longer so: before an agreement they are computed anew, and when they changed the dossier has
 * another version, which the agreement does not name.
 */
async function refreshBefore(context: GraphContext, { reconciliationId }: ActInput): Promise<void> {
  const dossier = await loadFor(signedIn(context))(context.em, reconciliationId);
  if (dossier) await refreshReconciliations(context.em.fork(), [dossier.id], context.clock);
}

const figuresNow = (context: GraphContext, { unitId, from, through }: PeriodOfUnit): Promise<PeriodFigures> =>
  loaderOf<string, PeriodFigures>(context, 'figures of periods', (keys) =>
    findPeriodFigures(
      context.em,
      keys.map((key) => JSON.parse(key) as PeriodOfUnit),
    ),
  ).load(JSON.stringify({ unitId, from, through }));

/** Whether the unit lies where the actor may adjust; asked once for all units of a request. */
const isAdjustable = (context: GraphContext, unitId: string): Promise<boolean> =>
  loaderOf<string, boolean>(context, 'units in the scope of RECONCILIATION_ADJUST', async (ids) => {
    const scope = scopeUnitOf(signedIn(context), 'RECONCILIATION_ADJUST');
    const within = scope === null ? new Set() : await withinScope(context.em, ids, scope);
    return ids.map((id) => within.has(id));
  }).load(unitId);

/** What can be done with the minutes, which are there once the figures stand. */
async function minutesActionsOf(
  dossier: ReconciliationRow,
  context: GraphContext,
  relations: ReadonlySet<string>,
) {
  if (dossier.status !== 'CLOSED') return [];
  const actor = signedIn(context);
  const signatures = await minutesSignatures(context, dossier.id);
  return availableActions<MinutesWorkflow, RefusalCode>(minutesWorkflow, {
    state: minutesState(signatures),
    relations,
    facts: minutesGuards(dossier, signatures, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
}

async function actionsOf(dossier: ReconciliationRow, context: GraphContext) {
  const actor = signedIn(context);
  // every reconciliation that one can see lies in scope
  const inScope = { read: true, adjust: await isAdjustable(context, dossier.unitId) };
  const relations = relationsTo(dossier, actor, inScope);
  const actions = availableActions<ReconciliationWorkflow, RefusalCode>(reconciliationWorkflow, {
    state: dossier.status,
    relations,
    facts: guardsOf(dossier, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return [...actions, ...(await minutesActionsOf(dossier, context, relations))].map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

const placeShape = z.tuple([z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), z.string(), z.guid()]);

/** A link to the minutes of a closed reconciliation, good for a quarter of an hour; null before it is closed. */
function minutesUrl(
  { id, status }: ReconciliationRow,
  _: unknown,
  { environment }: GraphContext,
): string | null {
  if (status !== 'CLOSED') return null;
  const expiresAt = new Date(Date.now() + LINK_MS);
  return signUrl(feesEnvironment(environment), `/files/minutes/${id}`, { expiresAt });
}

/** Reconciliations between units and their superiors: lists as plain rows, acts by the table. */
export const reconciliationResolvers: Resolvers = {
  Query: {
    async reconciliations(_, { unitId, kind, status, overdue, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, placeShape);
      const actor = signedIn(context);
      const wanted = unitId ?? scopeUnitOf(actor, 'RECONCILIATION_READ');
      if (wanted === null || !(await isReadable(context.em, actor, wanted))) return null;
      const path = await subtreePath(context.em, wanted);
      if (path === null) return null;
      const rows = await findReconciliations(context.em, {
        path,
        today: context.clock.today(),
        kind: kind ?? null,
        status: status ?? null,
        isOverdue: overdue ?? null,
        limit,
        after: place,
      });
      return connection(rows, first, ({ through, number, id }) => [through, number, id]);
    },
    reconciliation: (_, { id }, context) => loadFor(signedIn(context))(context.em, id),
  },

  Mutation: {
    openReconciliation: (_, { input }, context) => {
      const actor = signedIn(context);
      const call = {
        name: 'openReconciliation',
        input,
        field: 'reconciliation',
        load: loadFor(actor),
      } as const;
      return mutate(context, call, (em) => openReconciliation(em, { actor, clock: context.clock }, input));
    },
    confirmReconciliation: acting('confirmReconciliation', confirm, refreshBefore),
    disputeReconciliation: acting('disputeReconciliation', dispute),
    closeReconciliation: acting('closeReconciliation', close, refreshBefore),
    adjustReconciliation: acting<ActInput & { moves: readonly Move[] }>(
      'adjustReconciliation',
      proposeAdjustment,
    ),
    approveReconciliationAdjustment: acting('approveReconciliationAdjustment', approveAdjustment),
    rejectReconciliationAdjustment: acting('rejectReconciliationAdjustment', rejectAdjustment),
    upholdReconciliation: acting('upholdReconciliation', uphold),
  },

  Reconciliation: {
    title: (dossier: ReconciliationRow) => `Đối chiếu đảng phí ${periodName(dossier)}`,
    unit: ({ unitId }: ReconciliationRow) => ({ id: unitId }),
    superior: ({ superiorId }: ReconciliationRow) => ({ id: superiorId }),
    overdue: (dossier: ReconciliationRow, _, { clock }) => isOverdue(dossier, clock.today()),
    figures: ({ figures }: ReconciliationRow) => viewOf(figures),
    figuresNow: async (dossier: ReconciliationRow, _, context) => viewOf(await figuresNow(context, dossier)),
    confirmedByName: ({ confirmedBy }: ReconciliationRow) => confirmedBy?.name ?? null,
    closedByName: ({ closedBy }: ReconciliationRow) => closedBy?.name ?? null,
    dispute: ({ disputedFigure, disputedAmount, disputeReason }: ReconciliationRow) =>
      disputedFigure && {
        figure: disputedFigure,
        amount: BigInt(disputedAmount ?? 0),
        reason: disputeReason,
      },
    adjustments: ({ id }: ReconciliationRow, _, context) =>
      loaderOf<string, AdjustmentRow[]>(context, 'adjustments of reconciliations', (ids) =>
        findAdjustments(context.em, ids),
      ).load(id),
    minutesUrl,
    availableActions: (dossier: ReconciliationRow, _, context) => actionsOf(dossier, context),
    history: ({ id }: ReconciliationRow, _, context) =>
      historyOf(context, dossierHistory, id, reconciliationLabels),
  },
  ReconciliationAdjustment: {
    proposedByName: ({ proposedBy }: AdjustmentRow) => proposedBy.name,
    decidedByName: ({ decidedBy }: AdjustmentRow) => decidedBy?.name ?? null,
  },
  ShareMove: {
    from: ({ fromUnitId }: Move) => ({ id: fromUnitId }),
    to: ({ toUnitId }: Move) => ({ id: toUnitId }),
  },
};
