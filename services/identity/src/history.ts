import type { HistoryKind } from '@dang/service/history';

/** Where a kind of dossier keeps its steps, and by which column they belong to it. */
const kindOf = (table: string, owner: string): HistoryKind => ({
  name: table,
  find: (em, ids) =>
    em.execute(
      `select history.${owner} as "dossierId", history.at, history.action, history.from_state as "fromState",
         history.to_state as "toState", history.by_name as "byName", history.by_title as "byTitle",
         history.unit_id as "unitId", unit.name as "unitName", history.reason
       from ${table} history left join unit_copy unit on unit.id = history.unit_id
       where history.${owner} = any(array[?]::uuid[])
       order by history.${owner}, history.step`,
      [ids],
    ),
});

export const accountHistory = kindOf('account_history', 'account_id');
export const changeHistory = kindOf('account_change_history', 'request_id');
export const claimHistory = kindOf('position_claim_history', 'claim_id');
export const correctionHistory = kindOf('member_correction_history', 'correction_id');
