import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { type PlacedOrder, placeOrder, success } from '../../test/orders-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { confirmPayments } from './confirm-payments.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const orders: PlacedOrder[] = [];
const members = [randomUUID(), randomUUID(), randomUUID()];
const { branch1, branch2, ward, province } = units;
const as = (role: NonNullable<Parameters<typeof testActor>[0]>['role'], unitId: string) =>
  testActor({ ...(role && { role }), unitId });
const secretary = as('BRANCH_SECRETARY', branch1);
const finance = as('FINANCE_OFFICER', province);
const inspector = as('INSPECTION_OFFICER', ward);

beforeAll(async () => {
  fees = await openFees();
  for (const [index, id] of members.entries()) {
    const branch = index < 2 ? branch1 : branch2;
    await fees.hear(heard.placed(id, branch), heard.approved(id, branch, '60000', '2026-07'));
  }
  await chargeMonth(fees.em(), '2026-07', ward);
  await fees.em().execute(`update dues_charge set status = 'ANNOUNCED'`);
  for (const [index, id] of members.entries()) {
    const order = await placeOrder(fees.em(), [id], { unitId: index < 2 ? branch1 : branch2 });
    orders.push(order);
    const paidAt = new Date(`2026-07-0${index + 3}T03:00:00Z`);
    await confirmPayments(fees.em(), [success(order, { paidAt })], '2026-07-06');
  }
});
afterAll(() => fees.close());

describe('Query.ledgerTransactions', () => {
  const query = `query ($unitId: UUID, $from: Date, $to: Date, $kind: LedgerKind, $first: Int, $after: String) {
    ledgerTransactions(unitId: $unitId, from: $from, to: $to, kind: $kind, first: $first, after: $after) {
      edges { node { kind bookedOn unit { id } order { number } total contentHash sealNumber
        entries(first: 3) { edges { node { line account unit { id } amount month member { id } } } pageInfo { hasNextPage } } } }
      pageInfo { hasNextPage endCursor } } }`;
  const ask = async (actor: Actor | null, variables = {}) => {
    const { data, errors } = await fees.execute(query, variables, actor);
    return errors?.[0]?.extensions?.code ?? data?.ledgerTransactions;
  };
  const days = async (actor: Actor, variables = {}) =>
    (await ask(actor, variables)).edges.map(({ node }: { node: { bookedOn: string } }) => node.bookedOn);

  test('are read in one’s own unit, latest first, with their entries', async () => {
    const { edges } = await ask(secretary);
    expect(edges).toHaveLength(2);
    expect(edges[0].node).toMatchObject({
      kind: 'PAYMENT',
      bookedOn: '2026-07-04',
      unit: { id: branch1 },
      order: { number: orders[1]?.number },
      total: 60_000,
      sealNumber: null,
      entries: {
        edges: [
          {
            node: { line: 1, account: 'CENTRAL_BANK', unit: null, amount: 60_000, month: null, member: null },
          },
          {
            node: {
              line: 2,
              account: 'UNIT_SHARE',
              unit: { id: branch1 },
              amount: -42_000,
              month: '2026-07',
              member: { id: members[1] },
            },
          },
          { node: { line: 3, account: 'UNIT_SHARE', amount: -9_000 } },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
    expect(edges[0].node.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of everything below, within days and of a kind, page by page', async () => {
    expect(await days(finance)).toEqual(['2026-07-05', '2026-07-04', '2026-07-03']);
    expect(await days(finance, { from: '2026-07-04', to: '2026-07-05' })).toEqual(['2026-07-04']);
    expect(await days(finance, { kind: 'REFUND' })).toEqual([]);
    const first = await ask(finance, { unitId: ward, first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await days(finance, { unitId: ward, first: 2, after: first.pageInfo.endCursor })).toEqual([
      '2026-07-03',
    ]);
  });

  test('cost the same statements for three postings as for one', async () => {
    const counted = (first: number) => fees.statementsOf(() => ask(finance, { first }));
    expect(await counted(1)).toBeGreaterThan(3);
    expect(await counted(3)).toBe(await counted(1));
  });

  test.each([
    ['a member', testActor({ memberId: members[0] as string }), 'FORBIDDEN'],
    ['the collector', as('BRANCH_DELEGATE', branch1), 'FORBIDDEN'],
    ['the analyst', as('ANALYST', province), 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('are refused to %s', async (_, actor, code) => {
    expect(await ask(actor, { unitId: branch1 })).toBe(code);
  });

  test.each([
    ['a sibling’s', secretary, branch2],
    ['the unit above', secretary, units.committee],
    ['another ward', as('OFFICE_STAFF', ward), units.otherWard],
    ['a random id', finance, randomUUID()],
  ])('of %s are not there', async (_, actor, unitId) => {
    expect(await ask(actor, { unitId })).toBeNull();
  });

  test.each([
    ['a page of 0', { first: 0 }],
    ['a cursor that is none', { after: 'x' }],
  ])('%s is bad input', async (_, page) => {
    expect(await ask(secretary, page)).toBe('BAD_USER_INPUT');
  });

  test('leave a line when an inspection reads them, and none otherwise', async () => {
    const lines = async () =>
      fees
        .em()
        .execute(`select unit_id as unit, actor_role as role from audit_entry where action = 'readLedger'`);
    expect(await lines()).toEqual([]);
    expect(await days(inspector)).toHaveLength(3);
    expect(await lines()).toEqual([{ unit: ward, role: 'INSPECTION_OFFICER' }]);
  });
});
