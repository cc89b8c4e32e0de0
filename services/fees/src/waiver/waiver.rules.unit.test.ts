import { expect, test } from '@jest/globals';
import { barTo, exemptFrom, percentOf, type WaiverWish } from './waiver.rules.ts';

const wish: WaiverWish = {
  kind: 'REDUCE_50',
  ground: 'HARDSHIP',
  fromMonth: '2026-07',
  throughMonth: '2027-06',
  deferredUntil: null,
  requestReference: 'Đơn ngày 01/07/2026',
  exemptedBy: null,
  exemptedFrom: null,
  exemptedThrough: null,
};
const away = {
  ground: 'EXEMPT_FROM_ACTIVITY',
  exemptedBy: 'QĐ 12-QĐ/ĐU',
  exemptedFrom: '2026-07',
  exemptedThrough: '2027-12',
} as const;
const bar = (given: Partial<WaiverWish>, joinDate: string | null = '2001-02-03') => {
  const refusal = barTo({ ...wish, ...given }, { joinDate, today: '2026-07-06' });
  return refusal && `${refusal.code} ${refusal.field}`;
};

test('T13 a reduction of 12 months may be decided on, one of 14 not', () => {
  expect(bar({})).toBeNull();
  expect(bar({ throughMonth: '2027-07' })).toBe('WAIVER_TOO_LONG throughMonth');
  expect(bar({ throughMonth: '2027-08' })).toBe('WAIVER_TOO_LONG throughMonth');
  expect(bar({ kind: 'EXEMPT', throughMonth: '2027-08' })).toBe('WAIVER_TOO_LONG throughMonth');
});

test('T14 50 years on 15/08/2026: exempt from 2026-09, for good', () => {
  expect(exemptFrom('1976-08-15')).toBe('2026-09');
  const given = { kind: 'EXEMPT', ground: 'PARTY_AGE', throughMonth: null, requestReference: null } as const;
  expect(bar({ ...given, fromMonth: '2026-09' }, '1976-08-15')).toBeNull();
  expect(bar({ ...given, fromMonth: '2026-08' }, '1976-08-15')).toBe('WAIVER_NOT_ENTITLED fromMonth');
  expect(bar({ ...given, fromMonth: '2026-08' }, null)).toBe('WAIVER_NOT_ENTITLED fromMonth');
});

test('special hardship has no end, but a written request', () => {
  const given = { kind: 'EXEMPT', ground: 'SPECIAL_HARDSHIP', throughMonth: null } as const;
  expect(bar(given)).toBeNull();
  expect(bar({ ...given, requestReference: null })).toBe('REQUEST_REQUIRED requestReference');
  expect(bar({ ...given, ground: 'SOCIAL_PENSION', requestReference: null })).toBe(
    'REQUEST_REQUIRED requestReference',
  );
});

test('what is reduced is so for hardship, with an end, within a year of today', () => {
  expect(bar({ ground: 'PARTY_AGE' })).toBe('INVALID_INPUT ground');
  expect(bar({ throughMonth: null })).toBe('INVALID_INPUT throughMonth');
  expect(bar({ throughMonth: '2026-06' })).toBe('INVALID_INPUT throughMonth');
  expect(bar({ fromMonth: '2025-06' })).toBe('INVALID_INPUT fromMonth');
  expect(bar({ fromMonth: '2027-08', throughMonth: '2027-09' })).toBe('INVALID_INPUT fromMonth');
});

test('A7 advance payment needs the exemption from activity, and is at most 12 months', () => {
  const given = { ...away, kind: 'ADVANCE', fromMonth: '2026-08', throughMonth: '2027-07' } as const;
  expect(bar(given)).toBeNull();
  expect(bar({ ...given, throughMonth: '2027-08' })).toBe('WAIVER_TOO_LONG throughMonth');
  expect(bar({ ...given, exemptedThrough: '2027-06' })).toBe('WAIVER_TOO_LONG throughMonth');
  expect(bar({ ...given, exemptedBy: null })).toBe('REQUEST_REQUIRED exemptedBy');
  expect(bar({ ...given, ground: 'HARDSHIP' })).toBe('INVALID_INPUT ground');
});

test('late payment ends with the exemption from activity at the latest', () => {
  const given = { ...away, kind: 'DEFER', throughMonth: '2026-12', deferredUntil: '2027-12-31' } as const;
  expect(bar(given)).toBeNull();
  expect(bar({ ...given, deferredUntil: '2028-01-01' })).toBe('WAIVER_TOO_LONG deferredUntil');
  expect(bar({ ...given, deferredUntil: null })).toBe('INVALID_INPUT deferredUntil');
  expect(bar({ ...given, deferredUntil: '2026-07-05' })).toBe('INVALID_INPUT deferredUntil');
  expect(bar({ ...given, exemptedFrom: '2028-01' })).toBe('INVALID_INPUT exemptedThrough');
});

test('the percentage is in the kind', () => {
  expect((['EXEMPT', 'REDUCE_30', 'REDUCE_50', 'REDUCE_70', 'DEFER'] as const).map(percentOf)).toEqual([
    null,
    30,
    50,
    70,
    null,
  ]);
});
