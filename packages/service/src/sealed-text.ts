import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

const IV_BYTES = 12;
const IVS_AT_ONCE = 512;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const TEXTS_A_KEY = 1_000;
const KEYS_REMEMBERED = 1_000;
const envelope = /^v2\.([\w-]{8})\.([\w-]{80})\.([\w-]{38,})$/;

const secrets = new WeakMap<Uint8Array, KeyObject>();

/** The key as node:crypto wants it: made for each use anew, it would cost several times the use. */
function secretOf(key: Uint8Array): KeyObject {
  let secret = secrets.get(key);
  if (!secret) {
    secret = createSecretKey(key);
    secrets.set(key, secret);
  }
  return secret;
}

// Asking the system for twelve bytes at a time costs an import a twentieth of its time; each byte is still used once.
let random = Buffer.alloc(0);
let used = 0;

function freshIv(): Buffer {
  if (used + IV_BYTES > random.length) {
    random = randomBytes(IV_BYTES * IVS_AT_ONCE);
    used = 0;
  }
  used += IV_BYTES;
  return random.subarray(used - IV_BYTES, used);
}

function encrypt(key: Uint8Array, plain: Uint8Array): string {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), iv);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function decrypt(key: Uint8Array, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('a sealed text is longer than this');
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key), bytes.subarray(0, IV_BYTES), {
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

/** A random key for texts, and the same under the current key of its ring. */
type DataKey = { key: Uint8Array; wrapped: string; uses: number };

// Making and opening a data key costs as much as the text itself, and an import seals a million texts.
const sealingKeys = new WeakMap<KeyRing, DataKey>();
const openedKeys = new WeakMap<KeyRing, Map<string, Uint8Array>>();

function dataKeyFor(ring: KeyRing): DataKey {
  const known = sealingKeys.get(ring);
  if (known && known.uses < TEXTS_A_KEY) return known;
  const key = randomBytes(KEY_BYTES);
  const made = { key, wrapped: encrypt(keyCalled(ring, ring.current), key), uses: 0 };
  sealingKeys.set(ring, made);
  return made;
}

function unwrap(ring: KeyRing, id: string, wrapped: string): Uint8Array {
  const opened = openedKeys.get(ring) ?? new Map<string, Uint8Array>();
  openedKeys.set(ring, opened);
  const name = `${id}.${wrapped}`;
  const known = opened.get(name);
  if (known) return known;
  const key = decrypt(keyCalled(ring, id), wrapped);
  if (opened.size >= KEYS_REMEMBERED) opened.clear();
  opened.set(name, key);
  return key;
}

/**
 * Personal ids, phones and account numbers as they are stored and travel: `v2.<key id>.<data key>.<text>`. A text is sealed
 * with AES-256-GCM under a random data key (a new one after a thousand texts), which the current key of the ring wraps, so
 * that a new province key changes the wrapping only.
 */
export function sealText(ring: KeyRing, plain: string): string {
  const dataKey = dataKeyFor(ring);
  dataKey.uses += 1;
  return `v2.${ring.current}.${dataKey.wrapped}.${encrypt(dataKey.key, Buffer.from(plain, 'utf8'))}`;
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
  return decrypt(unwrap(ring, id, wrapped), text).toString('utf8');
}

/** The same text under the current key of the ring: only its data key is wrapped anew, the text is not touched. */
export function rewrapText(ring: KeyRing, sealed: string): string {
  const [, id, wrapped, text] = envelope.exec(sealed) ?? [];
  if (!id || !wrapped || !text) return sealText(ring, openText(ring, sealed));
  if (id === ring.current) return sealed;
  const dataKey = unwrap(ring, id, wrapped);
  return `v2.${ring.current}.${encrypt(keyCalled(ring, ring.current), dataKey)}.${text}`;
}

/** What a sealed value is found by: exact matches only, useless without the index key. Give it the normalised value. */
export function blindIndex(indexKey: Uint8Array, value: string): string {
  return createHmac('sha256', secretOf(indexKey)).update(value, 'utf8').digest('base64url');
}
