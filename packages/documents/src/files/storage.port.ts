/**
 * Where the bytes of files lie, by keys that we make (`4f/0198…`). What is put here is encrypted already, so whoever runs the
 * place reads nothing. Keys have letters, digits, `-`, `_` and `/` only; any other is a bug and throws.
 */
export interface FileStorage {
  /** Whole and lasting when it returns, or not there at all: never a part of it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none under this key. */
  get(key: string): Promise<Buffer | null>;
  /** Forgets the bytes; none there is no fault. */
  remove(key: string): Promise<void>;
  /** The keys of what was put before that moment (real time), in no order. */
  list(olderThan: Date): AsyncIterable<string>;
}

/** @throws for a key that could lead out of the place where the bytes lie. */
export function assertKey(key: string): void {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(key) || key.length > 200) throw new Error('not the key of a stored file');
}
