import { type KeyRing, keyBytes, keyRingOf } from '@dang/service/key-ring';

/** The keys under which identifiers are kept: the ring of `PROVINCE_KEY`, and `PROVINCE_INDEX_KEY`, 32 bytes each. */
export type SealingKeys = { key: KeyRing; indexKey: Uint8Array };

/** The keys that the services read from this environment. */
export function sealingKeysOf(environment: Record<string, string | undefined>): SealingKeys {
  const key = keyRingOf(environment);
  const indexKey = keyBytes(environment.PROVINCE_INDEX_KEY ?? '');
  if (!indexKey) throw new Error('PROVINCE_INDEX_KEY must be 32 bytes in base64');
  return { key, indexKey };
}
