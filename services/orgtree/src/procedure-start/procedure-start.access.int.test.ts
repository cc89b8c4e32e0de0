import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
});
afterAll(() => subgraph.close());

describe('Mutation.setProcedureStart', () => {
  const wardAdmin = testActor({ role: 'ORG_ADMIN', unitId: unit.ward });
  const set = (actor: Actor | null, unitId: string, idempotencyKey: string = randomUUID()) =>
    subgraph.execute(
      `mutation ($input: SetProcedureStartInput!) { setProcedureStart(input: $input) { unit { id } refusal { code field } } }`,
      { input: { idempotencyKey, unitId, procedure: 'DUES', startsOn: '2026-08-01', reason: 'Kế hoạch' } },
      actor,
    );

  test('is closed to who is not signed in', async () => {
    expect((await set(null, unit.ward)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
  test.each([
    ['an applicant', testActor({ accountStatus: 'DRAFT', memberId: null })],
    ['a plain member', testActor()],
    ['the secretary of the ward', testActor({ role: 'COMMITTEE_SECRETARY', unitId: unit.ward })],
    ['the organisation board', testActor({ role: 'ORG_BOARD_STAFF', unitId: unit.city })],
    ['a locked admin', testActor({ role: 'ORG_ADMIN', unitId: unit.ward, accountStatus: 'LOCKED' })],
  ])('is forbidden to %s', async (_, actor) => {
    expect((await set(actor, unit.ward)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
  test.each([
    ['the unit above', unit.city],
    ['a sibling ward', unit.otherWard],
    ['a branch of a sibling ward', unit.sales],
    ['a random unit', idOf(77)],
  ])('knows nothing of %s', async (_, unitId) => {
    expect((await set(wardAdmin, unitId)).data?.setProcedureStart).toEqual({
      unit: null,
      refusal: { code: 'NOT_FOUND', field: 'unitId' },
    });
  });
  test('the same call again is one act; the same key with another unit is a conflict', async () => {
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1)
      expect((await set(wardAdmin, unit.estate, key)).data?.setProcedureStart.unit.id).toBe(unit.estate);
    expect((await set(wardAdmin, unit.ward, key)).data?.setProcedureStart.refusal.code).toBe(
      'IDEMPOTENCY_CONFLICT',
    );
    const told = (await subgraph.drainOutbox()).filter(({ type }) => type.includes('ProcedureStartSet'));
    expect(told.filter(({ data }) => JSON.stringify(data).includes('DUES'))).toHaveLength(1);
  });
});
