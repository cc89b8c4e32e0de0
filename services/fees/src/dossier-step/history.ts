import type { HistoryKind } from '@dang/service/history';
import { uuidArray } from '../charging/charging.rows.ts';

/** Where a kind of dossier keeps its steps, by which column they belong to it, and what its states are called there. */
const kindOf = (table: string, owner: string, state: 'state' | 'status'): HistoryKind => ({
  name: table,
  find: (em, ids) =>
    em.execute(
      `select step.${owner} as "dossierId", step.at, step.action, step.from_${state} as "fromState", step.to_${state} as "toState",
         step.actor ->> 'name' as "byName", step.actor ->> 'title' as "byTitle", step.actor ->> 'unitId' as "unitId",
         unit.name as "unitName", step.reason
       from ${table} step left join unit_copy unit on unit.id = (step.actor ->> 'unitId')::uuid
       where step.${owner} = any(?::uuid[]) order by step.${owner}, step.id`,
      [uuidArray(ids)],
    ),
});

export const orderHistory = kindOf('order_step', 'order_id', 'status');
export const refundHistory = kindOf('refund_step', 'refund_id', 'status');
export const dossierHistory = kindOf('dossier_step', 'dossier_id', 'state');
