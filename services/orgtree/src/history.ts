import type { HistoryKind } from '@dang/service/history';

/** Where a kind of dossier keeps its steps, by which column they belong to it, and in which its reasons (of a ticket: what was written) are. */
const kindOf = (table: string, owner: string, reason: string): HistoryKind => ({
  name: table,
  find: (em, ids) =>
    em.execute(
      `select entry.${owner} as "dossierId", entry.at, entry.action, entry.from_state as "fromState",
         entry.to_state as "toState", entry.by_name as "byName", entry.by_title as "byTitle", entry.unit_id as "unitId",
         (select name from unit_period place where place.unit_id = entry.unit_id
          order by lower(place.during) desc limit 1) as "unitName", entry.${reason} as reason
       from ${table} entry where entry.${owner} = any(array[?]::uuid[]) order by entry.${owner}, entry.version`,
      [ids],
    ),
});

export const reportHistory = kindOf('report_entry', 'report_id', 'reason');
export const ticketHistory = kindOf('ticket_entry', 'ticket_id', 'body');
