import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readSignatureScheme, type SignatureScheme } from './signature-scheme.ts';
import { checkMessage, signMessage } from './signed-message.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const hmac = (byte: number) => `hmac:${base64(new Uint8Array(32).fill(byte))}`;
function pair(modulusLength = 2_048) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return {
    secret: base64(privateKey.export({ format: 'der', type: 'pkcs8' })),
    open: base64(publicKey.export({ format: 'der', type: 'spki' })),
  };
}
const scheme = (text: string): SignatureScheme => readSignatureScheme(text) as SignatureScheme;

describe('a signature', () => {
  const [we, they] = [pair(), pair()];
  const sides = [
    ['HMAC-SHA256', hmac(1), hmac(1)],
    ['RSA-SHA256', `rsa:${we.secret}:${they.open}`, `rsa:${they.secret}:${we.open}`],
  ] as const;

  test.each(sides)('of %s is believed by the other side, and no other is', (name, ours, theirs) => {
    const bytes = Buffer.from('một tin');
    const signature = scheme(ours).sign(bytes);
    expect(scheme(ours).name).toBe(name);
    expect(scheme(theirs).verify(bytes, signature)).toBe(true);
    expect(scheme(theirs).verify(Buffer.from('tin khác'), signature)).toBe(false);
    for (const wrong of ['', 'AAAA', '%%%', signature.slice(4), base64(Buffer.alloc(5_000))])
      expect(scheme(theirs).verify(bytes, wrong)).toBe(false);
  });

  test('covers time, path and body, for five minutes', () => {
    const key = scheme(hmac(1));
    const body = Buffer.from('{"a":1}');
    const now = Date.parse('2026-07-06T00:00:00Z');
    const headers = signMessage(key, '/x', body, now);
    expect(checkMessage(key, headers, '/x', body, now + 299_999)).toBe('SIGNED');
    expect(checkMessage(key, headers, '/x', body, now - 299_999)).toBe('SIGNED');
    expect(checkMessage(key, headers, '/x', body, now + 300_001)).toBe('TIME');
    expect(checkMessage(key, headers, '/y', body, now)).toBe('SIGNATURE');
    expect(checkMessage(key, headers, '/x', Buffer.from('{"a":2}'), now)).toBe('SIGNATURE');
    expect(checkMessage(key, { ...headers, 'x-time': String(now + 1) }, '/x', body, now)).toBe('SIGNATURE');
    expect(checkMessage(key, { 'x-time': String(now) }, '/x', body, now)).toBe('SIGNATURE');
    expect(checkMessage(key, {}, '/x', body, now)).toBe('SIGNATURE');
  });

  test('is not made with a key that is too short, or none', () => {
    const weak = pair(1_024);
    for (const text of [
      '',
      'hmac:',
      `hmac:${base64(new Uint8Array(31))}`,
      'rsa:AAAA:AAAA',
      `rsa:${we.secret}`,
      `rsa:${weak.secret}:${they.open}`,
      'none:AAAA',
    ])
      expect(readSignatureScheme(text)).toBeNull();
  });
});
