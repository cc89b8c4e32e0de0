import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';

/** Refuses an act on a dossier that has changed since it was read: `VERSION_CONFLICT`. */
export function checkVersion(version: number, expectedVersion: number): Refusal | null {
  return version === expectedVersion ? null : refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
}
