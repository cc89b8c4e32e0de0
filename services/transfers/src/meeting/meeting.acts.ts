import type { Refusal } from '@dang/service/refusal';
import type { Act, ActInput } from '../dossier/act.ts';
import { actOnTransfer, refuseBar } from '../dossier/act.ts';
import type { Meeting } from './meeting.rules.ts';
import { meetingBar } from './meeting.rules.ts';

/** The input of an act that records a meeting. */
export type MeetingActInput = ActInput & { readonly meeting: Meeting };

/** Keeps the minutes of one side's meeting, or refuses minutes that cannot be right. */
export async function recordMeeting(
  { em, actor, dossier, today }: Act,
  side: 'ORIGIN' | 'DESTINATION',
  meeting: Meeting,
  notBefore: string,
): Promise<Refusal | null> {
  const bar = meetingBar(meeting, { notBefore, today });
  if (bar) return refuseBar(bar);
  await em.execute(
    `insert into branch_meeting (dossier_id, side, date, present, total_members, conclusion, recorded_by_name)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      dossier.id,
      side,
      meeting.date,
      meeting.present,
      meeting.totalMembers,
      meeting.conclusion.trim(),
      actor.name,
    ],
  );
  return null;
}

/** The origin branch has reviewed the member. A paper case is often entered after the meeting, so its decision is the limit. */
export const recordReviewMeeting = actOnTransfer(
  'recordReviewMeeting',
  'RECORD_REVIEW_MEETING',
  async (act, { meeting }: MeetingActInput) => {
    const { channel, requestedOn, decisionDate } = act.dossier;
    const notBefore = channel === 'ONLINE' ? requestedOn : (decisionDate ?? requestedOn);
    const refusal = await recordMeeting(act, 'ORIGIN', meeting, notBefore);
    return refusal ?? { reason: meeting.conclusion.trim() };
  },
);
