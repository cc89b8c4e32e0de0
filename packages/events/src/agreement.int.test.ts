import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ComparedService, disagreements } from './agreement.ts';
import { status } from './operate.ts';
import { recordEvents } from './outbox.ts';
import { defineReaction } from './reaction.ts';
import { LampLit, makeTwoServices, type TwoServices, until } from './testing.ts';

let two: TwoServices;
const quiet = defineReaction({ name: 'quiet', event: LampLit, handle: () => Promise.resolve() });
const aside = { name: 'notices', reactions: [quiet] };

beforeEach(async () => {
  two = await makeTwoServices();
  two.relay();
  two.consumers([quiet]);
  two.consumers([quiet], [], 'notices');
  const steps = [1, 2, 3].map((step) => ({ aggregateId: 'a', data: { lamp: 'a', step } }));
  await two.lamps.orm.em.fork().transactional((em) => recordEvents(em, LampLit, steps));
  const places = [
    { name: 'lamps', databaseUrl: two.lamps.url, upstreams: [] },
    {
      name: 'watch',
      databaseUrl: two.watch.url,
      upstreams: ['lamps'],
      asides: [{ name: 'notices', upstreams: ['lamps'] }],
    },
  ];
  await until(async () => (await status(places, two.nats, two.province)).isSettled, 20_000);
});
afterEach(() => two.close());

const services = (): ComparedService[] => [
  { name: 'lamps', databaseUrl: two.lamps.url, reactions: [] },
  { name: 'watch', databaseUrl: two.watch.url, reactions: [quiet], asides: [aside] },
];
const hourAgo = () => new Date(Date.now() - 3_600_000);
const idOf = async (step: number): Promise<string> => {
  const [row] = await two.lamps.orm.em
    .fork()
    .execute<{ id: string }[]>(`select id from outbox where data ->> 'step' = ?`, [String(step)]);
  return row?.id ?? '';
};

test('services that have taken in what was sent agree, their asides too', async () => {
  expect(await disagreements(services(), hourAgo())).toEqual({ events: 3, found: [] });
});

test('an event that one reaction has not taken in is named, with the reaction', async () => {
  const id = await idOf(2);
  await two.watch.orm.em
    .fork()
    .execute(`delete from inbox where reaction = 'notices/quiet' and event_id = ?`, [id]);
  const { found } = await disagreements(services(), hourAgo());
  expect(found).toEqual([
    { service: 'watch', kind: 'NOT_TAKEN_IN', reaction: 'notices/quiet', events: 1, example: id },
  ]);
});

test('an effect whose event its publisher has lost is named: that is a publisher restored to an earlier moment', async () => {
  const id = await idOf(3);
  await two.lamps.orm.em.fork().execute('delete from outbox where id = ?', [id]);
  const { found } = await disagreements(services(), hourAgo());
  const strange = { service: 'watch', kind: 'NEVER_SENT', events: 1, example: id };
  expect(found.toSorted((one, other) => one.reaction.localeCompare(other.reaction))).toEqual([
    { ...strange, reaction: 'notices/quiet' },
    { ...strange, reaction: 'quiet' },
  ]);
});

test('an old event that was taken in lately is found in the outbox, however old', async () => {
  await two.lamps.orm.em
    .fork()
    .execute(`update outbox set occurred_at = now() - interval '5 days' where data ->> 'step' = '1'`);
  expect(await disagreements(services(), hourAgo())).toEqual({ events: 2, found: [] });
});

test('what arrived from other provinces, whose outboxes are elsewhere, is left out', async () => {
  const [taken, strange] = ['arrived/hearLetter', 'quiet'];
  for (const reaction of [taken, strange])
    await two.watch.orm.em
      .fork()
      .execute('insert into inbox (reaction, event_id) values (?, ?)', [reaction, crypto.randomUUID()]);
  const { found } = await disagreements(services(), hourAgo());
  expect(found.map(({ kind, reaction }) => `${kind} ${reaction}`)).toEqual([`NEVER_SENT ${strange}`]);
});
