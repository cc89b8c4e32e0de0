import { CommentSheetsSubmitted } from '@dang/events/contracts/evaluation/comment-sheets-submitted';
import { recordEvents } from '@dang/events/outbox';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { mutateMany } from '@dang/service/mutation-many';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { itemById } from '../comment-item/comment-item.pages.ts';
import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import type { ItemAttempt } from '../comment-item/item-act.ts';
import type { CommentItemChoice, MutationResolvers, Resolvers } from '../generated/graph.ts';
import { countWaitingSheets, waitingSheets } from './approve-all.ts';
import { correctSheet, dropCorrection } from './correction.acts.ts';
import { type Delivery, deliverSheet, tellDelivered } from './deliver-sheet.ts';
import { enterPaperSheet } from './paper-sheet.acts.ts';
import { approveSheet, returnSheet, saveSheet, startSheet, submitSheet } from './sheet.acts.ts';
import { signSheets } from './sign-sheets.ts';

type Input = { idempotencyKey: string };

/** How a mutation answers with an item. */
const callOf = <I extends Input>(name: string, input: I, context: GraphContext) => ({
  name,
  input,
  field: 'item' as const,
  load: (_: SqlEntityManager, id: string) => itemById(context, id),
});

/** Looks the entry of an item up by its id, which may come in capitals. */
const byItem = <T extends { itemId: string }>(entries: readonly T[]) => {
  const known = new Map(entries.map((entry) => [entry.itemId.toLowerCase(), entry]));
  return (id: string): T => known.get(id) as T;
};

const idsOf = (choices: readonly { itemId: string }[]) => choices.map(({ itemId }) => itemId);

/** A mutation of many items, each as it was read. */
function actOnMany(
  name: string,
  input: Input & { items: readonly CommentItemChoice[] },
  context: GraphContext,
  work: (em: SqlEntityManager, attempt: ItemAttempt) => Promise<Refusal | Done>,
  afterwards?: (em: SqlEntityManager) => Promise<void>,
) {
  const choiceOf = byItem(input.items);
  const call = { ...callOf(name, input, context), idsField: 'items' };
  return mutateMany(context, call, idsOf(input.items), (em, id) => work(em, choiceOf(id)), afterwards);
}

/** A mutation of one item. */
const actOnOne =
  <I extends Input & ItemAttempt>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: I) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: I }, context: GraphContext) =>
    mutate(context, callOf(name, input, context), (em) => work(em, context, input));

/** Tells each commune or ward what was submitted to it, by branch. */
async function tellSubmitted(em: SqlEntityManager, items: readonly CommentItemRow[]): Promise<void> {
  const groups = Map.groupBy(items, ({ residenceUnitId, residenceBranchId }) =>
    [residenceUnitId, residenceBranchId].join(' '),
  );
  const events = [...groups.values()].map((group) => {
    const { residenceUnitId = '', residenceBranchId = '' } = group[0] ?? {};
    const rows = group.map(({ id, number }) => ({ itemId: id, number }));
    return {
      aggregateId: residenceUnitId,
      data: { residenceUnitId, residenceBranchId: residenceBranchId ?? '', items: rows },
    };
  });
  await recordEvents(em, CommentSheetsSubmitted, events);
}

const startCommentSheets: MutationResolvers['startCommentSheets'] = (_, { input }, context) =>
  mutateMany(
    context,
    { ...callOf('startCommentSheets', input, context), idsField: 'itemIds' },
    input.itemIds,
    (em, id) => startSheet(em, context, id),
  );

const saveCommentSheets: MutationResolvers['saveCommentSheets'] = (_, { input }, context) => {
  const writingOf = byItem(input.sheets);
  const call = { ...callOf('saveCommentSheets', input, context), idsField: 'sheets' };
  return mutateMany(context, call, idsOf(input.sheets), (em, id) => saveSheet(em, context, writingOf(id)));
};

const submitCommentSheets: MutationResolvers['submitCommentSheets'] = (_, { input }, context) => {
  const submitted: CommentItemRow[] = [];
  return actOnMany(
    'submitCommentSheets',
    input,
    context,
    (em, choice) => submitSheet(em, context, choice, (item) => submitted.push(item)),
    (em) => tellSubmitted(em, submitted),
  );
};

const approveCommentSheets: MutationResolvers['approveCommentSheets'] = (_, { input }, context) =>
  actOnMany('approveCommentSheets', input, context, (em, choice) => approveSheet(em, context, choice));

const approveAllCommentSheets: MutationResolvers['approveAllCommentSheets'] = async (
  _,
  { input },
  context,
) => {
  const unitId = input.unitId.toLowerCase();
  const answer = await mutateMany(
    context,
    { ...callOf('approveAllCommentSheets', input, context), idsField: 'unitId' },
    (em) => waitingSheets(em, context, unitId),
    (em, itemId) => approveSheet(em, context, { itemId }),
  );
  return { ...answer, left: answer.refusal ? null : await countWaitingSheets(context, unitId) };
};

/** More would take longer than a caller waits for an answer. */
const MOST_SIGNED_AT_ONCE = 30;

// what the whole call is refused for is found before anybody is asked to sign
const signAndSendCommentSheets: MutationResolvers['signAndSendCommentSheets'] = async (
  _,
  { input },
  context,
) => {
  const different = new Set(idsOf(input.items).map((id) => id.toLowerCase()));
  if (input.items.length > MOST_SIGNED_AT_ONCE || different.size < input.items.length)
    return { items: null, refusal: refuse('INVALID_INPUT', { field: 'items' }) };
  const signed = await signSheets(context, input.items);
  const delivered: Delivery[] = [];
  return actOnMany(
    'signAndSendCommentSheets',
    input,
    context,
    (em, choice) =>
      deliverSheet(em, context, choice, signed.get(choice.itemId.toLowerCase()), (delivery) =>
        delivered.push(delivery),
      ),
    (em) => tellDelivered(em, context, delivered),
  );
};

export const sheetActResolvers: Resolvers = {
  Mutation: {
    startCommentSheets,
    saveCommentSheets,
    submitCommentSheets,
    returnCommentSheet: actOnOne('returnCommentSheet', returnSheet),
    approveCommentSheets,
    approveAllCommentSheets,
    signAndSendCommentSheets,
    enterPaperCommentSheet: actOnOne('enterPaperCommentSheet', enterPaperSheet),
    correctCommentSheet: actOnOne('correctCommentSheet', correctSheet),
    dropCommentSheetCorrection: actOnOne('dropCommentSheetCorrection', dropCorrection),
  },
};
