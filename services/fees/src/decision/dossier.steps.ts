import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { Workflow } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import type { DossierKind, DuesDossier } from './dossier.ts';

type Table = DossierKind<DuesDossier>['table'];

const procedures: Readonly<Record<Table, { procedure: string; openedOn: string; channel: string }>> = {
  dues_rate: { procedure: 'DUES_RATE', openedOn: 'declared_on', channel: `'ONLINE'` },
  waiver: { procedure: 'DUES_WAIVER', openedOn: 'requested_on', channel: 'channel' },
  voluntary_contribution: { procedure: 'DUES_VOLUNTARY', openedOn: 'requested_on', channel: `'ONLINE'` },
};

/** Who did what to a dossier, and why; without an actor the system did it. */
export interface DossierStep {
  readonly action: string;
  readonly from: string | null;
  readonly at: Date;
  readonly actor: Actor | null;
  readonly reason?: string | null;
}

/**
 * Keeps a step of these dossiers, whose rows are as they are after it, and tells everybody where they stand. The first rate of
 * a registration is no dossier of its own and leaves none. Needs the transaction that changed the rows.
 */
export async function keepStep(
  em: SqlEntityManager,
  table: Table,
  ids: readonly string[],
  { action, from, at, actor, reason }: DossierStep,
): Promise<void> {
  const { procedure, openedOn, channel } = procedures[table];
  const rows = await em.execute<(typeof DossierStateChanged)['example'][]>(
    `with dossier as (select * from ${table} where id = any(?::uuid[]) and number is not null),
     kept as (
       insert into dues_step (dossier_id, version, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, reason)
       select id, version, ?, ?, ?, status, ?, ?, ?, ?, ? from dossier)
     select id as "dossierId", version, '${procedure}' as procedure, number, approver_unit_id as "unitId", status as state,
       ${channel} as channel, ${openedOn} as "openedOn", case when status <> 'PENDING' then decided_on end as "closedOn",
       null as "dueOn", member_id as "memberId"
     from dossier order by id`,
    [
      uuidArray(ids),
      at,
      action,
      from,
      actor?.accountId ?? null,
      actor?.name ?? null,
      actor?.capacity?.title ?? null,
      actor?.capacity?.unitId ?? null,
      reason ?? null,
    ],
  );
  await recordEvents(
    em,
    DossierStateChanged,
    rows.map((data) => ({ aggregateId: data.dossierId, version: data.version, data })),
    { actor, service: 'fees' },
  );
}

/** A step as it is read. */
interface StepRow {
  readonly dossierId: string;
  readonly at: string;
  readonly action: string;
}

async function findSteps(em: SqlEntityManager, ids: readonly string[]): Promise<StepRow[]> {
  return em.execute(
    `select step.dossier_id as "dossierId", step.at, step.action, step.from_state as "fromState", step.to_state as "toState",
       step.by_name as "byName", step.by_title as "byTitle", step.unit_id as "unitId", unit.name as "unitName", step.reason
     from dues_step step left join unit_copy unit on unit.id = step.unit_id
     where step.dossier_id = any(?::uuid[]) order by step.dossier_id, step.version`,
    [uuidArray(ids)],
  );
}

const opening: readonly (readonly [string, string])[] = [
  ['DECLARE', 'Khai báo mức đóng'],
  ['REQUEST', 'Đề nghị'],
  ['ENTER', 'Nhập đề nghị từ bản giấy'],
  ['PROPOSE', 'Hệ thống đề xuất'],
  ['OFFER', 'Báo cáo cấp trên trực tiếp'],
];

/** The history of a dossier, the first step first, with the words of its workflow; one statement for a list. */
export async function historyOf(context: GraphContext, workflow: Workflow, id: string) {
  const labels = new Map([
    ...opening,
    ...workflow.transitions.map(({ action, label }) => [action, label] as const),
  ]);
  const steps = await loaderOf<string, StepRow[]>(context, 'steps of dues dossiers', async (ids) => {
    const lists = Map.groupBy(await findSteps(context.em, ids), ({ dossierId }) => dossierId);
    return ids.map((one) => lists.get(one) ?? []);
  }).load(id);
  return steps.map((step) => ({
    ...step,
    at: new Date(step.at),
    label: labels.get(step.action) ?? step.action,
  }));
}
