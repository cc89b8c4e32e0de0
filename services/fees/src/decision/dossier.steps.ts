import type { Actor } from '@dang/access/actor';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { Workflow } from '@dang/workflow/workflow';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '../charging/charging.rows.ts';
import { keepSteps } from '../dossier-step/dossier-step.ts';
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
  { action, from, at, actor, reason = null }: DossierStep,
): Promise<void> {
  const { procedure, openedOn, channel } = procedures[table];
  const rows = await em.execute<(typeof DossierStateChanged)['example'][]>(
    `select id as "dossierId", version, '${procedure}' as procedure, number, approver_unit_id as "unitId", status as state,
       ${channel} as channel, ${openedOn} as "openedOn", case when status <> 'PENDING' then decided_on end as "closedOn",
       null as "dueOn", member_id as "memberId"
     from ${table} where id = any(?::uuid[]) and number is not null order by id`,
    [uuidArray(ids)],
  );
  await keepSteps(
    em,
    rows.map(({ dossierId, state }) => ({ dossierId, action, from, to: state, reason })),
    { at, actor },
  );
  await recordEvents(
    em,
    DossierStateChanged,
    rows.map((data) => ({ aggregateId: data.dossierId, version: data.version, data })),
    { actor, service: 'fees' },
  );
}

const opening: readonly (readonly [string, string])[] = [
  ['DECLARE', 'Khai báo mức đóng'],
  ['REQUEST', 'Đề nghị'],
  ['ENTER', 'Nhập đề nghị từ bản giấy'],
  ['PROPOSE', 'Hệ thống đề xuất'],
  ['OFFER', 'Báo cáo cấp trên trực tiếp'],
];

/** The words of each step of a dossier with this workflow. */
export const dossierLabels = (workflow: Workflow): ReadonlyMap<string, string> =>
  labelsOf(workflow, ...opening);
