/** How long a refresh token may lie unused: thirty days. */
export const REFRESH_TOKEN_TTL_MS = 30 * 24 * 3_600_000;

/** A session that acts in an office ends when nobody has used it for this long (domain 10.8). */
export const IDLE_LIMIT_MS = 15 * 60_000;

/** A refresh token as it is stored (only its hash), with the session and the account it belongs to. */
export type StoredToken = {
  usedAt: Date | null;
  expiresAt: Date;
  sessionEndedAt: Date | null;
  accountStatus: string;
  /** Why the member may not use the procedures at all, as the registry says now; null for everybody else. */
  exclusion: string | null;
  /** In what the session acts; null for the plain member, whose session may lie idle. */
  positionId: string | null;
  /** When the session was last used, as far as is known. */
  lastSeenAt: Date;
};

export type RefreshOutcome = 'ROTATE' | 'END_SESSION' | 'END_IDLE' | 'REFUSE';

/** How long this session may still lie idle, in milliseconds: for the plain member for ever. */
export function idleTimeLeftMs(
  { positionId, lastSeenAt }: Pick<StoredToken, 'positionId' | 'lastSeenAt'>,
  now: Date,
): number {
  if (positionId === null) return Number.POSITIVE_INFINITY;
  return IDLE_LIMIT_MS - Math.max(0, now.getTime() - lastSeenAt.getTime());
}

/**
 * What presenting a refresh token leads to. A token that was already used means that somebody else has a copy: the session
 * ends for both. One that acts in an office and was not used for a quarter of an hour ends too. An unknown, expired or ended one is refused without a word about which it was.
 */
export function refreshOutcome(token: StoredToken | null, now: Date): RefreshOutcome {
  if (!token || token.sessionEndedAt !== null) return 'REFUSE';
  if (token.usedAt !== null) return 'END_SESSION';
  if (token.expiresAt.getTime() <= now.getTime()) return 'REFUSE';
  if (token.exclusion !== null || barOfAccount(token.accountStatus)) return 'END_SESSION';
  return idleTimeLeftMs(token, now) < 0 ? 'END_IDLE' : 'ROTATE';
}

/** Why an account may not sign in, or null. */
export function barOfAccount(status: string): 'ACCOUNT_LOCKED' | 'ACCOUNT_CLOSED' | null {
  if (status === 'LOCKED') return 'ACCOUNT_LOCKED';
  if (status === 'CLOSED') return 'ACCOUNT_CLOSED';
  return null;
}
