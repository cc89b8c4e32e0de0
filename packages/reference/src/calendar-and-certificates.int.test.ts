import { randomUUID } from 'node:crypto';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { CalendarDaysSet } from '@dang/events/contracts/orgtree/calendar-days-set';
import type { ReceivedEvent } from '@dang/events/envelope';
import type { ReactionContext } from '@dang/events/reaction';
import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { isWorkingDay } from '@dang/vietnam/working-days';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { calendarCopies, calendarTables, workingCalendar } from './calendar.ts';
import { certificateCopies, certificateOf, certificateTables } from './certificates.ts';

let orm: MikroORM;
let em: SqlEntityManager;
beforeAll(async () => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `calendar_${randomUUID().slice(0, 8)}`;
  const connect = () =>
    MikroORM.init({ clientUrl: url.href, entities: [], discovery: { warnWhenNoEntities: false } });
  const admin = await connect();
  await admin.em.fork().execute(`create database ${name}`);
  await admin.close();
  url.pathname = name;
  orm = await connect();
  for (const sql of [...calendarTables, ...certificateTables]) await orm.em.fork().execute(sql);
});
afterAll(() => orm?.close());
beforeEach(async () => {
  em = orm.em.fork();
  await em.execute('truncate calendar_day_copy, certificate_copy');
});

const [copyDays] = calendarCopies.reactions;
const [copyCertificates] = certificateCopies.reactions;
const received = <Data>(data: Data) => ({ data }) as ReceivedEvent<Data>;

type Day = { day: string; version: number; kind: 'DAY_OFF' | 'WORKED' | null };
const set = (...days: Day[]) =>
  copyDays?.handle({ em } as ReactionContext, received(CalendarDaysSet.data.parse({ days })));

describe('the working calendar', () => {
  test('is what was shipped while nobody has entered anything', async () => {
    expect(await workingCalendar(em)).toEqual(vietnameseCalendar);
  });

  test('takes a shipped day back, and gives an entered one', async () => {
    expect(isWorkingDay(await workingCalendar(em), '2026-09-01')).toBe(false);
    await set({ day: '2026-09-01', version: 1, kind: null }, { day: '2026-08-22', version: 1, kind: null });
    await set({ day: '2026-11-20', version: 1, kind: 'DAY_OFF' });
    const calendar = await workingCalendar(em);
    const days = ['2026-09-01', '2026-08-22', '2026-11-20', '2026-09-02'];
    expect(days.map((day) => isWorkingDay(calendar, day))).toEqual([true, false, false, false]);
  });

  const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
  test(`ends as its owner last said, in whatever order and however often the days come (seed ${seed})`, async () => {
    const someDay = fc.integer({ min: 0, max: 13 }).map((n) => `2026-08-${String(17 + n).padStart(2, '0')}`);
    const versions = fc.uniqueArray(
      fc.record({
        day: someDay,
        version: fc.integer({ min: 1, max: 4 }),
        kind: fc.constantFrom<Day['kind']>('DAY_OFF', 'WORKED', null),
      }),
      { selector: ({ day, version }) => `${day} ${version}`, minLength: 1, maxLength: 30 },
    );
    const told = versions.chain((said) =>
      fc.tuple(fc.constant(said), fc.shuffledSubarray([...said, ...said], { minLength: said.length * 2 })),
    );
    await fc.assert(
      fc.asyncProperty(told, async ([said, arriving]) => {
        await em.execute('truncate calendar_day_copy');
        for (const day of arriving) await set(day);
        const calendar = await workingCalendar(em);
        const last = new Map(
          said.toSorted((a, b) => a.version - b.version).map(({ day, kind }) => [day, kind]),
        );
        for (const [day, kind] of last) {
          const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
          const isWeekend = weekday === 0 || weekday === 6;
          expect(isWorkingDay(calendar, day)).toBe(isWeekend ? kind === 'WORKED' : kind !== 'DAY_OFF');
        }
      }),
      { seed, numRuns: 40 },
    );
  });
});

describe('the certificate of a member', () => {
  const memberId = randomUUID();
  const [example] = SigningCertificateRecorded.example.certificates;
  if (!example) throw new Error('the contract shows a certificate');
  const record = (...rows: Partial<typeof example>[]) => {
    const certificates = rows.map((row) => ({ ...example, id: randomUUID(), memberId, ...row }));
    const data = SigningCertificateRecorded.data.parse({ certificates });
    return copyCertificates?.handle({ em } as ReactionContext, received(data));
  };

  test('is none for who never registered any', async () => {
    await record({ memberId: randomUUID() });
    expect(await certificateOf(em, memberId)).toBeNull();
  });

  test('is the one in use that ends last', async () => {
    await record(
      { reference: 'old', validTo: '2027-01-01T00:00:00Z' },
      { reference: 'new', validTo: '2029-01-01T00:00:00Z' },
      { reference: 'lost', validTo: '2031-01-01T00:00:00Z', status: 'ENDED' },
    );
    expect(await certificateOf(em, memberId)).toMatchObject({
      reference: 'new',
      status: 'ACTIVE',
      validTo: new Date('2029-01-01T00:00:00Z'),
    });
  });

  test('is the last that was, where none is in use, so that a refusal can say which', async () => {
    await record({ status: 'ENDED' }, { status: 'REVOKED', validTo: '2030-01-01T00:00:00Z' });
    expect(await certificateOf(em, memberId)).toMatchObject({ status: 'REVOKED' });
  });

  test('stays ended, though the news of its registration comes afterwards', async () => {
    const id = randomUUID();
    await record({ id, version: 2, status: 'ENDED' });
    await record({ id, version: 1, status: 'ACTIVE' });
    expect(await certificateOf(em, memberId)).toMatchObject({ id, status: 'ENDED' });
  });
});
