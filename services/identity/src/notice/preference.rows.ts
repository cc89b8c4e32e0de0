import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type NoticeKind, noticeKinds } from './notice.kinds.ts';

/** A way on which notices leave the system. */
export const channelNames = ['EMAIL', 'SMS', 'PUSH'] as const;
export type ChannelName = (typeof channelNames)[number];

/** What somebody wants to hear of a kind outside of the system. */
export type Preference = { kind: NoticeKind; mandatory: boolean; mutedChannels: ChannelName[] };

/**
 * In SQL: is a notice of that kind kept off that channel? Never a mandatory one; to begin with, a text message, which costs,
 * is sent for mandatory ones only. `preference` is the account's row for kind and channel, where there is one.
 */
export const isMuted = (mandatory: string, channel: string, preference: string): string =>
  `not ${mandatory} and coalesce(${preference}.muted, ${channel} = 'SMS')`;

const preferences = `
  select template.kind, template.mandatory,
    coalesce(array_agg(way.channel order by way.place)
      filter (where ${isMuted('template.mandatory', 'way.channel', 'preference')}), '{}') as "mutedChannels"
  from notice_template template
  cross join unnest(array['EMAIL', 'SMS', 'PUSH']) with ordinality as way(channel, place)
  left join notice_preference preference
    on preference.account_id = ? and preference.kind = template.kind and preference.channel = way.channel
  where template.valid_from <= ? and (template.valid_to is null or template.valid_to > ?)
    and template.kind = any(array[?]::text[])
  group by template.kind, template.mandatory
  order by array_position(array[?]::text[], template.kind)`;

/** What this account wants to hear, for every kind. */
export function findPreferences(
  em: SqlEntityManager,
  accountId: string,
  today: string,
  kinds: readonly NoticeKind[] = noticeKinds,
): Promise<Preference[]> {
  return em.execute(preferences, [accountId, today, today, kinds, noticeKinds]);
}

/** What this account wants to hear of one kind. */
export async function findPreference(
  em: SqlEntityManager,
  accountId: string,
  kind: NoticeKind,
  today: string,
): Promise<Preference | null> {
  return (await findPreferences(em, accountId, today, [kind]))[0] ?? null;
}

/** Is a kind one that nobody can mute? */
export async function isMandatory(em: SqlEntityManager, kind: NoticeKind, today: string): Promise<boolean> {
  const [row] = await em.execute<{ mandatory: boolean }[]>(
    `select mandatory from notice_template
     where kind = ? and valid_from <= ? and (valid_to is null or valid_to > ?)`,
    [kind, today, today],
  );
  return row?.mandatory ?? false;
}

export async function savePreference(
  em: SqlEntityManager,
  accountId: string,
  { kind, channel, muted }: { kind: NoticeKind; channel: ChannelName; muted: boolean },
): Promise<void> {
  await em.execute(
    `insert into notice_preference (account_id, kind, channel, muted) values (?, ?, ?, ?)
     on conflict (account_id, kind, channel) do update set muted = excluded.muted`,
    [accountId, kind, channel, muted],
  );
}
