const FAILURES = 5;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 300_000;

/**
 * Keeps work off a system that does not answer. After five failures in a row nothing is asked for five seconds; then one call tries, and
 * each that fails doubles the rest, up to five minutes. One answer, also a refusal, and everything goes again. It lives in one process:
 * every replica finds out for itself.
 */
export type Circuit = {
  /** How many calls may go now, of so many wanted. */
  room(wanted: number): number;
  /** How long nothing is to be asked, in milliseconds; 0 when something may. */
  restMs(): number;
  answered(): void;
  failed(): void;
};

/** A circuit by this clock (milliseconds of real time). */
export function makeCircuit(now: () => number = Date.now): Circuit {
  let failures = 0;
  let until = 0;
  const restMs = () => Math.max(0, until - now());
  return {
    restMs,
    room(wanted) {
      if (failures < FAILURES) return wanted;
      return restMs() > 0 ? 0 : Math.min(wanted, 1);
    },
    answered() {
      failures = 0;
      until = 0;
    },
    failed() {
      failures += 1;
      if (failures < FAILURES) return;
      until = now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** Math.min(failures - FAILURES, 20));
    },
  };
}
