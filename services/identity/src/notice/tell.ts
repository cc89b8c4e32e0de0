import { permissionsOf, roles } from '@dang/access/role';
import type { ReceivedEvent } from '@dang/events/envelope';
import type { ReactionContext } from '@dang/events/reaction';
import type { Desk, Telling } from './notice.kinds.ts';

/** An event that comes later than this (a replay, a consumer made anew) is told to nobody: they have long known. */
const NEWS_DAYS = 30;

/** Every unit and role of a desk, with what the SQL below needs to know of it. */
function deskRow({ unitIds, permission, superiors = false, endedSince }: Desk) {
  const holding = permission === null ? null : roles.filter((role) => permissionsOf(role).has(permission));
  return { unit_ids: unitIds, roles: holding, superiors, ended_since: endedSince ?? null };
}

// A desk of no permission is everybody in office; system rights are no office. Where one person works for several of
// the units, the first counts.
const recipients = `
  desk as (
    select * from jsonb_to_recordset(?::jsonb) as desk(unit_ids uuid[], roles text[], superiors boolean, ended_since date)
  ),
  desk_unit as (
    select case when desk.superiors then unit.parent_id else unit.id end as unit_id,
      desk.roles, desk.ended_since
    from desk cross join lateral unnest(desk.unit_ids) as named(id)
    join unit_copy unit on unit.id = named.id
    where not desk.superiors or unit.parent_id is not null
  ),
  officer as (
    select distinct on (held.member_id) held.member_id, held.unit_id
    from (select unit_id, roles, ended_since from desk_unit
          union all select null, roles, ended_since from desk where unit_ids is null) as wanted
    join held_position held on (wanted.unit_id is null or held.unit_id = wanted.unit_id)
      and (held.role = any(wanted.roles) or (wanted.roles is null and held.kind <> 'ADMIN_GRANT'))
      and held.from_date <= ?
      and (held.to_date is null or held.to_date >= ? or held.to_date >= wanted.ended_since)
      and (held.ended_on is null or held.ended_on >= wanted.ended_since)
    where held.member_id <> all(array[?]::uuid[])
    order by held.member_id, held.unit_id
  ),
  recipient as (
    select member_id, null::uuid as account_id, unit_id from officer
    union all select member.id, null, null from member where id = any(array[?]::uuid[])
    union all select null, account.id, null from account where id = any(array[?]::uuid[])
  )`;

const insertNotices = `
  with ${recipients},
  template as (
    select mandatory, title, body from notice_template
    where kind = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
  ),
  person as (
    select string_agg(left(word, 1), '.' order by place) as initials
    from coalesce((select full_name from member where id = ?::uuid),
      (select full_name from account where id = ?::uuid)) as full_name
    cross join lateral regexp_split_to_table(full_name, ' +') with ordinality as part(word, place)
  ),
  told as (
    select coalesce(?::text, (select number from notice_dossier where dossier_id = ?::uuid),
      (select number from account where id = ?::uuid)) as number
  )
  insert into notice (at, account_id, member_id, kind, mandatory, title, body, subject_kind, subject_id, number, event_id)
  select ?::timestamptz, recipient.account_id, recipient.member_id, ?, template.mandatory, template.title,
    replace(replace(replace(template.body, '{number}', coalesce(told.number, '—')),
      '{initials}', coalesce(person.initials, '—')), '{unit}', coalesce(unit.name, '—')),
    ?, ?::uuid, told.number, ?::uuid
  from recipient
  cross join told cross join person
  left join template on true
  left join unit_copy unit on unit.id = coalesce(?::uuid, recipient.unit_id)
  on conflict (event_id, recipient, kind) do nothing`;

const known = (ids: readonly (string | null | undefined)[] = []): string[] =>
  ids.filter((id) => typeof id === 'string');

/**
 * Writes what an event tells, one statement a kind: in the words that hold today, to everybody in office at the desks
 * named, and to the members and accounts named. Twice is once. Whoever did it, and whom it is about, is told nothing as
 * part of a desk. Throws, so that the event is parked, when there is no wording for the kind.
 */
export async function tell(
  { em, clock }: ReactionContext,
  event: Pick<ReceivedEvent, 'id' | 'time' | 'actor'>,
  tellings: readonly Telling[],
): Promise<void> {
  if (Date.now() - event.time.getTime() > NEWS_DAYS * 86_400_000) return;
  const today = clock.today();
  for (const { kind, subject, number = null, dossier = null, about, unitId = null, to } of tellings) {
    const notAtDesks = known([event.actor?.memberId, about?.memberId]);
    const [subjectKind, subjectId] = subject;
    await em.execute(insertNotices, [
      JSON.stringify((to.desks ?? []).map(deskRow)),
      today,
      today,
      notAtDesks,
      known(to.members),
      known(to.accounts),
      kind,
      today,
      today,
      about?.memberId ?? null,
      about?.accountId ?? null,
      number,
      dossier,
      about?.accountId ?? null,
      event.time,
      kind,
      subjectKind,
      subjectId,
      event.id,
      unitId,
    ]);
  }
}
