import { BoxSigned } from '@dang/events/contracts/transfers/box-signed';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Act } from '../dossier/act.ts';
import { recordFact } from '../dossier/dossier.events.ts';
import { originOf } from '../dossier/dossier.facts.ts';
import type { RegisterNumber } from '../register/register.ts';
import { enterIntoRegister } from '../register/register.ts';
import { directionOf, layoutOf } from './layout.ts';
import { getLetter } from './letter.reads.ts';

/** A box that its unit signs now. */
export interface BoxToSign {
  readonly letterId: string;
  readonly index: number;
  readonly unitId: string;
  readonly content: string;
  readonly comment?: string | null;
}

/** Signs a box in the actor's name: takes the number of the unit's register, writes what the box says, tells `BoxSigned`. */
export async function signBox(act: Act, box: BoxToSign): Promise<RegisterNumber> {
  const { em, actor, context, dossier, today } = act;
  const { letterId, index, unitId } = box;
  const entry = await enterIntoRegister(em, {
    letterId,
    index,
    unitId,
    direction: directionOf(layoutOf(dossier.kind), index),
    day: today,
  });
  await em.execute(
    `update letter_box set status = 'SIGNED', content = ?, comment = coalesce(?, comment), signed_by_member_id = ?,
       signed_by_name = ?, signed_by_title = ?, signed_at = ?
     where letter_id = ? and box_index = ?`,
    [
      box.content,
      box.comment?.trim() || null,
      actor.memberId,
      actor.name,
      actor.capacity?.title ?? null,
      context.clock.now(),
      letterId,
      index,
    ],
  );
  const data = {
    transferId: dossier.id,
    letterId,
    index,
    unitId,
    registerNumber: `${entry.number}/${entry.year}`,
    signedOn: today,
  };
  await recordFact(em, BoxSigned, dossier, data, actor);
  return entry;
}

/** Says where a box stands now. */
export async function setBoxStatus(
  em: SqlEntityManager,
  letterId: string,
  index: number,
  status: 'PENDING' | 'NEXT' | 'RETURNED',
): Promise<void> {
  await em.execute('update letter_box set status = ? where letter_id = ? and box_index = ?', [
    status,
    letterId,
    index,
  ]);
}

/** Makes the letter in force void, if there is one: it keeps its numbers, and the origin charges dues again. */
export async function voidLetterInForce(act: Act, reason: string | null): Promise<void> {
  const { em, actor, dossier, today } = act;
  if (dossier.letterId === null) return;
  const letter = await getLetter(em, dossier.letterId);
  await em.execute(`update introduction_letter set status = 'VOID', void_reason = ? where id = ?`, [
    reason,
    letter.id,
  ]);
  await em.execute(
    `update letter_box set status = 'PENDING' where letter_id = ? and status in ('NEXT', 'RETURNED')`,
    [letter.id],
  );
  dossier.letterId = null;
  dossier.introducedOn = null;
  const { memberId, id: transferId, kind } = dossier;
  const { duesPaidThrough, id: letterId } = letter;
  const keepsDues = act.facts.stay?.duesAt === 'OFFICIAL';
  const data = {
    transferId,
    letterId,
    memberId,
    originBranchId: originOf(dossier),
    kind,
    keepsDues,
    duesPaidThrough,
    voidedOn: today,
    reason,
  };
  await recordFact(em, LetterVoided, dossier, data, actor);
}
