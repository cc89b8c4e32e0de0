import { loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import type { Resolvers } from '../generated/graph.ts';
import { recordReviewMeeting } from './meeting.acts.ts';
import type { Meeting } from './meeting.rules.ts';

/** Votes are null of a meeting that was recorded before they were asked for. */
interface MeetingRow extends Omit<Meeting, 'votesFor' | 'votesAgainst'> {
  readonly dossierId: string;
  readonly side: 'ORIGIN' | 'DESTINATION';
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly recordedByName: string;
  /** Of each side the latest does. */
  readonly counts: boolean;
}

async function findMeetings(
  em: SqlEntityManager,
  dossierIds: readonly string[],
): Promise<Map<string, MeetingRow[]>> {
  const rows: MeetingRow[] = await em.execute(
    `select dossier_id as "dossierId", side, date, present, total_members as "totalMembers", votes_for as "votesFor",
       votes_against as "votesAgainst", conclusion, recorded_by_name as "recordedByName",
       row_number() over (partition by dossier_id, side order by id desc) = 1 as counts
     from branch_meeting where dossier_id = any(array[?]::uuid[]) order by id`,
    [dossierIds],
  );
  return Map.groupBy(rows, (row) => row.dossierId);
}

/** The meetings of both branches. */
export const meetingResolvers: Resolvers = {
  Mutation: { recordReviewMeeting },
  Transfer: {
    meetings: (dossier: DossierRow, _, context) =>
      loaderOf<string, MeetingRow[]>(context, 'meetings', async (ids) => {
        const meetings = await findMeetings(context.em, ids);
        return ids.map((id) => meetings.get(id) ?? []);
      }).load(dossier.id),
  },
};
