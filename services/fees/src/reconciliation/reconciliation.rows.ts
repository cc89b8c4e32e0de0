import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { Month } from '../charging/charging.rules.ts';
import type { ActedBy } from '../dossier-step/acted-by.ts';
import { figuresFrom, type PeriodFigures } from '../period-figures/period-figures.ts';
import type { Move, ReconciliationFacts, ReconciliationKind } from './reconciliation.rules.ts';
import type { ReconciliationState } from './reconciliation.workflow.ts';

/** A reconciliation as lists show it; months are `YYYY-MM`, days `YYYY-MM-DD`. */
export interface ReconciliationRow extends ReconciliationFacts {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly kind: ReconciliationKind;
  readonly from: Month;
  readonly through: Month;
  readonly openedOn: string;
  readonly figures: PeriodFigures;
  readonly figuresAt: Date;
  readonly confirmedBy: ActedBy | null;
  readonly confirmedOn: string | null;
  readonly closedBy: ActedBy | null;
  readonly closedOn: string | null;
  readonly disputedFigure: string | null;
  readonly disputedAmount: string | null;
  readonly disputeReason: string | null;
}

type Stored = Omit<ReconciliationRow, 'figures' | 'figuresAt'> & {
  figures: Record<string, unknown>;
  figuresAt: string;
};

const columns = `one.id, one.version, one.number, one.kind, one.unit_id as "unitId", one.superior_id as "superiorId",
  to_char(one.from_month, 'YYYY-MM') as "from", to_char(one.through_month, 'YYYY-MM') as through, one.due_on as "dueOn",
  one.opened_on as "openedOn", one.status, one.figures, one.figures_at as "figuresAt", one.confirmed_by as "confirmedBy",
  one.confirmed_on as "confirmedOn", one.closed_by as "closedBy", one.closed_on as "closedOn",
  one.disputed_figure as "disputedFigure", one.disputed_amount as "disputedAmount", one.dispute_reason as "disputeReason",
  (select waiting.proposed_by from reconciliation_adjustment waiting
   where waiting.reconciliation_id = one.id and waiting.status = 'PROPOSED') as "proposedBy"`;

const rowOf = (row: Stored): ReconciliationRow => ({
  ...row,
  figures: figuresFrom(row.figures),
  figuresAt: new Date(row.figuresAt),
});

/** The reconciliation by its id; with `lock` nobody else changes it until the transaction ends. */
export async function findReconciliation(
  em: SqlEntityManager,
  id: string,
  { lock = false } = {},
): Promise<ReconciliationRow | null> {
  const [row] = await em.execute<Stored[]>(
    `select ${columns} from reconciliation one where one.id = ? ${lock ? 'for update of one' : ''}`,
    [id],
  );
  return row ? rowOf(row) : null;
}

/** Where a reconciliation stands in a list: the latest months first, then by number. */
export type ReconciliationPlace = readonly [through: Month, number: string, id: string];

/** Which reconciliations of which subtree. */
export interface ReconciliationsPage {
  readonly path: string;
  readonly today: string;
  readonly kind: ReconciliationKind | null;
  readonly status: ReconciliationState | null;
  readonly isOverdue: boolean | null;
  readonly limit: number;
  readonly after: ReconciliationPlace | null;
}

/** A page of the reconciliations of a unit and of everything below it. */
export async function findReconciliations(
  em: SqlEntityManager,
  { path, today, kind, status, isOverdue, limit, after }: ReconciliationsPage,
): Promise<ReconciliationRow[]> {
  const late = `(one.status <> 'CLOSED' and one.due_on < ?)`;
  const rows = await em.execute<Stored[]>(
    `select ${columns} from reconciliation one join unit_copy unit on unit.id = one.unit_id
     where unit.path <@ ?::ltree
       ${kind === null ? '' : 'and one.kind = ?'} ${status === null ? '' : 'and one.status = ?'}
       ${isOverdue === null ? '' : `and ${isOverdue ? '' : 'not '}${late}`}
       ${after === null ? '' : 'and (one.through_month < ?::date or (one.through_month = ?::date and (one.number, one.id) > (?, ?::uuid)))'}
     order by one.through_month desc, one.number, one.id limit ?`,
    [
      path,
      ...(kind === null ? [] : [kind]),
      ...(status === null ? [] : [status]),
      ...(isOverdue === null ? [] : [today]),
      ...(after === null ? [] : [`${after[0]}-01`, `${after[0]}-01`, after[1], after[2]]),
      limit,
    ],
  );
  return rows.map(rowOf);
}

/** What was proposed to settle a dispute. */
export interface AdjustmentRow {
  readonly id: string;
  readonly reconciliationId: string;
  readonly status: 'PROPOSED' | 'POSTED' | 'REJECTED';
  readonly reason: string;
  readonly moves: readonly Move[];
  readonly proposedBy: ActedBy;
  readonly proposedOn: string;
  readonly decidedBy: ActedBy | null;
  readonly decidedOn: string | null;
}

/** The adjustments of each reconciliation, the first one first; one statement. */
export async function findAdjustments(
  em: SqlEntityManager,
  reconciliationIds: readonly string[],
): Promise<AdjustmentRow[][]> {
  type Kept = Omit<AdjustmentRow, 'moves'> & { moves: (Omit<Move, 'amount'> & { amount: string })[] };
  const rows = await em.execute<Kept[]>(
    `select id, reconciliation_id as "reconciliationId", status, reason, moves, proposed_by as "proposedBy",
       proposed_on as "proposedOn", decided_by as "decidedBy", decided_on as "decidedOn"
     from reconciliation_adjustment where reconciliation_id = any(?::uuid[]) order by reconciliation_id, id`,
    [uuidArray(reconciliationIds)],
  );
  const read = rows.map((row) => ({
    ...row,
    moves: row.moves.map((move) => ({ ...move, amount: BigInt(move.amount) })),
  }));
  const byDossier = Map.groupBy(read, ({ reconciliationId }) => reconciliationId);
  return reconciliationIds.map((id) => byDossier.get(id) ?? []);
}
