import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { InspectionTheme } from '../generated/graph.ts';
import { unitsBelow } from '../unit/scope.rows.ts';

/** Something that an inspection asks about; days are `YYYY-MM-DD`. */
export type FindingRow = {
  id: string;
  unitId: string;
  number: string | null;
  procedure: string | null;
  state: string | null;
  since: string;
};

/** Where a finding stands in a list: the longest waiting first. */
export type FindingPlace = { since: string; id: string };

/** Before every finding. */
const BEGINNING: FindingPlace = { since: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

/** Each theme as a query of (id, unit_id, number, procedure, state, since); one `?` in it is the day. */
const themes: Record<InspectionTheme, string> = {
  OVERDUE_DOSSIERS: `select dossier_id as id, unit_id, number, procedure, state, due_on as since
    from dossier_state where closed_on is null and due_on < ?::date`,
  LATE_REPORTS: `select id, unit_id, number, 'QUARTERLY_REPORT' as procedure, status as state, due_on as since
    from report where status in ('DRAFT', 'RETURNED') and due_on < ?::date`,
  WAITING_ACCOUNTS: `select dossier_id as id, unit_id, number, procedure, state, opened_on as since
    from dossier_state where procedure = 'ACCOUNT' and closed_on is null and state like 'PENDING%' and opened_on <= ?::date`,
  VACANT_SECRETARIES: `select place.unit_id as id, place.unit_id, null as number, null as procedure, null as state,
      unit.valid_from as since
    from unit_period place join unit on unit.id = place.unit_id
    where place.during @> ?::date
      and place.type in ('PROVINCE', 'SUPERIOR', 'GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH', 'SUB_COMMITTEE', 'BRANCH')
      and not exists (
        select from officers_copy, jsonb_array_elements(officers) officer
        where officers_copy.unit_id = place.unit_id and officer ->> 'role' in ('BRANCH_SECRETARY', 'COMMITTEE_SECRETARY')
      )`,
  OPEN_TICKETS: `select id, unit_id, number, 'SUPPORT_TICKET' as procedure, status as state, opened_on as since
    from ticket where status <> 'CLOSED' and opened_on <= ?::date`,
};

/** A page of what one theme finds in the units below a path, as the tree is today; one statement. */
export async function findFindings(
  em: SqlEntityManager,
  theme: InspectionTheme,
  { path, today, limit, after }: { path: string; today: string; limit: number; after: FindingPlace | null },
): Promise<FindingRow[]> {
  return em.execute(
    `select found.id, found.unit_id as "unitId", found.number, found.procedure, found.state, found.since
     from (${themes[theme]}) found
     where found.unit_id in ${unitsBelow}
       and (found.since, found.id) > (?::date, ?::uuid)
     order by found.since, found.id limit ?`,
    [today, path, today, path, (after ?? BEGINNING).since, (after ?? BEGINNING).id, limit],
  );
}
