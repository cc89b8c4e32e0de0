import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDoors } from '../../test/doors-stage.ts';
import { openFees } from '../../test/fees-stage.ts';
import { World } from '../../test/totals-world.ts';
import { foldTotals, followPlaces } from '../totals/fold.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let stage: ReturnType<typeof openTestDoors>;
let world: World;

beforeAll(async () => {
  fees = await openFees();
  stage = openTestDoors(fees);
  world = new World(() => fees.em());
  await world.open();
  await followPlaces(fees.em());
  for (const [n, memberId] of world.members.slice(0, 6).entries()) {
    const branchId = world.branches[n % 2 === 0 ? 0 : 3] ?? '';
    const charge = await world.charge({
      period: '2026-05',
      memberId,
      branchId,
      category: 'PENSION',
      amount: 60_000n,
    });
    if (n < 4 && charge) await world.pay(charge, '2026-05', 'ONLINE');
    if (n === 2) await foldTotals(fees.em());
  }
});
afterAll(async () => {
  await stage.close();
  await fees.close();
});

const as = (role: Role, unitId: string) => testActor({ role, unitId });
const committee = () => world.committees[0] ?? '';

async function ask(actor: Actor | null, unitId: string, args = 'format: CSV', from = '2026-05') {
  const { data, errors } = await fees.execute(
    `query ($unitId: UUID!) { duesExport(unitId: $unitId, from: "${from}", to: "2026-06", ${args}) { url expiresAt } }`,
    { unitId },
    actor,
  );
  return { link: (data?.duesExport ?? null) as { url: string } | null, code: errors?.[0]?.extensions?.code };
}

const knock = (url: string) =>
  stage.app.inject({ method: 'GET', url: new URL(url).pathname + new URL(url).search });

async function lines(actor: Actor, unitId: string, args?: string): Promise<string[][]> {
  const { link } = await ask(actor, unitId, args);
  const { body, statusCode } = await knock(link?.url ?? 'http://x/');
  expect(statusCode).toBe(200);
  return body
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

describe('Query.duesExport', () => {
  test('is a table of every unit and month below, folded or not', async () => {
    const rows = await lines(as('COMMITTEE_SECRETARY', committee()), committee());
    expect(rows.map(([code, , month, ...rest]) => [code, month, ...rest])).toEqual([
      [committee(), '2026-05', '360000', '240000', '120000', '160000', '80000', '6', '4'],
      ...[world.branches[0] ?? '', world.branches[3] ?? '']
        .toSorted()
        .map((id) => [id, '2026-05', '180000', '120000', '60000', '60000', '60000', '3', '2']),
    ]);
  });

  test('names categories and ways of paying, or the charges of a branch by status, and no person', async () => {
    const office = as('OFFICE_STAFF', committee());
    const branch = world.branches[0] ?? '';
    const cells = await lines(office, branch, 'rows: CELLS, format: CSV');
    expect(cells.map(([, , ...rest]) => rest)).toEqual([
      ['2026-05', 'PENSION', '', '', '180000', '0', '180000', '0', '0', '3', '0'],
      ['2026-05', 'PENSION', 'ONLINE', 'BANK', '0', '120000', '-120000', '60000', '60000', '0', '2'],
    ]);
    const charges = await lines(office, branch, 'rows: CHARGES, format: CSV');
    expect(charges.map(([, , ...rest]) => rest)).toEqual([
      ['2026-05', 'PENSION', 'ANNOUNCED', '1', '60000', '0'],
      ['2026-05', 'PENSION', 'PAID', '2', '120000', '120000'],
    ]);
    for (const memberId of world.members) expect(JSON.stringify([cells, charges])).not.toContain(memberId);
  });

  test('comes as a workbook as well', async () => {
    const { link } = await ask(as('OFFICE_STAFF', committee()), committee(), 'format: XLSX');
    const { rawPayload, headers } = await knock(link?.url ?? '');
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('ends at the grassroots for an analyst, who gets no charges', async () => {
    const analyst = as('ANALYST', world.province);
    const codes = (await lines(analyst, world.province)).map(([code]) => code);
    expect(codes.toSorted()).toEqual([world.province, world.wards[0], committee()].toSorted());
    expect((await ask(analyst, world.province, 'rows: CHARGES')).code).toBe('FORBIDDEN');
  });

  test.each<[string, () => Actor | null, string | undefined]>([
    ['somebody who is not signed in', () => null, 'UNAUTHENTICATED'],
    ['a member', () => testActor(), 'FORBIDDEN'],
    ['a branch secretary', () => as('BRANCH_SECRETARY', world.branches[0] ?? ''), 'FORBIDDEN'],
    ['an administrator', () => as('ORG_ADMIN', world.province), 'FORBIDDEN'],
    ['an office elsewhere', () => as('OFFICE_STAFF', world.wards[1] ?? ''), undefined],
    ['an office of a random unit', () => as('OFFICE_STAFF', randomUUID()), undefined],
  ])('gives no link to %s', async (_who, actor, code) => {
    expect(await ask(actor(), committee())).toEqual({ link: null, code });
  });

  test('a stretch without a month is bad input, and a link of another path is nobody’s', async () => {
    const office = as('OFFICE_STAFF', committee());
    expect((await ask(office, committee(), 'format: CSV', '2026-06')).code).toBe('BAD_USER_INPUT');
    const { link } = await ask(office, committee());
    const forged = await knock((link?.url ?? '').replace(committee(), world.province));
    expect([forged.statusCode, forged.json()]).toMatchObject([403, { error: 'FORGED' }]);
  });

  test('who took it is in the audit trail', async () => {
    await ask(as('OFFICE_STAFF', committee()), committee(), 'rows: CELLS');
    const rows = await fees
      .em()
      .execute(`select subject_id as "unitId" from audit_entry where action = 'duesExport'`);
    expect(rows).toContainEqual({ unitId: committee() });
  });
});
