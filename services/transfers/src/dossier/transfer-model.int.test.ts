import { randomInt } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { possibleTargets } from '@dang/workflow/decide';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { incoming } from '../../test/letter-in.ts';
import { toArmy } from '../../test/letter-out.ts';
import { papers } from '../../test/scan.ts';
import type { Model, Person, Way } from '../../test/transfer-model.ts';
import {
  afterSigning,
  factsOf,
  follow,
  fresh,
  people,
  relationsOf,
  signedBoxOf,
  ways,
} from '../../test/transfer-model.ts';
import {
  desks,
  openTransfers,
  someRequest,
  type TransferStage,
  usualInput,
} from '../../test/transfer-stage.ts';
import type { TransferAction, TransferState, TransferWorkflow } from './workflows.ts';
import { workflowOf } from './workflows.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const STEPS = 520;
/** Ways out and back: taken seldom, or the walk would never arrive. */
const seldom: readonly TransferAction[] = [
  'WITHDRAW',
  'REJECT',
  'CANCEL',
  'REQUEST_SUPPLEMENT',
  'RETURN_BOX',
  'VOID_LETTER',
  'RETURN_TRANSFER',
  'RECORD_OUTSIDE_RETURN',
  'SEND_BACK',
  'REPORT_FILE_LOSS',
  'CORRECT_BOX',
  'RECORD_REVIEW_MEETING',
];
const seed = Number(process.env.TRANSFER_MODEL_SEED ?? randomInt(2 ** 31));

const mutations: Partial<Record<TransferAction, string>> = {
  CHANGE_DRAFT: 'saveOfficialTransferDraft',
  SUBMIT: 'submitTransfer',
  REQUEST_SUPPLEMENT: 'requestTransferSupplement',
  SUPPLEMENT: 'supplementTransfer',
  RECORD_REVIEW_MEETING: 'recordReviewMeeting',
  REJECT: 'rejectTransfer',
  ISSUE_LETTER: 'issueLetter',
  SIGN_BOX: 'signLetterBox',
  RETURN_BOX: 'returnLetterBox',
  CORRECT_BOX: 'correctLetterBox',
  VOID_LETTER: 'voidLetter',
  RECORD_SEALED_FILE: 'recordSealedFile',
  REPORT_FILE_LOSS: 'reportFileLoss',
  EXPLAIN_DELAY: 'explainTransferDelay',
  RETURN_TRANSFER: 'returnTransfer',
  CORRECT_AND_RESEND: 'correctAndResendTransfer',
  CANCEL: 'cancelTransfer',
  RECORD_OUTSIDE_RECEIPT: 'recordOutsideReceipt',
  RECORD_OUTSIDE_RETURN: 'recordOutsideReturn',
  TAKE_OVER: 'takeOverIncomingLetter',
  SEND_BACK: 'sendBackIncomingLetter',
  RECORD_PRESENTATION: 'recordPresentation',
  ADMIT: 'admitMember',
  WITHDRAW: 'withdrawTransfer',
};
const officialTransfer: TransferWorkflow = workflowOf('OFFICIAL');
const actions = Object.keys(mutations) as TransferAction[];

test('the walk knows a mutation for every row of the table', () => {
  const rows = new Set(officialTransfer.transitions.map(({ action }) => action));
  expect(actions.toSorted()).toEqual([...rows].toSorted());
});

interface Walked {
  readonly id: string;
  readonly applicant: Actor;
  readonly model: Model;
}

/** A new dossier: a draft, a request or a letter that came in; one in four with a term that has passed unexplained. */
async function begin(way: Way, isDraft: boolean, isLate: boolean): Promise<Walked> {
  if (way === 'IN') {
    const { id } = await incoming(stage, desks.host);
    return { id, applicant: testActor(), model: fresh(way, 'INCOMING_PAPER', await delayed(id, isLate)) };
  }
  const applicant = await stage.newMember();
  const where = way === 'OUT' ? toArmy : {};
  if (!isDraft) {
    const { id } = await stage.done(applicant, 'requestOfficialTransfer', null, where);
    return { id, applicant, model: fresh(way, 'SUBMITTED', await delayed(id, isLate)) };
  }
  const documents = await papers(stage.em(), applicant);
  const draft = { ...someRequest, ...where, documents };
  const { id } = await stage.done(applicant, 'saveOfficialTransferDraft', null, draft);
  return { id, applicant, model: fresh(way, 'DRAFT', false) };
}

async function delayed(id: string, isLate: boolean): Promise<boolean> {
  if (isLate)
    await stage.em().execute(`update transfer_dossier set effective_date = '2026-01-05' where id = ?`, [id]);
  return isLate;
}

