import type { ReceivedEvent } from '@dang/events/envelope';
import type { ReactionContext } from '@dang/events/reaction';
import { plannedOnce } from '@dang/service/planned-once';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { officersAt } from './desk.rows.ts';
import type { Desk, Telling } from './notice.kinds.ts';

/** An event that comes later than this (a replay, a consumer made anew) is told to nobody: they have long known. */
const NEWS_DAYS = 30;

/** Is this event young enough to be told of? */
export const isNews = ({ time }: Pick<ReceivedEvent, 'time'>): boolean =>
  Date.now() - time.getTime() <= NEWS_DAYS * 86_400_000;

const insertNotices = (officers: string): string => `
  with officer as (${officers}),
  recipient as (
    select member_id, null::uuid as account_id, unit_id from officer
    union all select member.id, null, null from member where id = any(array[?]::uuid[])
    union all select null, account.id, null from account where id = any(array[?]::uuid[])
  ),
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

/** An event of one service may overtake the event by which orgtree tells of a new unit; then its turn comes later. */
async function unitsMustBeKnown(em: SqlEntityManager, desks: readonly Desk[]): Promise<void> {
  const named = [...new Set(desks.flatMap(({ unitIds }) => unitIds ?? []))];
  if (named.length === 0) return;
  const [row] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from unit_copy where id = any(array[?]::uuid[])',
    [named],
  );
  if (row?.count !== named.length)
    throw new Error('nothing is known of the unit yet whose people are to be told');
}

const known = (ids: readonly (string | null | undefined)[] = []): string[] =>
  ids.filter((id) => typeof id === 'string');

/**
 * Writes what an event tells, one statement a kind: in the words that hold today, to everybody in office at the desks
 * named, and to the members and accounts named. Twice is once. Whoever did it, and whom it is about, is told nothing as
 * part of a desk. Throws, so that the event is parked and tried again, when there is no wording for the kind or nothing is
 * known of a unit.
 */
export async function tell(
  { em, clock }: Pick<ReactionContext, 'em' | 'clock'>,
  event: Pick<ReceivedEvent, 'id' | 'time' | 'actor'>,
  tellings: readonly Telling[],
): Promise<void> {
  if (!isNews(event)) return;
  const today = clock.today();
  for (const { kind, subject, number = null, dossier = null, about, unitId = null, to } of tellings) {
    const desks = to.desks ?? [];
    await unitsMustBeKnown(em, desks);
    const officers = officersAt(desks, today, known([event.actor?.memberId, about?.memberId]));
    const [subjectKind, subjectId] = subject;
    await em.execute(plannedOnce(insertNotices(officers.sql)), [
      ...officers.parameters,
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
