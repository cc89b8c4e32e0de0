import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ItemWish } from '../../test/item-stage.ts';
import { openSheets, type SheetStage } from '../../test/sheet-stage.ts';
import { actors, units } from '../../test/small-province.ts';

let stage: SheetStage;
beforeAll(async () => {
  stage = await openSheets();
  await stage.certify(actors.residenceWard);
});
afterAll(() => stage?.close());

type Who = keyof typeof actors;
type From = Parameters<SheetStage['sheetIn']>[0];

/** One act, where the sheet must be for it, and who may do it; `lookers` see the item, `forbidden` hold no such permission. */
interface Door {
  readonly from: From;
  readonly done: string;
  readonly insiders: readonly Who[];
  readonly lookers: readonly Who[];
  readonly forbidden: readonly Who[];
  readonly wrongState: From;
}

const plain: readonly Who[] = ['member', 'neighbour', 'wardAdmin', 'support', 'locked', 'applicant'];
const readers: readonly Who[] = ['wardBuilding', 'inspector', 'collector'];
const committees: readonly Who[] = ['committee', 'residenceCommittee', 'residenceWard', 'companyWard'];
const branches: readonly Who[] = ['secretary', 'secretary2', 'residenceSecretary', 'companySecretary'];

const byBranch = {
  insiders: ['residenceSecretary'],
  lookers: ['secretary'],
  forbidden: [...plain, ...readers, ...committees],
} as const;
const byWard = {
  insiders: ['residenceWard'],
  lookers: ['committee', 'residenceCommittee'],
  forbidden: [...plain, ...readers, ...branches],
} as const;

const doors: Record<string, Door> = {
  'Mutation.startCommentSheets': {
    ...byBranch,
    from: 'AT_BRANCH',
    done: 'DRAFTING',
    wrongState: 'SUBMITTED',
  },
  'Mutation.saveCommentSheets': { ...byBranch, from: 'DRAFTING', done: 'DRAFTING', wrongState: 'SUBMITTED' },
  'Mutation.submitCommentSheets': {
    ...byBranch,
    from: 'DRAFTING',
    done: 'SUBMITTED',
    wrongState: 'APPROVED',
  },
  'Mutation.approveCommentSheets': { ...byWard, from: 'SUBMITTED', done: 'APPROVED', wrongState: 'DRAFTING' },
  'Mutation.signAndSendCommentSheets': {
    ...byWard,
    from: 'APPROVED',
    done: 'DELIVERED',
    wrongState: 'SUBMITTED',
  },
};

const namesOf = Object.keys(actors) as Who[];
const expectedOf = (who: Who, { lookers, forbidden }: Pick<Door, 'lookers' | 'forbidden'>) =>
  forbidden.includes(who) ? 'FORBIDDEN' : lookers.includes(who) ? 'ACTION_NOT_ALLOWED' : 'NOT_FOUND itemId';

describe.each(Object.entries(doors))('%s', (door, { from, done, wrongState, ...who }) => {
  const name = door.replace('Mutation.', '');
  const act = async (actor: Actor | null, itemId: string) => (await stage.many(actor, name, [itemId]))[0];
  const ready = async (wish: ItemWish = {}) => {
    const { id } = await stage.sheetIn(from, wish);
    if (done === 'SUBMITTED') await stage.many(actors.residenceSecretary, 'saveCommentSheets', [id]);
    return id;
  };

  test.each([...who.insiders])('is done by %s', async (insider) => {
    expect(await act(actors[insider], await ready())).toBe(done);
  });

  test('is nobody’s who is not signed in, and not there for whoever has no part in it', async () => {
    const id = await ready();
    const before = await stage.row(id);
    expect(await act(null, id)).toBe('UNAUTHENTICATED');
    for (const one of namesOf.filter((name) => !who.insiders.includes(name)))
      expect([one, await act(actors[one], id)]).toEqual([one, expectedOf(one, who)]);
    expect(await stage.row(id)).toEqual(before);
  });

  test('finds nothing under an unknown id, refuses a wrong state and one’s own case', async () => {
    const [insider] = who.insiders as [Who];
    expect(await act(actors[insider], randomUUID())).toBe('NOT_FOUND itemId');
    const { id } = await stage.sheetIn(wrongState);
    expect(await act(actors[insider], id)).toBe('WRONG_STATE');
    const deputy = testActor({
      role: actors[insider].capacity?.role,
      unitId: actors[insider].capacity?.unitId,
    });
    const about = { ...deputy, memberId: randomUUID() } as Actor;
    expect(await act(about, await ready({ memberId: about.memberId as string }))).toBe('OWN_CASE');
  });
});

