import { schemaOf } from '@dang/service/schema';
import { type Door, knock, strangersOf } from '@dang/service/testing-strangers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actorNamed, type House, openIdentity } from '../test/identity-stage.ts';
import { openDraft } from '../test/registration-stage.ts';
import { definition } from './definition.ts';

const schema = schemaOf(definition);
const doors = strangersOf(schema).map(({ door }) => door);

let house: House;
let known: Map<string, Door>;
beforeAll(async () => {
  house = await openIdentity();
  const people = { applicant: await openDraft(house, 'Nguyễn Văn Mới'), member: actorNamed('member') };
  known = new Map(strangersOf(schema, people).map((door) => [door.door, door]));
});
afterAll(() => house.close());

test.each(doors)('%s gives strangers nothing', async (name) => {
  const door = known.get(name);
  expect(door && (await knock(house, schema, door))).toEqual([]);
});
