import type { Bar } from '../dossier/bar.ts';

/** A branch meeting as it is typed. The day is `YYYY-MM-DD`. */
export interface Meeting {
  readonly date: string;
  readonly present: number;
  readonly totalMembers: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly conclusion: string;
}

/**
 * Why these minutes cannot be right, or null: a day outside of `notBefore`..`today`, more present than members, more votes than
 * present, no conclusion; a vote that was not carried, where it had to be.
 */
export function meetingBar(
  meeting: Meeting,
  { notBefore, today, carried = false }: { notBefore: string; today: string; carried?: boolean },
): Bar | null {
  const wrong = (field: keyof Meeting): Bar => ({ code: 'INVALID_INPUT', field: `meeting.${field}` });
  const { date, present, totalMembers, votesFor, votesAgainst, conclusion } = meeting;
  if (date > today || date < notBefore) return wrong('date');
  if (totalMembers < 1 || totalMembers > 100_000) return wrong('totalMembers');
  if (present < 1 || present > totalMembers) return wrong('present');
  if (votesFor < 0 || votesFor > present || (carried && votesFor <= votesAgainst)) return wrong('votesFor');
  if (votesAgainst < 0 || votesFor + votesAgainst > present) return wrong('votesAgainst');
  if (conclusion.trim() === '' || conclusion.length > 5000) return wrong('conclusion');
  return null;
}

/** Somebody who is named as having voted, as this service knows them on the day of the meeting. */
export interface Voter {
  readonly memberId: string;
  /** The branch to which they belong for good; where they only stay for a time they have no vote. */
  readonly branchId: string | null;
  readonly status: string;
  readonly officialDate: string | null;
}

/** Members in good standing, wherever they stay for a time. */
const voting = new Set([
  'ACTIVE',
  'ACTIVE_TEMP_AWAY',
  'EXEMPT_ACTIVITY',
  'TEMP_EXEMPT_ACTIVITY',
  'UNDER_INSPECTION',
]);

/**
 * Why these people cannot have voted in this branch, or null: more names than votes, or one twice; the member on whom it was decided
 * (OWN_CASE); a probationary or temporary member, or one of another branch (NO_VOTE_RIGHT; 24-QĐ/TW, T77). `known` are those whom
 * we have heard of.
 */
export function voterBar(
  voterIds: readonly string[],
  known: readonly Voter[],
  meeting: Pick<Meeting, 'votesFor' | 'votesAgainst' | 'date'>,
  { branchId, applicantId }: { branchId: string; applicantId: string },
): Bar | null {
  const field = 'meeting.voterIds';
  const ids = new Set(voterIds.map((id) => id.toLowerCase()));
  if (ids.size < voterIds.length || ids.size > meeting.votesFor + meeting.votesAgainst)
    return { code: 'INVALID_INPUT', field };
  if (ids.has(applicantId)) return { code: 'OWN_CASE', field };
  const entitled = known.filter(
    (one) =>
      one.branchId === branchId &&
      one.officialDate !== null &&
      one.officialDate <= meeting.date &&
      voting.has(one.status),
  );
  return entitled.length === ids.size ? null : { code: 'NO_VOTE_RIGHT', field };
}
