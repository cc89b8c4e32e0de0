import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';
import { onTicket, openTicket, ticketAct } from '../../test/ticket-stage.ts';

let subgraph: Subgraph;
let ticketId = '';
let applicantsTicketId = '';
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
  ticketId = (await openTicket(subgraph, people.binh)).id;
  applicantsTicketId = (await openTicket(subgraph, people.applicant)).id;
});
afterAll(() => subgraph.close());

const codeOf = (answer: { refusal: { code: string } | null }) => answer.refusal?.code ?? 'done';

describe('Query.ticket', () => {
  const read = async (actor: Actor | null, id = ticketId) => {
    const { data, errors } = await subgraph.execute(`{ ticket(id: "${id}") { number text } }`, {}, actor);
    return errors ? errors[0]?.extensions?.code : (data?.ticket ?? null);
  };
  test('is closed to nobody, and not there for who neither asked nor handles', async () => {
    expect(await read(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.applicant,
      people.branch1,
      people.estate,
      people.otherWard,
      people.inspector,
      people.admin,
    ])
      expect(await read(actor)).toBeNull();
    expect(await read(people.binh, randomUUID())).toBeNull();
  });
  test('is there for the asker, the support team and the office above', async () => {
    for (const actor of [people.binh, people.support, people.ward, people.city])
      expect(await read(actor)).toMatchObject({ text: 'Không đăng nhập được' });
    expect(await read(people.applicant, applicantsTicketId)).not.toBeNull();
  });
});

describe('Query.tickets', () => {
  const list = async (actor: Actor | null, unitId?: string) => {
    const { data, errors } = await subgraph.execute(
      'query ($unitId: UUID) { tickets(unitId: $unitId) { edges { node { id } } } }',
      { unitId },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.tickets?.edges.length ?? null);
  };
  test('is closed to nobody, members, applicants and officers who do not support', async () => {
    expect(await list(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.applicant,
      people.branch1,
      people.estate,
      people.inspector,
      people.admin,
    ])
      expect(await list(actor)).toBe('FORBIDDEN');
  });
  test('is null outside the scope', async () => {
    expect(await list(people.otherWard, unit.ward)).toBeNull();
    expect(await list(people.support, unit.city)).toBeNull();
    expect(await list(people.support, randomUUID())).toBeNull();
  });
  test('shows a team its own', async () => {
    expect(await list(people.support)).toBe(1);
    expect(await list(people.otherWard)).toBe(0);
    expect(await list(people.city)).toBe(2);
  });
});

describe('Query.myTickets', () => {
  const mine = async (actor: Actor | null) => {
    const { data, errors } = await subgraph.execute('{ myTickets { edges { node { id } } } }', {}, actor);
    return errors
      ? errors[0]?.extensions?.code
      : data?.myTickets.edges.map(({ node }: { node: { id: string } }) => node.id);
  };
  test('shows one’s own, and nobody else’s', async () => {
    expect(await mine(null)).toBe('UNAUTHENTICATED');
    expect(await mine(people.binh)).toEqual([ticketId]);
    expect(await mine(people.applicant)).toEqual([applicantsTicketId]);
    for (const actor of [people.an, people.support, people.city]) expect(await mine(actor)).toEqual([]);
  });
});

describe('Mutation.openTicket', () => {
  test('is closed to nobody, and the same key opens one ticket', async () => {
    const input = { idempotencyKey: randomUUID(), category: 'OTHER', text: 'Hỏi' };
    expect(codeOf(await ticketAct(subgraph, 'openTicket', null, input))).toBe('UNAUTHENTICATED');
    const first = await ticketAct(subgraph, 'openTicket', people.estate, input);
    expect((await ticketAct(subgraph, 'openTicket', people.estate, input)).ticket.id).toBe(first.ticket.id);
  });
});

const text = { text: 'x' };

/** What agents do. */
const agents = (name: string, more: object) => {
  const act = (actor: Actor | null, id = ticketId) =>
    onTicket(subgraph, name, actor, id, { ...more }).then(codeOf);
  test('is closed to nobody, members, applicants and officers who do not support', async () => {
    expect(await act(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.binh,
      people.applicant,
      people.branch1,
      people.inspector,
      people.admin,
    ])
      expect(await act(actor)).toBe('FORBIDDEN');
  });
  test('knows no ticket of another ward, of the unit above, or made up', async () => {
    expect(await act(people.otherWard)).toBe('NOT_FOUND');
    expect(await act(people.support, applicantsTicketId)).toBe('NOT_FOUND');
    expect(await act(people.support, randomUUID())).toBe('NOT_FOUND');
  });
  test('is not for one’s own ticket', async () => {
    const asker = { ...people.ward, accountId: people.binh.accountId };
    expect(await act(asker)).toBe('ACTION_NOT_ALLOWED');
  });
  test('needs the version that was read', async () => {
    const old = { ticketId, expectedVersion: 99, ...more };
    expect(codeOf(await ticketAct(subgraph, name, people.support, old))).toBe('VERSION_CONFLICT');
  });
};

describe('Mutation.takeTicket', () => agents('takeTicket', {}));
describe('Mutation.answerTicket', () => agents('answerTicket', text));
describe('Mutation.escalateTicket', () => agents('escalateTicket', { reason: 'x' }));

/** What the asker does. */
const askers = (name: string, more: object, wrong: string) => {
  const act = (actor: Actor | null, id = ticketId) =>
    onTicket(subgraph, name, actor, id, { ...more }).then(codeOf);
  test('is closed to nobody, and knows no ticket of somebody else', async () => {
    expect(await act(null)).toBe('UNAUTHENTICATED');
    for (const actor of [people.an, people.applicant, people.branch1, people.otherWard, people.admin])
      expect(await act(actor)).toBe('NOT_FOUND');
    expect(await act(people.binh, randomUUID())).toBe('NOT_FOUND');
  });
  test('in the wrong state, or by the support team, is refused', async () => {
    expect(await act(people.support)).toBe(wrong);
  });
};

describe('Mutation.replyToTicket', () => askers('replyToTicket', text, 'ACTION_NOT_ALLOWED'));
describe('Mutation.reopenTicket', () => {
  askers('reopenTicket', text, 'ACTION_NOT_ALLOWED');
  test('is refused while it is open', async () => {
    expect(codeOf(await onTicket(subgraph, 'reopenTicket', people.binh, ticketId, text))).toBe('WRONG_STATE');
  });
});
describe('Mutation.closeTicket', () => {
  test('is closed to nobody, and knows no ticket of somebody else', async () => {
    const act = (actor: Actor | null, id = ticketId) =>
      onTicket(subgraph, 'closeTicket', actor, id).then(codeOf);
    expect(await act(null)).toBe('UNAUTHENTICATED');
    for (const actor of [people.an, people.applicant, people.branch1, people.otherWard, people.admin])
      expect(await act(actor)).toBe('NOT_FOUND');
    expect(await act(people.binh, randomUUID())).toBe('NOT_FOUND');
    expect(await act(people.binh)).toBe('done');
    expect(await act(people.support)).toBe('WRONG_STATE');
  });
});

test('a support agent reads no report, no figure and no list of members (domain 2.1)', async () => {
  for (const document of [
    '{ quarterlyReports { edges { cursor } } }',
    `{ unit(id: "${unit.ward}") { members { edges { cursor } } } }`,
    `{ unit(id: "${unit.ward}") { figures(from: "2026-04-01", through: "2026-06-30") { members } } }`,
  ]) {
    const { errors } = await subgraph.execute(document, {}, people.support);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  }
});
