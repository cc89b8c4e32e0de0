import { openSubgraph, testDatabase } from '@dang/service/testing';
import { auditTrailPromises } from '@dang/service/testing-audit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';

async function open() {
  const subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
  return subgraph;
}

let stage: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  stage = await open();
});
afterAll(() => stage.close());

describe('Query.treeAudit', () => {
  test('keeps what the trail of every service promises', async () => {
    const { execute, em } = stage;
    const promises = await auditTrailPromises({
      query: 'treeAudit',
      execute,
      em,
      units: { own: unit.branch1, above: unit.ward, beside: unit.sales },
    });
    expect(Object.entries(promises).filter(([, isKept]) => !isKept)).toEqual([]);
  });
});