test(`a random walk of ${STEPS} acts agrees with the table (TRANSFER_MODEL_SEED=${seed})`, async () => {
  process.stdout.write(`official transfer: model seed ${seed}\n`);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const next = () => begin(random() < 0.6 ? 'WITHIN' : pick(ways), random() < 0.3, random() < 0.25);
  const stale = new Date(Date.now() - 11 * 60_000);
  const succeeded = new Set<TransferAction>();
  const visited = new Set<TransferState>();
  let { model, ...dossier } = await next();
  const trail: string[] = [];

  for (let count = 0; count < STEPS; count += 1) {
    // A finished dossier is knocked at a few times before the next one begins.
    if ('final' in officialTransfer.states[model.state] && random() < 0.4)
      ({ model, ...dossier } = await next());
    const here = actions.filter((one) =>
      officialTransfer.transitions.some(
        (row) => row.action === one && (row.from as readonly string[]).includes(model.state),
      ),
    );
    const gentle = here.filter((one) => !seldom.includes(one) || random() < 0.15);
    const drawn = gentle.length > 0 && random() < 0.85 ? pick(gentle) : pick(actions);
    // who has no draft would begin one
    const action = drawn === 'CHANGE_DRAFT' && model.state !== 'DRAFT' ? 'WITHDRAW' : drawn;
    const able = people.filter(
      (one) => !('refusal' in possibleTargets(officialTransfer, attempt(model, one, action, true))),
    );
    const wanted = able.length > 0 && random() < 0.8 ? pick(able) : pick(people);
    const person = action === 'CHANGE_DRAFT' ? 'member' : wanted;
    const stepUpFresh = random() < 0.9;
    const reason = random() < 0.9 ? 'vì lý do chính đáng' : ' ';

    const expected = possibleTargets(officialTransfer, {
      ...attempt(model, person, action, stepUpFresh),
      reason,
    });
    const known: Actor = person === 'member' ? dossier.applicant : desks[person];
    const actor = stepUpFresh ? known : { ...known, signedInAt: stale };
    const answer = await answerTo(actor, action, dossier.id, { model, person, reason });
    trail.push(`${model.way} ${model.state} box ${model.box}: ${action} by ${person} -> ${answer}`);
    const context = trail.slice(-15).toReversed().join('\n');

    if ('refusal' in expected) {
      // A role without the permission is told FORBIDDEN at the door, before the dossier is looked at.
      const codes = answer === 'FORBIDDEN' ? ['NOT_FOUND', 'ACTION_NOT_ALLOWED'] : [answer];
      expect({ codes, context }).toEqual({ codes: expect.arrayContaining([expected.refusal]), context });
      continue;
    }
    // a box is corrected once, whatever other box could still be
    const own = action === 'CORRECT_BOX' ? signedBoxOf(model, person) : null;
    if (own !== null && model.corrected.has(own)) {
      expect({ answer, context }).toEqual({ answer: 'BOX_ALREADY_CORRECTED', context });
      continue;
    }
    expect({ targets: expected.targets, context }).toEqual({
      targets: expect.arrayContaining([answer]),
      context,
    });
    if (action === 'SIGN_BOX')
      expect({ state: answer, context }).toEqual({ state: afterSigning[model.way][model.box], context });
    succeeded.add(action);
    model = follow(model, action, answer as TransferState, person);
    visited.add(model.state);
  }
  expect(visited.size).toBeGreaterThanOrEqual(6);
  expect(succeeded.size).toBeGreaterThanOrEqual(6);
  // 15 to 20 s alone, of which a third is signing; more than 100 s were seen on a machine on which everything else ran too
}, 240_000);

function attempt(model: Model, person: Person, action: TransferAction, stepUpFresh: boolean) {
  return {
    state: model.state,
    action,
    relations: relationsOf(model, person),
    facts: factsOf(model),
    stepUpFresh,
    reason: 'x',
  };
}

/** The state that followed on the real system, or the code that refused. */
async function answerTo(
  actor: Actor,
  action: TransferAction,
  transferId: string,
  { model, person, reason }: { model: Model; person: Person; reason: string },
): Promise<string> {
  const mutation = mutations[action] ?? '';
  const more: Record<string, unknown> = 'reason' in (usualInput[mutation] ?? {}) ? { reason } : {};
  if (action === 'CORRECT_BOX') more.boxIndex = signedBoxOf(model, person) ?? 3;
  if (action === 'SUPPLEMENT') more.lateReason = 'Chờ quyết định';
  if (action.startsWith('RECORD_OUTSIDE'))
    more.scanIds = (await papers(stage.em(), actor, ['OTHER'])).map(({ fileId }) => fileId);
  const about = action === 'CHANGE_DRAFT' ? { expectedVersion: await stage.versionOf(transferId) } : {};
  try {
    const id = action === 'CHANGE_DRAFT' ? null : transferId;
    const { transfer, refusal } = await stage.act(actor, mutation, id, { ...more, ...about });
    return refusal?.code ?? transfer?.status ?? 'nothing';
  } catch (error) {
    const code = /"code":"(\w+)"/.exec(String(error))?.[1];
    if (code === 'FORBIDDEN') return code;
    throw error;
  }
}
