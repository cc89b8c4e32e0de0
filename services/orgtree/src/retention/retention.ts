import { forgetFilesOf } from '@dang/documents/files/stored-file';
import {
  type Forgetting,
  type Forgotten,
  keepsAuditTrail,
  type RetentionRule,
} from '@dang/service/retention';
import { TICKET_FILES } from '../ticket/ticket.rows.ts';

/** Tickets that were closed before this day, with everything written in them and brought to them. */
async function forgetTickets({ em, endedBefore, limit }: Forgetting): Promise<Forgotten> {
  const tickets = await em.execute<{ id: string }[]>(
    `delete from ticket where id in (select id from ticket where closed_on < ? order by closed_on limit ?) returning id`,
    [endedBefore, limit],
  );
  await forgetFilesOf(
    em,
    TICKET_FILES,
    tickets.map(({ id }) => id),
  );
  return { count: tickets.length };
}

/** How long orgtree keeps what it holds (domain A35). */
export const orgtreeRetention: readonly RetentionRule[] = [
  {
    record: 'TICKETS',
    what: 'Support tickets that were closed, with their entries and files',
    keepMonths: 24,
    leastMonths: 24,
    source: 'A35',
    forget: forgetTickets,
  },
  {
    record: 'TREE',
    what: 'Units, memberships, reorganisations and reports, as they were on every day',
    keepMonths: null,
    leastMonths: 1200,
    source: 'our default: permanent',
  },
  keepsAuditTrail,
];
