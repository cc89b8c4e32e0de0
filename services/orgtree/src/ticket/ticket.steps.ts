import type { Actor } from '@dang/access/actor';
import { TicketAnswered } from '@dang/events/contracts/orgtree/ticket-answered';
import { TicketClosed } from '@dang/events/contracts/orgtree/ticket-closed';
import { TicketEscalated } from '@dang/events/contracts/orgtree/ticket-escalated';
import { TicketOpened } from '@dang/events/contracts/orgtree/ticket-opened';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { recordEvents } from '@dang/events/outbox';
import type { Clock } from '@dang/service/clock';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findTickets, type TicketRow } from './ticket.rows.ts';
import { ticketWorkflow } from './ticket.workflow.ts';

/** The words on the button of each action, and of the first step. */
export const ticketLabels = labelsOf(ticketWorkflow, ['OPEN', 'Gửi yêu cầu hỗ trợ']);

/** A step that was just done; `before` is the ticket as it was, null for a new one. */
export type TicketStep = {
  ticketId: string;
  action: string;
  before: TicketRow | null;
  actor: Actor;
  text: string | null;
};

async function announce(em: SqlEntityManager, ticket: TicketRow, step: TicketStep): Promise<void> {
  const { id, number, unitId, accountId, memberId } = ticket;
  const told = { ticketId: id, number, unitId, accountId, memberId };
  const by = { actor: step.actor };
  if (step.action === 'OPEN' || step.action === 'REOPEN')
    await recordEvents(
      em,
      TicketOpened,
      [{ aggregateId: id, data: { ...told, category: ticket.category } }],
      by,
    );
  if (step.action === 'ANSWER') await recordEvents(em, TicketAnswered, [{ aggregateId: id, data: told }], by);
  if (step.action === 'CLOSE') await recordEvents(em, TicketClosed, [{ aggregateId: id, data: told }], by);
  if (step.action === 'ESCALATE' && step.before !== null) {
    const data = { ...told, fromUnitId: step.before.unitId, reason: step.text ?? '' };
    await recordEvents(em, TicketEscalated, [{ aggregateId: id, data }], by);
  }
}

/** Keeps a step in the history and tells everybody, after the row was written. What people write never travels. */
export async function keepTicketStep(
  em: SqlEntityManager,
  clock: Clock,
  step: TicketStep,
): Promise<TicketRow> {
  const [ticket] = await findTickets(em, [step.ticketId], clock.today());
  if (!ticket) throw new Error(`Ticket ${step.ticketId} was written and is not there`);
  const { actor } = step;
  const isAsker = actor.accountId === ticket.accountId;
  await em.execute(
    `insert into ticket_entry (ticket_id, version, at, action, from_state, to_state, by_account_id, by_name, by_title, unit_id, body)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ticket.id,
      ticket.version,
      clock.now(),
      step.action,
      step.before?.status ?? null,
      ticket.status,
      actor.accountId,
      actor.name,
      isAsker ? null : (actor.capacity?.title ?? null),
      isAsker ? null : (actor.capacity?.unitId ?? null),
      step.text,
    ],
  );
  const { id, version, number, unitId, status, openedOn, closedOn, memberId } = ticket;
  const data = {
    dossierId: id,
    version,
    procedure: 'SUPPORT_TICKET',
    number,
    unitId,
    state: status,
    channel: 'ONLINE',
    openedOn,
    closedOn,
    dueOn: null,
    memberId,
  };
  await recordEvents(em, DossierStateChanged, [{ aggregateId: id, version, data }], {
    actor,
    service: 'orgtree',
  });
  await announce(em, ticket, step);
  return ticket;
}
