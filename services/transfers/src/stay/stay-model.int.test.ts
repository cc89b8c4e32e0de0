import { randomInt } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { possibleTargets } from '@dang/workflow/decide';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stayAt } from '../../test/stay-stage.ts';
import { desks, openTransfers, type TransferStage, usualInput } from '../../test/transfer-stage.ts';
import type { TransferAction, TransferGuard, TransferState, TransferWorkflow } from '../dossier/workflows.ts';
import { workflowOf } from '../dossier/workflows.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const STEPS = 500;
const seed = Number(process.env.STAY_MODEL_SEED ?? randomInt(2 ** 31));
const temporaryTransfer: TransferWorkflow = workflowOf('TEMPORARY');

const mutations: Partial<Record<TransferAction, string>> = {
  REQUEST_SUPPLEMENT: 'requestTransferSupplement',
  SUPPLEMENT: 'supplementTransfer',
  REJECT: 'rejectTransfer',
  ISSUE_LETTER: 'issueLetter',
  SIGN_BOX: 'signLetterBox',
  RECEIVE_LETTER: 'receiveStayLetter',
  RETURN_BOX: 'returnLetterBox',
  VOID_LETTER: 'voidLetter',
  RETURN_TRANSFER: 'returnTransfer',
  CORRECT_AND_RESEND: 'correctAndResendTransfer',
  CANCEL: 'cancelTransfer',
  CONFIRM_STAY: 'confirmTemporaryStay',
  ADD_STAY_NOTE: 'addStayNote',
  REQUEST_EXTENSION: 'requestStayExtension',
  GRANT_EXTENSION: 'grantStayExtension',
  REFUSE_EXTENSION: 'refuseStayExtension',
  WRITE_STAY_COMMENT: 'writeStayComment',
  RECEIVE_BACK: 'receiveMemberBack',
  REQUEST_CONVERSION: 'requestStayConversion',
  AGREE_CONVERSION: 'agreeStayConversion',
  REFUSE_CONVERSION: 'refuseStayConversion',
  WITHDRAW: 'withdrawTransfer',
};
const actions = Object.keys(mutations) as TransferAction[];
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

const people = ['member', 'secretary', 'committee', 'hostCommittee', 'host', 'stranger'] as const;
type Person = (typeof people)[number];
/** Who signs which of the eight boxes, written down here, not computed; box 9: none is left. */
const signers: readonly Person[] = [
  'secretary',
  'committee',
  'hostCommittee',
  'host',
  'host',
  'hostCommittee',
  'committee',
  'secretary',
];
const destinationSide: readonly Person[] = ['hostCommittee', 'host'];

/** What a dossier is to the eyes of this model: far less than the real one keeps. */
interface Model {
  state: TransferState;
  /** The box that is next; 0 without a letter. */
  box: number;
  /** Did that box come back to its level? */
  cameBack: boolean;
  sent: boolean;
  asked: boolean;
  /** A longer term was granted: the limits leave no second one. */
  longer: boolean;
}
const fresh: Model = {
  state: 'SUBMITTED',
  box: 0,
  cameBack: false,
  sent: false,
  asked: false,
  longer: false,
};

function relationsOf({ box, cameBack, sent }: Model, person: Person): Set<string> {
  const relations = new Set<string>();
  if (person === 'stranger' || (destinationSide.includes(person) && !sent)) return relations;
  relations.add('READER');
  if (person === 'member') return relations.add('APPLICANT');
  if (person === 'secretary') relations.add('ORIGIN_BRANCH');
  if (person === 'host') relations.add('DESTINATION_BRANCH');
  if (person === (box > 0 ? 'hostCommittee' : 'host')) relations.add('DESTINATION_COMMITTEE');
  if (person === 'committee' && box > 0) relations.add('LAST_ORIGIN_SIGNER');
  const byItsAct = box === 4 || box === 8 || (box === 5 && !cameBack);
  if (signers[box - 1] === person && !byItsAct) relations.add('BOX_SIGNER');
  return relations;
}

const factsOf = ({ state, box, asked }: Model): Partial<Record<TransferGuard, true | string>> => ({
  memberEligible: true,
  memberEligibleForGood: true,
  originOpen: true,
  destinationOpen: true,
  originInside: true,
  destinationInside: true,
  duesPaid: true,
  boxUnitsOpen: true,
  boxCanGoBack: (box > 1 && box !== 5) || 'NO_BOX_BEFORE',
  letterWithBranch: box === 1 || state === 'RETURNED_BY_DEST' || 'LETTER_NOT_WITH_BRANCH',
  noConversionAsked: !asked || 'CONVERSION_ALREADY_ASKED',
  conversionAsked: asked || 'CONVERSION_NOT_ASKED',
});

