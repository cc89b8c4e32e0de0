import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TemporaryStayStarted } from '@dang/events/contracts/transfers/temporary-stay-started';
import { TransferReturned } from '@dang/events/contracts/transfers/transfer-returned';
import type { EventActor } from '@dang/events/envelope';
import { chainOf } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TransferDossier } from '../dossier/dossier.entity.ts';
import { recordFact, stepOf } from '../dossier/dossier.events.ts';
import { originOf } from '../dossier/dossier.facts.ts';
import { layoutOf } from '../letter/layout.ts';
import { findBoxes, getLetter } from '../letter/letter.reads.ts';
import { destinationName } from '../letter/letter-ends.ts';
import { setBoxStatus } from '../letter/sign-box.ts';
import type { StayRow } from '../stay/stay.rows.ts';

/** A dossier of ours whose letter lies outside of the system, while an answer to it is taken in; `actor` is who entered it, or nobody. */
export interface Answering {
  readonly em: SqlEntityManager;
  readonly dossier: TransferDossier;
  readonly stay: StayRow | null;
  readonly actor: EventActor | null;
}

/** Who received the member, as events say it. Outside of our registry nobody has an id. */
interface Receiver {
  readonly memberId: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
}

/**
 * The place outside has received the member on this day (`YYYY-MM-DD`): for good, so that the member has left this province's system, or for
 * a stay, which begins.
 */
export async function takeReceipt(answering: Answering, on: string, by: Receiver): Promise<void> {
  const { em, dossier, stay, actor } = answering;
  const { duesPaidThrough, id: letterId } = await letterOf(answering);
  // with the answer the letter was presented: its term has ended there
  dossier.presentedOn = on;
  if (dossier.kind === 'OFFICIAL') {
    await em.execute(`update introduction_letter set status = 'CLOSED' where id = ?`, [letterId]);
    const destination = await destinationIn(em, dossier);
    const left = { ...placesOf(dossier), destination, duesPaidThrough, leftOn: on };
    return recordFact(em, MemberTransferredOut, dossier, left, actor);
  }
  if (stay === null) throw new Error(`dossier ${dossier.number} has no stay`);
  await em.execute('update temporary_stay set started_on = ?, dues_paid_through = ? where dossier_id = ?', [
    on,
    duesPaidThrough,
    dossier.id,
  ]);
  const { through, duesAt } = stay;
  const started = { ...placesOf(dossier), startedOn: on, through, duesPaidThrough, duesAt, startedBy: by };
  return recordFact(em, TemporaryStayStarted, dossier, started, actor);
}

/** The place outside has sent the letter back; it keeps its place, so that it can be sent again. */
export const takeReturn = ({ em, dossier, actor }: Answering, reason: string): Promise<void> =>
  recordFact(em, TransferReturned, dossier, stepOf(dossier, reason), actor);

/** What the branch outside wrote when a stay ended. Days are `YYYY-MM-DD`, `duesPaidThrough` is `YYYY-MM`. */
interface StayComment {
  readonly on: string;
  readonly comment: string;
  readonly name: string;
  readonly title: string | null;
  readonly duesPaidThrough: string;
}

/** The letter of a stay has come back with the comment: the origin's own boxes are next. */
export async function takeStayComment(answering: Answering, given: StayComment): Promise<void> {
  const { em, dossier } = answering;
  const { on, comment, name, title, duesPaidThrough } = given;
  await em.execute(
    `update temporary_stay set comment = ?, commented_on = ?, commented_by_name = ?, commented_by_title = ?, returned_through = ?
     where dossier_id = ?`,
    [comment, on, name, title, duesPaidThrough, dossier.id],
  );
  const { id: letterId } = await letterOf(answering);
  const boxes = (await findBoxes(em, [letterId])).get(letterId) ?? [];
  const next = boxes.find(
    ({ index, crossedOut }) => !crossedOut && index > (layoutOf(dossier.kind).comment ?? 0) + 1,
  );
  if (next === undefined) throw new Error(`the letter of dossier ${dossier.number} has no way back`);
  await setBoxStatus(em, letterId, next.index, 'NEXT');
}

async function letterOf({ em, dossier }: Answering) {
  if (dossier.letterId === null) throw new Error(`dossier ${dossier.number} went out without a letter`);
  return getLetter(em, dossier.letterId);
}

const placesOf = (dossier: TransferDossier) => ({
  transferId: dossier.id,
  number: dossier.number,
  memberId: dossier.memberId,
  originBranchId: originOf(dossier),
  destinationBranchId: dossier.destinationBranchId,
});

async function destinationIn(
  em: SqlEntityManager,
  { destinationBranchId, destinationText }: TransferDossier,
): Promise<string> {
  const destination = destinationBranchId === null ? null : await chainOf(em, destinationBranchId);
  return destinationName({ destination, destinationText });
}
