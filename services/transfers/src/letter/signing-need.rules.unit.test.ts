import { describe, expect, test } from '@jest/globals';
import { wayToSign } from './signing-need.rules.ts';

describe('how a box is signed', () => {
  test.each([
    ['BRANCH', 'BY_NAME'],
    ['SUB_COMMITTEE', 'BY_NAME'],
    ['GRASSROOTS_BRANCH', 'DIGITAL'],
    ['GRASSROOTS_COMMITTEE', 'DIGITAL'],
    ['SUPERIOR', 'DIGITAL'],
    ['PROVINCE', 'DIGITAL'],
  ])('by a %s: %s', (unitType, way) => {
    expect(wayToSign(unitType, 'ONLINE', {})).toBe(way);
  });

  test('a branch may sign digitally', () => {
    expect(wayToSign('BRANCH', 'ONLINE', { sign: true })).toBe('DIGITAL');
  });

  test.each(['PAPER', 'POST'] as const)(
    'a case by %s may bring the letter that was signed by hand',
    (channel) => {
      expect(wayToSign('SUPERIOR', channel, { paperScanIds: ['a'] })).toBe('BY_HAND');
      expect(wayToSign('SUPERIOR', channel, { paperScanIds: ['a'], sign: true })).toBe('DIGITAL');
      expect(wayToSign('SUPERIOR', channel, { paperScanIds: [] })).toBe('DIGITAL');
    },
  );

  test('an online case may not', () => {
    const bar = { code: 'INVALID_INPUT', field: 'paperScanIds' };
    expect(wayToSign('BRANCH', 'ONLINE', { paperScanIds: ['a'] })).toEqual(bar);
  });
});
