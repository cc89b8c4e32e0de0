import { auditTrailPromises } from '@dang/service/testing-audit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openIdentity as open, units } from '../../test/identity-stage.ts';

let stage: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  stage = await open();
});
afterAll(() => stage.close());

describe('Query.accountAudit', () => {
  test('keeps what the trail of every service promises', async () => {
    const { execute, em } = stage;
    const promises = await auditTrailPromises({
      query: 'accountAudit',
      execute,
      em,
      units: { own: units.branch1, above: units.committee, beside: units.branch2 },
    });
    expect(Object.entries(promises).filter(([, isKept]) => !isKept)).toEqual([]);
  });
});
