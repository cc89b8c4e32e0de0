import { keyRing } from '@dang/service/key-ring';
import { describe, expect, test } from '@jest/globals';
import { signUrl, verifyUrl } from './signed-url.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const environment = { DOORS_URL: 'https://phi.example/', PROVINCE_KEY: keyRing(key(1)) };
const now = Date.parse('2026-07-06T03:00:00Z');
const inAnHour = { expiresAt: new Date(now + 3_600_000) };
const pathOf = (url: string) => url.slice('https://phi.example'.length);
const check = (url: string, at = now, of = environment) => verifyUrl(of, url, at);

describe('a signed link', () => {
  const url = signUrl(environment, '/files/receipts/7?kind=DVC', inAnHour);

  test('stands under the public address and is good until its time is over', () => {
    expect(url).toMatch(
      /^https:\/\/phi\.example\/files\/receipts\/7\?kind=DVC&expires=\d+&signature=[\w-]{43}$/,
    );
    expect(check(pathOf(url))).toBe('GOOD');
    expect(check(pathOf(url), now + 3_599_000)).toBe('GOOD');
    expect(check(pathOf(url), now + 3_600_000)).toBe('EXPIRED');
  });

  test('of another path, query or time is nobody’s', () => {
    const path = pathOf(url);
    for (const forged of [
      path.replace('/7', '/8'),
      path.replace('kind=DVC', 'kind=CASH'),
      path.replace(/expires=(\d+)/, (_, seconds) => `expires=${Number(seconds) + 1}`),
      path.replace('?kind=DVC&', '?'),
      `${path}&kind=CASH`,
      path.slice(0, -1),
      path.replace(/&signature.*/, ''),
      '/files/receipts/7',
      '',
    ])
      expect(check(forged)).toBe('FORGED');
  });

  test('stays good when the province changes its key, and no longer when the old key is gone', () => {
    const changed = { ...environment, PROVINCE_KEY: keyRing(key(2), [key(1)]) };
    expect(check(pathOf(url), now, changed)).toBe('GOOD');
    expect(check(pathOf(url), now, { ...environment, PROVINCE_KEY: keyRing(key(2)) })).toBe('FORGED');
  });

  test('is never good for longer than a week', () => {
    const long = signUrl(environment, '/files/x', { expiresAt: new Date(now + 8 * 86_400_000) });
    expect(check(pathOf(long))).toBe('EXPIRED');
  });
});
