import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { attachFiles } from '@dang/documents/files/stored-file';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import type { ActionOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OpenTicketInput } from '../generated/graph.ts';
import { signedIn } from '../report/report.acts.ts';
import { nextNumbers } from '../unit/sequence.ts';
import { findTickets, reachOf, TICKET_FILES, type TicketRow } from './ticket.rows.ts';
import { guardsOf, relationsTo } from './ticket.rules.ts';
import { keepTicketStep } from './ticket.steps.ts';
import { type TicketWorkflow, ticketWorkflow } from './ticket.workflow.ts';

const TEXT_LIMIT = 4_000;
const NOTE_LIMIT = 500;

/** An account has at most this many tickets open at a time. */
const OPEN_LIMIT = 20;

/** And opens at most this many in a day, however soon it closes them: a day of a unit has few numbers. */
const DAY_LIMIT = 100;

/** What the actor is to a ticket, as the tree is today. */
export async function relationsOf(
  em: SqlEntityManager,
  actor: Actor,
  ticket: TicketRow,
  today: string,
): Promise<Set<string>> {
  const scope = scopeUnitOf(actor, 'TICKET_HANDLE');
  return relationsTo(ticket, actor.accountId, await reachOf(em, ticket, scope, today));
}

type ActInput = { ticketId: string; expectedVersion: number };

/** What an act writes: the words that go into the history, and columns of the ticket beside its state. */
type Written = {
  text?: string | null;
  field?: string;
  set?: (ticket: TicketRow, actor: Actor) => [string, unknown[]];
  fileIds?: readonly string[];
};

/** Gives files that the actor has brought to a ticket. */
const attach = (em: SqlEntityManager, actor: Actor, ticketId: string, fileIds: readonly string[] = []) =>
  attachFiles(em, actor, fileIds, { kind: TICKET_FILES, id: ticketId }, 'fileIds');

/** Does one action of the table to one ticket, with its history and events, in the transaction of `em`. */
async function act(
  em: SqlEntityManager,
  context: GraphContext,
  action: ActionOf<TicketWorkflow>,
  input: ActInput,
  { text = null, field = 'text', set, fileIds }: Written,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const today = context.clock.today();
  const [ticket] = await findTickets(em, [input.ticketId], today, { lock: true });
  if (!ticket) return refuse('NOT_FOUND', { field: 'ticketId' });
  const words = text?.normalize('NFC').trim() || null;
  const decision = decide<TicketWorkflow, RefusalCode>(ticketWorkflow, {
    state: ticket.status,
    action,
    relations: await relationsOf(em, actor, ticket, today),
    facts: guardsOf(ticket, today),
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason: words,
  });
  if (decision.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'ticketId' });
  const conflict = checkVersion(ticket.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field } : {});
  // a reason travels with the notice of an escalation
  if (words !== null && words.length > (action === 'ESCALATE' ? 2_000 : TEXT_LIMIT))
    return refuse('INVALID_INPUT', { field });
  const [columns, values] = set?.(ticket, actor) ?? ['', []];
  await em.execute(
    `update ticket set version = version + 1, status = ?, closed_on = ?${columns === '' ? '' : `, ${columns}`} where id = ?`,
    [decision.to, decision.to === 'CLOSED' ? today : null, ...values, ticket.id],
  );
  await keepTicketStep(em, context.clock, {
    ticketId: ticket.id,
    action,
    before: ticket,
    actor,
    text: words,
  });
  const refusal = await attach(em, actor, ticket.id, fileIds);
  return refusal ?? { id: ticket.id, audit: { unitId: ticket.unitId, memberId: ticket.memberId } };
}

