import { contractBreaches } from '@dang/events/contract';
import { TicketAnswered } from '@dang/events/contracts/orgtree/ticket-answered';
import { TicketClosed } from '@dang/events/contracts/orgtree/ticket-closed';
import { TicketEscalated } from '@dang/events/contracts/orgtree/ticket-escalated';
import { TicketOpened } from '@dang/events/contracts/orgtree/ticket-opened';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';
import { onTicket, openTicket, ticketAct } from '../../test/ticket-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

const contracts = [TicketOpened, TicketAnswered, TicketEscalated, TicketClosed, DossierStateChanged];

test('a member asks, the ward answers and sends it up, the city closes, the member opens it again', async () => {
  const ticket = await openTicket(subgraph, people.binh, { attachmentNote: 'Ảnh chụp màn hình' });
  expect(ticket).toMatchObject({
    number: '05.200-TICKET-260706-0001',
    status: 'OPEN',
    unit: { code: '05.200' },
    aboutUnit: { code: '05.200.044.000.001' },
    askerName: 'Nguyễn Văn An',
  });
  const step = async (name: string, actor: typeof people.ward, more = {}) => {
    const { ticket: after, refusal } = await onTicket(subgraph, name, actor, ticket.id, more);
    expect(refusal).toBeNull();
    return after;
  };
  expect(await step('takeTicket', people.support)).toMatchObject({
    status: 'ASSIGNED',
    assignedTo: 'Nguyễn Văn An',
  });
  expect(await step('answerTicket', people.support, { text: 'Anh đã cập nhật VNeID chưa?' })).toMatchObject({
    status: 'ANSWERED',
  });
  expect(await step('replyToTicket', people.binh, { text: 'Rồi, vẫn lỗi' })).toMatchObject({
    status: 'OPEN',
  });
  const up = await step('escalateTicket', people.support, { reason: 'Lỗi hệ thống' });
  expect(up).toMatchObject({ status: 'OPEN', unit: { code: '05' }, assignedTo: null });
  expect(await step('closeTicket', people.city, { text: 'Đã sửa' })).toMatchObject({
    status: 'CLOSED',
    closedOn: '2026-07-06',
    reopenableThrough: '2026-07-13',
  });
  expect(await step('reopenTicket', people.binh, { text: 'Lại lỗi' })).toMatchObject({
    status: 'OPEN',
    closedOn: null,
  });

  const { data } = await subgraph.execute(
    `{ ticket(id: "${ticket.id}") { history { action label reason byTitle unitName } availableActions { action allowed } } }`,
    {},
    people.support,
  );
  // who sent it up goes on reading, and does nothing more
  expect(data?.ticket.availableActions.every(({ allowed }: { allowed: boolean }) => !allowed)).toBe(true);
  expect(data?.ticket.history.map(({ action, reason }: Record<string, string>) => [action, reason])).toEqual([
    ['OPEN', null],
    ['TAKE', null],
    ['ANSWER', 'Anh đã cập nhật VNeID chưa?'],
    ['REPLY', 'Rồi, vẫn lỗi'],
    ['ESCALATE', 'Lỗi hệ thống'],
    ['CLOSE', 'Đã sửa'],
    ['REOPEN', 'Lại lỗi'],
  ]);
  expect(data?.ticket.history[4]).toMatchObject({ label: 'Chuyển cấp trên', byTitle: 'SUPPORT_AGENT' });
});

