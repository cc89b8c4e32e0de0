import type { TicketState } from './ticket.workflow.ts';

/** What the rules must know of a ticket. */
export type TicketFacts = {
  accountId: string;
  /** The unit whose support team has it. */
  unitId: string;
  /** The unit that it is about. */
  aboutUnitId: string;
  /** The unit above the one that has it; null at the province. */
  superiorId: string | null;
  status: TicketState;
  closedOn: string | null;
};

/** What of this ticket lies where somebody handles tickets, as the tree is today. */
export type TicketReach = { has: boolean; about: boolean };

/** What somebody is to a ticket. Empty: it is not there for them. Nobody answers their own. */
export function relationsTo(ticket: TicketFacts, accountId: string, reach: TicketReach): Set<string> {
  if (ticket.accountId === accountId) return new Set(['ASKER']);
  return new Set([...(reach.has ? ['AGENT'] : []), ...(reach.has || reach.about ? ['READER'] : [])]);
}

const DAY_MS = 86_400_000;

/** How long after its end the asker may open a ticket again. */
const REOPENABLE_DAYS = 7;

/** The last day on which it can be opened again; null while it is open. */
export const reopenableThrough = (closedOn: string | null): string | null =>
  closedOn && new Date(Date.parse(closedOn) + REOPENABLE_DAYS * DAY_MS).toISOString().slice(0, 10);

/** The facts that the table asks for, as `true` or the code that refuses. */
export function guardsOf(ticket: TicketFacts, today: string) {
  const last = reopenableThrough(ticket.closedOn);
  return {
    superiorExists: ticket.superiorId !== null || 'NO_SUPERIOR',
    reopenable: last === null || today <= last || 'REOPENING_PERIOD_OVER',
  } as const;
}
