import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one file. */
export const freshDataKey = (): Buffer => randomBytes(KEY_BYTES);

/**
 * What is put into the storage: AES-256-GCM, the random part first, the tag last. The storage key goes into the tag, so that the
 * bytes of one file are never taken for those of another.
 */
export function encryptFile(key: Uint8Array, storageKey: string, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(storageKey));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes again. @throws when they were touched, cut, or put under another key */
export function decryptFile(key: Uint8Array, storageKey: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  }).setAAD(Buffer.from(storageKey));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}
