import type { Actor } from '@dang/access/actor';

/** Why a session that looks good is refused. */
export type RevocationReason = 'SESSION_ENDED' | 'ACCOUNT_LOCKED' | 'POSITION_ENDED';

/**
 * What ended while access tokens for it are still out. An entry counts for as long as such a token can live
 * (`keepMs`); after that the token has expired by itself.
 */
export class Revocations {
  readonly #keepMs: number;
  readonly #sessions = new Map<string, number>();
  readonly #accounts = new Map<string, { lockedAt: number; heardAt: number }>();
  readonly #positions = new Map<string, number>();

  constructor({ keepMs }: { keepMs: number }) {
    this.#keepMs = keepMs;
  }

  endSession(sessionId: string): void {
    this.#sessions.set(sessionId, Date.now());
  }

  /** Refuses what was signed in until the account was locked: a sign-in after it was unlocked is a new matter. */
  lockAccount(accountId: string, lockedAt: Date): void {
    this.#accounts.set(accountId, { lockedAt: lockedAt.getTime(), heardAt: Date.now() });
  }

  endPosition(positionId: string): void {
    this.#positions.set(positionId, Date.now());
  }

  /** The reason to refuse this actor now, or null. */
  find(actor: Actor): RevocationReason | null {
    if (this.#sessions.has(actor.sessionId)) return 'SESSION_ENDED';
    const account = this.#accounts.get(actor.accountId);
    if (account && actor.signedInAt.getTime() <= account.lockedAt) return 'ACCOUNT_LOCKED';
    if (actor.capacity && this.#positions.has(actor.capacity.positionId)) return 'POSITION_ENDED';
    return null;
  }

  /** Forgets what no living token can name any more. */
  sweep(now = Date.now()): void {
    const old = now - this.#keepMs;
    for (const [id, heardAt] of this.#sessions) if (heardAt < old) this.#sessions.delete(id);
    for (const [id, { heardAt }] of this.#accounts) if (heardAt < old) this.#accounts.delete(id);
    for (const [id, heardAt] of this.#positions) if (heardAt < old) this.#positions.delete(id);
  }

  get size(): number {
    return this.#sessions.size + this.#accounts.size + this.#positions.size;
  }
}
