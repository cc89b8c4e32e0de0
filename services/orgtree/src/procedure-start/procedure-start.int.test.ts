import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
const cityAdmin = testActor({ role: 'ORG_ADMIN', unitId: unit.city });

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
});
beforeEach(async () => {
  await subgraph.em().execute('truncate unit, placement, member_name, demo_load cascade');
  await loadDemoData(subgraph.em(), smallTree);
  await subgraph.drainOutbox();
});
afterAll(() => subgraph.close());

const SET = `mutation ($input: SetProcedureStartInput!) {
  setProcedureStart(input: $input) { unit { id procedureStarts { procedure startsOn } } refusal { code field } }
}`;
const reason = 'Kế hoạch số 43-KH/TU ngày 29/4/2026';

async function set(more: Record<string, unknown>, actor: Actor = cityAdmin) {
  const input = {
    idempotencyKey: randomUUID(),
    unitId: unit.ward,
    procedure: 'OFFICIAL_TRANSFER',
    startsOn: '2026-08-01',
    reason,
    ...more,
  };
  const { data, errors } = await subgraph.execute(SET, { input }, actor);
  expect(errors).toBeUndefined();
  return data?.setProcedureStart;
}

/** From which day official transfers run in a unit, whether they run today, and whose day it is. */
async function transfersIn(id: string) {
  const { data } = await subgraph.execute(
    `query($id: UUID!) { unit(id: $id) { procedureStarts { procedure startsOn started setIn { id } } } }`,
    { id },
    testActor(),
  );
  const starts: { procedure: string; startsOn: string | null }[] = data?.unit.procedureStarts ?? [];
  const { procedure: _, ...start } = starts.find(({ procedure }) => procedure === 'OFFICIAL_TRANSFER') ?? {};
  return start as { startsOn?: string | null };
}

describe('the day that holds for a unit', () => {
  test('is its own, else that of the nearest unit above', async () => {
    const fromCity = { startsOn: '2026-06-01', started: true, setIn: { id: unit.city } };
    const fromEstate = { startsOn: '2026-09-01', started: false, setIn: { id: unit.estate } };
    expect(await transfersIn(unit.city)).toEqual(fromCity);
    expect(await transfersIn(unit.ward)).toEqual(fromCity);
    expect(await transfersIn(unit.estate)).toEqual(fromEstate);
    expect(await transfersIn(unit.branch1)).toEqual(fromEstate);
    expect(await transfersIn(unit.central)).toEqual({ startsOn: null, started: false, setIn: null });
  });

  test('is told for every procedure, for a whole page of units in one statement', async () => {
    const statements: string[] = [];
    const logger = subgraph.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const { data } = await subgraph.execute(
      `query($id: UUID!) { units(parentId: $id) { edges { node { procedureStarts { procedure startsOn } } } } }`,
      { id: unit.city },
      testActor(),
    );
    Object.assign(logger, { log, isEnabled });
    expect(statements).toHaveLength(2);
    expect(data?.units.edges[0].node.procedureStarts).toEqual([
      { procedure: 'ACCOUNT', startsOn: '2026-02-01' },
      { procedure: 'DUES', startsOn: null },
      { procedure: 'RESIDENCE_COMMENT', startsOn: null },
      { procedure: 'OFFICIAL_TRANSFER', startsOn: '2026-06-01' },
      { procedure: 'TEMPORARY_TRANSFER', startsOn: null },
    ]);
  });
});

describe('setting the day', () => {
  test('makes it hold for the unit and below, and tells the other services', async () => {
    expect((await set({})).refusal).toBeNull();
    expect(await transfersIn(unit.ward)).toMatchObject({ startsOn: '2026-08-01', setIn: { id: unit.ward } });
    const [told] = await subgraph.drainOutbox();
    expect(told?.data).toEqual({
      starts: [{ unitId: unit.ward, procedure: 'OFFICIAL_TRANSFER', version: 1, startsOn: '2026-08-01' }],
    });
  });

  test('null takes it back, with a version that goes on', async () => {
    expect((await set({ unitId: unit.estate, startsOn: null })).refusal).toBeNull();
    expect(await transfersIn(unit.branch1)).toMatchObject({
      startsOn: '2026-06-01',
      setIn: { id: unit.city },
    });
    await set({ unitId: unit.estate, startsOn: '2026-07-01' });
    const told = await subgraph.drainOutbox();
    expect(told.flatMap(({ data }) => (data as { starts: object[] }).starts)).toMatchObject([
      { version: 2, startsOn: null },
      { version: 3, startsOn: '2026-07-01' },
    ]);
  });

  test('is on record with its reason', async () => {
    await set({});
    const rows = await subgraph
      .em()
      .execute(
        `select before, after, reason from audit_entry where action = 'setProcedureStart' order by at desc limit 1`,
      );
    const procedure = 'OFFICIAL_TRANSFER';
    expect(rows).toEqual([
      { before: { procedure, startsOn: null }, after: { procedure, startsOn: '2026-08-01' }, reason },
    ]);
  });

  test('to what it already is tells nobody anything', async () => {
    await set({ unitId: unit.estate, startsOn: '2026-09-01' });
    await set({ unitId: unit.branch1, startsOn: null });
    expect(await subgraph.drainOutbox()).toEqual([]);
  });

  test('by two at once leaves one day and two versions', async () => {
    await Promise.all([set({ startsOn: '2026-08-01' }), set({ startsOn: '2026-10-01' })]);
    const told = await subgraph.drainOutbox();
    const starts = told.flatMap(
      ({ data }) => (data as { starts: { version: number; startsOn: string }[] }).starts,
    );
    expect(starts.map(({ version }) => version).sort()).toEqual([1, 2]);
    const last = starts.find(({ version }) => version === 2);
    expect((await transfersIn(unit.ward)).startsOn).toBe(last?.startsOn);
  });

  test('is refused without a reason, for a day out of reach, and for a unit that has ended', async () => {
    expect((await set({ reason: '  ' })).refusal).toEqual({ code: 'INVALID_INPUT', field: 'reason' });
    expect((await set({ startsOn: '2206-08-01' })).refusal).toEqual({
      code: 'INVALID_INPUT',
      field: 'startsOn',
    });
    expect((await set({ unitId: unit.merged })).refusal).toEqual({ code: 'UNIT_ENDED', field: 'unitId' });
    expect(await subgraph.drainOutbox()).toEqual([]);
  });

  test('asks for a fresh sign-in', async () => {
    const stale = testActor({
      role: 'ORG_ADMIN',
      unitId: unit.city,
      signedInAt: new Date(Date.now() - 11 * 60_000),
    });
    expect((await set({}, stale)).refusal).toEqual({ code: 'STEP_UP_REQUIRED', field: null });
  });
});
