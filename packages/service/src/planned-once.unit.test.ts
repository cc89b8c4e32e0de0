import { expect, test } from '@jest/globals';
import { boundForm, plannedOnce } from './planned-once.ts';

const bound = (sql: string, ...values: unknown[]) => boundForm(plannedOnce(sql), values);

test('only what is marked is bound', () => {
  expect(boundForm('select ?', [1])).toBeNull();
  expect(bound('select 1')).toEqual({ text: 'select 1', values: [] });
});

test('a value is bound as what it would have been in the text', () => {
  const day = new Date('2026-07-06T01:02:03.004Z');
  expect(
    bound('select ?, ?, ?, ?, ?, ?', 'a', null, day, Buffer.from('ff00', 'hex'), { of: 'x' }, 5n),
  ).toEqual({
    text: 'select $1, $2, $3, $4, $5, $6',
    values: ['a', null, '2026-07-06T01:02:03.004Z', '\\xff00', '{"of":"x"}', '5'],
  });
  expect(bound('select ?, ?, ?, ?', 5, 5_000_000_000, 0.5, true)).toEqual({
    text: 'select $1::int, $2::bigint, $3::numeric, $4::boolean',
    values: ['5', '5000000000', '0.5', 'true'],
  });
});

test('a short list has a place for each item, a longer one is one value', () => {
  const sql = 'select id from unit where id = any(array[?]::uuid[]) and at <= ?';
  const text = (list: string, at: number) =>
    `select id from unit where id = any(${list}::uuid[]) and at <= $${at}`;
  expect(bound(sql, [], 'day')).toEqual({ text: text('array[]', 1), values: ['day'] });
  expect(bound(sql, ['a', 'b'], 'day')).toEqual({
    text: text('array[$1, $2]', 3),
    values: ['a', 'b', 'day'],
  });
  const many = ['a', 'b', 'c', 'say "d"', 'e\\f', null];
  expect(bound(sql, many, 'day')).toEqual({
    text: text('$1', 2),
    values: ['{"a","b","c","say \\"d\\"","e\\\\f",NULL}', 'day'],
  });
  expect(() => bound('select id from unit where id in (?)', ['a'])).toThrow('a list must stand in');
});

test('operators with a question mark stay, and places are counted', () => {
  expect(bound("select a \\? 'b' where c = ?", 1)).toEqual({
    text: "select a ? 'b' where c = $1::int",
    values: ['1'],
  });
  expect(() => bound('select ?, ?', 1)).toThrow('2 places and 1 values');
});
