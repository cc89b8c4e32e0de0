import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, ActInput } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { destinationOf, originOf } from '../dossier/dossier.facts.ts';
import { attachToTransfer } from '../file/transfer-files.ts';
import type { Meeting, Voter } from './meeting.rules.ts';
import { meetingBar, voterBar } from './meeting.rules.ts';

/** A meeting as it is entered, with who voted, as far as they are named, and its minutes. */
export interface MeetingInput extends Meeting {
  readonly voterIds?: readonly string[];
  readonly minutesIds?: readonly string[];
}

/** The input of an act that records a meeting. */
export type MeetingActInput = ActInput & { readonly meeting: MeetingInput };

type Side = 'ORIGIN' | 'DESTINATION';

const findVoters = (em: SqlEntityManager, ids: readonly string[]): Promise<Voter[]> =>
  em.execute(
    `select m.id as "memberId", p.branch_id as "branchId", m.status, m.official_date as "officialDate"
     from member_copy m join placement_copy p on p.member_id = m.id where m.id = any(array[?]::uuid[])`,
    [ids],
  );

/** Refuses minutes of one side's meeting that cannot be right, and voters who have no vote there; reads only. */
export async function refuseMeeting(
  { em, dossier, today }: Act,
  side: Side,
  meeting: MeetingInput,
  notBefore: string,
): Promise<Refusal | null> {
  const bar = meetingBar(meeting, { notBefore, today, carried: side === 'DESTINATION' });
  if (bar) return refuseBar(bar);
  const { voterIds = [] } = meeting;
  if (voterIds.length === 0) return null;
  const branchId = side === 'ORIGIN' ? originOf(dossier) : destinationOf(dossier);
  const about = { branchId, applicantId: dossier.memberId };
  // more names than votes are refused before anybody is looked up
  const nameless = voterBar(voterIds, [], meeting, about);
  if (nameless !== null && nameless.code !== 'NO_VOTE_RIGHT') return refuseBar(nameless);
  const voting = voterBar(voterIds, await findVoters(em, voterIds), meeting, about);
  return voting && refuseBar(voting);
}

/** Keeps the minutes of one side's meeting, or refuses what `refuseMeeting` does and files that are not there. Who voted is looked at, not kept. */
export async function recordMeeting(
  act: Act,
  side: Side,
  meeting: MeetingInput,
  notBefore: string,
): Promise<Refusal | null> {
  const { em, actor, context, dossier } = act;
  const refusal = await refuseMeeting(act, side, meeting, notBefore);
  if (refusal) return refusal;
  await em.execute(
    `insert into branch_meeting (dossier_id, side, date, present, total_members, votes_for, votes_against, conclusion,
       recorded_by_name, recorded_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      dossier.id,
      side,
      meeting.date,
      meeting.present,
      meeting.totalMembers,
      meeting.votesFor,
      meeting.votesAgainst,
      meeting.conclusion.trim(),
      actor.name,
      context.clock.now(),
    ],
  );
  return attachToTransfer(em, actor, dossier.id, meeting.minutesIds, 'meeting.minutesIds', 'MINUTES');
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
