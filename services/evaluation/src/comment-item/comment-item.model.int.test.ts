import { randomInt } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { possibleTargets } from '@dang/workflow/decide';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliverSheet, fileRow } from '../../test/delivered.ts';
import { stale } from '../../test/item-stage.ts';
import { filled, openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, units } from '../../test/small-province.ts';
import { type CommentItemType, factsOf } from './comment-item.rules.ts';
import {
  type CommentItemAction,
  type CommentItemState,
  closedStates,
  commentItemWorkflow,
} from './comment-item.workflow.ts';

let stage: SheetStage;
beforeAll(async () => {
  stage = await openSheets();
});
afterAll(() => stage?.close());

const STEPS = 300;
const seed = Number(process.env.COMMENT_MODEL_SEED ?? randomInt(2 ** 31));
const branch2Secretary = testActor({ role: 'BRANCH_SECRETARY', unitId: units.residenceBranch2 });
const wardDelegate = testActor({ role: 'COMMITTEE_DELEGATE', unitId: units.residenceWard });
const people = {
  secretary: actors.secretary,
  collector: actors.collector,
  committee: actors.committee,
  residenceSecretary: actors.residenceSecretary,
  branch2Secretary,
  residenceWard: actors.residenceWard,
  wardDelegate,
  stranger: actors.companySecretary,
} satisfies Record<string, Actor>;
type Person = keyof typeof people;
const persons = Object.keys(people) as Person[];

/** What an item is to the eyes of this model: far less than the real one keeps. */
interface Model {
  id: string;
  type: CommentItemType;
  state: CommentItemState;
  home: 'residenceBranch' | 'residenceBranch2' | null;
  complete: boolean;
  correcting: boolean;
}

/** Who is what, written down here and not asked of the rules. */
function relationsOf({ home }: Model, person: Person): Set<string> {
  const work = new Set(['WORKPLACE_VIEWER']);
  const host = new Set(['RESIDENCE_VIEWER']);
  const isHome = home === (person === 'residenceSecretary' ? 'residenceBranch' : 'residenceBranch2');
  switch (person) {
    case 'secretary':
      return work.add('WORKPLACE_LEADER');
    case 'collector':
      return work.add('WORKPLACE_DELEGATE');
    case 'committee':
      return work;
    case 'residenceSecretary':
    case 'branch2Secretary':
      return isHome ? host.add('RESIDENCE_BRANCH_LEADER') : new Set();
    case 'residenceWard':
      return host.add('RESIDENCE_COMMITTEE_LEADER');
    case 'wardDelegate':
      return host.add('RESIDENCE_COMMITTEE_DELEGATE');
    case 'stranger':
      return new Set();
  }
}

const other = ({ home }: Model) => (home === 'residenceBranch' ? 'residenceBranch2' : 'residenceBranch');

type Attempt = { model: Model; actor: Actor; reason: string; complete: boolean };
const single =
  (name: string, more: (given: Attempt) => Record<string, unknown>) =>
  (given: Attempt): Promise<string> =>
    stage.act(given.actor, name, given.model.id, more(given));
const several = (name: string) => async (given: Attempt) => {
  const content = given.complete ? filled : { ...filled, contactKeeping: null };
  const [answer] = await stage.many(given.actor, name, [given.model.id], { content });
  return (answer ?? '').split(' ')[0] as string;
};
const withReason = ({ reason }: Attempt) => ({ reason });

/** The real act of each action; signing, entering paper and following a member have walks and tests of their own. */
const acts: Partial<Record<CommentItemAction, (given: Attempt) => Promise<string>>> = {
  FORWARD_TO_BRANCH: single('forwardCommentItem', ({ model }) => ({ branchId: units[other(model)] })),
  RETURN_TO_WORKPLACE: single('returnCommentItem', withReason),
  ACCEPT_INTRODUCTION: single('acceptIntroduction', () => ({})),
  START_SHEET: several('startCommentSheets'),
  SAVE_SHEET: several('saveCommentSheets'),
  SUBMIT_SHEET: several('submitCommentSheets'),
  APPROVE_SHEET: several('approveCommentSheets'),
  RETURN_SHEET: single('returnCommentSheet', withReason),
  START_CORRECTION: single('correctCommentSheet', withReason),
  DROP_CORRECTION: single('dropCommentSheetCorrection', () => ({})),
  RECEIVE: several('receiveCommentSheets'),
  CORRECT_AND_RESEND: single('resendCommentItem', () => ({ residenceId: units.residenceWard })),
  CANCEL: single('cancelCommentItem', withReason),
};
const actions = Object.keys(acts) as CommentItemAction[];
/** Ways out and back: taken seldom, or the walk would never arrive. */
const seldom: readonly CommentItemAction[] = [
  'CANCEL',
  'RETURN_TO_WORKPLACE',
  'RETURN_SHEET',
  'FORWARD_TO_BRANCH',
];

