import {
  type Forgetting,
  type Forgotten,
  keepsAuditTrail,
  type RetentionRule,
} from '@dang/service/retention';

/** Notices that were read before this day, with what is known of their sending; unread ones stay. */
async function forgetNotices({ em, endedBefore, limit }: Forgetting): Promise<Forgotten> {
  const gone = await em.execute<unknown[]>(
    `delete from notice where id in (
       select id from notice where read_at < ?::date::timestamp at time zone 'Asia/Ho_Chi_Minh' limit ?)
     returning 1 as gone`,
    [endedBefore, limit],
  );
  return { count: gone.length };
}

/** How long identity keeps what it holds (domain A35). */
export const identityRetention: readonly RetentionRule[] = [
  {
    record: 'NOTICES',
    what: 'Notices that were read, with what is known of their sending',
    keepMonths: 24,
    leastMonths: 1,
    source: 'our default',
    forget: forgetNotices,
  },
  {
    record: 'PEOPLE',
    what: 'Members, accounts, positions and delegations',
    keepMonths: null,
    leastMonths: 1200,
    source: 'our default: permanent',
  },
  keepsAuditTrail,
];
