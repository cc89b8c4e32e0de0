import { schemaOf } from '@dang/service/schema';
import { openSubgraph, testDatabase } from '@dang/service/testing';
import { knock, strangersOf } from '@dang/service/testing-strangers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { smallTree } from '../test/orgtree-stage.ts';
import { definition } from './definition.ts';
import { loadDemoData } from './demo-data.ts';

let house: Awaited<ReturnType<typeof openSubgraph>>;
beforeAll(async () => {
  house = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(house.em(), smallTree);
});
afterAll(() => house.close());

const schema = schemaOf(definition);
/** A preview tells whoever may change the tree what is wrong with the plan that they sent. */
const common = ['Query.previewReorganisation'];
const doors = strangersOf(schema, { common }).map((door) => [door.door, door] as const);

test.each(doors)('%s gives strangers nothing', async (_, door) => {
  expect(await knock(house, schema, door)).toEqual([]);
});
