import { expect, test } from '@jest/globals';
import { languageOf, requestIdOf, traceparentOf } from './request-marks.ts';

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
  ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00', true],
  ['00-00000000000000000000000000000000-b7ad6b7169203331-01', false],
  ['00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01', false],
  ['ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', false],
  ['00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01', false],
  ['nonsense', false],
])('traceparent %s is kept: %s', (traceparent, isKept) => {
  const kept = traceparentOf({ traceparent });
  expect(kept === traceparent).toBe(isKept);
  expect(kept).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-0[01]$/);
});
