import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Where each kind of dossier keeps its steps, and by which column they belong to it. */
const histories = {
  ACCOUNT: ['account_history', 'account_id'],
  ACCOUNT_CHANGE: ['account_change_history', 'request_id'],
  POSITION_CLAIM: ['position_claim_history', 'claim_id'],
  MEMBER_CORRECTION: ['member_correction_history', 'correction_id'],
} as const;

type DossierKind = keyof typeof histories;

/** One step in the life of a dossier; `label` is the word of the button where the procedure has one. */
export type HistoryRow = {
  dossierId: string;
  at: Date;
  action: string;
  fromState: string | null;
  toState: string;
  byName: string | null;
  byTitle: string | null;
  unitId: string | null;
  unitName: string | null;
  reason: string | null;
  label?: string;
};

async function findSteps(
  em: SqlEntityManager,
  kind: DossierKind,
  ids: readonly string[],
): Promise<HistoryRow[]> {
  const [table, owner] = histories[kind];
  const rows = await em.execute<(Omit<HistoryRow, 'at'> & { at: string })[]>(
    `select history.${owner} as "dossierId", history.at, history.action, history.from_state as "fromState",
       history.to_state as "toState", history.by_name as "byName", history.by_title as "byTitle",
       history.unit_id as "unitId", unit.name as "unitName", history.reason
     from ${table} history left join unit_copy unit on unit.id = history.unit_id
     where history.${owner} = any(array[?]::uuid[])
     order by history.${owner}, history.step`,
    [ids],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Every step of a dossier, the first one first, with the procedure's own labels; one query for all dossiers of a list. */
export function historyOf(
  context: GraphContext,
  kind: DossierKind,
  id: string,
  labels?: ReadonlyMap<string, string>,
): Promise<HistoryRow[]> {
  return loaderOf<string, HistoryRow[]>(context, `history of ${kind}`, async (ids) => {
    const steps = await findSteps(context.em, kind, ids);
    const told = labels
      ? steps.map((row) => ({ ...row, label: labels.get(row.action) ?? row.action }))
      : steps;
    const byDossier = Map.groupBy(told, ({ dossierId }) => dossierId);
    return ids.map((key) => byDossier.get(key) ?? []);
  }).load(id);
}
