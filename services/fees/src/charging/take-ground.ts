import { nextMonth } from '@dang/vietnam/month';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { recordGround } from './charging.rows.ts';
import type { ChargingGround, Month } from './charging.rules.ts';
import { settle } from './settle.ts';

/** A fact of a transfer that somebody told: whose it is, and through which month dues were paid then. `time` is when it was recorded there. */
interface Told {
  readonly time: Date;
  readonly data: { readonly transferId: string; readonly memberId: string; readonly duesPaidThrough: Month };
}

/**
 * Keeps the ground that a transfer gave and brings everything in line with it; heard again it changes nothing. Whoever charges now charges what
 * it missed; who was written a letter, or has left, is charged no month after it. Needs a transaction.
 */
export async function takeGround(
  em: SqlEntityManager,
  { time, data: { transferId, memberId, duesPaidThrough: paidThrough } }: Told,
  ground: Pick<ChargingGround, 'kind' | 'id' | 'branchId' | 'decidedOn'> & { readonly voided?: boolean },
): Promise<void> {
  const { kind, voided = false } = ground;
  const occurredAt = time.toISOString();
  const changed = await recordGround(em, memberId, {
    ...ground,
    transferId,
    paidThrough,
    occurredAt,
    voided,
  });
  if (!changed) return;
  const stops = kind === 'LEAVE' || (kind === 'LETTER' && !voided);
  await settle(em, [{ memberId, dueFrom: stops ? null : nextMonth(paidThrough) }]);
}
