import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { randomWalk } from '@dang/workflow/walk';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Fees, openPayouts, people, run } from '../../test/payout-stage.ts';
import { statementLineWorkflow } from './statement-line.workflow.ts';

let fees: Fees;
let lineId: string;
const lines = [{ reference: 'FT1', amount: -1_000, bookedOn: '2026-07-06', content: 'Phi dich vu' }];
const read = (actor: Actor | null) =>
  run(fees, 'importBankStatement', actor, { number: randomUUID(), lines }, 'statement { id }');
const resolve = (actor: Actor | null, more: object = {}) => {
  const input = { lineId, expectedVersion: 1, reason: 'Phí ngân hàng', ...more };
  return run(fees, 'resolveStatementLine', actor, input, 'line { id status version }');
};
const list = async (actor: Actor | null, args = '') => {
  const { data, errors } = await fees.execute(
    `{ bankStatementLines${args} { edges { node { id counterparty } } } }`,
    {},
    actor,
  );
  const edges = data?.bankStatementLines?.edges;
  return (
    errors?.[0]?.extensions?.code ?? edges?.map((edge: { node: { id: string } }) => edge.node.id) ?? null
  );
};
const stale = (actor: Actor): Actor => ({ ...actor, signedInAt: new Date(Date.now() - 11 * 60_000) });

beforeAll(async () => {
  fees = await openPayouts();
  await read(people.finance);
  [lineId] = (await list(people.finance)) as [string];
});
afterAll(() => fees.close());

const barred: [string, Actor | null, string][] = [
  ['a member', people.member, 'FORBIDDEN'],
  ['the secretary of a branch', people.secretary, 'FORBIDDEN'],
  ['the leader of the committee', people.committee, 'FORBIDDEN'],
  ['the inspector', people.inspector, 'FORBIDDEN'],
  ['the analyst', people.analyst, 'FORBIDDEN'],
  ['nobody', null, 'UNAUTHENTICATED'],
];

describe('Query.bankStatementLines', () => {
  test('are read by officers of finance of the province', async () => {
    expect(await list(people.otherFinance)).toEqual([lineId]);
    expect(await list(people.finance, '(status: MATCHED)')).toEqual([]);
    expect(await list(people.finance, '(first: 0)')).toBe('BAD_USER_INPUT');
    expect(await list(people.finance, '(after: "x")')).toBe('BAD_USER_INPUT');
  });
  test('are not there for an officer of finance below', async () => {
    expect(await list(people.wardFinance)).toBeNull();
  });
  test.each(barred)('are refused to %s', async (_who, actor, code) => {
    expect(await list(actor)).toBe(code);
  });
});

describe('Mutation.importBankStatement', () => {
  test('is for officers of finance of the province, signed in just now', async () => {
    expect((await read(people.wardFinance)).refusal.code).toBe('NOT_FOUND');
    expect((await read(stale(people.finance))).refusal.code).toBe('STEP_UP_REQUIRED');
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect((await read(actor)).refusal.code).toBe(code);
  });
});

describe('Mutation.resolveStatementLine', () => {
  test('is for officers of finance of the province', async () => {
    expect((await resolve(people.wardFinance)).refusal.code).toBe('NOT_FOUND');
    expect((await resolve(people.finance, { lineId: randomUUID() })).refusal.code).toBe('NOT_FOUND');
    expect((await resolve(people.finance, { expectedVersion: 9 })).refusal.code).toBe('VERSION_CONFLICT');
  });
  test.each(barred)('is refused to %s', async (_who, actor, code) => {
    expect((await resolve(actor)).refusal.code).toBe(code);
  });

  test('random walks through real requests agree with the table', async () => {
    const flags = ['WRONG_AMOUNT', 'REPEATED', 'CONTRADICTED', 'UNMATCHED', 'MISSING'];
    let begun = 0;
    let compared = false;
    const begin = () => {
      begun += 1;
      compared = false;
    };
    const walk = await randomWalk(statementLineWorkflow, {
      seed: 5,
      steps: 60,
      actors: [new Set(['OFFICER']), new Set(['SYSTEM'])],
      begin,
      apply: async (step) => {
        const em = fees.em();
        if (step.action === 'COMPARE') {
          if (step.relations.has('OFFICER')) return { refusal: 'ACTION_NOT_ALLOWED' };
          if (compared) return { refusal: 'WRONG_STATE' };
          compared = true;
          const to = flags[begun % flags.length] as 'MISSING';
          await em.execute('update bank_statement_line set status = ?, version = 1 where id = ?', [
            to,
            lineId,
          ]);
          return { to };
        }
        if (!compared) return { refusal: 'WRONG_STATE' };
        const [row] = await em.execute<{ version: number }[]>(
          'select version from bank_statement_line where id = ?',
          [lineId],
        );
        const actor = step.stepUpFresh ? people.finance : stale(people.finance);
        const answer = await resolve(actor, { reason: step.reason ?? '', expectedVersion: row?.version });
        return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.line.status };
      },
    });
    expect([...walk.succeeded].sort()).toEqual(['COMPARE', 'RESOLVE']);
  });
});
