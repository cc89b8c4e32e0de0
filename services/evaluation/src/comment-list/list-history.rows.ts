import type { Actor } from '@dang/access/actor';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { commentListWorkflow } from './comment-list.workflow.ts';

/** What is kept of a step. */
export interface ListStep {
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly reason?: string | null;
}

/** Writes one line of a list's history. */
export async function addListStep(em: SqlEntityManager, listId: string, step: ListStep): Promise<void> {
  const { action, fromState, toState, at, actor, reason = null } = step;
  await em.execute(
    `insert into comment_list_history (list_id, at, action, from_state, to_state, by_name, by_title, unit_id, reason)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      listId,
      at,
      action,
      fromState,
      toState,
      actor.name,
      actor.capacity?.title ?? null,
      actor.capacity?.unitId ?? null,
      reason,
    ],
  );
}

/** One line of a list's history, as `HistoryEntry` shows it. */
export interface ListHistoryRow {
  readonly listId: string;
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

const labels: ReadonlyMap<string, string> = new Map([
  ['CREATE', 'Lập danh sách'],
  ...commentListWorkflow.transitions.map(({ action, label }) => [action, label] as const),
]);

/** The history of a list that the actor has been allowed to see, the first step first; batched. */
export function listHistoryOf(context: GraphContext, listId: string): Promise<ListHistoryRow[]> {
  return loaderOf<string, ListHistoryRow[]>(context, 'histories of lists', async (ids) => {
    const rows: (Omit<ListHistoryRow, 'at' | 'label'> & { at: string })[] = await context.em.execute(
      `select line.list_id as "listId", to_json(line.at)#>>'{}' as at, line.action, line.from_state as "fromState",
         line.to_state as "toState", line.by_name as "byName", line.by_title as "byTitle", line.unit_id as "unitId",
         unit.name as "unitName", line.reason
       from comment_list_history line left join unit_copy unit on unit.id = line.unit_id
       where line.list_id = any(array[?]::uuid[])
       order by line.list_id, line.at, line.id`,
      [ids],
    );
    const told = rows.map((row) => ({
      ...row,
      at: new Date(row.at),
      label: labels.get(row.action) ?? row.action,
    }));
    const byList = Map.groupBy(told, (row) => row.listId);
    return ids.map((id) => byList.get(id) ?? []);
  }).load(listId);
}
