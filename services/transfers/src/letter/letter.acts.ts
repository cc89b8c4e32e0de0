import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Act, ActInput } from '../dossier/act.ts';
import { actOnTransfer } from '../dossier/act.ts';
import { recordFact } from '../dossier/dossier.events.ts';
import { openBox, originOf } from '../dossier/dossier.facts.ts';
import { enterIntoRegister } from '../register/register.ts';
import { boxAfter, boxBefore } from './chain.rules.ts';
import { FIRST_BOX } from './layout.ts';
import type { BoxRow } from './letter.row.ts';
import type { NewBox } from './letter.rules.ts';
import { boxContent, firstBoxContent, newBoxes, purposeOf, stateAfterBox } from './letter.rules.ts';
import { destinationName, endsOf } from './letter-ends.ts';
import { setBoxStatus, signBox, voidLetterInForce } from './sign-box.ts';

const COMMENT_LIMIT = 2000;

/** The box that the table just said may be signed or returned. */
function boxInTurn({ facts }: Act): BoxRow & { unitId: string } {
  const box = openBox(facts);
  if (box?.unitId == null) throw new Error(`dossier ${facts.dossier.number} has no box in turn`);
  return { ...box, unitId: box.unitId };
}

/**
 * Issues the letter: the chain of today's tree, box 1 signed, dues named as paid to the end of the month of today. The number of
 * the letter is box 1's number in the branch's own register.
 */
export const issueLetter = actOnTransfer('issueLetter', 'ISSUE_LETTER', async (act) => {
  const { em, actor, context, dossier, facts, today } = act;
  const ends = await endsOf(em, dossier, context.environment.PROVINCE_CODE);
  const boxes = newBoxes(ends);
  const duesPaidThrough = context.clock.month();
  const letterId = await insertLetter(act, boxes, duesPaidThrough);
  const purpose = purposeOf(
    destinationName(ends),
    facts.stay && { from: facts.stay.from, through: facts.stay.through },
  );
  const content = firstBoxContent(dossier, { duesPaidThrough, purpose });
  const originBranchId = originOf(dossier);
  await signBox(act, { letterId, index: FIRST_BOX, unitId: originBranchId, content });
  const next = boxAfter(boxes, FIRST_BOX);
  if (next) await setBoxStatus(em, letterId, next.index, 'NEXT');
  dossier.letterId = letterId;
  dossier.introducedOn = today;
  const to = stateAfterBox(boxes, FIRST_BOX);
  if (to !== 'IN_ORIGIN_CHAIN') dossier.sentAt = context.clock.now();
  const { id: transferId, memberId, kind } = dossier;
  const keepsDues = facts.stay?.duesAt === 'OFFICIAL';
  const data = {
    transferId,
    letterId,
    memberId,
    originBranchId,
    kind,
    keepsDues,
    duesPaidThrough,
    issuedOn: today,
  };
  await recordFact(em, LetterIssued, dossier, data, actor);
  return { boxIndex: FIRST_BOX, to };
});

async function insertLetter(act: Act, boxes: readonly NewBox[], duesPaidThrough: string): Promise<string> {
  const { em, dossier, today } = act;
  const [made]: { id: string }[] = await em.execute('select uuidv7() as id');
  const letterId = made?.id as string;
  const unitId = originOf(dossier);
  const box = { letterId, index: FIRST_BOX, unitId, direction: 'OUT', day: today } as const;
  const { number, year } = await enterIntoRegister(em, box);
  await em.execute(
    `insert into introduction_letter (id, dossier_id, type, status, number, register_year, issued_on, dues_paid_through,
       replaces_letter_id)
     values (?, ?, ?, 'ISSUED', ?, ?, ?, ?,
       (select id from introduction_letter where dossier_id = ? order by id desc limit 1))`,
    [
      letterId,
      dossier.id,
      dossier.kind === 'OFFICIAL' ? 'TEN_BOX' : 'EIGHT_BOX',
      number,
      year,
      today,
      duesPaidThrough,
      dossier.id,
    ],
  );
  await insertBoxes(em, letterId, boxes);
  return letterId;
}

async function insertBoxes(em: SqlEntityManager, letterId: string, boxes: readonly NewBox[]): Promise<void> {
  await em.execute(
    `insert into letter_box (letter_id, box_index, status, unit_id, to_unit_id, addressee)
     select ?, box.index, box.status, box."unitId", box."toUnitId", box.addressee
     from jsonb_to_recordset(?::jsonb)
       as box(index smallint, status text, "unitId" uuid, "toUnitId" uuid, addressee text)`,
    [letterId, JSON.stringify(boxes)],
  );
}

/** Signs the box in turn and hands the letter on; the last box of the origin sends the dossier to the destination. */
export const signLetterBox = actOnTransfer(
  'signLetterBox',
  'SIGN_BOX',
  async (act, input: ActInput & { comment?: string | null }) => {
    const { em, context, dossier, facts, to, today } = act;
    if ((input.comment ?? '').length > COMMENT_LIMIT) return refuse('INVALID_INPUT', { field: 'comment' });
    const box = boxInTurn(act);
    // Box 1 says what it said when it was issued; a wrong one is voided, never rewritten.
    const says = boxContent(dossier.kind, box.index, dossier.fullName, box.addressee, today);
    const content = box.index === FIRST_BOX ? (box.content ?? says) : says;
    await signBox(act, { ...box, content, comment: input.comment ?? null });
    const next = boxAfter(facts.boxes, box.index);
    if (next) await setBoxStatus(em, box.letterId, next.index, 'NEXT');
    if (to !== 'IN_ORIGIN_CHAIN') dossier.sentAt ??= context.clock.now();
    return { boxIndex: box.index };
  },
);

/** Gives the letter back to the level before, which signs again; its register number stays. */
export const returnLetterBox = actOnTransfer('returnLetterBox', 'RETURN_BOX', async (act) => {
  const box = boxInTurn(act);
  const before = boxBefore(act.facts.boxes, box.index);
  if (before === null) throw new Error('box 1 has no box before it');
  await setBoxStatus(act.em, box.letterId, box.index, 'PENDING');
  await setBoxStatus(act.em, box.letterId, before.index, 'RETURNED');
  return { boxIndex: box.index };
});

/** Makes a letter void that came back to box 1, so that another can be issued. */
export const voidLetter = actOnTransfer('voidLetter', 'VOID_LETTER', async (act, input) => {
  await voidLetterInForce(act, input.reason ?? null);
  return { boxIndex: FIRST_BOX };
});
