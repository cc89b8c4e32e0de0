import { expect, test } from '@jest/globals';
import { isInTime, isReference, registrationBar } from './certificate.rules.ts';

const certificate = {
  holderName: 'Nguyễn Thị Hà',
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: new Date('2029-01-01T00:00:00Z'),
  maySign: true,
};
const found = { isTrusted: true, fullName: 'Nguyễn Thị Hà', at: new Date('2026-07-06T03:00:00Z') };

test('a certificate in one’s own name, in force and from a trusted issuer is taken', () => {
  expect(registrationBar(certificate, found)).toBeNull();
});

test.each(['NGUYEN THI HA', 'nguyễn  thị hà', 'Nguyễn Thị Hà'.normalize('NFD')])(
  'the issuer may write the name %s',
  (holderName) => {
    expect(registrationBar({ ...certificate, holderName }, found)).toBeNull();
  },
);

test.each(['Nguyễn Thị Hạnh', 'Nguyễn Thị', 'Hà', ''])('the name %j is somebody else’s', (holderName) => {
  expect(registrationBar({ ...certificate, holderName }, found)).toBe('CERTIFICATE_NOT_YOURS');
});

test('an unknown issuer, or a certificate made for something else, is not trusted', () => {
  expect(registrationBar(certificate, { ...found, isTrusted: false })).toBe('CERTIFICATE_NOT_TRUSTED');
  expect(registrationBar({ ...certificate, maySign: false }, found)).toBe('CERTIFICATE_NOT_TRUSTED');
});

test('it is in time from its first moment up to its last', () => {
  const { validFrom, validTo } = certificate;
  const later = (date: Date, ms: number) => new Date(date.getTime() + ms);
  expect([validFrom, validTo].map((at) => isInTime(certificate, at))).toEqual([true, true]);
  expect(isInTime(certificate, later(validFrom, -1))).toBe(false);
  expect(isInTime(certificate, later(validTo, 1))).toBe(false);
  expect(registrationBar(certificate, { ...found, at: later(validTo, 1) })).toBe('CERTIFICATE_EXPIRED');
});

test('a reference is one line without blanks around it, at most 200 characters long', () => {
  expect(['k', 'key 1', 'x'.repeat(200)].map(isReference)).toEqual([true, true, true]);
  expect(['', ' k', 'k ', 'a\nb', 'x'.repeat(201)].map(isReference)).toEqual(Array(5).fill(false));
});
