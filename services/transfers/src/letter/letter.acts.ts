import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, SigningInput } from '../dossier/acting.ts';
import { recordFact } from '../dossier/dossier.events.ts';
import { openBox, originOf } from '../dossier/dossier.facts.ts';
import type { TransferKind } from '../dossier/workflows.ts';
import { enterIntoRegister } from '../register/register.ts';
import { keepStayComment } from '../stay/keep-comment.ts';
import type { BoxPlan, NewLetter } from './box-plan.ts';
import { boxAfter, boxBefore } from './chain.rules.ts';
import { FIRST_BOX, layoutOf } from './layout.ts';
import { letterWithinGrassroots } from './letter.environment.ts';
import type { BoxRow } from './letter.row.ts';
import type { NewBox } from './letter.rules.ts';
import {
  boxContent,
  firstBoxContent,
  letterTypeOf,
  needsComment,
  newBoxes,
  purposeOf,
  stateAfterBox,
} from './letter.rules.ts';
import { destinationName, endsOf } from './letter-ends.ts';
import { setBoxStatus, signBox, voidLetterInForce } from './sign-box.ts';

const COMMENT_LIMIT = 2000;

/** The box that the table just said may be signed or returned. */
function boxInTurn({ facts }: Act): BoxRow & { unitId: string } {
  const box = openBox(facts);
  if (box?.unitId == null) throw new Error(`dossier ${facts.dossier.number} has no box in turn`);
  return { ...box, unitId: box.unitId };
}

const LAST_IN_LIST = 99_999;

type IssueLetterInput = SigningInput & { readonly branchListNumber?: number | null };

/** Box 1 of a letter over the tree of today, with the letter that it begins. */
async function planFirstBox(
  act: Act,
  { branchListNumber = null }: IssueLetterInput,
): Promise<(BoxPlan & { readonly letter: NewLetter }) | Refusal> {
  if (branchListNumber !== null && (branchListNumber < 1 || branchListNumber > LAST_IN_LIST))
    return refuse('INVALID_INPUT', { field: 'branchListNumber' });
  const { em, context, dossier, facts, prepared } = act;
  const ends = await endsOf(em, dossier, context.environment.PROVINCE_CODE);
  const duesPaidThrough = context.clock.month();
  const stay = facts.stay && { from: facts.stay.from, through: facts.stay.through };
  const purpose = purposeOf(destinationName(ends), stay);
  const [fresh]: { id: string }[] = await em.execute('select uuidv7() as id');
  return {
    letterId: prepared?.plan.letterId ?? (fresh?.id as string),
    index: FIRST_BOX,
    unitId: originOf(dossier),
    content: firstBoxContent(dossier, { duesPaidThrough, purpose }),
    letter: {
      type: letterTypeOf(ends, letterWithinGrassroots(context.environment)),
      duesPaidThrough,
      branchListNumber,
      boxes: newBoxes(ends),
    },
  };
}

/**
 * Issues the letter: the chain of today's tree, box 1 signed, dues named as paid to the end of the month of today. The number of
 * the letter is box 1's number in the branch's own register.
 */
export const issueLetter = actOnTransfer(
  'issueLetter',
  'ISSUE_LETTER',
  async (act, input: IssueLetterInput) => {
    const { em, actor, context, dossier, facts, today } = act;
    const plan = await planFirstBox(act, input);
    if (isRefusal(plan)) return plan;
    const { letterId, unitId: originBranchId, letter } = plan;
    const { boxes, duesPaidThrough } = letter;
    await insertLetter(act, plan);
    await signBox(act, plan);
    const next = boxAfter(boxes, FIRST_BOX);
    if (next) await setBoxStatus(em, letterId, next.index, 'NEXT');
    dossier.letterId = letterId;
    dossier.introducedOn = today;
    const to = stateAfterBox(boxes, FIRST_BOX);
    if (to !== 'IN_ORIGIN_CHAIN') dossier.sentAt = context.clock.now();
    const { id: transferId, memberId, kind } = dossier;
    const data = {
      transferId,
      letterId,
      memberId,
      originBranchId,
      kind,
      keepsDues: facts.stay?.duesAt === 'OFFICIAL',
      duesPaidThrough,
      issuedOn: today,
    };
    await recordFact(em, LetterIssued, dossier, data, actor);
    return { boxIndex: FIRST_BOX, to };
  },
  { signs: planFirstBox },
);

async function insertLetter(
  { em, dossier, today }: Act,
  { letterId, unitId, letter }: BoxPlan & { readonly letter: NewLetter },
): Promise<void> {
  const box = { letterId, index: FIRST_BOX, unitId, direction: 'OUT', day: today } as const;
  const { number, year } = await enterIntoRegister(em, box);
  await em.execute(
    `insert into introduction_letter (id, dossier_id, type, status, number, register_year, issued_on, dues_paid_through,
       branch_list_number, replaces_letter_id)
     values (?, ?, ?, 'ISSUED', ?, ?, ?, ?, ?,
       (select id from introduction_letter where dossier_id = ? order by id desc limit 1))`,
    [
      letterId,
      dossier.id,
      letter.type,
      number,
      year,
      today,
      letter.duesPaidThrough,
      letter.branchListNumber,
      dossier.id,
    ],
  );
  await insertBoxes(em, letterId, letter.boxes);
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

type SignBoxInput = SigningInput & { readonly comment?: string | null };

/** The boxes that say what they said when they are signed again: a wrong box 1 is voided, never rewritten; a comment keeps its days. */
const keepsContent = (kind: TransferKind, index: number): boolean =>
  index === FIRST_BOX || index === layoutOf(kind).comment;

/** The box in turn, as it says what it says today. */
async function planBoxInTurn(act: Act, { comment = null }: SignBoxInput): Promise<BoxPlan | Refusal> {
  const { dossier, today } = act;
  if ((comment ?? '').length > COMMENT_LIMIT) return refuse('INVALID_INPUT', { field: 'comment' });
  const { letterId, index, unitId, addressee, ...box } = boxInTurn(act);
  if (needsComment(dossier.kind, index) && !comment?.trim() && box.comment === null)
    return refuse('BOX_COMMENT_REQUIRED', { field: 'comment' });
  const says = boxContent(dossier.kind, index, dossier.fullName, addressee, today);
  return {
    letterId,
    index,
    unitId,
    content: keepsContent(dossier.kind, index) ? (box.content ?? says) : says,
    comment,
  };
}

/** Signs the box in turn and hands the letter on; the last box of the origin sends the dossier to the destination. */
export const signLetterBox = actOnTransfer(
  'signLetterBox',
  'SIGN_BOX',
  async (act, input: SignBoxInput) => {
    const { em, context, dossier, facts, to } = act;
    const plan = await planBoxInTurn(act, input);
    if (isRefusal(plan)) return plan;
    await signBox(act, plan);
    const next = boxAfter(facts.boxes, plan.index);
    if (next) await setBoxStatus(em, plan.letterId, next.index, 'NEXT');
    if (to !== 'IN_ORIGIN_CHAIN') dossier.sentAt ??= context.clock.now();
    if (plan.index === layoutOf(dossier.kind).comment && input.comment?.trim())
      await keepStayComment(act, input.comment);
    return { boxIndex: plan.index };
  },
  { signs: planBoxInTurn },
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

/** Makes a letter void that came back to box 1, or from the destination, so that another can be issued. */
export const voidLetter = actOnTransfer('voidLetter', 'VOID_LETTER', async (act, input) => {
  await voidLetterInForce(act, input.reason ?? null);
  return { boxIndex: FIRST_BOX };
});