/** What an action that went through does to the model. */
function follow(model: Model, action: CommentItemAction, to: CommentItemState, complete: boolean): Model {
  const next = { ...model, state: to };
  if (action === 'FORWARD_TO_BRANCH') next.home = other(model);
  if (action === 'CORRECT_AND_RESEND') next.home = null;
  if (action === 'START_SHEET') next.complete = false;
  if (action === 'SAVE_SHEET') next.complete = complete;
  if (action === 'START_CORRECTION') Object.assign(next, { complete: true, correcting: true });
  if (action === 'DROP_CORRECTION') Object.assign(next, { complete: true, correcting: false });
  return next;
}

const situation = (model: Model, person: Person, stepUpFresh: boolean, reason: string) => {
  const { type, state: status, complete: sheetComplete, correcting } = model;
  const item = { memberId: '', type, status, sheetComplete, correcting };
  const sides = { workplaceUnitId: '', residenceUnitId: '', residenceBranchId: null };
  return {
    state: status,
    relations: relationsOf(model, person),
    facts: factsOf({ ...item, ...sides }, 'somebody'),
    stepUpFresh,
    reason,
  };
};

test(`a random walk of ${STEPS} acts agrees with the table (COMMENT_MODEL_SEED=${seed})`, async () => {
  process.stdout.write(`comment item: model seed ${seed}\n`);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const begin = async (): Promise<Model> => {
    const type = pick(['REQUEST_COMMENT', 'REQUEST_COMMENT', 'INTRODUCE_AND_REQUEST', 'INTRODUCE'] as const);
    const home = pick([null, 'residenceBranch', 'residenceBranch2'] as const);
    const residenceBranchId = home && units[home];
    const { id } = await stage.item({ type, status: 'SENT', residenceBranchId });
    return { id, type, state: 'SENT', home, complete: false, correcting: false };
  };
  const succeeded = new Set<CommentItemAction>();
  const visited = new Set<CommentItemState>(['SENT']);
  const trail: string[] = [];
  let model = await begin();

  // an unlucky walk goes on until it has been about enough
  const isWide = () => visited.size >= 7 && succeeded.size >= 8;
  for (let count = 0; count < STEPS || (!isWide() && count < 10 * STEPS); count += 1) {
    // a finished item is knocked at a few times before the next one begins
    // (nor does it stay at an approved correction, which only a signature takes further)
    const isAtEnd = closedStates.includes(model.state) || (model.state === 'APPROVED' && model.correcting);
    if (isAtEnd && random() < 0.4) model = await begin();
    if (model.state === 'APPROVED' && !model.correcting && random() < 0.5) {
      const scanId = await fileRow(stage.em(), 'CommentSheet', model.id);
      await stage.em().execute(`update comment_sheet set status = 'DISCARDED' where item_id = ?`, [model.id]);
      await deliverSheet(stage.em(), { itemId: model.id, scanId });
      model = { ...model, state: 'DELIVERED' };
      visited.add('DELIVERED');
    }
    const here = actions.filter((one) =>
      commentItemWorkflow.transitions.some(
        (row) => row.action === one && (row.from as readonly string[]).includes(model.state),
      ),
    );
    const gentle = here.filter((one) => !seldom.includes(one) || random() < 0.25);
    const action = gentle.length > 0 && random() < 0.85 ? pick(gentle) : pick(actions);
    const able = persons.filter(
      (one) =>
        !('refusal' in possibleTargets(commentItemWorkflow, { ...situation(model, one, true, 'x'), action })),
    );
    const person = able.length > 0 && random() < 0.85 ? pick(able) : pick(persons);
    const fresh = random() < 0.9;
    const reason = random() < 0.9 ? 'vì lý do chính đáng' : ' ';
    const complete = random() < 0.8;

    const expected = possibleTargets(commentItemWorkflow, {
      ...situation(model, person, fresh, reason),
      action,
    });
    const actor = fresh ? people[person] : stale(people[person]);
    const answer = await acts[action]?.({ model, actor, reason, complete });
    trail.push(`${model.type} ${model.state} at ${model.home}: ${action} by ${person} -> ${answer}`);
    const context = trail.slice(-12).join('\n');
    if ('refusal' in expected) {
      // a role without the permission is told at the door, and what is missing of a sheet is told by its name
      const told: Record<string, string[]> = {
        FORBIDDEN: ['NOT_FOUND', 'ACTION_NOT_ALLOWED'],
        CRITERION_MISSING: ['SHEET_INCOMPLETE'],
      };
      const codes = told[answer ?? ''] ?? [answer];
      expect({ codes, context }).toEqual({ codes: expect.arrayContaining([expected.refusal]), context });
      continue;
    }
    const targets = expected.targets;
    expect({ targets, context }).toEqual({ targets: expect.arrayContaining([answer]), context });
    succeeded.add(action);
    model = follow(model, action, answer as CommentItemState, complete);
    visited.add(model.state);
  }
  expect({ isWide: isWide(), visited, succeeded }).toMatchObject({ isWide: true });
}, 120_000);
