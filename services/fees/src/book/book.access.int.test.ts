import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bookMembers, openBooks } from '../../test/book-stage.ts';
import { units } from '../../test/fees-stage.ts';

let fees: Awaited<ReturnType<typeof openBooks>>;
beforeAll(async () => {
  fees = await openBooks();
});
afterAll(() => fees.close());

const as = (role: Role, unitId: string): Actor => testActor({ role, unitId });
const secretary = as('BRANCH_SECRETARY', units.branch1);
const sibling = as('BRANCH_SECRETARY', units.branch2);
const committee = as('COMMITTEE_SECRETARY', units.committee);
const otherWard = as('COMMITTEE_SECRETARY', units.otherWard);
const inspector = as('INSPECTION_OFFICER', units.province);
const withoutRight = [
  testActor({ memberId: bookMembers.an }),
  testActor({ memberId: null, accountStatus: 'DRAFT' }),
  as('BRANCH_DELEGATE', units.branch1),
  as('ORG_ADMIN', units.province),
  as('ANALYST', units.province),
];

describe('Query.duesBook', () => {
  const read = async (actor: Actor | null, unitId: string = units.branch1) => {
    const { data, errors } = await fees.execute(
      'query ($unitId: UUID!) { duesBook(unitId: $unitId, month: "2026-05") { rows { name } } }',
      { unitId },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.duesBook ?? null);
  };
  test('is closed to nobody, members, applicants, delegates, administrators and analysts', async () => {
    expect(await read(null)).toBe('UNAUTHENTICATED');
    for (const actor of withoutRight) expect(await read(actor)).toBe('FORBIDDEN');
  });
  test('reads as not there for the sibling branch, another ward, the committee above and a made-up id', async () => {
    for (const actor of [sibling, otherWard]) expect(await read(actor)).toBeNull();
    expect(await read(secretary, units.committee)).toBeNull();
    expect(await read(committee, randomUUID())).toBeNull();
  });
  test('is open to the branch and everybody above who keeps or inspects books', async () => {
    for (const actor of [secretary, committee, inspector]) expect((await read(actor)).rows).toHaveLength(3);
  });
  test('leaves a line in the trail when an inspection reads it', async () => {
    const lines = async () => {
      const [row] = await fees
        .em()
        .execute<{ n: number }[]>(
          `select count(*)::int as n from audit_entry where action = 'readDuesOfUnit' and unit_id = ? and actor_role = ?`,
          [units.branch1, 'INSPECTION_OFFICER'],
        );
      return row?.n ?? 0;
    };
    const before = await lines();
    await read(secretary);
    expect(await lines()).toBe(before);
    await read(inspector);
    expect(await lines()).toBe(before + 1);
  });
});

describe('Query.duesReport', () => {
  const read = async (actor: Actor | null, unitId: string | null = units.branch1) => {
    const { data, errors } = await fees.execute(
      'query ($unitId: UUID) { duesReport(unitId: $unitId, from: "2026-04", through: "2026-06") { lines { code total } } }',
      { unitId },
      actor,
    );
    return errors ? errors[0]?.extensions?.code : (data?.duesReport ?? null);
  };
  test('is closed to nobody, members, applicants, delegates, administrators and analysts', async () => {
    expect(await read(null)).toBe('UNAUTHENTICATED');
    for (const actor of withoutRight) expect(await read(actor)).toBe('FORBIDDEN');
  });
  test('reads as not there for the sibling branch, another ward, the committee above and a made-up id', async () => {
    for (const actor of [sibling, otherWard]) expect(await read(actor)).toBeNull();
    expect(await read(secretary, units.committee)).toBeNull();
    expect(await read(committee, randomUUID())).toBeNull();
  });
  test('is that of one’s own unit when none is named', async () => {
    expect((await read(committee, null)).lines[0]).toEqual({ code: '01', total: 4 });
    expect((await read(secretary, null)).lines[0]).toEqual({ code: '01', total: 3 });
  });
});
