import { randomInt } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { randomWalk, type WalkOutcome, type WalkStep } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, enrol, type ListAct, made, type Province } from '../../test/list-stage.ts';
import { actors, openTestProvince, units } from '../../test/small-province.ts';
import { type CommentListState, commentListWorkflow } from './comment-list.workflow.ts';
import { completeLists } from './complete-lists.ts';

type Workflow = typeof commentListWorkflow;
type Step = WalkStep<Workflow>;

let province: Province;
beforeAll(async () => {
  province = await openTestProvince();
  await province.certify(actors.secretary);
  await province.certify(actors.collector);
});
afterAll(() => province?.close());

const seed = Number(process.env.LIST_MODEL_SEED ?? randomInt(2 ** 31));

const requests: Record<Exclude<Step['action'], 'COMPLETE'>, [what: ListAct, more: object]> = {
  EDIT: ['addTo', {}],
  SUBMIT: ['submit', {}],
  APPROVE: ['approve', {}],
  SIGN_AND_APPROVE: ['approve', { sign: true }],
  REJECT: ['reject', {}],
  WITHDRAW: ['withdraw', {}],
  SEND: ['send', {}],
  SIGN_AND_SEND: ['send', { sign: true }],
  DISCARD: ['discard', {}],
};

/** Who stands where, written down here and not computed. */
const people: readonly (readonly [relations: readonly string[], actor: Actor | 'system'])[] = [
  [['READER', 'PREPARER', 'APPROVER', 'SENDER'], actors.secretary],
  [['READER', 'PREPARER', 'SENDER'], actors.collector],
  [['READER'], actors.committee],
  [[], actors.secretary2],
  [['SYSTEM'], 'system'],
];
const sets = people.map(([relations]) => new Set(relations));

/** One list, played by real requests; its facts are laid into the tables before each. */
function aList() {
  let listId = '';
  let memberId = '';

  /** Rows change in a draft only; who prepared never does, which the tables let us pretend. */
  async function lay({ facts }: Step): Promise<{ version: number; status: CommentListState }> {
    const em = province.em();
    await em.execute('update comment_list set created_by_role = ?, created_by_member_id = ? where id = ?', [
      facts.secondPerson === true ? 'BRANCH_SECRETARY' : 'BRANCH_DELEGATE',
      actors.secretary.memberId,
      listId,
    ]);
    const [row] = await em.execute<{ version: number; status: CommentListState }[]>(
      'select version, status from comment_list where id = ?',
      [listId],
    );
    if (!row) throw new Error('the list is gone');
    if (row.status !== 'DRAFT') return row;
    await em.execute('delete from comment_list_row where list_id = ?', [listId]);
    const residence = facts.residencesKnown === true ? units.residenceWard : null;
    if (facts.hasRows === true)
      await em.execute(
        `insert into comment_list_row (list_id, member_id, place, type, self_report_required, residence_unit_id)
         values (?, ?, 1, 'REQUEST_COMMENT', false, ?)`,
        [listId, memberId, residence],
      );
    return row;
  }

  async function complete(status: CommentListState): Promise<WalkOutcome<Workflow>> {
    await province.em().transactional(async (em) => {
      const items: { id: string }[] = await em.execute(
        `update comment_item set status = 'CANCELLED', closed_on = '2026-07-06' where list_id = ? returning id`,
        [listId],
      );
      await completeLists(
        em,
        items.map(({ id }) => id),
      );
    });
    return status === 'SENT' ? { to: 'COMPLETED' } : { refusal: 'WRONG_STATE' };
  }

  return {
    async begin() {
      [memberId = ''] = await enrol(province, {});
      ({ listId } = await made(province, { memberIds: [memberId], purpose: 'REWARD' }));
    },
    async apply(step: Step): Promise<WalkOutcome<Workflow>> {
      const { version, status } = await lay(step);
      // whether a list is approved is no fact of its own: its state says so
      Object.assign(step.facts, { isApproved: status === 'APPROVED' || 'LIST_NOT_APPROVED' });
      const actor = people.find((_, index) => sets[index] === step.relations)?.[1];
      if (step.action === 'COMPLETE' && actor === 'system') return complete(status);
      // there is no such request
      if (step.action === 'COMPLETE' || actor === 'system' || !actor)
        return { refusal: step.relations.size === 0 ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED' };
      const [what, more] = requests[step.action];
      const reason = what === 'reject' || what === 'withdraw' ? { reason: step.reason ?? '' } : {};
      const signedInAt = new Date(Date.now() - (step.stepUpFresh ? 0 : 11 * 60_000));
      const answer = await act(
        province,
        what,
        { listId, expectedVersion: version, ...more, ...reason },
        { ...actor, signedInAt },
      );
      // who holds no such permission at all is stopped at the door, before anybody asks the table
      if (answer.error === 'FORBIDDEN') return { refusal: 'ACTION_NOT_ALLOWED' };
      return answer.refusal ? { refusal: answer.refusal.code } : { to: answer.commentList.status };
    },
  };
}

test(`random walks through real requests agree with the table (seed ${seed})`, async () => {
  const succeeded = new Set<string>();
  const visited = new Set<string>();
  const actions = new Set(commentListWorkflow.transitions.map(({ action }) => action));
  const states = Object.keys(commentListWorkflow.states);
  for (
    let round = 0;
    round < 60 && succeeded.size + visited.size < actions.size + states.length;
    round += 1
  ) {
    const walk = await randomWalk(commentListWorkflow, {
      seed: seed + round,
      steps: 90,
      actors: [...sets, ...sets.slice(0, 2), ...sets.slice(0, 1)],
      facts: {
        hasRows: [true, true, true, true, 'LIST_EMPTY'],
        residencesKnown: [true, true, true, true, 'RESIDENCE_UNKNOWN'],
        secondPerson: [true, true, true, 'SECOND_PERSON_REQUIRED'],
        isApproved: [true],
      },
      ...aList(),
    });
    for (const action of walk.succeeded) succeeded.add(action);
    for (const state of walk.visited) visited.add(state);
  }
  expect([...succeeded].sort()).toEqual([...actions].sort());
  expect([...visited].sort()).toEqual([...states].sort());
}, 120_000);
