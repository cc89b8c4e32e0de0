import type { DataOf } from '@dang/events/contract';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import type { Clock } from '@dang/events/reaction';
import { defineProjection, defineReaction } from '@dang/events/reaction';
import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { portalEnvironment } from '../portal/portal.environment.ts';
import { wantTold } from '../portal/portal-sync.rows.ts';

type DossierState = DataOf<typeof DossierStateChanged>;

/** The services whose dossiers are counted. Reports are this service's own, and counted where they are. */
const publishers = ['identity', 'fees', 'evaluation', 'transfers'];

/**
 * One row a dossier, as its service last told. `home_unit_id` is the branch to which the dossier counts: the member's
 * branch on the day it was opened, however far it has travelled since; without one, the unit that first had it.
 */
export async function keepDossierState(em: SqlEntityManager, dossier: DossierState): Promise<void> {
  await em.execute(
    plannedOnce(`insert into dossier_state (dossier_id, version, procedure, number, unit_id, home_unit_id, state, channel, opened_on,
       closed_on, due_on, member_id)
     select told.dossier_id, told.version, told.procedure, told.number, told.unit_id,
       coalesce(home.unit_id, known.home_unit_id, told.unit_id), told.state, told.channel, told.opened_on, told.closed_on,
       told.due_on, told.member_id
     from (select ?::uuid, ?::bigint, ?, ?, ?::uuid, ?, ?, ?::date, ?::date, ?::date, ?::uuid)
       as told (dossier_id, version, procedure, number, unit_id, state, channel, opened_on, closed_on, due_on, member_id)
     left join dossier_state known on known.dossier_id = told.dossier_id
     left join membership home on home.member_id = told.member_id and home.kind = 'OFFICIAL'
       and daterange(home.valid_from, home.valid_to) @> told.opened_on
     on conflict (dossier_id) do update set version = excluded.version, procedure = excluded.procedure,
       number = excluded.number, unit_id = excluded.unit_id, home_unit_id = excluded.home_unit_id,
       state = excluded.state, channel = excluded.channel, opened_on = excluded.opened_on,
       closed_on = excluded.closed_on, due_on = excluded.due_on, member_id = excluded.member_id
     where dossier_state.version < excluded.version`),
    [
      dossier.dossierId,
      dossier.version,
      dossier.procedure,
      dossier.number,
      dossier.unitId,
      dossier.state,
      dossier.channel,
      dossier.openedOn,
      dossier.closedOn,
      dossier.dueOn,
      dossier.memberId,
    ],
  );
}

/** Every dossier of every procedure, for counts, late lists and ratings. */
export const dossierStates = defineProjection({
  name: 'dossier-states',
  tables: ['dossier_state'],
  reactions: [
    defineReaction({
      name: 'keep-dossier-states',
      event: DossierStateChanged,
      from: publishers,
      async handle({ em, environment }, { data }) {
        await keepDossierState(em, data);
        if (portalEnvironment(environment)?.procedures[data.procedure]) await wantTold(em, data);
      },
    }),
  ],
});

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The business day of an event; a development clock stands before it, so the earlier of the two is the day. */
function businessDay(time: Date, clock: Clock): string {
  const day = new Date(time.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
  const today = clock.today();
  return day < today ? day : today;
}

/** Dossiers that nobody but the member opens, when they are opened online. */
const openedByTheMember: ReadonlySet<string> = new Set(['OFFICIAL_TRANSFER', 'TEMPORARY_TRANSFER']);

/** The days on which this news shows its member at work in a procedure. */
function activeDays(dossier: DossierState, isOwnAct: boolean, day: string): string[] {
  const days = isOwnAct ? [day] : [];
  if (dossier.channel === 'ONLINE' && openedByTheMember.has(dossier.procedure)) days.push(dossier.openedOn);
  return days;
}

/**
 * On which days a member did something in a procedure: opened, supplemented, withdrew, reported. Signing in is no
 * business, and the registration of an account is counted by itself; so identity is not heard here.
 */
export const memberActivity = defineProjection({
  name: 'member-activity',
  tables: ['member_activity'],
  reactions: [
    defineReaction({
      name: 'note-member-activity',
      event: DossierStateChanged,
      from: publishers.filter((service) => service !== 'identity'),
      async handle({ em, clock }, { data, actor, time }) {
        if (data.memberId === null) return;
        const days = activeDays(data, actor?.memberId === data.memberId, businessDay(time, clock));
        if (days.length === 0) return;
        await em.execute(
          'insert into member_activity (member_id, day) select ?, unnest(array[?]::date[]) on conflict do nothing',
          [data.memberId, days],
        );
      },
    }),
  ],
});