/** What an action that went through does to the model. */
function follow(model: Model, action: TransferAction, to: TransferState): Model {
  const next = { ...model, state: to, cameBack: false };
  const signed: readonly TransferAction[] = [
    'SIGN_BOX',
    'CONFIRM_STAY',
    'WRITE_STAY_COMMENT',
    'RECEIVE_BACK',
  ];
  if (action === 'ISSUE_LETTER') next.box = 2;
  else if (signed.includes(action)) next.box += 1;
  else if (action === 'RETURN_BOX') Object.assign(next, { box: model.box - 1, cameBack: true });
  else if (action === 'VOID_LETTER') Object.assign(next, { box: 0, sent: false });
  else if (action === 'CANCEL' || action === 'WITHDRAW') next.box = 0;
  else next.cameBack = model.cameBack;
  if (action === 'REQUEST_CONVERSION') next.asked = true;
  if (action === 'AGREE_CONVERSION' || action === 'REFUSE_CONVERSION') next.asked = false;
  if (action === 'GRANT_EXTENSION') next.longer = true;
  next.sent ||= to === 'SENT';
  return next;
}

/** Where a signature must lead, said by box instead of by table. */
const afterSigning: Record<number, TransferState> = {
  1: 'IN_ORIGIN_CHAIN',
  2: 'SENT',
  3: 'AT_DEST_BRANCH',
  5: 'RETURNING',
  6: 'RETURNING',
  7: 'BACK_AT_ORIGIN',
};

test(`a random walk of ${STEPS} acts agrees with the table (STAY_MODEL_SEED=${seed})`, async () => {
  process.stdout.write(`temporary transfer: model seed ${seed}\n`);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const stale = new Date(Date.now() - 11 * 60_000);
  const visited = new Set<TransferState>();
  let dossier = await stayAt(stage, 'SUBMITTED');
  let model = fresh;
  const trail: string[] = [];

  for (let count = 0; count < STEPS; count += 1) {
    // A finished dossier is knocked at a few times before the next one begins.
    if ('final' in temporaryTransfer.states[model.state] && random() < 0.4) {
      dossier = await stayAt(stage, 'SUBMITTED');
      model = fresh;
    }
    // So is one that waits for its official transfer, before that comes to nothing and the stay goes on.
    if (model.state === 'CONVERTED' && random() < 0.4) {
      await stage.done(dossier.applicant, 'withdrawTransfer', await officialOf(dossier.id));
      model = { ...model, state: 'ACTIVE_TEMPORARY' };
    }
    const here = actions.filter((one) =>
      temporaryTransfer.transitions.some(
        (row) => row.action === one && (row.from as readonly string[]).includes(model.state),
      ),
    );
    const gentle = here.filter((one) => !seldom.includes(one) || random() < 0.15);
    const drawn = gentle.length > 0 && random() < 0.85 ? pick(gentle) : pick(actions);
    const action = drawn === 'REQUEST_EXTENSION' && model.longer ? 'ADD_STAY_NOTE' : drawn;
    const able = people.filter((one) => !('refusal' in targetsOf(model, one, action)));
    const person = able.length > 0 && random() < 0.8 ? pick(able) : pick(people);
    const stepUpFresh = random() < 0.9;
    const reason = random() < 0.9 ? 'vì lý do chính đáng' : ' ';
    const expected = targetsOf(model, person, action, { stepUpFresh, reason });
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
    model = follow(model, action, answer as TransferState);
    visited.add(model.state);
  }
  expect(visited.size).toBeGreaterThanOrEqual(6);
}, 240_000);

function targetsOf(
  model: Model,
  person: Person,
  action: TransferAction,
  { stepUpFresh = true, reason = 'x' } = {},
) {
  return possibleTargets(temporaryTransfer, {
    state: model.state,
    action,
    relations: relationsOf(model, person),
    facts: factsOf(model),
    stepUpFresh,
    reason,
  });
}

async function officialOf(id: string): Promise<string> {
  const [row] = await stage
    .em()
    .execute<{ id: string }[]>(
      'select id from transfer_dossier where converts_id = ? and closed_on is null',
      [id],
    );
  return row?.id ?? '';
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
