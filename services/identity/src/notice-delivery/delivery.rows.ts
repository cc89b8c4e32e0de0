import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { NoticeKind } from '../notice/notice.kinds.ts';
import { type ChannelName, isMuted } from '../notice/preference.rows.ts';

/** What happened longer ago than this (an outage, a replay) is read in the list and sent to nobody. */
const NEWS_DAYS = 2;
const DISPATCH_ROWS = 500;
/** Longer than any batch may last: whoever still holds it by then is dead. */
const LEASE = '5 minutes';

// For a notice to an applicant, the telephone of the form that was sent; addresses of members stand with the member.
const accountOfNotice = `
  cross join lateral (
    select account.id, account.status, account.member_id, account.phone_sealed
    from account where account.member_id = notice.member_id
    union all
    select account.id, account.status, account.member_id, account.phone_sealed
    from account where account.id = notice.account_id
  ) account
  left join member_contact contact on contact.member_id = account.member_id`;

const plan = `
  with fresh as (
    select * from notice where dispatched_at is null order by notice.id limit ${DISPATCH_ROWS} for update skip locked
  ),
  reached as (
    select notice.id, notice.kind, notice.mandatory, account.id as account_id, account.status, contact.email_sealed,
      coalesce(contact.phone_sealed, account.phone_sealed) as phone_sealed
    from fresh notice ${accountOfNotice}
    where notice.at > now() - interval '${NEWS_DAYS} days' and account.status <> 'CLOSED'
  ),
  way as (
    select reached.*, 'EMAIL' as channel, null::uuid as device_id from reached where email_sealed is not null
    union all select reached.*, 'SMS', null from reached where phone_sealed is not null
    union all
    select reached.*, 'PUSH', device.id from reached join device on device.account_id = reached.account_id
    where reached.status <> 'LOCKED'
  ),
  planned as (
    insert into notice_delivery (notice_id, channel, device_id)
    select way.id, way.channel, way.device_id
    from way
    left join notice_preference preference on preference.account_id = way.account_id and preference.kind = way.kind
      and preference.channel = way.channel
    where not (${isMuted('way.mandatory', 'way.channel', 'preference')})
    on conflict (notice_id, channel, device_id) do nothing
  )
  update notice set dispatched_at = now() from fresh where notice.id = fresh.id returning notice.id`;

/** Decides, for notices not looked at yet, where each is to be sent; answers how many it looked at. Replicas share the work. */
export async function planDeliveries(em: SqlEntityManager): Promise<number> {
  return (await em.execute<unknown[]>(plan)).length;
}

/** Something to send; `sealedAddress` is null when there is nowhere to send it any more. */
export type DueDelivery = {
  id: string;
  channel: ChannelName;
  attempts: number;
  deviceId: string | null;
  recipientId: string;
  kind: NoticeKind;
  title: string;
  body: string;
  sealedAddress: string | null;
};

const claim = `
  with due as (
    select id from notice_delivery
    where status = 'WAITING' and next_attempt_at <= now() and channel = ?
    order by next_attempt_at limit ? for update skip locked
  ),
  claimed as (
    update notice_delivery delivery
    set attempts = attempts + 1, next_attempt_at = now() + interval '${LEASE}'
    from due where delivery.id = due.id
    returning delivery.id, delivery.notice_id, delivery.channel, delivery.device_id, delivery.attempts
  )
  select claimed.id, claimed.channel, claimed.attempts, claimed.device_id as "deviceId",
    notice.recipient as "recipientId", notice.kind, notice.title, notice.body,
    case
      when account.status = 'CLOSED' then null
      when claimed.channel = 'EMAIL' then contact.email_sealed
      when claimed.channel = 'SMS' then coalesce(contact.phone_sealed, account.phone_sealed)
      when account.status <> 'LOCKED' and device.account_id = account.id then device.token_sealed
    end as "sealedAddress"
  from claimed
  join notice on notice.id = claimed.notice_id
  ${accountOfNotice}
  left join device on device.id = claimed.device_id`;

/**
 * Takes what is due on this channel, at most `limit`, for five minutes: whoever dies with it in hand leaves it to the next, so that a message
 * may leave twice (with the same id) and never not at all.
 */
export async function claimDeliveries(
  em: SqlEntityManager,
  channel: ChannelName,
  limit: number,
): Promise<DueDelivery[]> {
  return em.execute(claim, [channel, limit]);
}

/** What became of an attempt; `retryIn` is in seconds, null with a `reason`: never again. */
export type Attempt = {
  id: string;
  via: string;
  reason: string | null;
  retryIn: number | null;
  deviceGone: string | null;
};

/** Writes down what became of a batch. A device that is gone is forgotten, with all that was to be sent there. */
export async function recordAttempts(em: SqlEntityManager, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return;
  await em.execute(
    `update notice_delivery delivery
     set via = attempt.via, reason = attempt.reason,
       status = case when attempt.reason is null then 'SENT' when attempt."retryIn" is null then 'DEAD' else 'WAITING' end,
       sent_at = case when attempt.reason is null then now() end,
       next_attempt_at = now() + make_interval(secs => coalesce(attempt."retryIn", 0))
     from jsonb_to_recordset(?::jsonb) as attempt(id uuid, via text, reason text, "retryIn" integer)
     where delivery.id = attempt.id`,
    [JSON.stringify(attempts)],
  );
  const gone = attempts.map(({ deviceGone }) => deviceGone).filter((id) => id !== null);
  if (gone.length > 0) await em.execute('delete from device where id = any(array[?]::uuid[])', [gone]);
}
