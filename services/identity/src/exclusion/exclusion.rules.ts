/** Why the procedures are not applied to somebody, as a refusal code; "other cases under current rules" share one. */
export type ExclusionCode = 'EXCLUDED_FORCE' | 'EXCLUDED_SUSPENDED' | 'EXCLUDED_CONVICTED' | 'EXCLUDED_OTHER';

/** A reason as stored: whom it excludes is known by one mark, a status or a force. */
export type ExclusionReason = {
  code: ExclusionCode;
  label: string;
  memberStatus: string | null;
  forceCategory: string | null;
  from: string;
  to: string | null;
};

/** Why this person may not use the procedures at all (domain 1.4); null: nothing stands in the way. A force goes first. */
export function exclusionIn(
  reasons: readonly ExclusionReason[],
  member: { status: string; forceCategory: string },
): ExclusionCode | null {
  const byForce = reasons.find(({ forceCategory }) => forceCategory === member.forceCategory);
  const byStatus = reasons.find(({ memberStatus }) => memberStatus === member.status);
  return (byForce ?? byStatus)?.code ?? null;
}
