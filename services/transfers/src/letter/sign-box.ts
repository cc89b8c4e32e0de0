import { recordSignature } from '@dang/documents/signing/sign-document';
import { BoxSigned } from '@dang/events/contracts/transfers/box-signed';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Act } from '../dossier/acting.ts';
import { recordFact } from '../dossier/dossier.events.ts';
import { originOf } from '../dossier/dossier.facts.ts';
import { isFinal } from '../dossier/workflows.ts';
import type { RegisterNumber } from '../register/register.ts';
import { enterIntoRegister } from '../register/register.ts';
import { type BoxPlan, isSamePlan } from './box-plan.ts';
import { directionOf, FIRST_BOX, layoutOf } from './layout.ts';
import { getLetter } from './letter.reads.ts';
import { type PreparedBox, SignedOtherwise } from './prepared-box.ts';

/**
 * Signs a box in the actor's name: takes the number of the unit's register, writes what the box says, records the signature that was prepared for
 * it, tells `BoxSigned`.
 * @throws SignedOtherwise when the prepared letter says something else, or names another number
 */
export async function signBox(act: Act, box: BoxPlan): Promise<RegisterNumber> {
  const { em, actor, context, dossier, today, prepared } = act;
  const { letterId, index, unitId } = box;
  const entry = await enterIntoRegister(em, {
    letterId,
    index,
    unitId,
    direction: directionOf(layoutOf(dossier.kind), index),
    day: today,
  });
  if (prepared && !isAsPrepared(prepared, box, entry)) throw new SignedOtherwise(letterId);
  const signatureId = prepared && (await recordSignature(em, prepared, { chain: true }));
  await em.execute(
    `update letter_box set status = 'SIGNED', content = ?, comment = coalesce(?, comment), signed_by_member_id = ?,
       signed_by_name = ?, signed_by_title = ?, signed_at = ?, signature_id = ?
     where letter_id = ? and box_index = ?`,
    [
      box.content,
      box.comment?.trim() || null,
      actor.memberId,
      actor.name,
      actor.capacity?.title ?? null,
      prepared?.signedAt ?? context.clock.now(),
      signatureId,
      letterId,
      index,
    ],
  );
  if (index === FIRST_BOX && !box.letter) await renumber(em, letterId, entry);
  const data = {
    transferId: dossier.id,
    letterId,
    index,
    unitId,
    registerNumber: `${entry.number}/${entry.year}`,
    signedOn: today,
    ...(prepared && { documentSha256: prepared.kept.sha256.toString('hex') }),
  };
  await recordFact(em, BoxSigned, dossier, data, actor);
  return entry;
}

/** The number of a letter is that of its first box: another, once the unit that goes on in the place of the branch signs it again. */
async function renumber(
  em: SqlEntityManager,
  letterId: string,
  { number, year }: RegisterNumber,
): Promise<void> {
  await em.execute('update introduction_letter set number = ?, register_year = ? where id = ?', [
    number,
    year,
    letterId,
  ]);
}

/**
 * Writes the one correction of a signed box in the actor's name, and records the signature that was prepared for it: the next PDF of the letter's chain.
 * @throws SignedOtherwise when the prepared letter says something else
 */
export async function correctBox(act: Act, plan: BoxPlan & { readonly correction: string }): Promise<void> {
  const { em, actor, context, prepared } = act;
  if (prepared && !isSamePlan(prepared.plan, plan)) throw new SignedOtherwise(plan.letterId);
  const signatureId = prepared && (await recordSignature(em, prepared, { chain: true }));
  await em.execute(
    `update letter_box set correction = ?, corrected_by_name = ?, corrected_by_title = ?, corrected_at = ?, correction_signature_id = ?
     where letter_id = ? and box_index = ?`,
    [
      plan.correction,
      actor.name,
      actor.capacity?.title ?? null,
      prepared?.signedAt ?? context.clock.now(),
      signatureId,
      plan.letterId,
      plan.index,
    ],
  );
}

const isAsPrepared = ({ plan, number }: PreparedBox, box: BoxPlan, entry: RegisterNumber): boolean =>
  isSamePlan(plan, box) && number.number === entry.number && number.year === entry.year;

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
  // who begins again has nothing on its way to the destination; one that ends stays to be seen where it was sent
  if (!isFinal(dossier.kind, act.to)) dossier.sentAt = null;
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
