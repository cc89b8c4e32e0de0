import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, personalIdOf, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
  await house
    .em()
    .execute(`update member set profile_number = '777' where id = ?`, [ids.member('neighbour')]);
});
afterAll(() => house.close());

const SEARCH = `query ($text: String!, $unitId: UUID, $first: Int, $after: String) {
  searchMembers(text: $text, unitId: $unitId, first: $first, after: $after) {
    edges { node { id fullName } cursor } pageInfo { hasNextPage endCursor } } }`;
const search = (actor: Actor | null, text: string, over: Record<string, unknown> = {}) =>
  house.execute(SEARCH, { text, ...over }, actor);
async function names(actor: Actor, text: string, over: Record<string, unknown> = {}): Promise<string[]> {
  const { data, errors } = await search(actor, text, over);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.searchMembers.edges.map(({ node }: { node: { fullName: string } }) => node.fullName);
}
const committee = () => actorNamed('committee');

describe('Query.searchMembers', () => {
  test('finds every word of a name, whatever its marks, case and order', async () => {
    expect(await names(committee(), 'ha NGUYEN')).toEqual(['Nguyễn Thị Hà']);
    expect(await names(committee(), 'Đỗ hữu')).toEqual(['Đỗ Hữu Phước']);
    expect(await names(committee(), 'le')).toEqual(['Lê Quang Minh', 'Lê Tiến Dũng']);
    expect(await names(committee(), '%')).toEqual([]);
    expect(await names(committee(), '%%')).toEqual([]);
  });
  test('finds a whole number, and never a part of one', async () => {
    expect(await names(committee(), personalIdOf('member'))).toEqual(['Nguyễn Thị Hà']);
    expect(await names(committee(), personalIdOf('member').slice(0, 11))).toEqual([]);
    expect(await names(committee(), '777')).toEqual(['Trần Văn Bình']);
  });
  test('goes page by page', async () => {
    const first = (await search(committee(), 'an', { first: 2 })).data?.searchMembers;
    const rest = await names(committee(), 'an', { first: 100, after: first.pageInfo.endCursor });
    const all = await names(committee(), 'an', { first: 100 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect([
      ...first.edges.map(({ node }: { node: { fullName: string } }) => node.fullName),
      ...rest,
    ]).toEqual(all);
  });
  test('stays within one’s unit, whatever unit is asked for', async () => {
    expect(await names(actorNamed('sibling'), 'nguyen')).toEqual([]);
    expect(await names(actorNamed('sibling'), personalIdOf('member'))).toEqual([]);
    expect(await names(actorNamed('sibling'), 'nguyen', { unitId: units.committee })).toEqual([]);
    expect(await names(committee(), 'son')).toEqual([]);
    expect(await names(committee(), 'phuoc', { unitId: units.branch1 })).toEqual([]);
    expect(await names(committee(), 'phuoc', { unitId: randomUUID() })).toEqual([]);
  });
  test('refuses strangers, members, administrators and applicants; an office that is over finds nobody', async () => {
    const codeOf = async (actor: Actor | null) =>
      (await search(actor, 'nguyen')).errors?.[0]?.extensions?.code;
    expect(await codeOf(null)).toBe('UNAUTHENTICATED');
    for (const actor of [actorNamed('neighbour'), actorNamed('admin'), await openDraft(house, 'Người Nộp')]) {
      expect(await codeOf(actor)).toBe('FORBIDDEN');
    }
    const capacity = {
      ...(committee().capacity as NonNullable<Actor['capacity']>),
      positionId: randomUUID(),
    };
    expect(await names({ ...committee(), capacity }, 'nguyen')).toEqual([]);
  });
  test('a page with names is three statements', async () => {
    const statements: string[] = [];
    const logger = house.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    await search(committee(), 'nguyen');
    Object.assign(logger, { log, isEnabled });
    expect(statements).toHaveLength(3);
  });
});
