import { randomUUID } from 'node:crypto';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { heard, openFees, units } from '../../test/fees-stage.ts';
import { pathsOn } from './unit-place.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());

const told = (
  unitId: string,
  version: number,
  path: readonly string[],
  reorganisationId?: string,
  time = new Date('2026-07-06T05:00:00Z'),
) =>
  makeEnvelope(
    UnitRecorded,
    {
      aggregateId: randomUUID(),
      data: {
        units: [
          {
            ...UnitRecorded.example.units[0],
            id: unitId,
            version,
            parentId: path.at(-2) ?? null,
            path: [...path],
            ...(reorganisationId && { reorganisationId }),
          },
        ],
      },
      time,
    },
    { province: 't' },
  );

const { province, ward, committee, otherWard, otherCommittee } = units;

/** A new unit below the committee, known from the start. */
async function newUnit(): Promise<{ id: string; first: string[]; second: string[]; third: string[] }> {
  const id = randomUUID();
  const first = [province, ward, committee, id];
  await fees.hear(told(id, 1, first));
  return { id, first, second: [province, otherWard, otherCommittee, id], third: [province, ward, id] };
}

const pathOn = async (id: string, day: string) => (await pathsOn(fees.em(), [id], day)).get(id);

test('a unit that never moved stands where it was first told, on any day', async () => {
  const { id, first } = await newUnit();
  expect(await pathOn(id, '1990-01-01')).toEqual(first);
  expect(await pathOn(id, '2031-12-31')).toEqual(first);
});

test('a unit nobody told of has no place', async () => {
  expect(await pathsOn(fees.em(), [randomUUID()], '2026-07-06')).toEqual(new Map());
});

test('a reorganisation moves a unit from its day on, also when that day has passed', async () => {
  const { id, first, second } = await newUnit();
  const reorganisation = randomUUID();
  await fees.hear(told(id, 2, second, reorganisation));
  expect(await pathOn(id, '2026-12-31')).toEqual(first);
  await fees.hear(heard.reorganised(reorganisation, {}, '2026-03-15'));
  expect(await pathOn(id, '2026-03-14')).toEqual(first);
  expect(await pathOn(id, '2026-03-15')).toEqual(second);
});

test('the same places follow whichever is heard first', async () => {
  const { id, first, second, third } = await newUnit();
  const [one, two] = [randomUUID(), randomUUID()];
  await fees.hear(heard.reorganised(two, {}, '2026-06-01'));
  await fees.hear(told(id, 3, third, two));
  await fees.hear(told(id, 2, second, one));
  await fees.hear(heard.reorganised(one, {}, '2026-02-01'));
  await fees.hear(told(id, 2, second, one), told(id, 3, third, two));
  expect(await pathOn(id, '2026-01-31')).toEqual(first);
  expect(await pathOn(id, '2026-02-01')).toEqual(second);
  expect(await pathOn(id, '2026-06-01')).toEqual(third);
});

test('what a later word dates earlier takes the place of the word before', async () => {
  const { id, first, second, third } = await newUnit();
  const [one, two] = [randomUUID(), randomUUID()];
  await fees.hear(told(id, 2, second, one), heard.reorganised(one, {}, '2026-05-01'));
  await fees.hear(told(id, 3, third, two), heard.reorganised(two, {}, '2026-04-01'));
  expect(await pathOn(id, '2026-03-31')).toEqual(first);
  expect(await pathOn(id, '2026-04-30')).toEqual(third);
  expect(await pathOn(id, '2026-05-01')).toEqual(third);
});

test('a move without a reorganisation counts from the Vietnamese day on which it was told', async () => {
  const { id, first, second } = await newUnit();
  await fees.hear(told(id, 2, second, undefined, new Date('2026-08-09T18:00:00Z')));
  expect(await pathOn(id, '2026-08-09')).toEqual(first);
  expect(await pathOn(id, '2026-08-10')).toEqual(second);
});

test('places have no gap and no overlap, and a word that moves nobody makes none', async () => {
  const { id, first } = await newUnit();
  const rename = randomUUID();
  await fees.hear(told(id, 2, first, rename), heard.reorganised(rename, {}, '2026-05-01'));
  const places = await fees
    .em()
    .execute('select from_day::text as "from", to_day::text as "to" from unit_place where unit_id = ?', [id]);
  expect(places).toEqual([{ from: '-infinity', to: 'infinity' }]);
});
