import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { expect, test } from '@jest/globals';
import { dueDay, soonThrough } from './comment-term.rules.ts';

const days = (...dates: string[]) => new Set(dates);
const plain = { daysOff: days(), workedWeekendDays: days() };

test('T64: sent on Thursday 26/11/2026, due at the end of Tuesday 01/12/2026', () => {
  expect(dueDay(vietnameseCalendar, '2026-11-26', null)).toBe('2026-12-01');
});

test('a day off that was announced moves the term, a worked Saturday brings it forward', () => {
  expect(dueDay({ ...plain, daysOff: days('2026-11-30') }, '2026-11-26', null)).toBe('2026-12-02');
  expect(dueDay({ ...plain, workedWeekendDays: days('2026-11-28') }, '2026-11-26', null)).toBe('2026-11-30');
});

test('a list of a campaign is due when the campaign closes, unless it has closed', () => {
  expect(dueDay(plain, '2026-07-06', '2026-07-31')).toBe('2026-07-31');
  expect(dueDay(plain, '2026-07-31', '2026-07-31')).toBe('2026-07-31');
  expect(dueDay(plain, '2026-08-03', '2026-07-31')).toBe('2026-08-06');
});

test('the second of three working days is the day of the reminder, not the weekend before it', () => {
  const due = dueDay(plain, '2026-11-26', null);
  const soon = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'].filter(
    (today) => due <= soonThrough(plain, today),
  );
  expect(soon).toEqual(['2026-11-30', '2026-12-01']);
});
