import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { unitsBelow } from '../unit/scope.rows.ts';
import type { TicketFacts, TicketReach } from './ticket.rules.ts';
import type { TicketState } from './ticket.workflow.ts';

/** What files of tickets are kept as. */
export const TICKET_FILES = 'Ticket';

/** A ticket as lists show it; days are `YYYY-MM-DD`. */
export type TicketRow = TicketFacts & {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly memberId: string | null;
  readonly askerName: string;
  readonly category: string;
  readonly procedure: string | null;
  readonly text: string;
  readonly attachmentNote: string | null;
  readonly assignedTo: string | null;
  readonly openedOn: string;
};

const placeOf = (unit: string) => `(
  select place.path from unit_period place where place.unit_id = ${unit}
  order by place.during @> ?::date desc, lower(place.during) desc limit 1
)`;

const columns = `ticket.id, ticket.version, ticket.number, ticket.account_id as "accountId", ticket.member_id as "memberId",
  ticket.asker_name as "askerName", ticket.category, ticket.procedure, ticket.about_unit_id as "aboutUnitId",
  ticket.unit_id as "unitId", ticket.status, ticket.body as text, ticket.attachment_note as "attachmentNote",
  ticket.assigned_name as "assignedTo", ticket.opened_on as "openedOn", ticket.closed_on as "closedOn",
  (select above.unit_id from unit_period own
   join unit_period above on above.unit_id = own.parent_id and above.during @> ?::date and above.type <> 'CENTRAL'
   where own.unit_id = ticket.unit_id and own.during @> ?::date) as "superiorId"`;

/** The tickets by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findTickets(
  em: SqlEntityManager,
  ids: readonly string[],
  today: string,
  { lock = false } = {},
): Promise<TicketRow[]> {
  return em.execute(
    `select ${columns} from ticket where id = any(array[?]::uuid[]) ${lock ? 'for update' : ''}`,
    [today, today, ids],
  );
}

/** How far the scope reaches over a ticket: over the unit that has it, and over the one that it is about. */
export async function reachOf(
  em: SqlEntityManager,
  ticket: Pick<TicketRow, 'unitId' | 'aboutUnitId'>,
  scope: string | null,
  today: string,
): Promise<TicketReach> {
  if (scope === null) return { has: false, about: false };
  const [row]: TicketReach[] = await em.execute(
    `select coalesce(index(${placeOf('?::uuid')}, ?::ltree) >= 0, false) as has,
       coalesce(index(${placeOf('?::uuid')}, ?::ltree) >= 0, false) as about`,
    [ticket.unitId, today, scope, ticket.aboutUnitId, today, scope],
  );
  return row ?? { has: false, about: false };
}

/** Where a ticket stands in a list: the latest first. */
export type TicketPlace = { openedOn: string; id: string };

/** Before every ticket: the first day that PostgreSQL and everybody else agree on, turned around. */
const BEGINNING: TicketPlace = { openedOn: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

type Page = { today: string; limit: number; after: TicketPlace | null };

/** A page of the tickets that lie with a unit or below it, or are about one of these. */
export async function findTicketsWithin(
  em: SqlEntityManager,
  page: Page & { path: string; status: TicketState | null },
): Promise<TicketRow[]> {
  const { path, today, status, limit, after } = page;
  return em.execute(
    `select ${columns} from ticket
     where (ticket.unit_id in ${unitsBelow} or ticket.about_unit_id in ${unitsBelow})
       ${status === null ? '' : 'and ticket.status = ?'}
       and (ticket.opened_on, ticket.id) < (?::date, ?::uuid)
     order by ticket.opened_on desc, ticket.id desc limit ?`,
    [
      today,
      today,
      path,
      today,
      path,
      path,
      today,
      path,
      ...(status === null ? [] : [status]),
      (after ?? BEGINNING).openedOn,
      (after ?? BEGINNING).id,
      limit,
    ],
  );
}

/** A page of the tickets that an account has opened. */
export async function findTicketsOf(
  em: SqlEntityManager,
  accountId: string,
  page: Page,
): Promise<TicketRow[]> {
  const { today, limit, after } = page;
  return em.execute(
    `select ${columns} from ticket
     where ticket.account_id = ? and (ticket.opened_on, ticket.id) < (?::date, ?::uuid)
     order by ticket.opened_on desc, ticket.id desc limit ?`,
    [today, today, accountId, (after ?? BEGINNING).openedOn, (after ?? BEGINNING).id, limit],
  );
}
