import type { Verdict } from './membership.rules.ts';

/** Set aside by the consumer with this sentence, retried, and shown to whoever looks after parked events. */
class CannotPlace extends Error {}

/** Is there something to do? An event that cannot be carried out is set aside by throwing. */
export function isToDo(verdict: Verdict): boolean {
  if (verdict.act === 'PARK') throw new CannotPlace(verdict.reason);
  return verdict.act === 'CHANGE';
}
