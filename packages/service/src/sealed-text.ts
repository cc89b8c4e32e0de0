import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const envelope = /^v2\.([\w-]{8})\.([\w-]{80})\.([\w-]{38,})$/;

function encrypt(key: Uint8Array, plain: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function decrypt(key: Uint8Array, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('a sealed text is longer than this');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

function keyCalled({ keys }: KeyRing, id: string): Uint8Array {
  const key = keys.get(id);
  if (!key) throw new Error(`no key ${id} on the ring: an old key that is still needed is missing`);
  return key;
}

/**
 * Personal ids, phones and account numbers as they are stored and travel: `v2.<key id>.<data key>.<text>`. Each text has an
 * AES-256-GCM key of its own, which the current key of the ring wraps, so that a new province key changes the wrapping only.
 */
export function sealText(ring: KeyRing, plain: string): string {
  const dataKey = randomBytes(KEY_BYTES);
  const wrapped = encrypt(keyCalled(ring, ring.current), dataKey);
  return `v2.${ring.current}.${wrapped}.${encrypt(dataKey, Buffer.from(plain, 'utf8'))}`;
}

/** Texts sealed before there were key ids (`v1.<text>`) name no key: the ring is tried, newest first. */
function openFirstVersion({ keys }: KeyRing, text: string): Buffer {
  for (const key of keys.values()) {
    try {
      return decrypt(key, text);
    } catch {
      // of another key, or touched; when none fits, the last word is below
    }
  }
  throw new Error('no key on the ring opens this text');
}

/** The text again. @throws when it was sealed with a key that is not on the ring, or touched. */
export function openText(ring: KeyRing, sealed: string): string {
  if (sealed.startsWith('v1.')) return openFirstVersion(ring, sealed.slice(3)).toString('utf8');
  const [, id, wrapped, text] = envelope.exec(sealed) ?? [];
  if (!id || !wrapped || !text) throw new Error('not a sealed text');
  return decrypt(decrypt(keyCalled(ring, id), wrapped), text).toString('utf8');
}

/** The same text under the current key of the ring: only its data key is wrapped anew, the text is not touched. */
export function rewrapText(ring: KeyRing, sealed: string): string {
  const [, id, wrapped, text] = envelope.exec(sealed) ?? [];
  if (!id || !wrapped || !text) return sealText(ring, openText(ring, sealed));
  if (id === ring.current) return sealed;
  const dataKey = decrypt(keyCalled(ring, id), wrapped);
  return `v2.${ring.current}.${encrypt(keyCalled(ring, ring.current), dataKey)}.${text}`;
}

/** What a sealed value is found by: exact matches only, useless without the index key. Give it the normalised value. */
export function blindIndex(indexKey: Uint8Array, value: string): string {
  return createHmac('sha256', indexKey).update(value, 'utf8').digest('base64url');
}
