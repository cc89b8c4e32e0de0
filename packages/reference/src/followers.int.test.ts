import { randomUUID } from 'node:crypto';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import type { ReceivedEvent } from '@dang/events/envelope';
import type { ReactionContext } from '@dang/events/reaction';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import { endedPositions, positionHasEnded } from './ended-positions.ts';
import { followerTables } from './follower-tables.ts';
import { procedureStartCopies, procedureStarted } from './procedure-starts.ts';
import { keepSuccessions } from './successions.ts';
import { referenceTables } from './tables.ts';

let orm: MikroORM;
let em: SqlEntityManager;
const id = (digits: string) => `01980000-0000-7000-8000-${digits.padStart(12, '0')}`;
const [province, ward, branch, sibling] = ['1', '2', '3', '4'].map(id) as [string, string, string, string];

beforeAll(async () => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `followers_${randomUUID().slice(0, 8)}`;
  const connect = () =>
    MikroORM.init({ clientUrl: url.href, entities: [], discovery: { warnWhenNoEntities: false } });
  const admin = await connect();
  await admin.em.fork().execute(`create database ${name}`);
  await admin.close();
  url.pathname = name;
  orm = await connect();
  for (const sql of [referenceTables, ...followerTables]) await orm.em.fork().execute(sql);
  const row = `insert into unit_copy (id, version, code, name, short_name, type, kind, path, valid_from)
    values (?, 1, '05', 'Tên', 'Tên', 'BRANCH', 'OTHER', ?::text::ltree, '2025-07-01')`;
  for (const path of [[province], [province, ward], [province, ward, branch], [province, sibling]]) {
    await orm.em.fork().execute(row, [path.at(-1) as string, path.join('.')]);
  }
});
afterAll(() => orm?.close());
beforeEach(async () => {
  em = orm.em.fork();
  await em.execute('truncate procedure_start_copy, ended_position_copy');
});

const [copyStarts] = procedureStartCopies.reactions;
const [rememberEnd] = endedPositions.reactions;

function set(unitId: string, startsOn: string | null, version = 1, procedure = 'DUES') {
  const data = ProcedureStartSet.data.parse({ starts: [{ unitId, procedure, version, startsOn }] });
  return copyStarts?.handle({ em } as ReactionContext, { data } as ReceivedEvent<typeof data>);
}
const started = (unitId: string, day: string) => procedureStarted(em, 'DUES', unitId, day);

describe('a procedure', () => {
  test('has not started where nobody set a day, nor in a unit that nobody told of', async () => {
    expect(await started(branch, '2026-07-06')).toBe(false);
    await set(province, '2026-01-01');
    expect(await started(randomUUID(), '2026-07-06')).toBe(false);
  });

  test('starts on its day in the unit and in everything below, and nowhere else', async () => {
    await set(ward, '2026-02-01');
    expect(await started(branch, '2026-01-31')).toBe(false);
    expect(await started(branch, '2026-02-01')).toBe(true);
    expect(await started(ward, '2026-02-01')).toBe(true);
    expect(await started(province, '2026-02-01')).toBe(false);
    expect(await started(sibling, '2026-02-01')).toBe(false);
  });

  test('follows the nearest unit that has a day, be it earlier or later than the one above', async () => {
    await set(province, '2026-06-01');
    await set(ward, '2026-02-01');
    await set(sibling, '2026-09-01');
    expect(await started(branch, '2026-03-01')).toBe(true);
    expect(await started(sibling, '2026-07-06')).toBe(false);
  });

  test('follows the unit above again when its own day is taken back, whatever comes late', async () => {
    await set(province, '2026-06-01');
    await set(ward, null, 2);
    await set(ward, '2026-02-01', 1);
    expect(await started(branch, '2026-03-01')).toBe(false);
    expect(await started(branch, '2026-06-01')).toBe(true);
  });

  test('knows nothing of the day of another', async () => {
    await set(province, '2026-01-01', 1, 'OFFICIAL_TRANSFER');
    expect(await started(branch, '2026-07-06')).toBe(false);
  });
});

test('a position is over from the first day that anybody named, however often it is told', async () => {
  const positionId = randomUUID();
  const end = (endedOn: string) => {
    const data = PositionEnded.data.parse({ ...PositionEnded.example, positionId, endedOn });
    return rememberEnd?.handle({ em } as ReactionContext, { data } as ReceivedEvent<typeof data>);
  };
  expect(await positionHasEnded(em, positionId, '2026-07-06')).toBe(false);
  await end('2026-07-06');
  await end('2026-07-08');
  await end('2026-07-06');
  expect(await positionHasEnded(em, positionId, '2026-07-05')).toBe(false);
  expect(await positionHasEnded(em, positionId, '2026-07-06')).toBe(true);
  expect(await positionHasEnded(em, randomUUID(), '2026-07-06')).toBe(false);
});

describe('who goes on in the place of an ended unit', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id) as [string, string, string, string];
  const steps = [
    [{ unitId: a, successorId: b }],
    [
      { unitId: b, successorId: c },
      { unitId: c, successorId: d },
    ],
  ];
  const keep = (successions: { unitId: string; successorId: string }[]) =>
    em.transactional((inner) => keepSuccessions(inner, successions));
  const line = async () =>
    em.execute(`select unit_id as "from", successor_id as "to" from unit_succession order by 1`);

  test.each([
    ['in their order', [0, 1]],
    ['the later first', [1, 0]],
    ['twice', [0, 1, 0, 1]],
  ])('is the end of the line, heard %s', async (_, order) => {
    await em.execute('truncate unit_succession');
    for (const step of order) await keep(steps[step] ?? []);
    expect(await line()).toEqual([a, b, c].map((from) => ({ from, to: d })));
  });

  test('is known however many reorganisations are heard at once', async () => {
    await em.execute('truncate unit_succession');
    await Promise.all(
      steps
        .flat()
        .map((succession) => orm.em.fork().transactional((inner) => keepSuccessions(inner, [succession]))),
    );
    expect(await line()).toEqual([a, b, c].map((from) => ({ from, to: d })));
  });
});
