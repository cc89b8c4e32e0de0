import { randomInt } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { possibleTargets } from '@dang/workflow/decide';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stale } from '../../test/item-stage.ts';
import { filled, openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, units } from '../../test/small-province.ts';
import { factsOf } from '../comment-item/comment-item.rules.ts';
import {
  type CommentItemAction,
  type CommentItemState,
  commentItemWorkflow,
} from '../comment-item/comment-item.workflow.ts';
import { definition } from '../definition.ts';
import { findSheets, type SheetRow } from './sheet.rows.ts';
import { barToSubmit } from './sheet.rules.ts';

let stage: SheetStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openSheets();
  doors = openTestDoors(stage, definition.doors ?? []);
  await stage.certify(actors.residenceWard);
  await stage.certify(wardDelegate);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const STEPS = 220;
const seed = Number(process.env.SHEET_MODEL_SEED ?? randomInt(2 ** 31));
const wardDelegate = testActor({ role: 'COMMITTEE_DELEGATE', unitId: units.residenceWard });
const people: readonly { actor: Actor; relations: readonly string[] }[] = [
  { actor: actors.residenceSecretary, relations: ['RESIDENCE_VIEWER', 'RESIDENCE_BRANCH_LEADER'] },
  { actor: actors.residenceWard, relations: ['RESIDENCE_VIEWER', 'RESIDENCE_COMMITTEE_LEADER'] },
  { actor: wardDelegate, relations: ['RESIDENCE_VIEWER', 'RESIDENCE_COMMITTEE_DELEGATE'] },
  { actor: actors.secretary, relations: ['WORKPLACE_VIEWER', 'WORKPLACE_LEADER'] },
  { actor: actors.companySecretary, relations: [] },
];

type Attempt = { id: string; actor: Actor; reason: string; content: object };
const many =
  (name: string) =>
  async ({ id, actor, content }: Attempt) =>
    ((await stage.many(actor, name, [id], { content }))[0] ?? '').split(' ')[0] as string;
const one =
  (name: string) =>
  ({ id, actor, reason }: Attempt) =>
    stage.act(actor, name, id, name === 'dropCommentSheetCorrection' ? {} : { reason });

const acts: Partial<Record<CommentItemAction, (attempt: Attempt) => Promise<string>>> = {
  START_SHEET: many('startCommentSheets'),
  SAVE_SHEET: many('saveCommentSheets'),
  SUBMIT_SHEET: many('submitCommentSheets'),
  APPROVE_SHEET: many('approveCommentSheets'),
  SIGN_AND_SEND: many('signAndSendCommentSheets'),
  RECEIVE: many('receiveCommentSheets'),
  RETURN_SHEET: one('returnCommentSheet'),
  START_CORRECTION: one('correctCommentSheet'),
  DROP_CORRECTION: one('dropCommentSheetCorrection'),
  async ENTER_PAPER_SHEET({ id, actor }) {
    const file = await samplePdf();
    const scanId = await uploadFile(stage, doors.app, { mutation: 'prepareCommentUpload', actor, file });
    const paper = { channel: 'PAPER', paperReference: 'Công văn 12', content: filled, scanId };
    return stage.act(actor, 'enterPaperCommentSheet', id, paper);
  },
};
const actions = Object.keys(acts) as CommentItemAction[];

interface Known {
  status: CommentItemState;
  version: number;
  complete: boolean;
}
const itemNow = async (id: string) =>
  (
    await stage
      .em()
      .execute<Known[]>('select status, version, sheet_complete as complete from comment_item where id = ?', [
        id,
      ])
  )[0] as Known;
const sheetsNow = async (id: string) => (await findSheets(stage.em(), [id])).get(id) ?? [];
const isOpen = ({ status }: SheetRow) => ['DRAFT', 'SUBMITTED', 'APPROVED'].includes(status);

const sheetStates: Partial<Record<CommentItemState, string[]>> = {
  DRAFTING: ['DRAFT'],
  SUBMITTED: ['SUBMITTED'],
  APPROVED: ['APPROVED'],
};

