import { StayConversionDecided } from '@dang/events/contracts/transfers/stay-conversion-decided';
import { StayExtensionDecided } from '@dang/events/contracts/transfers/stay-extension-decided';
import { TemporaryStayEnded } from '@dang/events/contracts/transfers/temporary-stay-ended';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { stayStepOf } from '../stay/stay.events.ts';
import type { StayRow } from '../stay/stay.rows.ts';
import { type Cause, tellClosed } from './following.ts';

type Started = StayRow & { readonly startedOn: string };
interface Running {
  readonly dossier: DossierRow;
  readonly stay: Started;
}

/** Does the member take part at the destination now, or is the letter of the stay on its way back? */
export const isRunning = (stay: StayRow | undefined): stay is Started =>
  stay !== undefined && stay.startedOn !== null && stay.endedOn === null;

const later = (one: string, other: string | null) => (other !== null && other > one ? other : one);

/**
 * Ends stays whose two branches have become one, however many, in a handful of statements: the member is at home again, without the comment and
 * the boxes of the way back. What they asked for and nobody has decided yet, a longer term or to stay for good, is answered by the same reason.
 * Dues of this month are the destination's still, where they were before.
 */
export async function endStays(
  em: SqlEntityManager,
  running: readonly Running[],
  cause: Cause,
): Promise<void> {
  if (running.length === 0) return;
  const { today, actor } = cause;
  const ended = running.map(({ dossier, stay }) => ({
    dossier,
    stay,
    endedOn: later(today, stay.startedOn),
    duesPaidThrough: stay.returnedThrough ?? later(today.slice(0, 7), stay.duesPaidThrough),
  }));
  const ids = ended.map(({ dossier }) => dossier.id);
  await answerWhatIsAsked(em, running, cause);
  await em.execute(
    `update temporary_stay s set ended_on = row."endedOn", returned_through = row."duesPaidThrough"
     from jsonb_to_recordset(?::jsonb) as row(id uuid, "endedOn" date, "duesPaidThrough" text) where s.dossier_id = row.id`,
    [
      JSON.stringify(
        ended.map(({ dossier: { id }, endedOn, duesPaidThrough }) => ({ id, endedOn, duesPaidThrough })),
      ),
    ],
  );
  await em.execute(
    `with closed as (
       update transfer_dossier set status = 'COMPLETED', closed_on = ?, waiting_unit_id = null, due_on = null, version = version + 1
       where id = any(array[?]::uuid[]) returning letter_id as id
     ),
     letters as (update introduction_letter l set status = 'CLOSED' from closed where l.id = closed.id returning l.id)
     update letter_box b set status = 'PENDING' from letters where b.letter_id = letters.id and b.status in ('NEXT', 'RETURNED')`,
    [today, ids],
  );
  await recordEvents(
    em,
    TemporaryStayEnded,
    ended.map(({ dossier, stay, endedOn, duesPaidThrough }) => {
      const step = stayStepOf(dossier);
      const { startedOn, duesAt } = stay;
      const data = { ...step, startedOn, endedOn, outcome: 'RETURNED' as const, duesPaidThrough, duesAt };
      return { aggregateId: dossier.id, data };
    }),
    { actor },
  );
  await tellClosed(
    em,
    running.map(({ dossier }) => dossier),
    'COMPLETED',
    cause,
  );
}

async function answerWhatIsAsked(
  em: SqlEntityManager,
  running: readonly Running[],
  { today, reason, actor }: Cause,
): Promise<void> {
  const byId = new Map(running.map((one) => [one.dossier.id, one]));
  const refuseIn = async (table: 'stay_extension' | 'stay_conversion', answer: 'granted' | 'agreed') => {
    const rows: { id: string }[] = await em.execute(
      `update ${table} set ${answer} = false, decided_on = ?, decision_reason = ?
       where ${answer} is null and dossier_id = any(array[?]::uuid[]) returning dossier_id as id`,
      [today, reason, [...byId.keys()]],
    );
    return rows
      .flatMap(({ id }) => byId.get(id) ?? [])
      .map(({ dossier, stay: { through } }) => ({ step: { ...stayStepOf(dossier), reason }, through }));
  };
  const extensions = (await refuseIn('stay_extension', 'granted')).map(({ step, through }) => ({
    aggregateId: step.transferId,
    data: { ...step, granted: false, through },
  }));
  await recordEvents(em, StayExtensionDecided, extensions, { actor });
  const conversions = (await refuseIn('stay_conversion', 'agreed')).map(({ step }) => ({
    aggregateId: step.transferId,
    data: { ...step, agreed: false, officialTransferId: null },
  }));
  await recordEvents(em, StayConversionDecided, conversions, { actor });
}
