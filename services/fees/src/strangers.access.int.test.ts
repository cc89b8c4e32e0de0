import { randomUUID } from 'node:crypto';
import { schemaOf } from '@dang/service/schema';
import { knock, strangersOf } from '@dang/service/testing-strangers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../test/fees-stage.ts';
import { chargeMonth } from './charge/charge-month.ts';
import { definition } from './definition.ts';

let house: Awaited<ReturnType<typeof openFees>>;
beforeAll(async () => {
  house = await openFees();
  await house.hear(heard.approved(randomUUID(), units.branch1, '116532', '2026-07'));
  await chargeMonth(house.em(), '2026-07', units.ward);
});
afterAll(() => house.close());

const schema = schemaOf(definition);
const doors = strangersOf(schema).map((door) => [door.door, door] as const);

test.each(doors)('%s gives strangers nothing', async (_, door) => {
  expect(await knock(house, schema, door)).toEqual([]);
});
