import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type DemoSupport, loadSupport } from './demo-support.ts';
import type { Procedure } from './generated/graph.ts';
import type { MembershipCause, MembershipKind } from './membership/membership.rules.ts';
import { EVENT_SIZE, recordUnits } from './unit/recorded-units.ts';
import type { UnitKind, UnitType } from './unit/unit.rules.ts';
import { holdsOn, treeFaults } from './unit/unit.rules.ts';

/** The part of a demo province that orgtree owns, as plain rows; days are `YYYY-MM-DD`, `to` is the first day outside. */
export interface OrgtreeDemoData {
  units: { id: string; validFrom: string; validTo: string | null }[];
  periods: {
    unitId: string;
    from: string;
    to: string | null;
    code: string;
    name: string;
    shortName: string;
    type: UnitType;
    kind: UnitKind;
    parentId: string | null;
    regionMinWage: number | null;
    hasDigitalSignature: boolean;
    address: string | null;
  }[];
  memberships: {
    id: string;
    memberId: string;
    unitId: string;
    kind: MembershipKind;
    from: string;
    to: string | null;
    cause: MembershipCause;
    causeId: string | null;
    endCause: MembershipCause | null;
    endCauseId: string | null;
  }[];
  /** Where members live. */
  residences: { memberId: string; residenceBranchId: string }[];
  /** From which day a procedure runs in a unit and below it. */
  starts: { unitId: string; procedure: Procedure; startsOn: string }[];
  support?: DemoSupport;
}

/**
 * Loads a demo province into an empty database, in one transaction: the tree, the memberships, and the events by which the
 * other services hear of them. A second call changes nothing. Refuses (throws) a tree with faults, naming all of them.
 */
export async function loadDemoData(em: SqlEntityManager, data: OrgtreeDemoData): Promise<void> {
  const faults = treeFaults(data.periods);
  if (faults.length > 0) throw new Error(`The demo tree cannot be loaded: ${faults.join('; ')}`);
  await em.transactional(async (inside) => {
    const first = await inside.execute(
      'insert into demo_load default values on conflict do nothing returning loaded_at',
    );
    if (first.length === 0) return;
    await loadTree(inside, data);
    await loadMemberships(inside, data);
    await loadStarts(inside, data);
    await recordUnits(inside, null);
    await recordPlacements(inside);
    if (data.support) await loadSupport(inside, data.support);
  });
}

type Period = OrgtreeDemoData['periods'][number];

/** The ids from the root to the unit, as they are on the first day of the period. */
function pathOf(period: Period, byUnit: Map<string, Period[]>): string {
  if (period.parentId === null) return period.unitId;
  const parent = byUnit.get(period.parentId)?.find((candidate) => holdsOn(candidate, period.from));
  if (!parent) throw new Error(`${period.code} has no unit above on ${period.from}`);
  return `${pathOf({ ...parent, from: period.from }, byUnit)}.${period.unitId}`;
}

async function loadTree(em: SqlEntityManager, { units, periods }: OrgtreeDemoData): Promise<void> {
  await em.execute(
    `insert into unit (id, valid_from, valid_to)
     select id, "validFrom", "validTo" from jsonb_to_recordset(?::jsonb) as row(id uuid, "validFrom" date, "validTo" date)`,
    [JSON.stringify(units)],
  );
  const byUnit = Map.groupBy(periods, ({ unitId }) => unitId);
  await em.execute(
    `insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path, region_min_wage,
       has_digital_signature, address)
     select "unitId", daterange("from", "to"), code, name, "shortName", type, kind, "parentId", path, "regionMinWage",
       "hasDigitalSignature", address
     from jsonb_to_recordset(?::jsonb) as row("unitId" uuid, "from" date, "to" date, code text, name text, "shortName" text,
       type text, kind text, "parentId" uuid, path ltree, "regionMinWage" smallint, "hasDigitalSignature" boolean, address text)`,
    [JSON.stringify(periods.map((period) => ({ ...period, path: pathOf(period, byUnit) })))],
  );
}

async function loadMemberships(
  em: SqlEntityManager,
  { memberships, residences }: OrgtreeDemoData,
): Promise<void> {
  await em.execute(
    `insert into membership (id, member_id, unit_id, kind, valid_from, valid_to, cause, cause_id, end_cause, end_cause_id)
     select id, "memberId", "unitId", kind, "from", "to", cause, "causeId", "endCause", "endCauseId"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "memberId" uuid, "unitId" uuid, kind text, "from" date, "to" date,
       cause text, "causeId" uuid, "endCause" text, "endCauseId" uuid)`,
    [JSON.stringify(memberships)],
  );
  await em.execute(
    `insert into placement (member_id, branch_id, since, temporary_branch_id, temporary_since, residence_branch_id)
     select member_id, (array_agg(unit_id) filter (where kind = 'OFFICIAL'))[1], min(valid_from) filter (where kind = 'OFFICIAL'),
       (array_agg(unit_id) filter (where kind = 'TEMPORARY'))[1], min(valid_from) filter (where kind = 'TEMPORARY'),
       (array_agg(residence) filter (where residence is not null))[1]
     from (
       select member_id, unit_id, kind, valid_from, null::uuid as residence from membership where valid_to is null
       union all
       select "memberId", null, null, null, "residenceBranchId"
       from jsonb_to_recordset(?::jsonb) as row("memberId" uuid, "residenceBranchId" uuid)
     ) known
     group by member_id`,
    [JSON.stringify(residences)],
  );
}

async function loadStarts(em: SqlEntityManager, { starts }: OrgtreeDemoData): Promise<void> {
  await em.execute(
    `insert into procedure_start (unit_id, procedure, starts_on)
     select "unitId", procedure, "startsOn"
     from jsonb_to_recordset(?::jsonb) as row("unitId" uuid, procedure text, "startsOn" date)`,
    [JSON.stringify(starts)],
  );
  const told = starts.map((start) => ({ ...start, version: 1 }));
  for (let from = 0; from < told.length; from += EVENT_SIZE) {
    const data = { starts: told.slice(from, from + EVENT_SIZE) };
    await recordEvents(em, ProcedureStartSet, [{ aggregateId: `starts-${from / EVENT_SIZE + 1}`, data }]);
  }
}

async function recordPlacements(em: SqlEntityManager): Promise<void> {
  const rows: { placements: unknown[] }[] = await em.execute(
    `select json_agg(json_build_object('memberId', member_id, 'version', version, 'branchId', branch_id, 'since', since,
         'temporaryBranchId', temporary_branch_id, 'temporarySince', temporary_since,
         'residenceBranchId', residence_branch_id)) as placements
     from (select *, (row_number() over (order by member_id) - 1) / ? as batch from placement) known
     group by batch order by batch`,
    [EVENT_SIZE],
  );
  await recordEvents(
    em,
    PlacementRecorded,
    rows.map(({ placements }, batch) => ({
      aggregateId: `placements-${batch + 1}`,
      data: { placements } as never,
    })),
  );
}
