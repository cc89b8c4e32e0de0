import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { makeClock } from './clock.ts';

afterEach(() => {
  jest.useRealTimers();
});
const at = (time: string) => jest.useFakeTimers({ now: new Date(time) });

describe('the calendar of Việt Nam', () => {
  test('a new day begins at 17:00 UTC', () => {
    at('2026-07-06T16:59:59.999Z');
    expect(makeClock().today()).toBe('2026-07-06');
    at('2026-07-31T17:00:00Z');
    expect([makeClock().today(), makeClock().month()]).toEqual(['2026-08-01', '2026-08']);
  });
});

describe('a clock that starts on a day', () => {
  test('keeps the day and lets the time of day run', () => {
    at('2031-01-15T18:30:00Z');
    const clock = makeClock('2026-07-06');
    expect(clock.now().toISOString()).toBe('2026-07-05T18:30:00.000Z');
    jest.advanceTimersByTime(60_000);
    expect(clock.now().toISOString()).toBe('2026-07-05T18:31:00.000Z');
    expect([clock.today(), clock.month()]).toEqual(['2026-07-06', '2026-07']);
  });
  test('never shows another day, at no hour', () => {
    for (let hour = 0; hour < 48; hour += 1) {
      at(new Date(Date.UTC(2026, 10, 22, hour, 59, 59, 999)).toISOString());
      expect(makeClock('2026-07-06').today()).toBe('2026-07-06');
    }
  });
  test('refuses what is no day', () => {
    expect(() => makeClock('6 July')).toThrow('not a day');
  });
});
