import { barWithoutScans } from '@dang/documents/files/stored-file';
import type { Refusal } from '@dang/service/refusal';
import { refuse } from '@dang/service/refusal';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, ActInput } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { attachToTransfer } from '../file/transfer-files.ts';
import { takeReceipt, takeReturn, takeStayComment } from './answer-effects.ts';
import { isPaidTooFar } from './incoming.rules.ts';
import type { OutsideAnswerKind } from './outside.rows.ts';
import { keepAnswer, lastSendingOf } from './outside.rows.ts';
import type { PaperAnswer } from './outside-answer.rules.ts';
import { answerBar } from './outside-answer.rules.ts';

const COMMENT_LIMIT = 5000;

interface AnswerInput extends ActInput, PaperAnswer {
  readonly scanIds?: readonly string[];
}

/** What a clerk read from paper, to be kept. */
interface Read {
  readonly answer: OutsideAnswerKind;
  readonly on: string;
  readonly field: string;
  readonly notBefore: string;
  readonly comment?: string;
}

const answeringOf = ({ em, dossier, facts, actor }: Act) => ({ em, dossier, stay: facts.stay, actor });

/** Keeps the answer with its scans, or refuses it: SCAN_REQUIRED (a return may come without paper), INVALID_INPUT, what files are refused for. */
async function keepPaperAnswer(act: Act, input: AnswerInput, read: Read): Promise<Refusal | null> {
  const { em, dossier, actor, today } = act;
  const mustBeSigned = read.answer !== 'RETURNED';
  const bar = answerBar(input, read, { notBefore: read.notBefore, today, mustBeSigned });
  if (bar) return refuseBar(bar);
  const { scanIds = [] } = input;
  const refusal =
    (mustBeSigned ? barWithoutScans(scanIds) : null) ??
    (await attachToTransfer(em, actor, dossier.id, scanIds, 'scanIds', 'PAPER_LETTER'));
  if (refusal) return refusal;
  if (dossier.letterId === null) throw new Error(`dossier ${dossier.number} went out without a letter`);
  await keepAnswer(em, {
    dossierId: dossier.id,
    letterId: dossier.letterId,
    sending: (await lastSendingOf(em, dossier.id)) ?? dossier.version,
    answer: read.answer,
    answeredOn: read.on,
    unitName: input.unitName.trim(),
    signerName: input.signerName?.trim() || null,
    signerTitle: input.signerTitle?.trim() || null,
    documentNumber: input.documentNumber?.trim() || null,
    reason: input.reason?.trim() || null,
    comment: read.comment ?? null,
    documentSha256: null,
    enteredByName: actor.name,
  });
  return null;
}

const introducedOn = ({ dossier }: Act): string => dossier.introducedOn ?? dossier.requestedOn;

/** The origin writes down that the place outside has received the member. */
export const recordOutsideReceipt = actOnTransfer(
  'recordOutsideReceipt',
  'RECORD_OUTSIDE_RECEIPT',
  async (act, input: AnswerInput & { readonly receivedOn: string }) => {
    const { actor } = act;
    const on = input.receivedOn;
    const read = { answer: 'RECEIVED', on, field: 'receivedOn', notBefore: introducedOn(act) } as const;
    const refusal = await keepPaperAnswer(act, input, read);
    if (refusal) return refusal;
    if (actor.capacity === null) throw new Error('an answer from outside is entered in an office');
    const { title, unitId } = actor.capacity;
    const by = { memberId: actor.memberId ?? actor.accountId, name: actor.name, title, unitId };
    await takeReceipt(answeringOf(act), on, by);
    return {};
  },
);

/** The origin writes down that the place outside has sent the letter back. */
export const recordOutsideReturn = actOnTransfer(
  'recordOutsideReturn',
  'RECORD_OUTSIDE_RETURN',
  async (act, input: AnswerInput & { readonly returnedOn: string }) => {
    const on = input.returnedOn;
    const read = { answer: 'RETURNED', on, field: 'returnedOn', notBefore: introducedOn(act) } as const;
    const refusal = await keepPaperAnswer(act, input, read);
    if (refusal) return refusal;
    await takeReturn(answeringOf(act), input.reason?.trim() ?? '');
    return {};
  },
);

interface StayCommentInput extends AnswerInput {
  readonly commentedOn: string;
  readonly comment: string;
  readonly duesPaidThrough: string;
}

/** The origin branch writes down the comment with which a letter came back from a stay outside. */
export const recordOutsideStayComment = actOnTransfer(
  'recordOutsideStayComment',
  'RECORD_OUTSIDE_COMMENT',
  async (act, input: StayCommentInput) => {
    const { stay } = act.facts;
    if (stay?.startedOn == null) throw new Error(`dossier ${act.dossier.number} has no stay that runs`);
    const comment = input.comment.trim();
    if (comment === '') return refuse('STAY_COMMENT_REQUIRED', { field: 'comment' });
    if (comment.length > COMMENT_LIMIT) return refuse('INVALID_INPUT', { field: 'comment' });
    const { commentedOn: on, duesPaidThrough } = input;
    if (duesPaidThrough < (stay.duesPaidThrough ?? '') || isPaidTooFar(duesPaidThrough, on))
      return refuse('INVALID_INPUT', { field: 'duesPaidThrough' });
    const read = {
      answer: 'STAY_ENDED',
      on,
      field: 'commentedOn',
      notBefore: stay.startedOn,
      comment,
    } as const;
    const refusal = await keepPaperAnswer(act, input, read);
    if (refusal) return refusal;
    const name = input.signerName?.trim() ?? '';
    const title = input.signerTitle?.trim() || null;
    await takeStayComment(answeringOf(act), { on, comment, name, title, duesPaidThrough });
    return {};
  },
);
