import { describe, expect, test } from '@jest/globals';
import { vietnameseCalendar } from './holidays.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

describe('terms in working days', () => {
  test('T64: a list sent on Thu 26/11/2026 is due on Tue 01/12/2026', () => {
    expect(addWorkingDays(vietnameseCalendar, '2026-11-26', 3)).toBe('2026-12-01');
    expect(workingDaysBetween(vietnameseCalendar, '2026-11-26', '2026-12-01')).toBe(3);
  });
  test('T67: 30 working days from Wed 01/07/2026 end on Wed 12/08/2026', () => {
    expect(addWorkingDays(vietnameseCalendar, '2026-07-01', 30)).toBe('2026-08-12');
  });
  test('the days of Tết are not counted', () => {
    expect(addWorkingDays(vietnameseCalendar, '2026-02-13', 1)).toBe('2026-02-23');
    expect(workingDaysBetween(vietnameseCalendar, '2026-02-13', '2026-02-22')).toBe(0);
  });
  test('a Saturday worked for an exchanged Monday counts', () => {
    expect(isWorkingDay(vietnameseCalendar, '2026-08-22')).toBe(true);
    expect(isWorkingDay(vietnameseCalendar, '2026-08-31')).toBe(false);
    expect(addWorkingDays(vietnameseCalendar, '2026-08-21', 1)).toBe('2026-08-22');
  });
  test('the calendar is data', () => {
    const noHolidays = { daysOff: new Set<string>(), workedWeekendDays: new Set<string>() };
    expect(addWorkingDays(noHolidays, '2026-02-13', 1)).toBe('2026-02-16');
  });
  test('nought days end at once, and going backwards counts nothing', () => {
    expect(addWorkingDays(vietnameseCalendar, '2026-11-28', 0)).toBe('2026-11-28');
    expect(workingDaysBetween(vietnameseCalendar, '2026-12-01', '2026-11-26')).toBe(0);
  });
  test.each(['2026-02-30', '2026-2-3', 'today', ''])('%s is no day', (date) => {
    expect(() => addWorkingDays(vietnameseCalendar, date, 1)).toThrow(RangeError);
    expect(() => addWorkingDays(vietnameseCalendar, '2026-07-06', -1)).toThrow(RangeError);
  });
});
