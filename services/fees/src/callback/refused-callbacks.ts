import { recordAudit } from '@dang/audit/record';
import type { MikroORM } from '@mikro-orm/postgresql';

const WINDOW_MS = 60_000;
const LINES_A_WINDOW = 20;

/** A callback that was not believed: which provider it said it was, why not, and from where it came. */
export type Refused = { provider: string; why: 'SIGNATURE' | 'TIME' | 'SHAPE'; ip: string; bytes: number };

/**
 * Keeps a line in the audit trail for callbacks that were not believed, at most twenty a minute in one process: somebody who tries
 * thousands leaves their number, not thousands of lines.
 */
export function refusedCallbacks(
  orm: MikroORM,
  now: () => number = Date.now,
): (refused: Refused) => Promise<void> {
  let windowStart = 0;
  let lines = 0;
  let passedOver = 0;
  return async ({ provider, why, ip, bytes }) => {
    if (now() - windowStart >= WINDOW_MS) {
      windowStart = now();
      lines = 0;
    }
    if (lines >= LINES_A_WINDOW) {
      passedOver += 1;
      return;
    }
    lines += 1;
    const line = {
      action: 'paymentCallbackRefused',
      subjectKind: 'PaymentProvider',
      subjectId: provider,
      unitId: null,
      after: { bytes, passedOver },
      reason: why,
    };
    passedOver = 0;
    await recordAudit(orm.em.fork(), [line], { client: { ip, device: null } });
  };
}
