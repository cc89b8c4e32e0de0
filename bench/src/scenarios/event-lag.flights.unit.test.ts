import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { makeFlights, sendSteadily } from './event-lag.flights.ts';

test('an effect counts once, from the COMMIT on, and only for an event that is under way', async () => {
  const seen: string[] = [];
  const flights = makeFlights((id) => seen.push(id));
  flights.committing('a');
  await sleep(20);
  flights.seen('a');
  flights.seen('a');
  flights.seen('never sent');
  expect(seen).toEqual(['a']);
  expect(flights.lags).toHaveLength(1);
  expect(flights.lags[0]).toBeGreaterThan(15);
  expect(flights.underWay()).toEqual([]);
});

test('a slow send does not hold back the next one, and every effect is waited for', async () => {
  const flights = makeFlights();
  let number = 0;
  let most = 0;
  const { lags, perSecond } = await sendSteadily({
    rate: 100,
    count: 10,
    flights,
    send: async () => {
      const id = `${number++}`;
      flights.committing(id);
      most = Math.max(most, flights.underWay().length);
      await sleep(30);
      setTimeout(() => flights.seen(id), 20);
    },
  });
  expect(lags).toHaveLength(10);
  expect(most).toBeGreaterThan(1);
  expect(perSecond).toBeLessThan(101);
});

test('a sending that fails, or eyes that close, end the stretch with their reason', async () => {
  const send = () => Promise.reject(new Error('no database'));
  const failing = sendSteadily({ rate: 100, count: 3, flights: makeFlights(), send });
  await expect(failing).rejects.toThrow('no database');

  const flights = makeFlights();
  const blind = sendSteadily({
    rate: 100,
    count: 1,
    flights,
    send: async () => {
      flights.committing('a');
      setTimeout(() => flights.lost(new Error('cannot look')), 20);
    },
  });
  await expect(blind).rejects.toThrow('cannot look');
});
