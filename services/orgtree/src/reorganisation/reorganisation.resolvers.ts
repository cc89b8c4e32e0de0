import { signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import type { UnitRow } from '../unit/unit.rows.ts';
import { refusalOf, treeScopeOf } from './decide-plan.ts';
import { changedBy, createdBy, placesOf } from './plan.rules.ts';
import type { TreeStep } from './plan.ts';
import { previewFor } from './preview.ts';
import {
  type ChangesPage,
  findChanges,
  findReorganisations,
  type ReorganisationRow,
  type UnitChangeRow,
  type UnitStateRow,
} from './reorganisation.rows.ts';
import { type ReorganisationWorkflow, reorganisationWorkflow } from './reorganisation.workflow.ts';

const place = z.tuple([z.guid()]);
const idAfter = (after: string | null): string | null =>
  after === null ? null : decodeCursor(after, place)[0];

const last = (context: GraphContext, id: string | null): Promise<UnitRow | null> =>
  id === null ? Promise.resolve(null) : unitOnOrLast(context, id, context.clock.today());

/** Those of the units that there are, as they last are. */
async function known(context: GraphContext, ids: readonly string[]): Promise<UnitRow[]> {
  const units = await Promise.all(ids.map((id) => last(context, id)));
  return units.filter((unit) => unit !== null);
}

/** A page of changes; everything asked for in one tick is one statement. */
const changesOf = (
  context: GraphContext,
  of: 'REORGANISATION' | 'UNIT',
  page: ChangesPage,
): Promise<UnitChangeRow[]> =>
  loaderOf<string, UnitChangeRow[]>(context, `changes of a ${of}`, (keys) =>
    findChanges(
      context.em,
      of,
      keys.map((key) => JSON.parse(key) as ChangesPage),
    ),
  ).load(JSON.stringify(page));

/** Reorganisations are read in a capacity with TREE_CHANGE, and only those that happen within its unit. */
export const reorganisationResolvers: Resolvers = {
  Query: {
    previewReorganisation: (_, { effectiveOn, steps }, context) => previewFor(context, steps, effectiveOn),

    async reorganisation(_, { id }, { em, actor }) {
      const scopeUnitId = actor ? treeScopeOf(actor) : undefined;
      if (scopeUnitId === undefined) return null;
      return (await findReorganisations(em, { scopeUnitId, id }))[0] ?? null;
    },

    async reorganisations(_, { unitId, status, ...args }, context) {
      const { em, actor } = context;
      const scopeUnitId = actor ? treeScopeOf(actor) : undefined;
      if (scopeUnitId === undefined) return null;
      if (unitId != null) {
        const unit = await last(context, unitId);
        if (!unit || (scopeUnitId !== null && !unit.path.includes(scopeUnitId))) return null;
      }
      const { first, limit, after } = pageArgs(args.first, args.after);
      const wanted = {
        scopeUnitId,
        unitId: unitId ?? null,
        status: status ?? null,
        before: idAfter(after),
        limit,
      };
      return connection(await findReorganisations(em, wanted), first, ({ id }) => [id]);
    },
  },

  Reorganisation: {
    scope: ({ scopeUnitId }: ReorganisationRow, _, context) => last(context, scopeUnitId),
    async changes({ id }: ReorganisationRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const rows = await changesOf(context, 'REORGANISATION', { id, limit, after: idAfter(after) });
      return connection(rows, first, ({ unitId }) => [unitId]);
    },
    faults: ({ failure, steps }: ReorganisationRow) =>
      (failure ?? []).map((fault) => refusalOf(fault, steps.length > 1)),
    availableActions({ status }: ReorganisationRow, _, { actor, language }) {
      const relations = new Set(actor && treeScopeOf(actor) !== undefined ? ['PLANNER'] : []);
      const stepUpFresh = actor !== null && signInIsFresh(actor, new Date());
      return availableActions<ReorganisationWorkflow, never>(reorganisationWorkflow, {
        state: status,
        relations,
        facts: {},
        stepUpFresh,
      }).map((action) => ({ ...action, reason: action.code && refusalMessage(action.code, language) }));
    },
    history: ({ history }: ReorganisationRow) =>
      history.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  },

  ReorganisationStep: {
    units: (step: TreeStep, _, context) => known(context, changedBy(step)),
    into: (step: TreeStep, _, context) => last(context, placesOf(step)[0] ?? null),
    names: (step: TreeStep) =>
      step.act === 'RENAME' ? [step.name] : createdBy(step).map(({ name }) => name),
  },

  UnitChange: {
    unit: ({ unitId }: UnitChangeRow, _, context) => last(context, unitId),
    successor: ({ successorId }: UnitChangeRow, _, context) => last(context, successorId),
  },

  UnitState: {
    parent: ({ parentId }: UnitStateRow, _, context) => last(context, parentId),
  },

  OrgUnit: {
    async changes(unit: UnitRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const rows = await changesOf(context, 'UNIT', { id: unit.id, limit, after: idAfter(after) });
      return connection(rows, first, ({ reorganisationId }) => [reorganisationId]);
    },
  },
};
