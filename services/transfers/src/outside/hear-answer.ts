import type { DataOf } from '@dang/events/contract';
import type { LetterAnswered } from '@dang/events/contracts/transfers/letter-answered';
import type { Clock } from '@dang/events/reaction';
import { chainOf } from '@dang/reference/units';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findDossiers } from '../dossier/dossier.reads.ts';
import { actBySystem } from '../dossier/system-act.ts';
import type { TransferAction } from '../dossier/workflows.ts';
import { findLetters } from '../letter/letter.reads.ts';
import { provinceOf } from '../letter/letter-ends.ts';
import type { Answering } from './answer-effects.ts';
import { takeReceipt, takeReturn, takeStayComment } from './answer-effects.ts';
import type { OutsideAnswerRow } from './outside.rows.ts';
import { findAnswers, keepToldAnswer, lastSendingOf } from './outside.rows.ts';
import { nearestDay } from './outside-answer.rules.ts';

type Answered = DataOf<typeof LetterAnswered>;

/** Outside of our registry nobody has an id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What a return says that was told without a reason: the dossier never goes back without one. */
const NO_REASON = 'Nơi đến không nêu lý do.';

/**
 * Another province's system has told what became of a letter of ours: the dossier goes on as if the origin had written the answer down. The answer is
 * kept first, so that one that comes before its turn (the end of a stay before its beginning) waits for it; known ones change nothing. Only the province
 * to which the letter went answers it, and what is said of a letter that is void says nothing of the one that took its place.
 */
export async function hearAnswer(
  em: SqlEntityManager,
  { clock }: { clock: Clock },
  answered: Answered,
  from: string,
): Promise<'taken' | 'known' | 'not ours'> {
  const { transferId, letterId } = answered;
  const [dossier] = await findDossiers(em, [transferId], { sql: 'true', values: [] });
  const letters = (await findLetters(em, [transferId])).get(transferId) ?? [];
  const branchId = dossier?.destinationBranchId ?? null;
  const isTheirs = branchId !== null && provinceOf(await chainOf(em, branchId)) === from;
  if (!isTheirs || !letters.some(({ id }) => id === letterId)) return 'not ours';
  const isNew = await keepToldAnswer(em, transferId, letterId, answered);
  if (!isNew) return 'known';
  if (await isInForce(em, transferId, letterId)) await takeWhatIsNext(em, clock, transferId, letterId);
  return 'taken';
}

/** Is this still the letter of the dossier? Locked, so that nobody makes it void before the answer is taken in. */
async function isInForce(em: SqlEntityManager, transferId: string, letterId: string): Promise<boolean> {
  const [row]: { letterId: string | null }[] = await em.execute(
    'select letter_id as "letterId" from transfer_dossier where id = ? for update',
    [transferId],
  );
  return row?.letterId === letterId;
}

/** Takes in the answers to this letter whose turn it is; each leads to a state in which at most one other is next. */
async function takeWhatIsNext(
  em: SqlEntityManager,
  clock: Clock,
  transferId: string,
  letterId: string,
): Promise<void> {
  const answers = ((await findAnswers(em, [transferId])).get(transferId) ?? []).filter(
    (answer) => answer.letterId === letterId,
  );
  const sending = await lastSendingOf(em, transferId);
  const received = answers.find(({ answer }) => answer === 'RECEIVED');
  const returned = answers.find((one) => one.answer === 'RETURNED' && one.sending === sending);
  const ended = answers.find(({ answer }) => answer === 'STAY_ENDED');
  if (received) await take(em, clock, 'RECORD_OUTSIDE_RECEIPT', received);
  else if (returned) await take(em, clock, 'RECORD_OUTSIDE_RETURN', returned);
  if (ended) await take(em, clock, 'RECORD_OUTSIDE_COMMENT', ended);
}

/** What is no longer (or not yet) to be done is left; what only has to wait for a reorganisation throws, and is heard again. */
async function take(
  em: SqlEntityManager,
  clock: Clock,
  action: TransferAction,
  answer: OutsideAnswerRow,
): Promise<void> {
  const by = {
    name: answer.signerName ?? '',
    title: answer.signerTitle ?? '',
    unitName: answer.unitName,
  };
  const reason = action === 'RECORD_OUTSIDE_RETURN' ? answer.reason?.trim() || NO_REASON : answer.reason;
  const step = { action, reason, by };
  const refusal = await actBySystem(em, clock, answer.dossierId, step, async ({ dossier, facts, today }) => {
    const answering: Answering = { em, dossier, stay: facts.stay, actor: null };
    if (action === 'RECORD_OUTSIDE_RETURN') return takeReturn(answering, reason ?? '');
    const notBefore = facts.stay?.startedOn ?? dossier.introducedOn ?? dossier.requestedOn;
    const on = nearestDay(answer.answeredOn, { notBefore, today });
    if (action === 'RECORD_OUTSIDE_COMMENT') {
      const duesPaidThrough = on.slice(0, 7);
      return takeStayComment(answering, { on, comment: answer.comment ?? '', ...by, duesPaidThrough });
    }
    const unitId = dossier.destinationBranchId ?? NOBODY;
    return takeReceipt(answering, on, { memberId: NOBODY, name: by.name, title: by.title, unitId });
  });
  if (refusal !== null && refusal !== 'WRONG_STATE' && refusal !== 'ACTION_NOT_ALLOWED')
    throw new Error(`${action} on dossier ${answer.dossierId} has to wait: ${refusal}`);
}
