import { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import type { LetterRow } from '../letter/letter.row.ts';
import type { Act } from './acting.ts';
import { recordFact } from './dossier.events.ts';
import { destinationOf, originOf } from './dossier.facts.ts';

/**
 * Tells that the destination branch has admitted the member, once: as the end of a transfer within the province, or as the arrival of somebody who came
 * with a letter from outside of it, with what the registry needs to know of them.
 */
export async function tellAdmission(act: Act, { duesPaidThrough }: LetterRow): Promise<void> {
  const { em, actor, dossier, today } = act;
  if (actor.capacity === null) throw new Error('an admission without an office');
  const { title, unitId } = actor.capacity;
  const said = {
    transferId: dossier.id,
    number: dossier.number,
    memberId: dossier.memberId,
    destinationBranchId: destinationOf(dossier),
    duesPaidThrough,
    completedOn: today,
    completedBy: { memberId: actor.memberId ?? actor.accountId, name: actor.name, title, unitId },
  };
  if (dossier.originBranchId === null) {
    const arrived = { ...said, person: personOf(act), origin: dossier.originText ?? '' };
    return recordFact(em, MemberTransferredIn, dossier, arrived, actor);
  }
  const completed = {
    ...said,
    kind: 'OFFICIAL' as const,
    reason: dossier.reason ?? undefined,
    originBranchId: originOf(dossier),
  };
  return recordFact(em, TransferCompleted, dossier, completed, actor);
}

function personOf({ dossier }: Act) {
  const { number, gender, dateOfBirth } = dossier;
  if (gender === null || dateOfBirth === null) throw new Error(`dossier ${number} does not know its member`);
  const { fullName, joinDate, officialDate, cardNumberSealed, legacyCardNumber, profileNumber } = dossier;
  return {
    fullName,
    gender,
    dateOfBirth,
    joinDate,
    officialDate,
    cardNumberSealed,
    legacyCardNumber,
    profileNumber,
  };
}
