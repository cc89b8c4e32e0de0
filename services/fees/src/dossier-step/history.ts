import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';

/** Where each kind of dossier keeps its steps: the table, the column of the dossier, and those of its states. */
const histories = {
  ORDER: { table: 'order_step', owner: 'order_id', from: 'from_status', to: 'to_status' },
  REFUND: { table: 'refund_step', owner: 'refund_id', from: 'from_status', to: 'to_status' },
  DOSSIER: { table: 'dossier_step', owner: 'dossier_id', from: 'from_state', to: 'to_state' },
} as const;

type HistoryKind = keyof typeof histories;

/** One step in the life of a dossier, an order or a refund. */
export interface HistoryRow {
  readonly dossierId: string;
  readonly at: Date;
  readonly action: string;
  readonly label: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly byName: string | null;
  readonly byTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly reason: string | null;
}

async function findSteps(
  em: SqlEntityManager,
  kind: HistoryKind,
  ids: readonly string[],
): Promise<(Omit<HistoryRow, 'at' | 'label'> & { at: string })[]> {
  const { table, owner, from, to } = histories[kind];
  return em.execute(
    `select step.${owner} as "dossierId", step.at, step.action, step.${from} as "fromState", step.${to} as "toState",
       step.actor ->> 'name' as "byName", step.actor ->> 'title' as "byTitle", step.actor ->> 'unitId' as "unitId",
       unit.name as "unitName", step.reason
     from ${table} step left join unit_copy unit on unit.id = (step.actor ->> 'unitId')::uuid
     where step.${owner} = any(?::uuid[]) order by step.${owner}, step.id`,
    [uuidArray(ids)],
  );
}

/** Every step, the first one first, with the words of its procedure; one query for all dossiers of a list. */
export async function historyOf(
  context: GraphContext,
  kind: HistoryKind,
  id: string,
  labels: ReadonlyMap<string, string>,
): Promise<HistoryRow[]> {
  const steps = await loaderOf(context, `history of ${kind}`, async (ids: readonly string[]) => {
    const byDossier = Map.groupBy(await findSteps(context.em, kind, ids), ({ dossierId }) => dossierId);
    return ids.map((each) => byDossier.get(each) ?? []);
  }).load(id);
  return steps.map((step) => ({
    ...step,
    at: new Date(step.at),
    label: labels.get(step.action) ?? step.action,
  }));
}

/** The words on the button of each action of a procedure, and of those with which it begins. */
export const labelsOf = (
  workflow: { readonly transitions: readonly { readonly action: string; readonly label: string }[] },
  ...first: readonly (readonly [action: string, label: string])[]
): ReadonlyMap<string, string> =>
  new Map([...first, ...workflow.transitions.map(({ action, label }) => [action, label] as const)]);
