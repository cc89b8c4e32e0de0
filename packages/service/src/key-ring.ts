import { createHash } from 'node:crypto';

/** The province's keys by their ids, the current one first; old ones stay as long as something is sealed under them. */
export type KeyRing = { current: string; keys: ReadonlyMap<string, Uint8Array> };

const ID_LENGTH = 8;

/** What a key is called in a sealed text: part of its hash, so nobody has to number keys. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('key id ').update(key).digest('base64url').slice(0, ID_LENGTH);
}

/** The ring of a current key and of old ones, newest first; each has 32 bytes. */
export function keyRing(current: Uint8Array, old: readonly Uint8Array[] = []): KeyRing {
  const keys = new Map([current, ...old].map((key) => [idOf(key), key]));
  return { current: idOf(current), keys };
}

/** 32 bytes from base64; null for anything else. */
export function keyBytes(text: string): Uint8Array | null {
  const bytes = Buffer.from(text.trim(), 'base64');
  return bytes.length === 32 ? bytes : null;
}

/** The ring that the services read from this environment: `PROVINCE_KEY`, and the list `PROVINCE_KEYS_OLD`. */
export function keyRingOf(environment: Record<string, string | undefined>): KeyRing {
  const read = (name: string, text: string) => {
    const bytes = keyBytes(text);
    if (!bytes) throw new Error(`${name} must be 32 bytes in base64`);
    return bytes;
  };
  const old = (environment.PROVINCE_KEYS_OLD ?? '').split(',').filter((text) => text.trim() !== '');
  return keyRing(
    read('PROVINCE_KEY', environment.PROVINCE_KEY ?? ''),
    old.map((text) => read('PROVINCE_KEYS_OLD', text)),
  );
}
