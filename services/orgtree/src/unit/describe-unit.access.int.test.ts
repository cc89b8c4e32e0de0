import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { idOf, unit } from '../../test/orgtree-stage.ts';
import { board, dataOf, openTree } from '../../test/tree-stage.ts';

let tree: Awaited<ReturnType<typeof openTree>>;
beforeAll(async () => {
  tree = await openTree();
});
beforeEach(() => tree.reset());
afterAll(() => tree.close());

const wardAdmin = testActor({ role: 'ORG_ADMIN', unitId: unit.ward });

async function run(over: object, actor: Actor | null = wardAdmin) {
  const input = {
    idempotencyKey: randomUUID(),
    unitId: unit.branch1,
    expectedVersion: 1,
    shortName: 'CB 1',
    ...over,
  };
  const { data, errors } = await tree.execute(
    `mutation($input: DescribeUnitInput!) { describeUnit(input: $input) {
      unit { version name shortName kind address regionMinWage eDocumentCode hasDigitalSignature establishedOn }
      refusal { code field } } }`,
    { input },
    actor,
  );
  return errors?.[0]?.extensions?.code ?? data?.describeUnit;
}

describe('Mutation.describeUnit', () => {
  test.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['an applicant', testActor({ accountStatus: 'PENDING_BRANCH', memberId: null }), 'FORBIDDEN'],
    ['a member', testActor(), 'FORBIDDEN'],
    [
      'the secretary of the branch',
      testActor({ role: 'BRANCH_SECRETARY', unitId: unit.branch1 }),
      'FORBIDDEN',
    ],
    ['the office of the ward', testActor({ role: 'OFFICE_STAFF', unitId: unit.ward }), 'FORBIDDEN'],
  ])('is closed to %s', async (_, actor, code) => {
    expect(await run({}, actor)).toBe(code);
  });
  test('knows no such unit outside the scope, nor a random one; one’s own unit is in scope', async () => {
    const refusal = async (over: object, actor?: Actor) => (await run(over, actor)).refusal?.code ?? 'DONE';
    expect(await refusal({}, testActor({ role: 'ORG_ADMIN', unitId: unit.otherWard }))).toBe('NOT_FOUND');
    expect(await refusal({ unitId: unit.city })).toBe('NOT_FOUND');
    expect(await refusal({ unitId: idOf(77) })).toBe('NOT_FOUND');
    expect(await refusal({ unitId: unit.merged }, board)).toBe('UNIT_ENDED');
    expect(await refusal({ unitId: unit.ward })).toBe('DONE');
  });
  test('corrects what was given and nothing else, once, and tells everybody', async () => {
    const idempotencyKey = randomUUID();
    const over = {
      idempotencyKey,
      address: ' Số 1  phố Việt Hưng',
      regionMinWage: 2,
      eDocumentCode: 'A32.65',
      establishedOn: '1995-02-03',
    };
    const first = await run(over);
    expect(first).toEqual({
      unit: {
        version: 2,
        name: 'Tổ chức 05.200.044.000.001',
        shortName: 'CB 1',
        kind: 'OTHER',
        address: 'Số 1 phố Việt Hưng',
        regionMinWage: 2,
        eDocumentCode: 'A32.65',
        hasDigitalSignature: false,
        establishedOn: '1995-02-03',
      },
      refusal: null,
    });
    expect(await run(over)).toEqual(first);
    const [{ units }] = dataOf(await tree.drainOutbox(), 'UnitRecorded');
    expect(units).toMatchObject([{ id: unit.branch1, version: 2, shortName: 'CB 1', regionMinWage: 2 }]);
    const emptied = await run({ expectedVersion: 2, address: null, kind: 'RESIDENTIAL' });
    expect(emptied.unit).toMatchObject({ address: null, kind: 'RESIDENTIAL', eDocumentCode: 'A32.65' });
    const [line] = await tree
      .em()
      .execute(
        `select before->>'kind' as before, after->>'kind' as after from audit_entry order by at desc limit 1`,
      );
    expect(line).toEqual({ before: 'OTHER', after: 'RESIDENTIAL' });
  });
  test.each([
    [{ expectedVersion: 9 }, 'VERSION_CONFLICT', 'expectedVersion'],
    [{ shortName: ' ' }, 'INVALID_INPUT', 'shortName'],
    [{ regionMinWage: 5 }, 'INVALID_INPUT', 'regionMinWage'],
    [{ eDocumentCode: 'A'.repeat(51) }, 'INVALID_INPUT', 'eDocumentCode'],
    [{ establishedOn: '2026-07-07' }, 'INVALID_INPUT', 'establishedOn'],
    [{ shortName: undefined }, 'NOTHING_CHANGES', null],
  ])('refuses %p', async (over, code, field) => {
    expect(await run(over)).toEqual({ unit: null, refusal: { code, field } });
  });
});
