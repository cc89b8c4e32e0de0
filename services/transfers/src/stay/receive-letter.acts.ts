import { procedureStarted } from '@dang/reference/procedure-starts';
import { chainOf } from '@dang/reference/units';
import { type Refusal, refuse } from '@dang/service/refusal';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, ActInput } from '../dossier/acting.ts';
import { openBox } from '../dossier/dossier.facts.ts';
import { isBranchType } from '../letter/chain.rules.ts';
import { newBoxes } from '../letter/letter.rules.ts';
import { endsOf } from '../letter/letter-ends.ts';

interface ReceiveInput extends ActInput {
  readonly assignBranchId?: string | null;
}

/** The committee at the place of the stay has the letter, and says which of its branches takes the member: another than was asked for, if it wants. */
export const receiveStayLetter = actOnTransfer(
  'receiveStayLetter',
  'RECEIVE_LETTER',
  async (act, { assignBranchId = null }: ReceiveInput) => {
    const { dossier } = act;
    if (assignBranchId === null || assignBranchId === dossier.destinationBranchId) return {};
    const refusal = await refuseAssignment(act, assignBranchId);
    if (refusal) return refusal;
    dossier.destinationBranchId = assignBranchId;
    await readdressBoxes(act);
    return {};
  },
);

/** Why the committee cannot give the member to this branch: it must be one of its own, open, not the origin, and work by this procedure. */
async function refuseAssignment(
  { em, dossier, facts, today }: Act,
  branchId: string,
): Promise<Refusal | null> {
  const field = 'assignBranchId';
  const committeeId = openBox(facts)?.actingUnitId;
  const path = await chainOf(em, branchId);
  const branch = path.at(-1);
  if (branch === undefined || !path.some(({ id }) => id === committeeId))
    return refuse('UNIT_NOT_FOUND', { field });
  if (!isBranchType(branch.type)) return refuse('DESTINATION_NOT_A_BRANCH', { field });
  if (branch.validTo !== null && branch.validTo <= today) return refuse('UNIT_ENDED', { field });
  if (branchId === dossier.originBranchId) return refuse('DESTINATION_IS_ORIGIN', { field });
  const runs = await procedureStarted(em, 'TEMPORARY_TRANSFER', branchId, today);
  return runs ? null : refuse('PROCEDURE_NOT_STARTED', { field });
}

/** The boxes that nobody has signed follow the branch. */
async function readdressBoxes({ em, context, dossier, facts }: Act): Promise<void> {
  const open = openBox(facts)?.index;
  if (open === undefined || dossier.letterId === null)
    throw new Error(`the letter of ${dossier.number} is not on its way`);
  const ends = await endsOf(em, dossier, context.environment.PROVINCE_CODE);
  const rows = newBoxes(ends).filter(({ index }) => index >= open);
  await em.execute(
    `update letter_box b set unit_id = row."unitId", to_unit_id = row."toUnitId", addressee = row.addressee
     from jsonb_to_recordset(?::jsonb) as row(index smallint, "unitId" uuid, "toUnitId" uuid, addressee text)
     where b.letter_id = ? and b.box_index = row.index`,
    [JSON.stringify(rows), dossier.letterId],
  );
}
