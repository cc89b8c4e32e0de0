import { describe, expect, test } from '@jest/globals';
import type { GraphQLScalarType } from 'graphql';
import { GraphQLError, parseValue } from 'graphql';
import { DateScalar, DateTime, Dong, Month, UUID } from './scalars.ts';

const literal = (scalar: GraphQLScalarType, text: string) => scalar.parseLiteral(parseValue(text), {});

describe('Dong', () => {
  test('is a bigint here and a JSON number there', () => {
    expect(Dong.parseValue(116_532)).toBe(116_532n);
    expect(literal(Dong, '116532')).toBe(116_532n);
    expect(Dong.serialize(116_532n)).toBe(116_532);
    expect(Dong.serialize('349596')).toBe(349_596);
    expect(Dong.serialize(-5_000n)).toBe(-5_000);
  });
  test('is refused beyond 2^53, in both directions', () => {
    expect(Dong.serialize(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(() => Dong.serialize(9_007_199_254_740_992n)).toThrow(RangeError);
    expect(() => Dong.parseValue(JSON.parse('9007199254740993'))).toThrow(GraphQLError);
    expect(() => literal(Dong, '9007199254740993')).toThrow(GraphQLError);
    expect(literal(Dong, '-9007199254740991')).toBe(-9_007_199_254_740_991n);
  });
  test.each([1.5, '5000', null, true, Number.NaN])('is not %p', (value) => {
    expect(() => Dong.parseValue(value)).toThrow('whole number of đồng');
  });
  test('is not written as text or with a fraction', () => {
    expect(() => literal(Dong, '"5000"')).toThrow(GraphQLError);
    expect(() => literal(Dong, '5000.5')).toThrow(GraphQLError);
  });
});

describe('Month', () => {
  test('is a year and a month', () => {
    expect(Month.parseValue('2026-05')).toBe('2026-05');
    expect(literal(Month, '"2026-12"')).toBe('2026-12');
    expect(Month.serialize('2026-05')).toBe('2026-05');
  });
  test.each(['2026-5', '2026-00', '0000-01', '2026-13', '05/2026', '2026-05-01', '', 202_605, null])(
    'is not %p',
    (value) => {
      expect(() => Month.parseValue(value)).toThrow(GraphQLError);
    },
  );
});

describe('Date', () => {
  test('is a day that exists', () => {
    expect(DateScalar.parseValue('2028-02-29')).toBe('2028-02-29');
    expect(DateScalar.serialize('2026-07-06')).toBe('2026-07-06');
  });
  test.each([
    '2026-02-29',
    '2026-04-31',
    '0000-01-01',
    '2026-7-6',
    '06/07/2026',
    '2026-07-06T00:00:00Z',
    20_260_706,
  ])('is not %p', (value) => {
    expect(() => DateScalar.parseValue(value)).toThrow(GraphQLError);
  });
});

describe('DateTime', () => {
  test('is a moment with its offset', () => {
    expect(DateTime.parseValue('2026-07-06T09:00:00+07:00')).toEqual(new Date('2026-07-06T02:00:00Z'));
    expect(DateTime.serialize(new Date('2026-07-06T02:00:00Z'))).toBe('2026-07-06T02:00:00.000Z');
  });
  test.each([
    '2026-07-06',
    '2026-07-06T09:00:00',
    '2026-02-30T09:00:00Z',
    '0000-01-01T00:00:00Z',
    '2026-07-06T24:00:00Z',
    'now',
    1,
  ])('is not %p', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow(GraphQLError);
  });
});

describe('UUID', () => {
  test('is lower case here, whatever came', () => {
    expect(UUID.parseValue('019F0000-0000-7000-8000-00000000000A')).toBe(
      '019f0000-0000-7000-8000-00000000000a',
    );
  });
  test.each(['', '1', "1' or '1'='1", '019f0000000070008000000000000001', null])('is not %p', (value) => {
    expect(() => UUID.parseValue(value)).toThrow(GraphQLError);
  });
});

test('bad input is BAD_USER_INPUT', () => {
  expect(() => UUID.parseValue('x')).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  );
});
