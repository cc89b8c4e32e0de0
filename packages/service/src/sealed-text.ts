import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'v1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Personal ids, phones and account numbers as they are stored and travel: AES-256-GCM under the province's 32-byte key. */
export function sealText(key: Uint8Array, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return PREFIX + sealed.toString('base64url');
}

/** The text again. @throws when it was sealed with another key, or touched. */
export function openText(key: Uint8Array, sealed: string): string {
  if (!sealed.startsWith(PREFIX)) throw new Error('not a sealed text of version 1');
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('a sealed text is longer than this');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** What a sealed value is found by: exact matches only, useless without the index key. Give it the normalised value. */
export function blindIndex(indexKey: Uint8Array, value: string): string {
  return createHmac('sha256', indexKey).update(value, 'utf8').digest('base64url');
}
