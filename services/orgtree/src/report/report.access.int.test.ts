import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { actOn, openReporting, people, report, reportOf, type Subgraph } from '../../test/report-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting();
  await actOn(subgraph, 'submitReport', people.branch1, unit.branch1);
});
afterAll(() => subgraph.close());

const codeOf = (answer: { refusal: { code: string } | null }) => answer.refusal?.code ?? 'done';

describe('Query.quarterlyReport', () => {
  const read = async (actor: Actor | null, id?: string) => {
    const { data, errors } = await subgraph.execute(
      'query ($id: UUID!) { quarterlyReport(id: $id) { number } }',
      { id: id ?? (await reportOf(subgraph, unit.branch1)).id },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.quarterlyReport ?? null);
  };
  test('is closed to nobody, members, applicants, administrators, delegates and support agents', async () => {
    expect(await read(null)).toBe('UNAUTHENTICATED');
    for (const actor of [people.an, people.applicant, people.admin, people.support, people.delegate])
      expect(await read(actor)).toBe('FORBIDDEN');
  });
  test('reads as not there for the sibling branch, another ward and a made-up id', async () => {
    expect(await read(people.branch2)).toBeNull();
    expect(await read(people.otherWard)).toBeNull();
    expect(await read(people.ward, randomUUID())).toBeNull();
  });
  test('is open to the branch and to everybody above who reads reports', async () => {
    for (const actor of [people.branch1, people.estate, people.ward, people.inspector])
      expect(await read(actor)).toEqual({ number: expect.any(String) });
  });
});

describe('Query.quarterlyReports', () => {
  const list = async (actor: Actor | null, unitId?: string) => {
    const { data, errors } = await subgraph.execute(
      'query ($unitId: UUID) { quarterlyReports(unitId: $unitId, quarter: "2026-Q2") { edges { node { unit { code } } } } }',
      { unitId },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.quarterlyReports?.edges.length ?? null);
  };
  test('is closed to nobody, members, applicants, administrators and support agents', async () => {
    expect(await list(null)).toBe('UNAUTHENTICATED');
    for (const actor of [people.an, people.applicant, people.admin, people.support])
      expect(await list(actor)).toBe('FORBIDDEN');
  });
  test('is null for units outside the scope and for made-up ones', async () => {
    expect(await list(people.branch1, unit.branch2)).toBeNull();
    expect(await list(people.branch1, unit.estate)).toBeNull();
    expect(await list(people.otherWard, unit.ward)).toBeNull();
    expect(await list(people.ward, randomUUID())).toBeNull();
  });
  test('shows one’s own unit and what lies below', async () => {
    expect(await list(people.branch1)).toBe(1);
    expect(await list(people.estate)).toBe(3);
    expect(await list(people.city, unit.otherWard)).toBe(3);
  });
});

describe.each([
  ['saveReportDraft', people.branch1, {}],
  ['submitReport', people.branch1, {}],
  ['aggregateReports', people.estate, {}],
  ['returnReport', people.estate, { reason: 'x' }],
  ['acceptReport', people.estate, {}],
] as const)('Mutation.%s', (name, _insider, more) => {
  const strange = (actor: Actor | null, unitId: string = unit.branch1) =>
    actOn(subgraph, name, actor, unitId, more).then(codeOf);

  test('is closed to nobody, members, applicants, inspectors, administrators, delegates and support agents', async () => {
    expect(await strange(null)).toBe('UNAUTHENTICATED');
    for (const actor of [
      people.an,
      people.applicant,
      people.inspector,
      people.admin,
      people.delegate,
      people.support,
    ])
      expect(await strange(actor)).toBe('FORBIDDEN');
  });
  test('knows no report of a sibling, of another ward or of a made-up id', async () => {
    expect(await strange(people.otherWard)).toBe('NOT_FOUND');
    const madeUp = { reportId: randomUUID(), expectedVersion: 1, ...more };
    expect(codeOf(await report(subgraph, name, people.ward, madeUp))).toBe('NOT_FOUND');
    if (name !== 'returnReport' && name !== 'acceptReport')
      expect(await strange(people.branch2)).toBe('NOT_FOUND');
  });
  test('is no act of a unit further up, who may read', async () => {
    expect(await strange(people.city)).toBe('ACTION_NOT_ALLOWED');
  });
});

// the doors of the table above, by name: Mutation.saveReportDraft …
describe('Mutation.saveReportDraft', () => {
  test('is refused once the report is sent, and for a text that is too long', async () => {
    expect(codeOf(await actOn(subgraph, 'saveReportDraft', people.branch1, unit.branch1))).toBe(
      'WRONG_STATE',
    );
    const long = { difficulties: 'x'.repeat(4001) };
    expect(await actOn(subgraph, 'saveReportDraft', people.branch2, unit.branch2, long)).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'difficulties' },
    });
  });
});

