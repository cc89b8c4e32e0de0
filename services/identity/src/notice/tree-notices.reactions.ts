import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { ReportAccepted } from '@dang/events/contracts/orgtree/report-accepted';
import { ReportReturned } from '@dang/events/contracts/orgtree/report-returned';
import { ReportSubmitted } from '@dang/events/contracts/orgtree/report-submitted';
import { TicketAnswered } from '@dang/events/contracts/orgtree/ticket-answered';
import { TicketClosed } from '@dang/events/contracts/orgtree/ticket-closed';
import { TicketEscalated } from '@dang/events/contracts/orgtree/ticket-escalated';
import { TicketOpened } from '@dang/events/contracts/orgtree/ticket-opened';
import { tells } from './account-notices.reactions.ts';
import type { NoticeKind, Telling } from './notice.kinds.ts';

type Report = { reportId: string; unitId: string; quarter: string };

const report = (kind: NoticeKind, { reportId, unitId, quarter }: Report, to: Telling['to']): Telling => ({
  kind,
  subject: ['REPORT', reportId],
  number: quarter,
  unitId,
  to,
});

const writers = ({ unitId }: Report) => ({ unitIds: [unitId], permission: 'REPORT_WRITE' }) as const;

type Ticket = { ticketId: string; number: string; unitId: string; accountId: string };

const ticket = (kind: NoticeKind, { ticketId, number, unitId }: Ticket, to: Telling['to']): Telling => ({
  kind,
  subject: ['TICKET', ticketId],
  number,
  unitId,
  to,
});

const support = ({ unitId }: Ticket) => ({ unitIds: [unitId], permission: 'TICKET_HANDLE' }) as const;

/** What quarterly reports, support tickets and reorganisations tell. */
export const treeNotices = [
  tells('report-submitted', ReportSubmitted, (data) => [
    report('REPORT_WAITING', data, {
      desks: [{ unitIds: [data.toUnitId], permission: 'REPORT_DECIDE' }],
    }),
  ]),
  tells('report-returned', ReportReturned, (data) => [
    report('REPORT_RETURNED', data, { desks: [writers(data)] }),
  ]),
  tells('report-accepted', ReportAccepted, (data) => [
    report('REPORT_ACCEPTED', data, { desks: [writers(data)] }),
  ]),
  tells('ticket-opened', TicketOpened, (data) => [
    ticket('TICKET_WAITING', data, { desks: [support(data)] }),
  ]),
  tells('ticket-answered', TicketAnswered, (data) => [
    ticket('TICKET_ANSWERED', data, { accounts: [data.accountId] }),
  ]),
  tells('ticket-escalated', TicketEscalated, (data) => [
    ticket('TICKET_WAITING', data, { desks: [support(data)] }),
    ticket('TICKET_ESCALATED', data, { accounts: [data.accountId] }),
  ]),
  tells('ticket-closed', TicketClosed, (data) => [
    ticket('TICKET_CLOSED', data, { accounts: [data.accountId] }),
  ]),
  tells('reorganisation-applied', ReorganisationApplied, (data) => {
    const { reorganisationId, decisionNumber, effectiveOn, successions, movedUnitIds } = data;
    const touched = [
      ...successions.flatMap(({ unitId, successorId }) => [unitId, successorId]),
      ...movedUnitIds,
    ];
    const officers = { unitIds: [...new Set(touched)], permission: null, endedSince: effectiveOn };
    return [
      {
        kind: 'REORGANISATION_APPLIED',
        subject: ['REORGANISATION', reorganisationId],
        number: decisionNumber,
        to: { desks: [officers] },
      },
    ];
  }),
] as const;
