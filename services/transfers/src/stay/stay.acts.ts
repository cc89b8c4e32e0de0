import type { Refusal } from '@dang/service/refusal';
import { isRefusal } from '@dang/service/refusal';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, ActInput, SigningInput } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { destinationOf, originOf } from '../dossier/dossier.facts.ts';
import type { BoxPlan } from '../letter/box-plan.ts';
import { boxAfter } from '../letter/chain.rules.ts';
import { layoutOf } from '../letter/layout.ts';
import { getLetter } from '../letter/letter.reads.ts';
import { boxContent } from '../letter/letter.rules.ts';
import { setBoxStatus, signBox } from '../letter/sign-box.ts';
import { declineWhatIsAsked } from './conversion.acts.ts';
import { keepStayComment } from './keep-comment.ts';
import { beginStay, endStay, getStay } from './stay.events.ts';
import { commentBar, commentBoxContent, noteBar } from './stay.rules.ts';

const { arrival: ARRIVAL, comment: COMMENT, boxes: LAST } = layoutOf('TEMPORARY');

function letterOf({ dossier: { letterId, number } }: Act): string {
  if (letterId === null) throw new Error(`dossier ${number} has no letter in force`);
  return letterId;
}

/** Signs what was planned; whoever has the next box is next. */
async function signAndPass(act: Act, plan: BoxPlan): Promise<void> {
  await signBox(act, plan);
  const next = boxAfter(act.facts.boxes, plan.index);
  if (next) await setBoxStatus(act.em, plan.letterId, next.index, 'NEXT');
}

/** Box 4, in which the destination branch receives the member. */
async function planReception(act: Act): Promise<BoxPlan> {
  const { dossier, today } = act;
  const content = boxContent(dossier.kind, ARRIVAL, dossier.fullName, null, today);
  return { letterId: letterOf(act), index: ARRIVAL, unitId: destinationOf(dossier), content };
}

/** The destination branch receives the member: the stay begins today. */
export const confirmTemporaryStay = actOnTransfer(
  'confirmTemporaryStay',
  'CONFIRM_STAY',
  async (act, _: SigningInput) => {
    const { em, actor, dossier, today } = act;
    const plan = await planReception(act);
    await signAndPass(act, plan);
    const { duesPaidThrough } = await getLetter(em, plan.letterId);
    await beginStay(em, actor, dossier, { startedOn: today, duesPaidThrough });
    return { boxIndex: plan.index };
  },
  { signs: planReception },
);

/** The destination branch notes how the member takes part. What it says stays out of events and history. */
export const addStayNote = actOnTransfer(
  'addStayNote',
  'ADD_STAY_NOTE',
  async ({ em, actor, dossier, today }, { note }: ActInput & { readonly note: string }) => {
    const bar = noteBar(note);
    if (bar) return refuseBar(bar);
    await em.execute(
      'insert into stay_note (dossier_id, noted_on, note, by_name, by_title) values (?, ?, ?, ?, ?)',
      [dossier.id, today, note.trim(), actor.name, actor.capacity?.title],
    );
    return {};
  },
);

interface CommentInput extends SigningInput {
  readonly comment: string;
}

/** Box 5, in which the destination branch comments on the member and lets them go back. */
async function planComment(act: Act, { comment }: CommentInput): Promise<BoxPlan | Refusal> {
  const { context, dossier, facts, today } = act;
  const bar = commentBar(comment);
  if (bar) return refuseBar(bar);
  const startedOn = facts.stay?.startedOn;
  if (COMMENT === null || startedOn == null) throw new Error(`the stay of ${dossier.number} does not run`);
  const stay = { startedOn, today, duesPaidThrough: context.clock.month() };
  const addressee = facts.boxes[COMMENT - 1]?.addressee ?? null;
  const content = commentBoxContent(dossier.fullName, stay, addressee);
  return { letterId: letterOf(act), index: COMMENT, unitId: destinationOf(dossier), content, comment };
}

/** The destination branch comments on the member, dues being paid to the end of this month, and the letter goes back. */
export const writeStayComment = actOnTransfer(
  'writeStayComment',
  'WRITE_STAY_COMMENT',
  async (act, input: CommentInput) => {
    const { em, context, dossier } = act;
    const plan = await planComment(act, input);
    if (isRefusal(plan)) return plan;
    await signAndPass(act, plan);
    await keepStayComment(act, input.comment);
    await declineWhatIsAsked(act);
    const paidThrough = context.clock.month();
    await em.execute('update temporary_stay set returned_through = ? where dossier_id = ?', [
      paidThrough,
      dossier.id,
    ]);
    return { boxIndex: plan.index };
  },
  { signs: planComment },
);

/** Box 8, in which the origin branch receives the member back. */
async function planReturn(act: Act): Promise<BoxPlan> {
  const { dossier, today } = act;
  const content = boxContent(dossier.kind, LAST, dossier.fullName, null, today);
  return { letterId: letterOf(act), index: LAST, unitId: originOf(dossier), content };
}

/** The origin branch receives the member back: the letter is closed, the stay over. */
export const receiveMemberBack = actOnTransfer(
  'receiveMemberBack',
  'RECEIVE_BACK',
  async (act, _: SigningInput) => {
    const { em, actor, dossier, today } = act;
    const plan = await planReturn(act);
    await signAndPass(act, plan);
    await em.execute(`update introduction_letter set status = 'CLOSED' where id = ?`, [plan.letterId]);
    const { returnedThrough } = await getStay(em, dossier);
    if (returnedThrough === null) throw new Error(`dossier ${dossier.number} came back without a comment`);
    await endStay(em, actor, dossier, {
      endedOn: today,
      outcome: 'RETURNED',
      duesPaidThrough: returnedThrough,
    });
    return { boxIndex: plan.index };
  },
  { signs: planReturn },
);
