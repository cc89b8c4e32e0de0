import { expect, test } from '@jest/globals';
import { clientOf, languageOf, requestIdOf } from './request-marks.ts';

test.each([
  [undefined, 'vi'],
  ['', 'vi'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
  ['fr-FR, en;q=0.3, vi;q=0.7', 'vi'],
  ['fr-FR,en;q=0.3', 'en'],
  ['en;q=0, vi;q=0.1', 'vi'],
  ['vicious, english', 'vi'],
  ['*', 'vi'],
])('Accept-Language %s means %s', (header, language) => {
  expect(languageOf({ 'accept-language': header })).toBe(language);
});

test.each(['short', 'a'.repeat(65), 'has spaces in it', 'line\nbreak-injected', '<script>alert</script>'])(
  'a request id like %j is replaced',
  (given) => {
    expect(requestIdOf({ 'x-request-id': given })).toMatch(/^[\da-f]{8}-/);
  },
);

test.each([
  [0, '198.51.100.1', 'the header of a stranger counts for nothing'],
  [1, '203.0.113.9', 'the last address is what our own proxy saw'],
  [2, '10.0.0.9', 'with two of ours, the one before'],
  [5, '10.0.0.9', 'never further than the chain is long'],
])('behind %i proxies of ours, the client is %s: %s', (trusted, ip) => {
  const headers = { 'x-forwarded-for': 'nonsense, 10.0.0.9, 203.0.113.9' };
  expect(clientOf(headers, '198.51.100.1', trusted).ip).toBe(ip);
});

test('a device is what it calls itself, in plain characters and short; an address is written in one way', () => {
  const headers = { 'user-agent': `Mozilla/5.0 \u0007${'x'.repeat(300)}` };
  const { ip, device } = clientOf(headers, '::ffff:192.0.2.7', 0);
  expect(ip).toBe('192.0.2.7');
  expect(device).toHaveLength(200);
  expect(device).toMatch(/^Mozilla\/5\.0 x+$/);
  expect(clientOf({}, undefined, 1)).toEqual({ ip: null, device: null });
});
