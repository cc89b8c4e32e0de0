import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { attachmentsFor } from '@dang/documents/files/attachment';
import { prepareUpload } from '@dang/documents/files/prepare-upload';
import type { GraphContext } from '@dang/service/context';
import { loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { ticketHistory } from '../history.ts';
import { signedIn } from '../report/report.acts.ts';
import { isUnitWithin, pathNow, unitsWithin } from '../unit/scope.rows.ts';
import { unitOnOrLast } from '../unit/unit.loaders.ts';
import { answer, close, escalate, open, relationsOf, reopen, reply, take } from './ticket.acts.ts';
import {
  findTickets,
  findTicketsOf,
  findTicketsWithin,
  TICKET_FILES,
  type TicketRow,
} from './ticket.rows.ts';
import { guardsOf, relationsTo, reopenableThrough } from './ticket.rules.ts';
import { ticketLabels } from './ticket.steps.ts';
import { type TicketWorkflow, ticketWorkflow } from './ticket.workflow.ts';

/** How a ticket is read: only by its asker and by whoever handles it, or the unit that it is about. */
const loadFor =
  (context: GraphContext) =>
  async (em: SqlEntityManager, id: string): Promise<TicketRow | null> => {
    const today = context.clock.today();
    const [ticket] = await findTickets(em, [id], today);
    if (!ticket) return null;
    return (await relationsOf(em, signedIn(context), ticket, today)).size > 0 ? ticket : null;
  };

/** A mutation on a ticket, from its work in one transaction. */
const ticketMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) =>
    mutate(context, { name, input, field: 'ticket' as const, load: loadFor(context) }, (em) =>
      work(em, context, input),
    );

/** Once a request and unit: does the unit lie where the actor handles tickets? */
async function isHandled(context: GraphContext, unitId: string): Promise<boolean> {
  const scope = scopeUnitOf(signedIn(context), 'TICKET_HANDLE');
  if (scope === null) return false;
  return loaderOf<string, boolean>(context, 'handled units', async (ids) => {
    const within = await unitsWithin(context.em, ids, scope, context.clock.today());
    return ids.map((id) => within.has(id));
  }).load(unitId);
}

async function actionsOf(ticket: TicketRow, context: GraphContext) {
  const actor = signedIn(context);
  const [has, about] = await Promise.all([
    isHandled(context, ticket.unitId),
    isHandled(context, ticket.aboutUnitId),
  ]);
  const actions = availableActions<TicketWorkflow, RefusalCode>(ticketWorkflow, {
    state: ticket.status,
    relations: relationsTo(ticket, actor.accountId, { has, about }),
    facts: guardsOf(ticket, context.clock.today()),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

const placeShape = z.tuple([z.iso.date(), z.guid()]);

const pageOf = (context: GraphContext, args: { first?: number | null; after?: string | null }) => {
  const { first, limit, after } = pageArgs(args.first, args.after);
  const place = after === null ? null : decodeCursor(after, placeShape);
  return {
    first,
    page: { limit, today: context.clock.today(), after: place && { openedOn: place[0], id: place[1] } },
  };
};

const listOf = (rows: readonly TicketRow[], first: number) =>
  connection(rows, first, ({ openedOn, id }) => [openedOn, id]);

/** Calls for support: lists as plain rows, acts by the table. */
export const ticketResolvers: Resolvers = {
  Query: {
    async tickets(_, { unitId, status, ...args }, context) {
      const { first, page } = pageOf(context, args);
      const scope = scopeUnitOf(signedIn(context), 'TICKET_HANDLE');
      const wanted = unitId ?? scope;
      if (wanted === null || !(await isUnitWithin(context.em, wanted, scope, page.today))) return null;
      const path = await pathNow(context.em, wanted, page.today);
      if (path === null) return null;
      return listOf(await findTicketsWithin(context.em, { ...page, path, status: status ?? null }), first);
    },

    async myTickets(_, args, context) {
      const { first, page } = pageOf(context, args);
      return listOf(await findTicketsOf(context.em, signedIn(context).accountId, page), first);
    },

    ticket: (_, { id }, context) => loadFor(context)(context.em, id),
  },

  Mutation: {
    openTicket: ticketMutation('openTicket', open),
    prepareTicketUpload: (_, { input }, context) => prepareUpload(context, 'prepareTicketUpload', input),
    takeTicket: ticketMutation('takeTicket', take),
    answerTicket: ticketMutation('answerTicket', answer),
    escalateTicket: ticketMutation('escalateTicket', escalate),
    replyToTicket: ticketMutation('replyToTicket', reply),
    closeTicket: ticketMutation('closeTicket', close),
    reopenTicket: ticketMutation('reopenTicket', reopen),
  },

  Ticket: {
    aboutUnit: ({ aboutUnitId }: TicketRow, _, context) =>
      unitOnOrLast(context, aboutUnitId, context.clock.today()),
    unit: ({ unitId }: TicketRow, _, context) => unitOnOrLast(context, unitId, context.clock.today()),
    attachments: ({ id }: TicketRow, _, context) => attachmentsFor(context, TICKET_FILES, id),
    reopenableThrough: ({ closedOn }: TicketRow) => reopenableThrough(closedOn),
    availableActions: (ticket: TicketRow, _, context) => actionsOf(ticket, context),
    history: ({ id }: TicketRow, _, context) => historyOf(context, ticketHistory, id, ticketLabels),
  },
};
