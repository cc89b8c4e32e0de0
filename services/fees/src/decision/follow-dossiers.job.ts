import { findUnits } from '@dang/reference/units';
import type { Job } from '@dang/service/jobs';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { leaderRoles, rateDecider, voluntaryDecider, waiverDecider } from './decider.ts';
import { keepStep } from './dossier.steps.ts';
import type { DossierKind, DuesDossier } from './dossier.ts';

type Table = DossierKind<DuesDossier>['table'];

const deciders = {
  dues_rate: rateDecider,
  waiver: waiverDecider,
  voluntary_contribution: voluntaryDecider,
} as const satisfies Record<Table, typeof rateDecider>;

const AT_ONCE = 100;

interface Astray {
  readonly id: string;
  readonly memberId: string;
  /** Where the member is now. */
  readonly branchId: string;
  readonly approverUnitId: string;
}

/**
 * Waiting dossiers that may be with the wrong unit, after `after` by id: the member has gone, the unit that decides is no more or no
 * longer above the branch, or its leadership has nobody (left) to decide on this member.
 */
async function findAstray(
  em: SqlEntityManager,
  table: Table,
  today: string,
  after: string,
): Promise<Astray[]> {
  return em.execute(
    `select dossier.id, dossier.member_id as "memberId", branch.id as "branchId", dossier.approver_unit_id as "approverUnitId"
     from ${table} dossier
     left join placement_copy placement on placement.member_id = dossier.member_id
     join unit_copy branch on branch.id = coalesce(placement.branch_id, dossier.branch_id)
     left join unit_copy decider on decider.id = dossier.approver_unit_id
     left join officers_copy on officers_copy.unit_id = dossier.approver_unit_id
     cross join lateral (
       select count(*) as leaders, bool_or(officer ->> 'memberId' = dossier.member_id::text) as is_leader
       from jsonb_array_elements(coalesce(officers_copy.officers, '[]')) officer
       where officer ->> 'role' = any(array[?]::text[])) as office
     where dossier.status = 'PENDING' and dossier.id > ?::uuid
       and (branch.id <> dossier.branch_id
         or decider.id is null or coalesce(decider.valid_to <= ?::date, false)
         or index(branch.path, decider.id::text::ltree) < 0
         or office.is_leader
         or office.leaders = 0 and jsonb_array_length(officers_copy.officers) > 0)
     order by dossier.id limit ?`,
    [leaderRoles, after, today, AT_ONCE],
  );
}

/** Takes those to the unit that decides now; answers which have moved. */
async function lead(em: SqlEntityManager, table: Table, astray: readonly Astray[]): Promise<string[]> {
  const branches = new Map(
    (await findUnits(em, [...new Set(astray.map(({ branchId }) => branchId))])).map((unit) => [
      unit.id,
      unit,
    ]),
  );
  const rows: object[] = [];
  for (const { id, memberId, branchId } of astray) {
    const branch = branches.get(branchId);
    if (branch) rows.push({ id, branchId, approverUnitId: await deciders[table](em, branch, memberId) });
  }
  const moved = await em.execute<{ id: string }[]>(
    `update ${table} dossier set version = version + 1, branch_id = now."branchId", approver_unit_id = now."approverUnitId"
     from jsonb_to_recordset(?::jsonb) as now(id uuid, "branchId" uuid, "approverUnitId" uuid)
     where dossier.id = now.id and dossier.status = 'PENDING'
       and (dossier.branch_id, dossier.approver_unit_id) is distinct from (now."branchId", now."approverUnitId")
     returning dossier.id`,
    [JSON.stringify(rows)],
  );
  return moved.map(({ id }) => id);
}

/** What waits for a decision follows the member and the tree: to the unit that would be asked today. */
export const followDossiers: Job = {
  name: 'follow-dues-dossiers',
  cron: '*/5 * * * *',
  async run({ em, clock }) {
    for (const table of Object.keys(deciders) as Table[]) {
      let after: string | undefined = '00000000-0000-0000-0000-000000000000';
      while (after !== undefined) {
        const from: string = after;
        after = await em.fork().transactional(async (em) => {
          const astray = await findAstray(em, table, clock.today(), from);
          if (astray.length === 0) return undefined;
          const moved = await lead(em, table, astray);
          const step = { action: 'FOLLOW', from: 'PENDING', at: clock.now(), actor: null };
          await keepStep(em, table, moved, step);
          return astray.at(-1)?.id;
        });
      }
    }
  },
};
