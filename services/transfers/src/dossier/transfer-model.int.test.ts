import { randomInt } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { possibleTargets } from '@dang/workflow/decide';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage, usualInput } from '../../test/transfer-stage.ts';
import type { TransferAction, TransferGuard, TransferState, TransferWorkflow } from './workflows.ts';
import { workflowOf } from './workflows.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const STEPS = 600;
/** Ways out and back: taken seldom, or the walk would never arrive. */
const seldom: readonly TransferAction[] = [
  'WITHDRAW',
  'REJECT',
  'CANCEL',
  'REQUEST_SUPPLEMENT',
  'RETURN_BOX',
  'VOID_LETTER',
  'RETURN_TRANSFER',
];
const seed = Number(process.env.TRANSFER_MODEL_SEED ?? randomInt(2 ** 31));

const mutations: Partial<Record<TransferAction, string>> = {
  REQUEST_SUPPLEMENT: 'requestTransferSupplement',
  SUPPLEMENT: 'supplementTransfer',
  RECORD_REVIEW_MEETING: 'recordReviewMeeting',
  REJECT: 'rejectTransfer',
  ISSUE_LETTER: 'issueLetter',
  SIGN_BOX: 'signLetterBox',
  RETURN_BOX: 'returnLetterBox',
  VOID_LETTER: 'voidLetter',
  RECORD_SEALED_FILE: 'recordSealedFile',
  RETURN_TRANSFER: 'returnTransfer',
  CORRECT_AND_RESEND: 'correctAndResendTransfer',
  CANCEL: 'cancelTransfer',
  RECORD_PRESENTATION: 'recordPresentation',
  ADMIT: 'admitMember',
  WITHDRAW: 'withdrawTransfer',
};
const officialTransfer: TransferWorkflow = workflowOf('OFFICIAL');
const actions = Object.keys(mutations) as TransferAction[];

/** The letter from branch 1 to the sales branch: which unit signs which box. Written down here, not computed. */
const chain = [1, 3, 4, 7, 8, 10] as const;
const people = [
  'member',
  'secretary',
  'committee',
  'ward',
  'hostWard',
  'hostCommittee',
  'host',
  'stranger',
] as const;
type Person = (typeof people)[number];
const signerOf: Record<number, Person> = {
  1: 'secretary',
  3: 'committee',
  4: 'ward',
  7: 'hostWard',
  8: 'hostCommittee',
  10: 'host',
};
const destinationSide: readonly Person[] = ['hostWard', 'hostCommittee', 'host'];

/** What a dossier is to the eyes of this model: far less than the real one keeps. */
interface Model {
  state: TransferState;
  /** The box that is next; 0 without a letter. */
  box: number;
  sent: boolean;
  sealed: boolean;
  presented: boolean;
}
const fresh = (): Model => ({ state: 'SUBMITTED', box: 0, sent: false, sealed: false, presented: false });

function relationsOf(model: Model, person: Person): Set<string> {
  const relations = new Set<string>();
  if (person === 'stranger' || (destinationSide.includes(person) && !model.sent)) return relations;
  relations.add('READER');
  if (person === 'member') relations.add('APPLICANT');
  if (person === 'secretary') relations.add('ORIGIN_BRANCH');
  if (person === 'host') relations.add('DESTINATION_BRANCH');
  if (model.box > 0) {
    if (person === 'committee' || person === 'ward') relations.add('ORIGIN_CHAIN');
    if (person === 'ward') relations.add('LAST_ORIGIN_SIGNER');
    if (model.box !== 10 && signerOf[model.box] === person && model.state !== 'COMPLETED')
      relations.add('BOX_SIGNER');
  }
  return relations;
}

const factsOf = (model: Model): Partial<Record<TransferGuard, true | string>> => ({
  originInside: true,
  delaysExplained: true,
  memberEligible: true,
  originOpen: true,
  destinationOpen: true,
  duesPaid: true,
  boxUnitsOpen: true,
  boxCanGoBack: model.box > 1 || 'NO_BOX_BEFORE',
  letterWithBranch: model.box === 1 || model.state === 'RETURNED_BY_DEST' || 'LETTER_NOT_WITH_BRANCH',
  fileSealed: model.sealed || 'FILE_NOT_SEALED',
  fileNotReceived: !model.presented || 'FILE_ALREADY_RECEIVED',
  filePresented: model.presented || 'FILE_NOT_PRESENTED',
});

