import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { type ItemWish, openItems } from './item-stage.ts';
import { actors } from './small-province.ts';

export type SheetStage = Awaited<ReturnType<typeof openSheets>>;

/** Everything that a sheet must say. */
export const filled = {
  exemplaryConduct: 'EXEMPLARY_GOOD',
  civicDuty: 'MODEL',
  meetingAttendance: 'FULL',
  contactKeeping: 'REGULAR',
  mobilisation: 'ACTIVE',
  proposal: 'NO_PROPOSAL',
  meetingOn: '2026-07-05',
  frontCommitteeMet: true,
};

/** How an act names its items: by id, by what was read, or by what was written. */
const shapes: Readonly<Record<string, 'itemIds' | 'items' | 'sheets' | 'unitId'>> = {
  startCommentSheets: 'itemIds',
  receiveCommentSheets: 'itemIds',
  saveCommentSheets: 'sheets',
  submitCommentSheets: 'items',
  approveCommentSheets: 'items',
  approveAllCommentSheets: 'unitId',
  signAndSendCommentSheets: 'items',
};

const order = ['AT_BRANCH', 'DRAFTING', 'SUBMITTED', 'APPROVED'] as const;

/** `read`: the versions that somebody has read before; left out, they are read now. */
type ActOptions = { content?: object; key?: string; read?: readonly number[] };

/** The small province with ways to write and send sheets as anybody. */
export async function openSheets() {
  const stage = await openItems();
  const { residenceSecretary, residenceWard } = actors;

  const versions = async (itemIds: readonly string[]) => {
    const rows = await stage
      .em()
      .execute<{ id: string; version: number }[]>(
        'select id, version from comment_item where id = any(array[?]::uuid[])',
        [itemIds],
      );
    return itemIds.map((id) => rows.find((row) => row.id === id)?.version ?? 1);
  };

  /** Acts on many items as they stand now; answers the whole result. */
  async function callMany(
    actor: Actor | null,
    name: string,
    itemIds: readonly string[],
    { content = filled, key = randomUUID(), read }: ActOptions = {},
  ) {
    const known = read ?? (await versions(itemIds));
    const choices = itemIds.map((itemId, n) => ({ itemId, expectedVersion: known[n] }));
    const given = {
      itemIds: { itemIds },
      items: { items: choices },
      sheets: { sheets: choices.map((choice) => ({ ...choice, content })) },
      unitId: { unitId: itemIds[0] },
    }[shapes[name] ?? 'items'];
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await stage.execute(
      `mutation ($input: ${type}) {
        done: ${name}(input: $input) { items { id item { id status } refusal { code field } } refusal { code field } }
      }`,
      { input: { idempotencyKey: key, ...given } },
      actor,
    );
    return { ...data?.done, errors };
  }

  /** The same; answers the new state of each, or the code (and field) of its refusal or of the whole. */
  async function many(
    actor: Actor | null,
    name: string,
    itemIds: readonly string[],
    options: ActOptions = {},
  ): Promise<string[]> {
    const { items, refusal, errors } = await callMany(actor, name, itemIds, options);
    const told = (one: { code: string; field: string | null }) =>
      one.field === null ? one.code : `${one.code} ${one.field}`;
    if (!items) return [refusal ? told(refusal) : errors?.[0]?.extensions?.code];
    return items.map((one: { item: { status: string } | null; refusal: never }) =>
      one.item ? one.item.status : told(one.refusal),
    );
  }

  return {
    ...stage,
    callMany,
    many,
    versions,
    /** An item whose sheet has come as far as this, written by the residence secretary and approved by the ward. */
    async sheetIn(state: (typeof order)[number], wish: ItemWish = {}) {
      const opened = await stage.item({ ...wish, status: 'AT_BRANCH' });
      const steps = [
        () => many(residenceSecretary, 'startCommentSheets', [opened.id]),
        async () => {
          await many(residenceSecretary, 'saveCommentSheets', [opened.id]);
          return many(residenceSecretary, 'submitCommentSheets', [opened.id]);
        },
        () => many(residenceWard, 'approveCommentSheets', [opened.id]),
      ];
      for (const [index, step] of steps.slice(0, order.indexOf(state)).entries()) {
        const done = await step();
        if (done[0] !== order[index + 1]) throw new Error(`no ${order[index + 1]}: ${done}`);
      }
      return opened;
    },
    /** The sheets of an item as somebody reads them. */
    async sheets(actor: Actor | null, itemId: string, fields = 'status') {
      const { data } = await stage.execute(
        `query ($id: UUID!) { commentItem(id: $id) { sheet { ${fields} } sheets { ${fields} } } }`,
        { id: itemId },
        actor,
      );
      return data?.commentItem ?? null;
    },
  };
}
