import { schemaOf } from '@dang/service/schema';
import { knock, strangersOf } from '@dang/service/testing-strangers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTransfers, type TransferStage } from '../test/transfer-stage.ts';
import { definition } from './definition.ts';

let house: TransferStage;
beforeAll(async () => {
  house = await openTransfers();
  await house.dossierAt('SENT');
});
afterAll(() => house.close());

const schema = schemaOf(definition);
const doors = strangersOf(schema).map((door) => [door.door, door] as const);

test.each(doors)('%s gives strangers nothing', async (_, door) => {
  expect(await knock(house, schema, door)).toEqual([]);
});
