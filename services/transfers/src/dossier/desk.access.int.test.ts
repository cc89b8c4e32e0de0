import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { desks, officer, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';
import { deskDossiers, waitsFor } from './desk.reads.ts';
import { touches } from './visibility.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());
beforeEach(() => stage.em().execute('truncate transfer_dossier cascade'));

const { secretary, sibling, committee, host, stranger, board } = desks;

/** Rows as the acts would have left them; the day of the desk is Monday 2026-07-06. */
const row = {
  kind: 'OFFICIAL',
  status: 'SUBMITTED',
  requestedAt: '2026-07-01T08:00:00Z',
  dueOn: '2026-09-25' as string | null,
  waiting: units.branch1 as string | null,
  origin: units.branch1,
  sentAt: null as string | null,
};
let count = 0;
async function put(more: Partial<typeof row> = {}, member: string | null = null): Promise<string> {
  const { kind, status, requestedAt, dueOn, waiting, origin, sentAt } = { ...row, ...more };
  count += 1;
  const [made] = await stage.em().execute<{ id: string }[]>(
    `insert into transfer_dossier (number, kind, status, channel, reason, member_id, full_name, origin_branch_id, destination_branch_id,
       decision_number, decision_date, decision_issuer, effective_date, requested_at, requested_on, due_on, waiting_unit_id, sent_at)
     values (?, ?, ?, 'ONLINE', 'CHANGE_RESIDENCE', coalesce(?::uuid, gen_random_uuid()), 'Đảng viên', ?, ?, '1', '2026-06-01', 'Công ty',
       '2026-07-01', ?, '2026-07-01', ?, ?, ?) returning id`,
    [`M-${count}`, kind, status, member, origin, units.sales, requestedAt, dueOn, waiting, sentAt],
  );
  return made?.id as string;
}

const query = `query ($mine: Boolean!, $kinds: [TransferKind!], $statuses: [TransferStatus!], $overdue: Boolean!, $first: Int, $after: String) {
  transferDesk(waitingForMe: $mine, kinds: $kinds, statuses: $statuses, overdueOnly: $overdue, first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } totalCount overdueCount } }`;
const ask = async (actor: Actor, wish: Record<string, unknown> = {}) => {
  const { transferDesk } = await stage.ask(query, { mine: true, overdue: false, ...wish }, actor);
  const ids: string[] = transferDesk.edges.map(({ node }: { node: { id: string } }) => node.id);
  return { ids, ...transferDesk };
};

describe('Query.transferDesk', () => {
  test('is closed to members and to who is not signed in', async () => {
    for (const [actor, code] of [
      [null, 'UNAUTHENTICATED'],
      [await stage.newMember(), 'FORBIDDEN'],
      [desks.admin, 'FORBIDDEN'],
    ] as const) {
      const { errors } = await stage.execute('{ transferDesk { totalCount } }', {}, actor);
      expect(errors?.[0]?.extensions?.code).toBe(code);
    }
  });

  test('holds what is overdue first, then the rest, each the oldest first, and counts both', async () => {
    const young = await put({ requestedAt: '2026-07-03T08:00:00Z' });
    const old = await put({ requestedAt: '2026-06-02T08:00:00Z' });
    const late = await put({ requestedAt: '2026-07-02T08:00:00Z', dueOn: '2026-07-05' });
    const later = await put({ requestedAt: '2026-07-04T08:00:00Z', dueOn: '2026-07-03' });
    const termless = await put({ requestedAt: '2026-07-05T08:00:00Z', dueOn: null });
    const today = await put({ requestedAt: '2026-06-01T08:00:00Z', dueOn: '2026-07-06' });
    await put({ waiting: units.branch2, origin: units.branch2 });
    const desk = await ask(secretary);
    const order = [late, later, today, old, young, termless];
    expect(desk).toMatchObject({ ids: order, totalCount: 6, overdueCount: 2 });
    expect(await ask(secretary, { overdue: true })).toMatchObject({ ids: [late, later], totalCount: 2 });
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask(secretary, { first: 1, after });
      paged.push(...page.ids);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(order);
    expect((await ask(sibling)).totalCount).toBe(1);
  });

  test('may be narrowed to kinds and states', async () => {
    const official = await put();
    const temporary = await put({ kind: 'TEMPORARY' });
    const met = await put({ status: 'ORIGIN_MET' });
    expect((await ask(secretary, { kinds: ['TEMPORARY'] })).ids).toEqual([temporary]);
    expect((await ask(secretary, { statuses: ['ORIGIN_MET'] })).ids).toEqual([met]);
    expect((await ask(secretary, { kinds: ['OFFICIAL'], statuses: ['SUBMITTED'] })).ids).toEqual([official]);
    expect((await ask(secretary, { kinds: [] })).totalCount).toBe(0);
  });

  test('a stay waits for its branch from 30 days before its end', async () => {
    const stay = {
      kind: 'TEMPORARY',
      status: 'ACTIVE_TEMPORARY',
      waiting: null,
      sentAt: '2026-02-01T08:00:00Z',
    };
    const over = await put({ ...stay, dueOn: '2026-07-01' });
    const ends = await put({ ...stay, dueOn: '2026-08-05' });
    const goesOn = await put({ ...stay, dueOn: '2026-08-06' });
    expect(await ask(host)).toMatchObject({ ids: [over, ends], overdueCount: 1 });
    expect((await ask(secretary)).ids).toEqual([]);
    expect((await ask(stranger)).ids).toEqual([]);
    expect((await ask(host, { mine: false })).ids.toSorted()).toEqual([over, ends, goesOn].toSorted());
  });

  test('a stay outside of the system waits for the branch that it comes back to', async () => {
    const stay = {
      kind: 'TEMPORARY',
      status: 'ACTIVE_TEMPORARY',
      waiting: null,
      sentAt: '2026-02-01T08:00:00Z',
    };
    const id = await put({ ...stay, dueOn: '2026-07-20' });
    await stage.em().execute(
      `with letter as (insert into introduction_letter (dossier_id, type, status, number, register_year, issued_on, dues_paid_through)
         values (?, 'EIGHT_BOX', 'ISSUED', 1, 2026, '2026-01-05', '2026-01') returning id, dossier_id),
       box as (insert into letter_box (letter_id, box_index, status) select id, 4, 'OUTSIDE' from letter)
       update transfer_dossier d set letter_id = letter.id from letter where d.id = letter.dossier_id`,
      [id],
    );
    expect((await ask(secretary)).ids).toEqual([id]);
  });

  test('one’s own dossier waits for the deputy and for the unit above; another leader’s stays below', async () => {
    const boss = await stage.newMember();
    const others = await stage.newMember();
    await stage.tellOfficers('branch1', [
      { memberId: boss.memberId, role: 'BRANCH_SECRETARY' },
      { memberId: others.memberId, role: 'BRANCH_DEPUTY_SECRETARY' },
    ]);
    const own = await put({}, boss.memberId);
    await put({}, others.memberId);
    const asSecretary = officer('branch1', 'BRANCH_SECRETARY', { memberId: boss.memberId });
    expect((await ask(asSecretary)).ids).not.toContain(own);
    expect((await ask(desks.deputy)).ids).toContain(own);
    expect((await ask(committee)).ids).toEqual([own]);
    expect((await ask(board)).ids).toEqual([]);
    await stage.tellOfficers('branch1', [], 2);
  });

  test('a cursor of another list is bad input', async () => {
    const after = Buffer.from('["2026-07-01T08:00:00Z","x"]').toString('base64url');
    const { errors } = await stage.execute(query, { mine: true, overdue: false, after }, secretary);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('a large desk', () => {
  beforeEach(() =>
    stage.em().execute(
      `insert into transfer_dossier (number, kind, status, channel, reason, member_id, full_name, origin_branch_id, destination_branch_id,
         decision_number, decision_date, decision_issuer, effective_date, requested_at, requested_on, due_on, waiting_unit_id)
       select 'L-' || n, 'OFFICIAL', 'SUBMITTED', 'ONLINE', 'RETIRED', gen_random_uuid(), 'Đảng viên',
         case when n % 200 = 0 then ?::uuid else gen_random_uuid() end, ?, '1', '2026-06-01', 'Công ty', '2026-07-01',
         timestamptz '2026-07-01' + n * interval '1 minute', '2026-07-01', date '2026-07-01' + n % 20,
         case when n % 200 = 0 then ?::uuid else gen_random_uuid() end
       from generate_series(1, 20000) n;
       analyze transfer_dossier`,
      [units.branch1, units.sales, units.branch1],
    ),
  );

  test('is found by an index of each part', async () => {
    const { sql, values } = waitsFor(units.branch1, null, '2026-08-05');
    const plan = await stage
      .em()
      .execute<Record<string, string>[]>(
        `explain select * from transfer_dossier d where d.closed_on is null and ${sql}`,
        [...values],
      );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toContain('transfer_dossier_waiting');
    expect(lines).not.toContain('Seq Scan on transfer_dossier d');
  });

  test('of all that touches a unit is found without a look at the letters of every dossier', async () => {
    const { sql, values } = await touches(stage.em(), units.branch1);
    const plan = await stage
      .em()
      .execute<Record<string, string>[]>(
        `explain select * from transfer_dossier d where d.closed_on is null and ${sql} order by d.requested_at, d.id limit 21`,
        [...values],
      );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toContain('hashed SubPlan');
    expect(lines).not.toContain('EXISTS(SubPlan');
  });

  test('takes as many statements as a small one, and nothing is lost where the overdue end', async () => {
    const where = waitsFor(units.branch1, null, '2026-08-05');
    const page = { where, today: '2026-07-06', limit: 1000, after: null };
    const rows = await deskDossiers(stage.em(), page);
    expect(rows).toHaveLength(100);
    const lates = rows.map(({ late }) => late);
    expect(lates).toEqual(lates.toSorted((one, other) => Number(other) - Number(one)));
    const statements: string[] = [];
    const logger = stage.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    try {
      expect(await ask(secretary, { first: 50 })).toMatchObject({ totalCount: 100 });
    } finally {
      Object.assign(logger, { log, isEnabled });
    }
    // the page, and both counts at once
    expect(statements).toHaveLength(2);
  });
});