/** What must hold of an item and its sheets after every act; `delivered` holds each delivered sheet as it first was. */
async function check(id: string, delivered: Map<string, string>, context: string): Promise<void> {
  const [item, sheets] = await Promise.all([itemNow(id), sheetsNow(id)]);
  const open = sheets.filter(isOpen);
  expect([open.map(({ status }) => status), context]).toEqual([sheetStates[item.status] ?? [], context]);
  if (open[0]) expect([item.complete, context]).toEqual([barToSubmit(open[0]) === null, context]);
  const inForce = sheets.filter(({ status }) => status === 'DELIVERED');
  for (const sheet of inForce) {
    const said = delivered.get(sheet.id) ?? JSON.stringify(sheet);
    expect([JSON.stringify(sheet), context]).toEqual([said, context]);
    delivered.set(sheet.id, said);
    expect([sheet.channel === 'ONLINE', context]).toEqual([sheet.signatureId !== null, context]);
  }
  // each corrects the one before it, and the last one counts for the year
  expect(inForce.slice(1).map(({ replacesId }) => replacesId)).toEqual(
    inForce.slice(0, -1).map(({ id }) => id),
  );
  const year = await stage
    .em()
    .execute<{ sheet: string }[]>('select sheet_id as sheet from year_end_comment where item_id = ?', [id]);
  expect(year.map(({ sheet }) => sheet)).toEqual(inForce.slice(-1).map(({ id }) => id));
}

test(`a random walk of ${STEPS} acts on sheets agrees with the table (SHEET_MODEL_SEED=${seed})`, async () => {
  process.stdout.write(`comment sheet: model seed ${seed}\n`);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const begin = async () => {
    const { id } = await stage.item();
    await stage.em().execute('update comment_item set yearly_year = 2026 where id = ?', [id]);
    return id;
  };
  const succeeded = new Set<CommentItemAction>();
  const ids: string[] = [await begin()];
  const delivered = new Map<string, string>();
  const trail: string[] = [];

  for (let count = 0; count < STEPS; count += 1) {
    let id = ids.at(-1) as string;
    let before = await itemNow(id);
    if (before.status === 'RECEIVED' && random() < 0.3) {
      id = await begin();
      ids.push(id);
      before = await itemNow(id);
    }
    const open = (await sheetsNow(id)).find(isOpen);
    const item = {
      memberId: '',
      type: 'REQUEST_COMMENT' as const,
      status: before.status,
      workplaceUnitId: '',
      residenceUnitId: '',
      residenceBranchId: null,
      sheetComplete: before.complete,
      correcting: open !== undefined && open.replacesId !== null,
    };
    const here = actions.filter((action) =>
      commentItemWorkflow.transitions.some(
        (row) => row.action === action && (row.from as readonly string[]).includes(before.status),
      ),
    );
    const action = random() < 0.85 ? pick(here) : pick(actions);
    const able = people.filter(({ relations }) =>
      commentItemWorkflow.transitions.some(
        (row) => row.action === action && row.by.some((relation) => relations.includes(relation)),
      ),
    );
    const { actor, relations } = random() < 0.8 ? pick(able) : pick(people);
    const stepUpFresh = random() < 0.9;
    const reason = random() < 0.9 ? 'vì lý do chính đáng' : ' ';
    const content = random() < 0.8 ? filled : { ...filled, contactKeeping: null };
    const expected = possibleTargets(commentItemWorkflow, {
      state: before.status,
      relations: new Set(relations),
      facts: factsOf(item, 'somebody'),
      stepUpFresh,
      reason,
      action,
    });
    const answer = await acts[action]?.({ id, actor: stepUpFresh ? actor : stale(actor), reason, content });
    trail.push(`${before.status}: ${action} by ${relations.at(-1) ?? 'nobody'} -> ${answer}`);
    const context = trail.slice(-10).join('\n');
    const after = await itemNow(id);
    if ('refusal' in expected) {
      // a role without the permission is told at the door, and what is missing of a sheet is told by its name
      const told: Record<string, string[]> = {
        FORBIDDEN: ['NOT_FOUND', 'ACTION_NOT_ALLOWED'],
        CRITERION_MISSING: ['SHEET_INCOMPLETE'],
      };
      const codes = told[answer ?? ''] ?? [answer];
      expect({ codes, context }).toEqual({ codes: expect.arrayContaining([expected.refusal]), context });
      expect([after, context]).toEqual([before, context]);
    } else {
      expect([expected.targets.includes(answer as CommentItemState), context]).toEqual([true, context]);
      expect([after.version, after.status, context]).toEqual([before.version + 1, answer, context]);
      succeeded.add(action);
    }
    await check(id, delivered, context);
  }
  expect(actions.filter((action) => !succeeded.has(action))).toEqual([]);
  for (const id of ids) {
    const { sheets } = await stage.sheets(actors.secretary, id, 'signature { verdict }');
    for (const { signature } of sheets) if (signature) expect(signature.verdict).toBe('VALID');
  }
});