test('what people write never travels, and the events keep their contracts', async () => {
  const told = (await subgraph.drainOutbox()).map(({ type, data }) => ({
    name: type.split('.').at(-2),
    data,
  }));
  const counts = contracts.map((contract) => {
    const found = told.filter(({ name }) => name === contract.name);
    const breaches = found.flatMap(({ data }) => contractBreaches(contract as typeof TicketOpened, data));
    return [contract.name, found.length, breaches];
  });
  expect(counts).toEqual([
    ['TicketOpened', 2, []],
    ['TicketAnswered', 1, []],
    ['TicketEscalated', 1, []],
    ['TicketClosed', 1, []],
    ['DossierStateChanged', 7, []],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/đăng nhập|VNeID|vẫn lỗi/);
});

describe('a ticket goes', () => {
  test('to the province when an applicant says nothing of a unit', async () => {
    expect(await openTicket(subgraph, people.applicant)).toMatchObject({
      unit: { code: '05' },
      aboutUnit: { code: '05' },
    });
  });
  test('to the nearest unit upwards that has a support team', async () => {
    await subgraph.em().execute(
      `insert into guide_entry (unit_id, kind, key, title, during) values (?, 'SUPPORT_MEMBER', 'to-truong', 'Tổ trưởng', '[2026-07-01,)'),
         (?, 'SUPPORT_MEMBER', 'cu', 'Đã thôi', '[2026-01-01,2026-07-01)')`,
      [unit.estate, unit.branch1],
    );
    expect(await openTicket(subgraph, people.an)).toMatchObject({ unit: { code: '05.200.044' } });
    await subgraph.em().execute('delete from guide_entry');
  });
  test('to the nearest even when the province has one, too', async () => {
    await subgraph.em().execute(
      `insert into guide_entry (unit_id, kind, key, title, during)
       select unnest(array[?, ?]::uuid[]), 'SUPPORT_MEMBER', 'to-truong', 'Tổ trưởng', '[2026-07-01,)'`,
      [unit.city, unit.ward],
    );
    expect(await openTicket(subgraph, people.an)).toMatchObject({ unit: { code: '05.200' } });
    expect(await openTicket(subgraph, people.an, { unitId: unit.sales })).toMatchObject({
      unit: { code: '05' },
    });
    await subgraph.em().execute('delete from guide_entry');
  });
  test('nowhere when the unit is no more, is made up, or the text is nothing', async () => {
    const refusal = async (input: object) =>
      (await ticketAct(subgraph, 'openTicket', people.an, { category: 'OTHER', text: 'x', ...input }))
        .refusal;
    expect(await refusal({ unitId: unit.merged })).toEqual({ code: 'UNIT_NOT_FOUND', field: 'unitId' });
    expect(await refusal({ unitId: '00000000-0000-4000-8000-0000000000ff' })).toEqual({
      code: 'UNIT_NOT_FOUND',
      field: 'unitId',
    });
    expect(await refusal({ text: '  ' })).toEqual({ code: 'INVALID_INPUT', field: 'text' });
    expect(await refusal({ attachmentNote: 'x'.repeat(501) })).toEqual({
      code: 'INVALID_INPUT',
      field: 'attachmentNote',
    });
  });
  test('nowhere when twenty are open already, also when they come at once', async () => {
    const many = await Promise.all(
      Array.from({ length: 24 }, () =>
        ticketAct(subgraph, 'openTicket', people.branch2, { category: 'OTHER', text: 'x' }),
      ),
    );
    expect(many.filter(({ refusal }) => refusal === null)).toHaveLength(20);
    expect(many.filter(({ refusal }) => refusal?.code === 'RATE_LIMITED')).toHaveLength(4);
  });
});

describe('the lists', () => {
  test('are walked page by page, the latest first', async () => {
    const list = async (given: string) => {
      const { data } = await subgraph.execute(
        `{ tickets(${given}) { edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
        {},
        people.city,
      );
      return data?.tickets;
    };
    const whole = await list('first: 100');
    const first = await list('first: 15');
    const second = await list(`first: 100, after: "${first.pageInfo.endCursor}"`);
    expect([...first.edges, ...second.edges]).toEqual(whole.edges);
    expect((await list('status: CLOSED')).edges).toEqual([]);
  });
  test('with names, buttons and histories are a handful of statements', async () => {
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    await subgraph.execute(
      '{ tickets(first: 20) { edges { node { unit { name } aboutUnit { name } availableActions { action allowed } history { action } } } } }',
      {},
      people.city,
    );
    Object.assign(logger, { log, isEnabled });
    expect(statements).toHaveLength(6);
  });
});

test('the job forgets what was closed two years ago, and nothing else', async () => {
  const kept = await openTicket(subgraph, people.binh);
  const gone = await openTicket(subgraph, people.binh);
  const em = subgraph.em();
  await em.execute(`update ticket set status = 'CLOSED', closed_on = '2024-07-06' where id = ?`, [kept.id]);
  await em.execute(`update ticket set status = 'CLOSED', closed_on = '2024-07-05' where id = ?`, [gone.id]);
  await subgraph.runJob('apply-retention');
  await subgraph.runJob('apply-retention');
  expect(await em.execute('select id from ticket where id in (?, ?)', [kept.id, gone.id])).toEqual([
    { id: kept.id },
  ]);
  expect(await em.execute('select 1 from ticket_entry where ticket_id = ?', [gone.id])).toEqual([]);
});

test('the numbers of a day go on after 9999, and nobody uses them up', async () => {
  const em = subgraph.em();
  await em.execute(
    `insert into unit_sequence (unit_id, procedure, day, last) values (?, 'TICKET', '2026-07-06', 9999)
     on conflict (unit_id, procedure, day) do update set last = 9999`,
    [unit.ward],
  );
  expect((await openTicket(subgraph, people.binh)).number).toBe('05.200-TICKET-260706-10000');
  const { accountId } = people.branch1;
  await em.execute(
    `insert into ticket (number, account_id, asker_name, category, about_unit_id, unit_id, status, body, opened_on, closed_on)
     select 'used-' || n, ?, 'x', 'OTHER', ?, ?, 'CLOSED', 'x', '2026-07-06', '2026-07-06' from generate_series(1, 100) n`,
    [accountId, unit.ward, unit.ward],
  );
  const input = `{ idempotencyKey: "used up", category: OTHER, text: "?", unitId: "${unit.ward}" }`;
  const { data } = await subgraph.execute(
    `mutation { openTicket(input: ${input}) { ticket { id } refusal { code } } }`,
    {},
    people.branch1,
  );
  expect(data?.openTicket.refusal?.code).toBe('RATE_LIMITED');
});
