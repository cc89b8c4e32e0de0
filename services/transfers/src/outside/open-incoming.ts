import { workingCalendar } from '@dang/reference/calendar';
import type { ServiceEnvironment } from '@dang/service/environment';
import { isRefusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { dueOnOf } from '../dossier/deadlines.rules.ts';
import { TransferDossier } from '../dossier/dossier.entity.ts';
import type { TransferReason } from '../dossier/dossier.row.ts';
import { takeDossierNumber } from '../dossier/open-dossier.ts';
import { layoutOf } from '../letter/layout.ts';
import { keptCard } from './person.rows.ts';
import type { Person } from './person.rules.ts';

/** A box that was filled outside of this system. */
export interface OutsideBox {
  readonly index: number;
  readonly unitName: string | null;
  readonly addressee: string | null;
  readonly content: string | null;
  readonly comment: string | null;
  readonly correction: string | null;
  readonly signedByName: string | null;
  readonly signedByTitle: string | null;
  readonly signedAt: string | null;
}

/** A letter that was written outside of this system, for somebody who comes for good. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface IncomingLetter {
  readonly channel: 'ONLINE' | 'PAPER' | 'POST';
  readonly reason: TransferReason;
  readonly memberId: string;
  readonly person: Person;
  readonly originText: string;
  readonly destinationBranchId: string;
  readonly decision: {
    readonly number: string;
    readonly date: string;
    readonly issuer: string;
    readonly effectiveDate: string;
  };
  readonly lateReason: string | null;
  readonly letter: {
    /** As it is written on the letter. */
    readonly number: string;
    readonly issuedOn: string;
    readonly duesPaidThrough: string;
    /** The boxes that were filled; the others of the two sides were not needed. */
    readonly boxes: readonly OutsideBox[];
  };
}

/** Opens a dossier at `INCOMING_PAPER` for a letter from outside; the letter's last box, the destination branch's own, is the next. */
export async function openIncoming(
  em: SqlEntityManager,
  {
    environment,
    now,
    today,
  }: { environment: Pick<ServiceEnvironment, 'PROVINCE_KEY'> | null; now: Date; today: string },
  incoming: IncomingLetter,
): Promise<TransferDossier> {
  const { destinationBranchId, person, decision, letter } = incoming;
  const number = await takeDossierNumber(em, 'OFFICIAL', destinationBranchId, today);
  if (isRefusal(number)) throw new Error(`branch ${destinationBranchId} is not among the copies`);
  const { card, ...subject } = person;
  const dossier = em.create(TransferDossier, {
    number,
    kind: 'OFFICIAL',
    status: 'INCOMING_PAPER',
    channel: incoming.channel,
    reason: incoming.reason,
    version: 1,
    memberId: incoming.memberId,
    ...subject,
    ...keptCard(environment, card),
    originBranchId: null,
    originText: incoming.originText,
    destinationBranchId,
    decisionNumber: decision.number,
    decisionDate: decision.date,
    decisionIssuer: decision.issuer,
    effectiveDate: decision.effectiveDate,
    lateReason: incoming.lateReason,
    supplementNote: null,
    requestedAt: now,
    requestedOn: today,
    letterId: null,
    introducedOn: letter.issuedOn,
    sentAt: now,
    presentedOn: null,
    waitingUnitId: destinationBranchId,
    dueOn: null,
    closedOn: null,
  });
  dossier.dueOn = dueOnOf(await workingCalendar(em), dossier);
  await em.persist(dossier).flush();
  await writeIncomingLetter(em, dossier, letter);
  await em.flush();
  return dossier;
}

/** The letter of an incoming dossier, in the place of the one before, if there was one. */
export async function writeIncomingLetter(
  em: SqlEntityManager,
  dossier: TransferDossier,
  letter: IncomingLetter['letter'],
): Promise<void> {
  await em.execute(
    `update introduction_letter set status = 'VOID' where dossier_id = ? and status <> 'VOID'`,
    [dossier.id],
  );
  await em.execute(`update letter_box set status = 'PENDING' where status = 'NEXT' and letter_id = ?`, [
    dossier.letterId,
  ]);
  const [made]: { id: string }[] = await em.execute(
    `insert into introduction_letter (dossier_id, type, status, number, register_year, issued_on, dues_paid_through, outside_number,
       replaces_letter_id)
     values (?, 'TEN_BOX', 'ISSUED', ?, ?, ?, ?, ?, ?) returning id`,
    [
      dossier.id,
      firstNumberIn(letter.number),
      Number(letter.issuedOn.slice(0, 4)),
      letter.issuedOn,
      letter.duesPaidThrough,
      letter.number,
      dossier.letterId,
    ],
  );
  dossier.letterId = made?.id as string;
  await em.execute(
    `insert into letter_box (letter_id, box_index, status, unit_id, unit_name, addressee, content, comment, correction, signed_by_name,
       signed_by_title, signed_at)
     select ?, box.index, box.status, box."unitId", box."unitName", box.addressee, box.content, box.comment, box.correction,
       box."signedByName", box."signedByTitle", box."signedAt"
     from jsonb_to_recordset(?::jsonb) as box(index smallint, status text, "unitId" uuid, "unitName" text, addressee text, content text,
       comment text, correction text, "signedByName" text, "signedByTitle" text, "signedAt" timestamptz)`,
    [dossier.letterId, JSON.stringify(boxesOf(dossier, letter.boxes))],
  );
}

function boxesOf({ kind, destinationBranchId }: TransferDossier, filled: readonly OutsideBox[]) {
  const { boxes, arrival } = layoutOf(kind);
  return Array.from({ length: boxes }, (_, at) => {
    const index = at + 1;
    if (index === arrival) return { index, status: 'NEXT', unitId: destinationBranchId };
    const box = filled.find((one) => one.index === index);
    return box ? { ...box, status: 'OUTSIDE' } : { index, status: 'CROSSED_OUT' };
  });
}

/** What the number of a letter begins with, `15` of `15-GT/ĐU`; 0 when there are no digits. */
const firstNumberIn = (text: string): number => Number(/\d{1,8}/.exec(text)?.[0] ?? 0);