/** What an action that went through does to the model. */
function follow(model: Model, action: TransferAction, to: TransferState): Model {
  const at = chain.indexOf(model.box as (typeof chain)[number]);
  const next = { ...model, state: to };
  if (action === 'ISSUE_LETTER') next.box = 3;
  if (action === 'SIGN_BOX') next.box = chain[at + 1] ?? 10;
  if (action === 'RETURN_BOX') next.box = chain[at - 1] ?? 1;
  if (action === 'VOID_LETTER' || action === 'CANCEL' || action === 'WITHDRAW') next.box = 0;
  if (action === 'RECORD_SEALED_FILE') next.sealed = true;
  if (action === 'RECORD_PRESENTATION') next.presented = true;
  next.sent ||= to === 'SENT' || to === 'AT_DEST_BRANCH';
  if (action === 'VOID_LETTER') next.sent = false;
  return next;
}

/** Where a signature must lead, said by box instead of by table. */
const afterSigning: Record<number, TransferState> = {
  1: 'IN_ORIGIN_CHAIN',
  3: 'IN_ORIGIN_CHAIN',
  4: 'SENT',
  7: 'IN_DEST_CHAIN',
  8: 'AT_DEST_BRANCH',
};

test(`a random walk of ${STEPS} acts agrees with the table (TRANSFER_MODEL_SEED=${seed})`, async () => {
  process.stdout.write(`official transfer: model seed ${seed}\n`);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const stale = new Date(Date.now() - 11 * 60_000);
  const succeeded = new Set<TransferAction>();
  const visited = new Set<TransferState>();
  let dossier = await stage.dossierAt('SUBMITTED');
  let model = fresh();
  const trail: string[] = [];

  for (let count = 0; count < STEPS; count += 1) {
    // A finished dossier is knocked at a few times before the next one begins.
    if ('final' in officialTransfer.states[model.state] && random() < 0.4) {
      dossier = await stage.dossierAt('SUBMITTED');
      model = fresh();
    }
    const here = actions.filter((one) =>
      officialTransfer.transitions.some(
        (row) => row.action === one && (row.from as readonly string[]).includes(model.state),
      ),
    );
    const gentle = here.filter((one) => !seldom.includes(one) || random() < 0.15);
    const action = gentle.length > 0 && random() < 0.85 ? pick(gentle) : pick(actions);
    const able = people.filter(
      (one) => !('refusal' in possibleTargets(officialTransfer, attempt(model, one, action, true))),
    );
    const person = able.length > 0 && random() < 0.8 ? pick(able) : pick(people);
    const stepUpFresh = random() < 0.9;
    const reason = random() < 0.9 ? 'vì lý do chính đáng' : ' ';

    const expected = possibleTargets(officialTransfer, {
      ...attempt(model, person, action, stepUpFresh),
      reason,
    });
    const known: Actor = person === 'member' ? dossier.applicant : desks[person];
    const actor = stepUpFresh ? known : { ...known, signedInAt: stale };
    const answer = await answerTo(actor, action, dossier.id, reason);
    trail.push(`${model.state} box ${model.box}: ${action} by ${person} -> ${answer}`);
    const context = trail.slice(-15).join('\n');

    if ('refusal' in expected) {
      // A role without the permission is told FORBIDDEN at the door, before the dossier is looked at.
      const codes = answer === 'FORBIDDEN' ? ['NOT_FOUND', 'ACTION_NOT_ALLOWED'] : [answer];
      expect({ codes, context }).toEqual({ codes: expect.arrayContaining([expected.refusal]), context });
      continue;
    }
    expect({ targets: expected.targets, context }).toEqual({
      targets: expect.arrayContaining([answer]),
      context,
    });
    if (action === 'SIGN_BOX')
      expect({ state: answer, context }).toEqual({ state: afterSigning[model.box], context });
    succeeded.add(action);
    model = follow(model, action, answer as TransferState);
    visited.add(model.state);
  }
  expect(visited.size).toBeGreaterThanOrEqual(6);
  expect(succeeded.size).toBeGreaterThanOrEqual(6);
}, 600_000);

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
  reason: string,
): Promise<string> {
  const mutation = mutations[action] ?? '';
  const more = 'reason' in (usualInput[mutation] ?? {}) ? { reason } : {};
  try {
    const { transfer, refusal } = await stage.act(actor, mutation, transferId, more);
    return refusal?.code ?? transfer?.status ?? 'nothing';
  } catch (error) {
    const code = /"code":"(\w+)"/.exec(String(error))?.[1];
    if (code === 'FORBIDDEN') return code;
    throw error;
  }
}
