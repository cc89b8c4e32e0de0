import { expect, test } from '@jest/globals';
import { whyNoAnswer } from './no-answer.ts';

test('why there was no answer is said in a word, and nothing of what was told', () => {
  const expired = Object.assign(new Error('the certificate of bank.example'), { code: 'CERT_HAS_EXPIRED' });
  expect(whyNoAnswer(expired)).toBe('CERT_HAS_EXPIRED');
  expect(whyNoAnswer(new TypeError('fetch failed', { cause: expired }))).toBe('CERT_HAS_EXPIRED');
  expect(whyNoAnswer(new DOMException('too slow', 'TimeoutError'))).toBe('TimeoutError');
  expect(whyNoAnswer(new SyntaxError('{"account":"0011004123456"} is no JSON'))).toBe('SyntaxError');
  expect(whyNoAnswer({})).toBe('unknown');
});
