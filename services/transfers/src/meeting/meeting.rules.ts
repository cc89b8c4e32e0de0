import type { Bar } from '../dossier/request.rules.ts';

/** A branch meeting as it is typed. The day is `YYYY-MM-DD`. */
export interface Meeting {
  readonly date: string;
  readonly present: number;
  readonly totalMembers: number;
  readonly conclusion: string;
}

/** Why these minutes cannot be right, or null: a day outside of `notBefore`..`today`, more present than members, no conclusion. */
export function meetingBar(
  meeting: Meeting,
  { notBefore, today }: { notBefore: string; today: string },
): Bar | null {
  const wrong = (field: keyof Meeting): Bar => ({ code: 'INVALID_INPUT', field: `meeting.${field}` });
  if (meeting.date > today || meeting.date < notBefore) return wrong('date');
  if (meeting.totalMembers < 1 || meeting.totalMembers > 100_000) return wrong('totalMembers');
  if (meeting.present < 1 || meeting.present > meeting.totalMembers) return wrong('present');
  if (meeting.conclusion.trim() === '' || meeting.conclusion.length > 5000) return wrong('conclusion');
  return null;
}
