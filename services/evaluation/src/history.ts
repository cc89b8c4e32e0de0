import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Where each kind of dossier keeps its steps, the column of the dossier, and where its reasons are. */
const histories = {
  ITEM: { table: 'comment_item_history', owner: 'item_id', reason: 'step.reason' },
  LIST: { table: 'comment_list_history', owner: 'list_id', reason: 'step.reason' },
  // nothing that is done to a report asks for a reason
  REPORT: { table: 'self_report_step', owner: 'item_id', reason: 'null' },
} as const;

type HistoryKind = keyof typeof histories;

/** One step in the life of an item, a list or a report, as `HistoryEntry` shows it. */
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
  const { table, owner, reason } = histories[kind];
  return em.execute(
    `select step.${owner} as "dossierId", to_json(step.at)#>>'{}' as at, step.action, step.from_state as "fromState",
       step.to_state as "toState", step.by_name as "byName", step.by_title as "byTitle", step.unit_id as "unitId",
       unit.name as "unitName", ${reason} as reason
     from ${table} step left join unit_copy unit on unit.id = step.unit_id
     where step.${owner} = any(array[?]::uuid[])
     order by step.${owner}, step.at, step.id`,
    [ids],
  );
}

/**
 * Every step of a dossier that the actor has been allowed to see, the first one first, with the words of its procedure; one query for
 * all dossiers of a page.
 */
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
