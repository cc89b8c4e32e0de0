import { createCipheriv, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { keyRing, keyRingOf } from './key-ring.ts';
import { blindIndex, openText, rewrapText, sealText } from './sealed-text.ts';

const key = randomBytes(32);
const ring = keyRing(key);
const personalId = '099123456789';

/** As texts were sealed before each had a key of its own. */
function sealedOnce(by: Uint8Array, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', by, iv);
  const bytes = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${bytes.toString('base64url')}`;
}

test('a sealed text opens with its ring, and never looks the same twice', () => {
  const sealed = sealText(ring, personalId);
  expect(sealed).toMatch(/^v2\.[\w-]{8}\.[\w-]+\.[\w-]+$/);
  expect(sealed).not.toContain(personalId);
  expect(sealText(ring, personalId)).not.toBe(sealed);
  expect(openText(ring, sealed)).toBe(personalId);
  expect(openText(ring, sealText(ring, ''))).toBe('');
  expect(openText(ring, sealText(ring, 'Nguyễn Thị Ánh 🙂'))).toBe('Nguyễn Thị Ánh 🙂');
});

test('a data key serves a thousand texts, then comes another', () => {
  const own = keyRing(randomBytes(32));
  const texts = Array.from({ length: 2_500 }, (_, number) => sealText(own, String(number)));
  expect(new Set(texts.map((text) => text.split('.')[2])).size).toBe(3);
  expect(texts.map((text) => openText(own, text))).toEqual(texts.map((_, number) => String(number)));
});

test('another key, a changed byte, a cut or a foreign text does not open', () => {
  const sealed = sealText(ring, personalId);
  for (const place of [12, 40, 100, 120]) {
    const changed = sealed.slice(0, place) + (sealed[place] === 'A' ? 'B' : 'A') + sealed.slice(place + 1);
    expect(() => openText(ring, changed)).toThrow();
  }
  expect(() => openText(keyRing(randomBytes(32)), sealed)).toThrow(
    'an old key that is still needed is missing',
  );
  expect(() => openText(ring, sealed.slice(0, 100))).toThrow('not a sealed text');
  expect(() => openText(ring, personalId)).toThrow('not a sealed text');
});

test('after a new key came, texts of the old one open, new ones are sealed under the new one', () => {
  const next = keyRing(randomBytes(32), [key]);
  const before = sealText(ring, personalId);
  expect(openText(next, before)).toBe(personalId);
  const after = sealText(next, personalId);
  expect(after.split('.')[1]).toBe(next.current);
  expect(() => openText(ring, after)).toThrow();
});

test('a rotation wraps the key of a text anew, and leaves the text alone', () => {
  const nextKey = randomBytes(32);
  const next = keyRing(nextKey, [key]);
  const before = sealText(ring, personalId);
  const after = rewrapText(next, before);
  expect(after.split('.')[3]).toBe(before.split('.')[3]);
  expect(openText(keyRing(nextKey), after)).toBe(personalId);
  expect(rewrapText(next, after)).toBe(after);
});

test('a text of the first version opens with any key on the ring, and a rotation brings it to the second', () => {
  const old = sealedOnce(key, personalId);
  const nextKey = randomBytes(32);
  const next = keyRing(nextKey, [randomBytes(32), key]);
  expect(openText(ring, old)).toBe(personalId);
  expect(openText(next, old)).toBe(personalId);
  expect(openText(keyRing(nextKey), rewrapText(next, old))).toBe(personalId);
  expect(() => openText(keyRing(nextKey), old)).toThrow('no key on the ring');
  expect(() => openText(ring, old.slice(0, 20))).toThrow();
});

test('the ring is read from the environment as the services read it', () => {
  const [one, two] = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64'));
  const read = keyRingOf({ PROVINCE_KEY: one, PROVINCE_KEYS_OLD: ` ${two} ,` });
  expect([...read.keys.keys()][0]).toBe(read.current);
  expect(read.keys.size).toBe(2);
  expect(() => keyRingOf({})).toThrow('PROVINCE_KEY must be 32 bytes in base64');
  expect(() => keyRingOf({ PROVINCE_KEY: one, PROVINCE_KEYS_OLD: 'x' })).toThrow('PROVINCE_KEYS_OLD must be');
});

test('a blind index is the same for the same value and key only', () => {
  const indexKey = randomBytes(32);
  expect(blindIndex(indexKey, personalId)).toBe(blindIndex(indexKey, personalId));
  expect(blindIndex(indexKey, personalId)).not.toBe(blindIndex(indexKey, '099123456780'));
  expect(blindIndex(indexKey, personalId)).not.toBe(blindIndex(randomBytes(32), personalId));
});
