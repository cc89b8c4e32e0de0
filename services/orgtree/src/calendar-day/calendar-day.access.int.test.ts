import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

const operator = testActor({ role: 'SYSTEM_ADMIN', unitId: unit.city });
const reason = 'Thông báo số 100/TB-BNV';
const set = (actor: Actor | null, more: Record<string, unknown> = {}) =>
  subgraph.execute(
    `mutation ($input: SetCalendarDaysInput!) { setCalendarDays(input: $input) { days { day kind reason } refusal { code field } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        days: [{ day: '2026-11-20', kind: 'DAY_OFF' }],
        reason,
        ...more,
      },
    },
    actor,
  );
const days = (actor: Actor | null, year = 2026) =>
  subgraph.execute('query ($year: Int!) { calendarDays(year: $year) { day kind reason } }', { year }, actor);
const told = async () =>
  (await subgraph.drainOutbox()).map(({ type, data }) => [type.split('.').at(-2), data] as const);

describe('Query.calendarDays', () => {
  test('is closed to who is not signed in, and open to everybody else, applicants included', async () => {
    expect((await days(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const applicant = testActor({ accountStatus: 'DRAFT', memberId: null });
    expect((await days(applicant)).data?.calendarDays).toContainEqual({
      day: '2026-08-22',
      kind: 'WORKED',
      reason: null,
    });
  });
  test('shows nothing of a year outside of the calendar', async () => {
    expect((await days(operator, 1999)).data?.calendarDays).toEqual([]);
    expect((await days(operator, -2)).data?.calendarDays).toEqual([]);
  });
});

describe('Mutation.setCalendarDays', () => {
  test('is closed to who is not signed in', async () => {
    expect((await set(null)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
  test.each([
    ['an applicant', testActor({ accountStatus: 'DRAFT', memberId: null })],
    ['a plain member', testActor()],
    ['the secretary of a ward', testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.ward })],
    ['the administrator of the province', testActor({ role: 'ORG_ADMIN', unitId: unit.city })],
    ['a locked operator', testActor({ role: 'SYSTEM_ADMIN', unitId: unit.city, accountStatus: 'LOCKED' })],
  ])('is forbidden to %s', async (_, actor) => {
    expect((await set(actor)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
  test.each([
    ['of a ward', unit.ward],
    ['of nowhere', randomUUID()],
  ])('is not there for an operator %s, because the calendar is the province’s', async (_, unitId) => {
    const { data } = await set(testActor({ role: 'SYSTEM_ADMIN', unitId }));
    expect(data?.setCalendarDays).toEqual({ days: null, refusal: { code: 'NOT_FOUND', field: null } });
  });
  test('asks for a fresh sign-in, and for input that makes sense', async () => {
    const stale = testActor({
      role: 'SYSTEM_ADMIN',
      unitId: unit.city,
      signedInAt: new Date(Date.now() - 11 * 60_000),
    });
    expect((await set(stale)).data?.setCalendarDays.refusal.code).toBe('STEP_UP_REQUIRED');
    expect((await set(operator, { days: [] })).data?.setCalendarDays.refusal).toEqual({
      code: 'INVALID_INPUT',
      field: 'days',
    });
    expect((await set(operator, { reason: ' ' })).data?.setCalendarDays.refusal.field).toBe('reason');
    expect(await told()).toEqual([]);
  });

  test('enters days, tells the others, and keeps why; the same call again tells nobody anything', async () => {
    const named = {
      idempotencyKey: randomUUID(),
      days: [
        { day: '2026-11-21', kind: 'WORKED' },
        { day: '2026-11-20', kind: 'DAY_OFF' },
      ],
    };
    for (let time = 0; time < 2; time += 1)
      expect((await set(operator, named)).data?.setCalendarDays.days).toEqual([
        { day: '2026-11-20', kind: 'DAY_OFF', reason },
        { day: '2026-11-21', kind: 'WORKED', reason },
      ]);
    await set(operator, { days: named.days });
    expect(await told()).toEqual([
      [
        'CalendarDaysSet',
        {
          days: [
            { day: '2026-11-20', version: 1, kind: 'DAY_OFF' },
            { day: '2026-11-21', version: 1, kind: 'WORKED' },
          ],
        },
      ],
    ]);
    const [line] = await subgraph
      .em()
      .execute<{ unit_id: string; reason: string }[]>(
        `select unit_id, reason from audit_entry where action = 'setCalendarDays' limit 1`,
      );
    expect(line).toEqual({ unit_id: unit.city, reason });
  });

  test('takes back what was entered or shipped, with a version that goes on', async () => {
    const taken = [{ day: '2026-11-20', kind: null }, { day: '2026-09-01' }];
    expect((await set(operator, { days: taken })).data?.setCalendarDays.days).toEqual([
      { day: '2026-09-01', kind: null, reason },
      { day: '2026-11-20', kind: null, reason },
    ]);
    const left = (await days(operator)).data?.calendarDays.map(({ day }: { day: string }) => day);
    expect(left).toContain('2026-09-02');
    expect(left).not.toContain('2026-09-01');
    expect(left).not.toContain('2026-11-20');
    expect((await told())[0]?.[1]).toEqual({
      days: [
        { day: '2026-09-01', version: 1, kind: null },
        { day: '2026-11-20', version: 2, kind: null },
      ],
    });
  });

  test('by two at once, in either order of the days, leaves the versions 1 and 2 of each', async () => {
    const both = ['2026-12-24', '2026-12-25'];
    const as = (order: string[], kind: string | null) =>
      set(operator, { days: order.map((day) => ({ day, kind })) });
    await Promise.all([as(both, 'DAY_OFF'), as(both.toReversed(), null)]);
    const rows = await subgraph
      .em()
      .execute<{ version: number }[]>('select version from calendar_day where day = any(array[?]::date[])', [
        both,
      ]);
    expect(rows.map(({ version }) => version)).toEqual([2, 2]);
    expect(await told()).toHaveLength(2);
  });
});
