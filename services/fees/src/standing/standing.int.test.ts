import { randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
const member = randomUUID();
const actor = testActor({ memberId: member });

beforeAll(async () => {
  fees = await openFees();
  await fees.hear(heard.approved(member, units.branch1, '116532', '2026-03'));
  for (const month of ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07'])
    await chargeMonth(fees.em(), month, units.ward);
  await fees.payThrough(member, '2026-05');
  await fees.hear(
    heard.completed(member, {
      transferId: randomUUID(),
      destinationBranchId: units.branch21,
      duesPaidThrough: '2026-05',
      completedOn: '2026-07-06',
    }),
  );
  await fees.announceThrough(member, '2026-06');
});
afterAll(() => fees.close());

describe('what a member reads about their dues', () => {
  test('who charges them from when, who did before, and what is owed', async () => {
    const { data, errors } = await fees.execute(
      `{ me { dues { monthlyAmount chargedBy { id } chargedFrom paidThrough openMonths draftMonths outstanding
          chargings { branch { id } from through cause } } } }`,
      {},
      actor,
    );
    expect(errors).toBeUndefined();
    expect(data?.me.dues).toEqual({
      monthlyAmount: 116_532,
      chargedBy: { id: units.branch21 },
      chargedFrom: '2026-06',
      paidThrough: '2026-05',
      openMonths: ['2026-06'],
      draftMonths: ['2026-07'],
      outstanding: 116_532,
      chargings: [
        { branch: { id: units.branch1 }, from: '2026-03', through: '2026-05', cause: 'START' },
        { branch: { id: units.branch21 }, from: '2026-06', through: null, cause: 'TRANSFER' },
      ],
    });
  });

  test('the charges, newest first, page by page, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await fees.execute(
        `query ($after: String) { me { dues { charges(first: 2, after: $after) {
            edges { node { period branch { id } paid } } pageInfo { hasNextPage endCursor } } } } }`,
        { after },
        actor,
      );
      const page: {
        edges: { node: { period: string; branch: { id: string }; paid: number } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      } = data?.me.dues.charges;
      const { edges, pageInfo } = page;
      seen.push(...edges.map(({ node }) => `${node.period} ${node.branch.id} ${node.paid}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([
      `2026-07 ${units.branch21} 0`,
      `2026-06 ${units.branch21} 0`,
      `2026-05 ${units.branch1} 116532`,
      `2026-04 ${units.branch1} 116532`,
      `2026-03 ${units.branch1} 116532`,
    ]);
  });

  test('nothing, as long as fees has heard nothing of them', async () => {
    const stranger = testActor({ memberId: randomUUID() });
    expect(await fees.execute('{ me { dues { paidThrough } } }', {}, stranger)).toEqual({
      data: { me: { dues: null } },
    });
  });
});
