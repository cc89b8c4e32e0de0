import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { connection, decodeCursor, encodeCursor, pageArgs } from './keyset.ts';

const badInput = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });
const shape = z.tuple([z.string(), z.guid()]);
const id = '019f0000-0000-7000-8000-000000000001';

describe('how much', () => {
  test('is 20 unless asked, and one row more is read', () => {
    expect(pageArgs()).toEqual({ first: 20, limit: 21, after: null });
    expect(pageArgs(null, null)).toEqual({ first: 20, limit: 21, after: null });
    expect(pageArgs(100, 'x')).toEqual({ first: 100, limit: 101, after: 'x' });
  });
  test.each([0, -1, 101, 1.5])('is refused: %p', (first) => {
    expect(() => pageArgs(first)).toThrow(badInput);
  });
});

describe('a cursor', () => {
  test('comes back as it was made, diacritics included', () => {
    const cursor = encodeCursor(['Nguyễn Thị Ánh', id]);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, shape)).toEqual(['Nguyễn Thị Ánh', id]);
  });
  test.each(['', 'nonsense', '%%%', encodeCursor([1, id]), encodeCursor(['a']), encodeCursor(['a', 'b'])])(
    'is refused: %p',
    (cursor) => {
      expect(() => decodeCursor(cursor, shape)).toThrow(badInput);
    },
  );
});

describe('a cursor that somebody wrote', () => {
  const text = (value: string) => encodeCursor([value, id]);
  test.each([
    ['a NUL', text('a\0b')],
    ['half a surrogate pair', text('a\ud800')],
    ['a day of year 0', text('0000-01-01')],
    ['an offset that no clock has', text('2026-07-06T09:00:00+23:59')],
    ['a thousand characters and more', text('x'.repeat(1_000))],
  ])('is refused, not handed to the database: %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, shape)).toThrow(badInput);
  });
});

describe('a page', () => {
  const rows = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const cursorOf = (row: { n: number }) => [row.n];
  test('knows that more follows from the one row too many', () => {
    const page = connection(rows, 2, cursorOf);
    expect(page.edges.map(({ node }) => node.n)).toEqual([1, 2]);
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: encodeCursor([2]) });
  });
  test('is the last, or empty', () => {
    expect(connection(rows, 3, cursorOf).pageInfo.hasNextPage).toBe(false);
    expect(connection([], 3, cursorOf)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });
});