type Act<Input> = (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>;

/** An agent takes the ticket on. */
export const take: Act<ActInput> = (em, context, input) =>
  act(em, context, 'TAKE', input, {
    set: (_, actor) => ['assigned_account_id = ?, assigned_name = ?', [actor.accountId, actor.name]],
  });

/** An agent answers. */
export const answer: Act<ActInput & { text: string }> = (em, context, input) =>
  act(em, context, 'ANSWER', input, { text: input.text });

/** An agent sends the ticket to the unit above. */
export const escalate: Act<ActInput & { reason: string }> = (em, context, input) =>
  act(em, context, 'ESCALATE', input, {
    text: input.reason,
    field: 'reason',
    set: (ticket) => [
      'unit_id = ?, assigned_account_id = null, assigned_name = null',
      [ticket.superiorId ?? ticket.unitId],
    ],
  });

/** The asker adds something. */
export const reply: Act<ActInput & { text: string; fileIds?: readonly string[] }> = (em, context, input) =>
  act(em, context, 'REPLY', input, { text: input.text, fileIds: input.fileIds ?? [] });

/** The asker or an agent ends it. */
export const close: Act<ActInput & { text?: string | null }> = (em, context, input) =>
  act(em, context, 'CLOSE', input, { text: input.text ?? null });

/** The asker opens it again. */
export const reopen: Act<ActInput & { text: string }> = (em, context, input) =>
  act(em, context, 'REOPEN', input, {
    text: input.text,
    set: () => ['assigned_account_id = null, assigned_name = null', []],
  });

/**
 * Whose support team gets a ticket about a unit: the nearest unit from it upwards that names a support team in its guide, else
 * the commune or ward (the direct superior of grassroots organisations), else the province.
 */
const receivingUnit = `
  select chain.unit_id, chain.code
  from about
  join unit_period chain on about.path <@ chain.path and chain.during @> about.day and chain.type <> 'CENTRAL'
  order by exists (
      select from guide_entry team
      where team.unit_id = chain.unit_id and team.kind = 'SUPPORT_MEMBER' and team.during @> about.day
    ) desc,
    case when exists (
      select from guide_entry team
      where team.unit_id = chain.unit_id and team.kind = 'SUPPORT_MEMBER' and team.during @> about.day
    ) then -nlevel(chain.path) end,
    case chain.type when 'SUPERIOR' then 0 when 'PROVINCE' then 1 else 2 end
  limit 1`;

/** The unit that a ticket is about when none is named: the member's own branch, else the province. */
async function aboutUnit(
  em: SqlEntityManager,
  actor: Actor,
  input: OpenTicketInput,
  { today, provinceCode }: { today: string; provinceCode: string },
): Promise<string | null> {
  const named = input.unitId ?? null;
  const [row]: { id: string | null }[] = await em.execute(
    `select coalesce(
       (select unit_id from unit_period where unit_id = ?::uuid and during @> ?::date and type <> 'CENTRAL'),
       (select branch_id from placement where member_id = ?::uuid and ?::uuid is null),
       (select unit_id from unit_period where type = 'PROVINCE' and code = ? and during @> ?::date and ?::uuid is null)
     ) as id`,
    [named, today, actor.memberId, named, provinceCode, today, named],
  );
  return row?.id ?? null;
}

/** Opens a ticket. Anybody who is signed in may. */
export async function open(
  em: SqlEntityManager,
  context: GraphContext,
  input: OpenTicketInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const today = context.clock.today();
  const text = input.text.normalize('NFC').trim();
  if (text === '' || text.length > TEXT_LIMIT) return refuse('INVALID_INPUT', { field: 'text' });
  const note = input.attachmentNote?.normalize('NFC').trim() || null;
  if (note !== null && note.length > NOTE_LIMIT) return refuse('INVALID_INPUT', { field: 'attachmentNote' });
  const provinceCode = context.environment.PROVINCE_CODE;
  const aboutId = await aboutUnit(em, actor, input, { today, provinceCode });
  if (aboutId === null) return refuse('UNIT_NOT_FOUND', { field: 'unitId' });
  // two at once from one account wait here, so that the limit holds
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 1))', [actor.accountId]);
  const [{ count, ofToday } = { count: 0, ofToday: 0 }] = await em.execute<
    { count: number; ofToday: number }[]
  >(
    `select count(*) filter (where status <> 'CLOSED')::int as count,
       count(*) filter (where opened_on = ?)::int as "ofToday"
     from ticket where account_id = ?`,
    [today, actor.accountId],
  );
  if (count >= OPEN_LIMIT || ofToday >= DAY_LIMIT) return refuse('RATE_LIMITED');
  const [ticket] = await em.execute<{ id: string }[]>(
    `with about as (select *, ?::date as day from unit_period where unit_id = ? and during @> ?::date),
     wanted as (${receivingUnit}), ${nextNumbers}
     insert into ticket (number, account_id, member_id, asker_name, category, procedure, about_unit_id, unit_id, body,
       attachment_note, opened_on)
     select number, ?, ?, ?, ?, ?, ?, unit_id, ?, ?, ? from numbered
     returning id`,
    [
      today,
      aboutId,
      today,
      'TICKET',
      today,
      'TICKET',
      today,
      actor.accountId,
      actor.memberId,
      actor.name,
      input.category,
      input.procedure ?? null,
      aboutId,
      text,
      note,
      today,
    ],
  );
  if (!ticket) return refuse('UNIT_ENDED', { field: 'unitId' });
  const step = { ticketId: ticket.id, action: 'OPEN', before: null, actor, text: null };
  const { unitId } = await keepTicketStep(em, context.clock, step);
  const refusal = await attach(em, actor, ticket.id, input.fileIds);
  if (refusal) return refusal;
  return { id: ticket.id, audit: { unitId, memberId: actor.memberId } };
}
