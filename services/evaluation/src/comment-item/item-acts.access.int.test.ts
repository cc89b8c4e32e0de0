import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ItemStage, type ItemWish, openItems } from '../../test/item-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: ItemStage;
beforeAll(async () => {
  stage = await openItems();
});
afterAll(() => stage?.close());

type Who = keyof typeof actors;
const reason = 'vì lý do chính đáng';

/** One act, the item that it is for, who may do it, and who is told what; to all others the item is not there. */
interface Door {
  readonly wish: ItemWish;
  readonly input?: Record<string, unknown>;
  readonly done: string;
  readonly insiders: readonly Who[];
  /** They see the item, and the act is not theirs. */
  readonly lookers: readonly Who[];
  /** Their office holds no such permission. */
  readonly forbidden: readonly Who[];
  readonly wrongState: ItemWish['status'];
}

const plain: readonly Who[] = ['member', 'neighbour', 'wardAdmin', 'support', 'locked', 'applicant'];
const readers: readonly Who[] = ['wardBuilding', 'inspector'];

const doors: Record<string, Door> = {
  'Mutation.forwardCommentItem': {
    wish: { status: 'SENT', residenceBranchId: null },
    input: { branchId: units.residenceBranch },
    done: 'AT_BRANCH',
    insiders: ['residenceWard'],
    lookers: ['secretary', 'committee'],
    forbidden: [...plain, ...readers, 'collector'],
    wrongState: 'SUBMITTED',
  },
  'Mutation.returnCommentItem': {
    wish: {},
    input: { reason },
    done: 'RETURNED',
    insiders: ['residenceWard', 'residenceSecretary'],
    lookers: ['secretary', 'committee', 'residenceCommittee'],
    forbidden: [...plain, ...readers, 'collector'],
    wrongState: 'DRAFTING',
  },
  'Mutation.acceptIntroduction': {
    wish: { status: 'SENT', type: 'INTRODUCE' },
    done: 'INTRODUCED',
    insiders: ['residenceSecretary'],
    lookers: ['secretary', 'committee', 'residenceCommittee', 'residenceWard'],
    forbidden: [...plain, ...readers, 'collector'],
    wrongState: 'INTRODUCED',
  },
  'Mutation.resendCommentItem': {
    wish: { status: 'RETURNED' },
    input: { residenceId: units.residenceBranch },
    done: 'AT_BRANCH',
    insiders: ['secretary', 'collector'],
    lookers: ['committee', 'residenceSecretary', 'residenceCommittee', 'residenceWard'],
    forbidden: [...plain, ...readers],
    wrongState: 'AT_BRANCH',
  },
  'Mutation.cancelCommentItem': {
    wish: {},
    input: { reason },
    done: 'CANCELLED',
    insiders: ['secretary'],
    lookers: ['collector', 'committee', 'residenceSecretary', 'residenceCommittee', 'residenceWard'],
    forbidden: [...plain, ...readers],
    wrongState: 'DELIVERED',
  },
};

describe.each(Object.entries(doors))('%s', (door, { wish, input, done, ...who }) => {
  const name = door.replace('Mutation.', '');
  const act = (actor: Actor | null, itemId: string) => stage.act(actor, name, itemId, input);

  test.each([...who.insiders])('is done by %s, once', async (insider) => {
    const { id } = await stage.item(wish);
    expect(await act(actors[insider], id)).toBe(done);
    expect(await act(actors[insider], id)).toMatch(/WRONG_STATE|NOTHING_TO_CHANGE/);
  });

  test('is nobody’s who is not signed in, and not there for whoever has no part in it', async () => {
    const { id } = await stage.item(wish);
    expect(await act(null, id)).toBe('UNAUTHENTICATED');
    for (const one of Object.keys(actors) as Who[]) {
      if (who.insiders.includes(one)) continue;
      const expected = who.forbidden.includes(one)
        ? 'FORBIDDEN'
        : who.lookers.includes(one)
          ? 'ACTION_NOT_ALLOWED'
          : 'NOT_FOUND';
      expect([one, await act(actors[one], id)]).toEqual([one, expected]);
    }
    expect(await stage.row(id)).toMatchObject({ version: 1 });
  });

  test('finds nothing under an id that nobody knows, and refuses a wrong state', async () => {
    const [insider] = who.insiders as [Who];
    expect(await act(actors[insider], randomUUID())).toBe('NOT_FOUND');
    const { id } = await stage.item({ ...wish, ...(who.wrongState && { status: who.wrongState }) });
    expect(await act(actors[insider], id)).toBe('WRONG_STATE');
  });

  test('is not done on one’s own case, nor on what was read before somebody else acted', async () => {
    const [insider] = who.insiders as [Who];
    const own = actors[insider];
    const { id } = await stage.item(wish);
    expect(await stage.act(own, name, id, { ...input, expectedVersion: 7 })).toBe('VERSION_CONFLICT');
    if (['forwardCommentItem', 'resendCommentItem'].includes(name)) return;
    const { id: mine } = await stage.item({ ...wish, memberId: own.memberId as string });
    expect(await act(own, mine)).toBe('OWN_CASE');
  });
});

describe('Mutation.forwardCommentItems', () => {
  const forward = async (actor: Actor | null, itemIds: string[]) => {
    const { data, errors } = await stage.execute(
      'mutation ($input: ForwardCommentItemsInput!) { done: forwardCommentItems(input: $input) { items { item { id } refusal { code } } refusal { code } } }',
      { input: { idempotencyKey: randomUUID(), itemIds, branchId: units.residenceBranch } },
      actor,
    );
    const items = data?.done?.items as { refusal: { code: string } | null }[] | undefined;
    return (
      errors?.[0]?.extensions?.code ??
      data?.done.refusal?.code ??
      items?.map(({ refusal }) => refusal?.code ?? 'DONE')
    );
  };

  test('moves nothing for strangers, one by one', async () => {
    const { id } = await stage.item({ status: 'SENT', residenceBranchId: null });
    expect(await forward(null, [id])).toBe('UNAUTHENTICATED');
    for (const who of [...plain, ...readers, 'collector' as const])
      expect(await forward(actors[who], [id])).toBe('FORBIDDEN');
    for (const who of ['secretary2', 'companyWard', 'residenceSecretary', 'residenceCommittee'] as const)
      expect([who, await forward(actors[who], [id, randomUUID()])]).toEqual([
        who,
        ['NOT_FOUND', 'NOT_FOUND'],
      ]);
    expect(await forward(actors.secretary, [id])).toEqual(['ACTION_NOT_ALLOWED']);
    expect(await stage.row(id)).toMatchObject({ status: 'SENT', version: 1 });
  });

  test('takes nobody twice, nobody at all not either, and a hundred at most', async () => {
    const { id } = await stage.item({ status: 'SENT', residenceBranchId: null });
    expect(await forward(actors.residenceWard, [id, id])).toBe('INVALID_INPUT');
    expect(await forward(actors.residenceWard, [])).toBe('INVALID_INPUT');
    const crowd = Array.from({ length: 101 }, () => randomUUID());
    expect(await forward(actors.residenceWard, crowd)).toBe('INVALID_INPUT');
  });
});
