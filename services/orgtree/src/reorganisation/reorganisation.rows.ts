import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitType } from '../unit/unit.rules.ts';
import type { PlanFault, TreeStep } from './plan.ts';
import type { ReorganisationState } from './reorganisation.workflow.ts';

/** One step in the life of a reorganisation, as it is kept. */
export type KeptStep = {
  at: string;
  action: string;
  label: string;
  fromState: ReorganisationState | null;
  toState: ReorganisationState;
  byName: string | null;
  byTitle: string | null;
  unitId: string | null;
  unitName: string | null;
  reason: string | null;
};

/** A reorganisation, read as a plain row; days are `YYYY-MM-DD`. */
export interface ReorganisationRow {
  readonly id: string;
  readonly version: number;
  readonly status: ReorganisationState;
  readonly title: string;
  readonly decisionNumber: string;
  readonly decisionOn: string;
  readonly effectiveOn: string;
  readonly scopeUnitId: string;
  readonly steps: readonly TreeStep[];
  readonly membersMoved: number;
  readonly temporaryMembersMoved: number;
  readonly failure: readonly PlanFault[] | null;
  readonly history: readonly KeptStep[];
}

const columns = `reorganisation.id, reorganisation.version, status, title, decision_number as "decisionNumber",
  decision_on as "decisionOn", effective_on as "effectiveOn", scope_unit_id as "scopeUnitId", steps,
  members_moved as "membersMoved", temporary_members_moved as "temporaryMembersMoved", failure, history`;

/** The unit's path as it last was. */
const lastPath = (unitId: string) => `(
  select period.path from unit_period period where period.unit_id = ${unitId} order by lower(period.during) desc limit 1)`;

/**
 * Reorganisations that happen within the scope (null: everywhere), the latest first: one, or those of a page that concern a unit
 * or what stands below it.
 */
export async function findReorganisations(
  em: SqlEntityManager,
  wanted: {
    scopeUnitId: string | null;
    id?: string | undefined;
    unitId?: string | null;
    status?: ReorganisationState | null;
    before?: string | null;
    limit?: number;
  },
): Promise<ReorganisationRow[]> {
  const { scopeUnitId, id, unitId, status, before, limit = 1 } = wanted;
  const conditions: [string, unknown][] = [];
  if (scopeUnitId !== null)
    conditions.push([`index(${lastPath('scope_unit_id')}, ?::ltree) >= 0`, scopeUnitId]);
  if (id !== undefined) conditions.push(['reorganisation.id = ?', id]);
  if (status) conditions.push(['status = ?', status]);
  if (before) conditions.push(['reorganisation.id < ?', before]);
  if (unitId)
    conditions.push([
      `exists (select from reorganisation_change change where change.reorganisation_id = reorganisation.id
         and index(${lastPath('change.unit_id')}, ?::ltree) >= 0)`,
      unitId,
    ]);
  return em.execute(
    `select ${columns} from reorganisation
     where ${conditions.length === 0 ? 'true' : conditions.map(([condition]) => condition).join(' and ')}
     order by reorganisation.id desc limit ?`,
    [...conditions.map(([, value]) => value), limit],
  );
}

/** How a unit stood before or after. */
export type UnitStateRow = {
  code: string;
  name: string;
  shortName: string;
  type: UnitType;
  parentId: string | null;
};

/** What a reorganisation did to a unit. */
export interface UnitChangeRow {
  readonly unitId: string;
  readonly what: 'CREATED' | 'MOVED' | 'RENAMED' | 'FOLLOWED' | 'ENDED' | 'TOUCHED';
  readonly reorganisationId: string;
  readonly decisionNumber: string;
  readonly effectiveOn: string;
  readonly before: UnitStateRow | null;
  readonly after: UnitStateRow | null;
  readonly successorId: string | null;
}

const changeColumns = `change.unit_id as "unitId", change.what, change.reorganisation_id as "reorganisationId",
  reorganisation.decision_number as "decisionNumber", reorganisation.effective_on as "effectiveOn", change.before, change.after,
  change.successor_id as "successorId"`;

/** A page of what one reorganisation did, or of what was done to one unit: `id` is the one, `after` the other. */
export type ChangesPage = { id: string; limit: number; after: string | null };

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const listings = {
  REORGANISATION: { key: 'reorganisation_id', place: 'unit_id', beyond: '>', order: 'asc', start: FIRST_ID },
  UNIT: { key: 'unit_id', place: 'reorganisation_id', beyond: '<', order: 'desc', start: LAST_ID },
} as const;

/**
 * What each reorganisation did, in the order of the units' ids; or what was done to each unit, the latest first. One statement for
 * all pages.
 */
export async function findChanges(
  em: SqlEntityManager,
  of: keyof typeof listings,
  pages: readonly ChangesPage[],
): Promise<UnitChangeRow[][]> {
  const { key, place, beyond, order, start } = listings[of];
  const rows: (UnitChangeRow & { n: number })[] = await em.execute(
    `select wanted.n::int as n, ${changeColumns}
     from unnest(array[?]::uuid[], array[?]::int[], array[?]::uuid[]) with ordinality as wanted(id, size, after, n)
     cross join lateral (
       select * from reorganisation_change found
       where found.${key} = wanted.id and found.what is not null
         and found.${place} ${beyond} wanted.after
       order by found.${place} ${order} limit wanted.size
     ) change
     join reorganisation on reorganisation.id = change.reorganisation_id
     order by wanted.n, change.${place} ${order}`,
    [pages.map(({ id }) => id), pages.map(({ limit }) => limit), pages.map(({ after }) => after ?? start)],
  );
  const byPage = Map.groupBy(rows, ({ n }) => n);
  return pages.map((_, index) => byPage.get(index + 1) ?? []);
}
