/** How long a refresh token may lie unused: thirty days. */
export const REFRESH_TOKEN_TTL_MS = 30 * 24 * 3_600_000;

/** A refresh token as it is stored (only its hash), with the session and the account it belongs to. */
export type StoredToken = {
  usedAt: Date | null;
  expiresAt: Date;
  sessionEndedAt: Date | null;
  accountStatus: string;
  /** Why the member may not use the procedures at all, as the registry says now; null for everybody else. */
  exclusion: string | null;
};

export type RefreshOutcome = 'ROTATE' | 'END_SESSION' | 'REFUSE';

/**
 * What presenting a refresh token leads to. A token that was already used means that somebody else has a copy: the session
 * ends for both. An unknown, expired or ended one is refused without a word about which it was.
 */
export function refreshOutcome(token: StoredToken | null, now: Date): RefreshOutcome {
  if (!token || token.sessionEndedAt !== null) return 'REFUSE';
  if (token.usedAt !== null) return 'END_SESSION';
  if (token.expiresAt.getTime() <= now.getTime()) return 'REFUSE';
  if (token.exclusion !== null || barOfAccount(token.accountStatus)) return 'END_SESSION';
  return 'ROTATE';
}

/** Why an account may not sign in, or null. */
export function barOfAccount(status: string): 'ACCOUNT_LOCKED' | 'ACCOUNT_CLOSED' | null {
  if (status === 'LOCKED') return 'ACCOUNT_LOCKED';
  if (status === 'CLOSED') return 'ACCOUNT_CLOSED';
  return null;
}
