import { TicketOpened } from '@dang/events/contracts/orgtree/ticket-opened';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What units of a demo province tell their members, and the calls for support that nobody has taken yet. */
export interface DemoSupport {
  guide: {
    unitId: string;
    kind: 'SUPPORT_MEMBER' | 'CONTACT' | 'HOTLINE' | 'GUIDE_TEXT' | 'FAQ' | 'MENU';
    key: string;
    title: string;
    body?: string;
    role?: string;
    phone?: string;
    email?: string;
    link?: string;
    place: number;
    from: string;
  }[];
  tickets: {
    id: string;
    number: string;
    accountId: string;
    memberId: string;
    askerName: string;
    category: string;
    procedure: string | null;
    aboutUnitId: string;
    unitId: string;
    body: string;
    openedOn: string;
  }[];
}

/** Writes guide entries and open tickets, the latter with their first line of history and their events. */
export async function loadSupport(em: SqlEntityManager, { guide, tickets }: DemoSupport): Promise<void> {
  await em.execute(
    `insert into guide_entry (unit_id, kind, key, title, body, role, phone, email, link, place, during)
     select "unitId", kind, key, title, body, role, phone, email, link, place, daterange("from", null)
     from jsonb_to_recordset(?::jsonb) as row("unitId" uuid, kind text, key text, title text, body text, role text, phone text,
       email text, link text, place int, "from" date)`,
    [JSON.stringify(guide)],
  );
  await em.execute(
    `with opened as (
       insert into ticket (id, number, account_id, member_id, asker_name, category, procedure, about_unit_id, unit_id, body, opened_on)
       select id, number, "accountId", "memberId", "askerName", category, procedure, "aboutUnitId", "unitId", body, "openedOn"
       from jsonb_to_recordset(?::jsonb) as row(id uuid, number text, "accountId" uuid, "memberId" uuid, "askerName" text,
         category text, procedure text, "aboutUnitId" uuid, "unitId" uuid, body text, "openedOn" date)
       returning *)
     insert into ticket_entry (ticket_id, version, at, action, to_state, by_account_id, by_name, body)
     select id, 1, opened_on + time '09:00' at time zone 'Asia/Ho_Chi_Minh', 'OPEN', status, account_id, asker_name, body from opened`,
    [JSON.stringify(tickets)],
  );
  await recordEvents(
    em,
    TicketOpened,
    tickets.map(({ id: ticketId, number, unitId, accountId, memberId, category }) => ({
      aggregateId: ticketId,
      data: { ticketId, number, unitId, accountId, memberId, category },
    })),
  );
  const states = tickets.map(({ id, number, unitId, openedOn, memberId }) => ({
    aggregateId: id,
    version: 1,
    data: {
      dossierId: id,
      version: 1,
      procedure: 'SUPPORT_TICKET',
      number,
      unitId,
      state: 'OPEN',
      channel: 'ONLINE',
      openedOn,
      closedOn: null,
      dueOn: null,
      memberId,
    },
  }));
  await recordEvents(em, DossierStateChanged, states, { service: 'orgtree' });
}
