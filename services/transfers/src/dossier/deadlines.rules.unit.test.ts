import { vietnameseCalendar as calendar } from '@dang/vietnam/holidays';
import { describe, expect, test } from '@jest/globals';
import { dueOnOf, flagsOf } from './deadlines.rules.ts';

const dates = {
  kind: 'OFFICIAL',
  status: 'SENT',
  effectiveDate: '2026-06-01',
  introducedOn: null,
  presentedOn: null,
  closedOn: null,
} as const;

describe('60 working days for the whole transfer', () => {
  test('from 01/06/2026 they end on Saturday 22/08/2026, which is worked in place of 31/08', () => {
    expect(dueOnOf(calendar, dates)).toBe('2026-08-22');
    expect(flagsOf(calendar, dates, '2026-08-22')).toEqual([]);
    expect(flagsOf(calendar, dates, '2026-08-23')).toEqual(['OVERDUE_60']);
  });

  test('a dossier closed in time stays without a flag for ever', () => {
    expect(flagsOf(calendar, { ...dates, closedOn: '2026-08-01' }, '2027-01-01')).toEqual([]);
    expect(dueOnOf(calendar, { ...dates, closedOn: '2026-08-01' })).toBeNull();
  });
});

describe('30 working days to present the letter', () => {
  const introduced = { ...dates, introducedOn: '2026-07-01' };

  test('T67: introduced on 01/07/2026, due on 12/08/2026', () => {
    expect(dueOnOf(calendar, introduced)).toBe('2026-08-12');
    expect(flagsOf(calendar, introduced, '2026-08-12')).toEqual([]);
    expect(flagsOf(calendar, introduced, '2026-08-13')).toEqual(['OVERDUE_PRESENT']);
  });

  test('the presentation ends the term, and a late one stays flagged', () => {
    expect(dueOnOf(calendar, { ...introduced, presentedOn: '2026-08-10' })).toBe('2026-08-22');
    expect(flagsOf(calendar, { ...introduced, presentedOn: '2026-08-10' }, '2026-08-20')).toEqual([]);
    expect(flagsOf(calendar, { ...introduced, presentedOn: '2026-08-14' }, '2026-08-20')).toEqual([
      'OVERDUE_PRESENT',
    ]);
  });
});
