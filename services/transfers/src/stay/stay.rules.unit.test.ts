import { describe, expect, test } from '@jest/globals';
import { commentBar, commentBoxContent, lengthBar, stayBar } from './stay.rules.ts';

describe('how long a stay may be', () => {
  const from = '2026-07-15';
  test.each([
    ['WORK', '2026-09-14', 'STAY_TOO_SHORT'],
    ['WORK', '2026-10-13', 'STAY_TOO_SHORT'],
    ['WORK', '2026-10-14', null],
    ['WORK', '2027-06-14', null],
    ['WORK', '2027-07-13', null],
    ['WORK', '2027-07-14', 'STAY_TOO_LONG'],
    ['LABOUR', '2027-07-14', 'STAY_TOO_LONG'],
    ['CHANGE_RESIDENCE', '2027-07-14', 'STAY_TOO_LONG'],
    ['STUDY', '2027-07-14', null],
    ['STUDY', '2028-07-14', null],
    ['STUDY', '2028-07-15', 'STAY_TOO_LONG'],
  ] as const)('T75: %s from 15/07/2026 to %s: %s', (reason, through, code) => {
    expect(lengthBar({ from, through }, reason)?.code ?? null).toBe(code);
  });

  test('months are counted by the calendar, also from the end of one', () => {
    const endsOn = (start: string, through: string) =>
      lengthBar({ from: start, through }, 'WORK')?.code ?? null;
    expect(endsOn('2026-11-30', '2027-02-26')).toBe('STAY_TOO_SHORT');
    expect(endsOn('2026-11-30', '2027-02-27')).toBeNull();
    expect(endsOn('2028-02-29', '2029-02-26')).toBeNull();
    expect(endsOn('2028-02-29', '2029-02-27')).toBe('STAY_TOO_LONG');
  });

  test('the Secretariat may allow more, never less than three months', () => {
    const specialDocument = 'Thông báo 12-TB/TW';
    expect(lengthBar({ from, through: '2030-07-14', specialDocument }, 'WORK')).toBeNull();
    expect(lengthBar({ from, through: '2036-07-16', specialDocument }, 'WORK')?.code).toBe('STAY_TOO_LONG');
    expect(lengthBar({ from, through: '2026-09-14', specialDocument }, 'WORK')?.code).toBe('STAY_TOO_SHORT');
    expect(lengthBar({ from, through: '2030-07-14', specialDocument: ' ' }, 'WORK')?.code).toBe(
      'STAY_TOO_LONG',
    );
  });
});

describe('a term that is asked for', () => {
  const term = { from: '2026-07-15', through: '2027-01-14' };
  const bar = (more: object, today = '2026-07-06') => stayBar({ ...term, ...more }, 'WORK', today);
  test.each([
    [{}, null],
    [{ from: '2027-07-07', through: '2028-01-14' }, 'from'],
    [{ through: '2026-07-14' }, 'through'],
    [{ from: '2026-01-01', through: '2026-07-06' }, 'through'],
    [{ purpose: 'x'.repeat(501) }, 'purpose'],
    [{ specialDocument: 'x'.repeat(301) }, 'specialDocument'],
  ])('%j is refused for %s', (more, field) => {
    expect(bar(more)?.field ?? null).toBe(field);
  });
});

test('a comment says something, and not more than the box holds', () => {
  expect(commentBar(' ')).toEqual({ code: 'STAY_COMMENT_REQUIRED', field: 'comment' });
  expect(commentBar('x'.repeat(2001))).toEqual({ code: 'INVALID_INPUT', field: 'comment' });
  expect(commentBar('Tốt.')).toBeNull();
});

test('box 5 says how long the member stayed and to when dues are paid', () => {
  const stay = { startedOn: '2026-07-15', today: '2027-01-10', duesPaidThrough: '2027-01' };
  expect(commentBoxContent('Lê Văn An', stay, 'Đảng ủy Công ty')).toBe(
    'Đồng chí Lê Văn An đã sinh hoạt đảng tạm thời tại chi bộ từ ngày 15/07/2026 đến ngày 10/01/2027, đã đóng đảng phí hết tháng 01/2027; nay giới thiệu trở về nơi sinh hoạt đảng chính thức; kính chuyển Đảng ủy Công ty.',
  );
});
