import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Fees, openReconciling, people } from '../../test/reconciliation-stage.ts';

let fees: Fees;
beforeAll(async () => {
  fees = await openReconciling();
});
afterAll(() => fees.close());

describe('the list', () => {
  const list = async (given: string) => {
    const { data, errors } = await fees.execute(
      `{ reconciliations(${given}) { edges { node { number status } } pageInfo { hasNextPage endCursor } } }`,
      {},
      people.finance,
    );
    expect(errors).toBeUndefined();
    return data?.reconciliations;
  };

  test('is walked page by page without a gap, the latest months first', async () => {
    const whole = await list('first: 100');
    expect(whole.edges).toHaveLength(8);
    const walked: unknown[] = [];
    for (let after = ''; ; ) {
      const page = await list(`first: 3${after && `, after: "${after}"`}`);
      walked.push(...page.edges);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(walked).toEqual(whole.edges);
  });

  test('is narrowed by kind, state and lateness', async () => {
    expect((await list('kind: HALF')).edges).toHaveLength(4);
    expect((await list('status: CLOSED')).edges).toHaveLength(0);
    expect((await list('overdue: true')).edges).toHaveLength(0);
    expect((await list('overdue: false')).edges).toHaveLength(8);
  });

  test('with buttons, history, figures computed anew and adjustments is a handful of statements', async () => {
    const statements: string[] = [];
    const logger = fees.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    await fees.execute(
      `{ reconciliations(first: 100) { edges { node { figures { due } figuresNow { due } availableActions { action } history { action }
         adjustments { status } } } } }`,
      {},
      people.finance,
    );
    Object.assign(logger, { log, isEnabled });
    expect(statements.length).toBeLessThanOrEqual(8);
  });
});