describe('Mutation.approveAllCommentSheets', () => {
  test('is for the leaders of that very commune or ward', async () => {
    await stage.sheetIn('SUBMITTED');
    const all = async (actor: Actor | null, unitId: string = units.residenceWard) =>
      (await stage.many(actor, 'approveAllCommentSheets', [unitId]))[0];
    expect(await all(null)).toBe('UNAUTHENTICATED');
    for (const one of namesOf.filter((name) => name !== 'residenceWard'))
      expect([one, await all(actors[one])]).toEqual([
        one,
        committees.includes(one) ? 'NOT_FOUND unitId' : 'FORBIDDEN',
      ]);
    for (const unitId of [units.residenceCommittee, units.city, units.companyWard, randomUUID()])
      expect(await all(actors.residenceWard, unitId)).toBe('NOT_FOUND unitId');
    expect(await all(actors.residenceWard)).toBe('APPROVED');
  });
});

describe('Mutation.returnCommentSheet', () => {
  test('is for the leaders of the residence ward', async () => {
    const { id } = await stage.sheetIn('SUBMITTED');
    const act = (actor: Actor | null) => stage.act(actor, 'returnCommentSheet', id, { reason: 'Chưa rõ' });
    expect(await act(null)).toBe('UNAUTHENTICATED');
    for (const one of namesOf.filter((name) => name !== 'residenceWard'))
      expect([one, await act(actors[one])]).toEqual([one, expectedOf(one, byWard).split(' ')[0]]);
    expect(await act(actors.residenceWard)).toBe('DRAFTING');
    expect(await act(actors.residenceWard)).toBe('WRONG_STATE');
  });
});

describe('CommentItem.sheet', () => {
  const residence: readonly Who[] = ['residenceSecretary', 'residenceCommittee', 'residenceWard'];
  const seen = async (who: Who, itemId: string) =>
    (await stage.sheets(actors[who], itemId, 'status otherComment'))?.sheet ?? null;

  test.each(['DRAFTING', 'SUBMITTED', 'APPROVED'] as const)(
    '%s is for the residence side alone',
    async (from) => {
      const { id } = await stage.sheetIn(from);
      for (const one of residence) expect([one, await seen(one, id)]).toEqual([one, expect.anything()]);
      for (const one of namesOf.filter((name) => !residence.includes(name)))
        expect([one, await seen(one, id)]).toEqual([one, null]);
    },
  );

  test('about oneself is closed before delivery, whatever office one holds', async () => {
    const { id } = await stage.sheetIn('SUBMITTED', { memberId: actors.residenceWard.memberId as string });
    expect(await stage.sheets(actors.residenceWard, id)).toEqual({ sheet: null, sheets: [] });
  });

  test('leaves a line in the audit trail for each who reads it about somebody else', async () => {
    const { id, memberId } = await stage.sheetIn('SUBMITTED');
    await stage.sheets(actors.residenceWard, id);
    await stage.sheets(actors.secretary, id);
    const lines = await stage
      .em()
      .execute(
        `select action, account_id as account, unit_id as unit from audit_entry where member_id = ? and action like 'read%'`,
        [memberId],
      );
    const line = { action: 'readCommentSheet', unit: units.branch1 };
    expect(lines).toEqual([{ ...line, account: actors.residenceWard.accountId }]);
  });

  test('of a whole desk takes a fixed number of statements, however many sheets there are', async () => {
    const desk = (first: number) =>
      stage.counting(() =>
        stage.execute(
          `query ($of: [_Any!]!, $first: Int!) {
            _entities(representations: $of) { ... on OrgUnit {
              commentItems(side: RESIDENCE, first: $first) {
                edges { node { sheet { status signature { id } document { url } } sheets { id } } }
              }
            } }
          }`,
          { of: [{ __typename: 'OrgUnit', id: units.residenceWard }], first },
          actors.residenceWard,
        ),
      );
    const few = await desk(2);
    const all = await desk(50);
    expect(few.answer.data?._entities[0].commentItems.edges).toHaveLength(2);
    expect(all.answer.data?._entities[0].commentItems.edges.length).toBeGreaterThan(15);
    expect(all.statements).toBeLessThanOrEqual(10);
  });
});