describe('Mutation.submitReport', () => {
  test('is refused twice, and before the quarter is over', async () => {
    expect(codeOf(await actOn(subgraph, 'submitReport', people.branch1, unit.branch1))).toBe('WRONG_STATE');
    const running = await reportOf(subgraph, unit.branch2, '2026-Q3');
    const early = { reportId: running.id, expectedVersion: running.version };
    expect(codeOf(await report(subgraph, 'submitReport', people.branch2, early))).toBe('REPORT_PERIOD_RUNS');
  });
});

describe('Mutation.returnReport', () => {
  test('needs a reason, and a report that was sent', async () => {
    const bare = await actOn(subgraph, 'returnReport', people.estate, unit.branch1, { reason: '  ' });
    expect(bare.refusal).toEqual({ code: 'REASON_REQUIRED', field: 'reason' });
    expect(codeOf(await actOn(subgraph, 'returnReport', people.estate, unit.branch2, { reason: 'x' }))).toBe(
      'WRONG_STATE',
    );
  });
});

describe('Mutation.acceptReport', () => {
  test('needs a fresh sign-in, the version that was read, and somebody else than who sent it', async () => {
    const stale = { ...people.estate, signedInAt: new Date(Date.now() - 11 * 60_000) };
    expect(codeOf(await actOn(subgraph, 'acceptReport', stale, unit.branch1))).toBe('STEP_UP_REQUIRED');
    const same = { ...people.estate, accountId: people.branch1.accountId };
    expect(codeOf(await actOn(subgraph, 'acceptReport', same, unit.branch1))).toBe('OWN_CASE');
    const { id, version } = await reportOf(subgraph, unit.branch1);
    const old = { reportId: id, expectedVersion: version - 1 };
    expect(codeOf(await report(subgraph, 'acceptReport', people.estate, old))).toBe('VERSION_CONFLICT');
  });
  test('is not for the unit that was above before the branch was moved, though nothing has followed yet', async () => {
    const place = (parentId: string, path: string[]) =>
      subgraph
        .em()
        .execute(
          `update unit_period set parent_id = ?, path = ?::text::ltree where unit_id = ? and during @> ?::date`,
          [parentId, [...path, unit.branch1].join('.'), unit.branch1, '2026-07-03'],
        );
    await place(unit.company, [unit.central, unit.city, unit.otherWard, unit.company]);
    const late = await actOn(subgraph, 'acceptReport', people.estate, unit.branch1);
    await place(unit.estate, [unit.central, unit.city, unit.ward, unit.estate]);
    expect(codeOf(late)).toBe('NOT_FOUND');
    expect((await reportOf(subgraph, unit.branch1)).status).toBe('SUBMITTED');
  });
  test('the same call again answers the same report', async () => {
    const { id, version } = await reportOf(subgraph, unit.branch1);
    const input = { idempotencyKey: randomUUID(), reportId: id, expectedVersion: version };
    const first = await report(subgraph, 'acceptReport', people.estate, input);
    expect(await report(subgraph, 'acceptReport', people.estate, input)).toEqual(first);
  });
});

describe('Mutation.aggregateReports', () => {
  test('is refused to a branch, which has nothing below', async () => {
    expect(codeOf(await actOn(subgraph, 'aggregateReports', people.branch2, unit.branch2))).toBe(
      'NO_ACCEPTED_REPORT',
    );
  });
});

describe('Mutation.requestReports', () => {
  const ask = (actor: Actor | null) =>
    report(subgraph, 'requestReports', actor, {
      title: 'Đột xuất',
      from: '2026-06-01',
      through: '2026-06-30',
      dueOn: '2026-07-10',
    }).then(codeOf);
  test('is closed to nobody, members, applicants, branches, inspectors, administrators and support agents', async () => {
    expect(await ask(null)).toBe('UNAUTHENTICATED');
    const strangers = [
      people.an,
      people.applicant,
      people.branch1,
      people.inspector,
      people.admin,
      people.support,
    ];
    for (const actor of strangers) expect(await ask(actor)).toBe('FORBIDDEN');
  });
  test('ten requests of one unit may run at a time', async () => {
    const codes: string[] = [];
    for (let each = 0; each < 11; each += 1) codes.push(await ask(people.otherWard));
    expect(new Set(codes.slice(0, 10))).toEqual(new Set(['done']));
    expect(codes[10]).toBe('RATE_LIMITED');
    await subgraph
      .em()
      .execute(`update report_request set due_on = '2026-07-02' where unit_id = ?`, [unit.otherWard]);
  });
  test('opens nothing outside the unit of who asks, and nothing for a unit that is no more', async () => {
    expect(await ask(people.otherWard)).toBe('done');
    const [{ count } = { count: '0' }] = await subgraph
      .em()
      .execute<{ count: string }[]>(
        'select count(*) from report join report_request request on request.id = request_id where quarter is null and report.unit_id in (?, ?)',
        [unit.ward, unit.estate],
      );
    expect(Number(count)).toBe(0);
    const capacity = people.ward.capacity && { ...people.ward.capacity, unitId: unit.merged };
    expect(await ask({ ...people.ward, capacity })).toBe('UNIT_ENDED');
  });
});
