import type { ReceivedEvent } from '@dang/events/envelope';
import type { ReactionContext } from '@dang/events/reaction';
import type { NoticeKind, NoticeSubject } from './notice.kinds.ts';
import { isNews } from './tell.ts';

/** One member who is told of a thing of their own: its number, and the unit that asks. */
export type OwnTelling = {
  memberId: string;
  subject: readonly [NoticeSubject, id: string];
  number: string;
  unitId: string;
};

/**
 * Writes what one event tells many members, each of another thing, in one statement: as `tell` does, and with the same promises. A
 * member who is asked for two things at once is told of the first.
 */
export async function tellEach(
  { em, clock }: ReactionContext,
  event: Pick<ReceivedEvent, 'id' | 'time'>,
  kind: NoticeKind,
  tellings: readonly OwnTelling[],
): Promise<void> {
  if (!isNews(event)) return;
  const today = clock.today();
  const rows = tellings.map(({ subject: [subjectKind, subjectId], ...row }) => ({
    ...row,
    subjectKind,
    subjectId,
  }));
  await em.execute(
    `insert into notice (at, member_id, kind, mandatory, title, body, subject_kind, subject_id, number, event_id)
     select ?::timestamptz, member.id, ?, template.mandatory, template.title,
       replace(replace(template.body, '{number}', told.number), '{unit}', coalesce(unit.name, '—')),
       told."subjectKind", told."subjectId", told.number, ?::uuid
     from rows from (jsonb_to_recordset(?::jsonb)
       as ("memberId" uuid, "subjectKind" text, "subjectId" uuid, number text, "unitId" uuid))
       with ordinality as told ("memberId", "subjectKind", "subjectId", number, "unitId", place)
     join member on member.id = told."memberId"
     left join notice_template template on template.kind = ? and template.valid_from <= ?
       and (template.valid_to is null or template.valid_to > ?)
     left join unit_copy unit on unit.id = told."unitId"
     order by told.place
     on conflict (event_id, recipient, kind) do nothing`,
    [event.time, kind, event.id, JSON.stringify(rows), kind, today, today],
  );
}
