import type { HistoryKind } from '@dang/service/history';

/** Where a kind of dossier keeps its steps, by which column they belong to it, and where their reasons are. */
const kindOf = (table: string, owner: string, reason = 'step.reason'): HistoryKind => ({
  name: table,
  find: (em, ids) =>
    em.execute(
      `select step.${owner} as "dossierId", step.at, step.action, step.from_state as "fromState", step.to_state as "toState",
         step.by_name as "byName", step.by_title as "byTitle", step.unit_id as "unitId", unit.name as "unitName", ${reason} as reason
       from ${table} step left join unit_copy unit on unit.id = step.unit_id
       where step.${owner} = any(array[?]::uuid[]) order by step.${owner}, step.at, step.id`,
      [ids],
    ),
});

export const itemHistory = kindOf('comment_item_history', 'item_id');
export const listHistory = kindOf('comment_list_history', 'list_id');
// nothing that is done to a report asks for a reason
export const reportHistory = kindOf('self_report_step', 'item_id', 'null');
