import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { blindIndex, openText, sealText } from './sealed-text.ts';

const key = randomBytes(32);
const personalId = '099123456789';

test('a sealed text opens with its key, and never looks the same twice', () => {
  const sealed = sealText(key, personalId);
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(sealed).not.toContain(personalId);
  expect(sealText(key, personalId)).not.toBe(sealed);
  expect(openText(key, sealed)).toBe(personalId);
  expect(openText(key, sealText(key, ''))).toBe('');
});

test('another key, a changed byte, a cut or a foreign text does not open', () => {
  const sealed = sealText(key, personalId);
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  const last = bytes.length - 1;
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
  expect(() => openText(randomBytes(32), sealed)).toThrow();
  expect(() => openText(key, `v1.${bytes.toString('base64url')}`)).toThrow();
  expect(() => openText(key, sealed.slice(0, 20))).toThrow();
  expect(() => openText(key, personalId)).toThrow('version 1');
});

test('a blind index is the same for the same value and key only', () => {
  const indexKey = randomBytes(32);
  expect(blindIndex(indexKey, personalId)).toBe(blindIndex(indexKey, personalId));
  expect(blindIndex(indexKey, personalId)).not.toBe(blindIndex(indexKey, '099123456780'));
  expect(blindIndex(indexKey, personalId)).not.toBe(blindIndex(randomBytes(32), personalId));
});
