import { schemaOf } from '@dang/service/schema';
import { knock, strangersOf } from '@dang/service/testing-strangers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestProvince } from '../test/small-province.ts';
import { definition } from './definition.ts';

let house: Awaited<ReturnType<typeof openTestProvince>>;
beforeAll(async () => {
  house = await openTestProvince();
});
afterAll(() => house.close());

const schema = schemaOf(definition);
const common = ['Query.commentCampaigns', 'Query.commentExemptionRules'];
const doors = strangersOf(schema, { common }).map((door) => [door.door, door] as const);

test.each(doors)('%s gives strangers nothing', async (_, door) => {
  expect(await knock(house, schema, door)).toEqual([]);
});
