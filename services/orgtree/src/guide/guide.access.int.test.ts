import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unit } from '../../test/orgtree-stage.ts';
import { openReporting, people, type Subgraph } from '../../test/report-stage.ts';

let subgraph: Subgraph;
beforeAll(async () => {
  subgraph = await openReporting('2026-07-06');
});
afterAll(() => subgraph.close());

const set = async (actor: Actor | null, input: Record<string, unknown>) => {
  const { data, errors } = await subgraph.execute(
    'mutation ($input: SetGuideEntryInput!) { setGuideEntry(input: $input) { guide { key title inherited } refusal { code field } } }',
    {
      input: { idempotencyKey: randomUUID(), kind: 'HOTLINE', key: 'tong-dai', title: 'Tổng đài', ...input },
    },
    actor,
  );
  return errors ? { refusal: { code: errors[0]?.extensions?.code } } : data?.setGuideEntry;
};
const remove = async (actor: Actor | null, input: Record<string, unknown>) => {
  const { data, errors } = await subgraph.execute(
    'mutation ($input: RemoveGuideEntryInput!) { removeGuideEntry(input: $input) { guide { key title } refusal { code field } } }',
    { input: { idempotencyKey: randomUUID(), kind: 'HOTLINE', key: 'tong-dai', ...input } },
    actor,
  );
  return errors ? { refusal: { code: errors[0]?.extensions?.code } } : data?.removeGuideEntry;
};
const read = async (given = '', actor: Actor | null = null) => {
  const { data, errors } = await subgraph.execute(
    `{ guide${given} { kind key title phone from inherited unitName } }`,
    {},
    actor,
  );
  expect(errors).toBeUndefined();
  return data?.guide;
};
const titles = async (given = '', actor: Actor | null = null) =>
  (await read(given, actor))?.map(({ title }: { title: string }) => title);

const strangers = [
  people.an,
  people.applicant,
  people.branch1,
  people.estate,
  people.inspector,
  people.support,
];

test('what a guide said before, numbers of people among it, is not for everybody on the internet', async () => {
  const document = `{ guide(unitId: "${unit.ward}", asOf: "2026-07-05") { phone } }`;
  const { data, errors } = await subgraph.execute(document, {}, null);
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect(data?.guide ?? null).toBeNull();
  expect((await subgraph.execute(document, {}, people.an)).errors).toBeUndefined();
});

describe('Mutation.setGuideEntry', () => {
  test('is closed to nobody, members, applicants and officers without the right', async () => {
    expect((await set(null, { unitId: unit.ward })).refusal.code).toBe('UNAUTHENTICATED');
    for (const actor of strangers)
      expect((await set(actor, { unitId: unit.ward })).refusal.code).toBe('FORBIDDEN');
  });
  test('knows no unit but one’s own: not below, not above, not beside, none made up', async () => {
    for (const unitId of [unit.estate, unit.city, unit.otherWard, randomUUID()])
      expect((await set(people.ward, { unitId })).refusal).toEqual({ code: 'NOT_FOUND', field: 'unitId' });
  });
  test('refuses what a portal could not show safely', async () => {
    const answer = await set(people.ward, { unitId: unit.ward, link: 'javascript:alert(1)' });
    expect(answer.refusal).toEqual({ code: 'INVALID_INPUT', field: 'link' });
  });
  test('is refused for a unit that is no more', async () => {
    const actor = testActor({ role: 'OFFICE_STAFF', unitId: unit.merged });
    expect((await set(actor, { unitId: unit.merged })).refusal.code).toBe('UNIT_ENDED');
  });
  test('writes, and writes anew from another day on', async () => {
    await set(people.ward, { unitId: unit.ward, phone: '024 3825 0001' });
    expect(
      (await set(people.ward, { unitId: unit.ward, title: 'Tổng đài hỗ trợ', phone: '024 3825 0002' })).guide,
    ).toEqual([{ key: 'tong-dai', title: 'Tổng đài hỗ trợ', inherited: false }]);
    await subgraph.em().execute(`update guide_entry set during = '[2026-06-01,)'`);
    await set(people.ward, { unitId: unit.ward, title: 'Số mới' });
    expect(await titles(`(unitId: "${unit.ward}")`)).toEqual(['Số mới']);
    expect(await titles(`(unitId: "${unit.ward}", asOf: "2026-07-05")`, people.an)).toEqual([
      'Tổng đài hỗ trợ',
    ]);
  });
  test('leaves numbers out of the audit trail', async () => {
    const rows = await subgraph.em().execute(`select after from audit_entry where action = 'setGuideEntry'`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/3825/);
  });
});

describe('Query.guide', () => {
  test('is open to nobody signed in, for the province when no unit is named', async () => {
    await set(people.city, {
      unitId: unit.city,
      kind: 'MENU',
      key: 'gioi-thieu',
      title: 'Giới thiệu',
      link: '/gioi-thieu',
      order: 1,
    });
    await set(people.city, { unitId: unit.city, kind: 'MENU', key: 'thu-tuc', title: 'Thủ tục', order: 2 });
    await set(people.city, {
      unitId: unit.city,
      kind: 'SUPPORT_MEMBER',
      key: 'tp',
      title: 'Trần Văn A',
      role: 'Tổ trưởng',
    });
    expect(await titles()).toEqual(['Trần Văn A', 'Giới thiệu', 'Thủ tục']);
  });
  test('shows a branch what stands above: menus one by one, the support team as a whole', async () => {
    await set(people.ward, {
      unitId: unit.ward,
      kind: 'MENU',
      key: 'thu-tuc',
      title: 'Thủ tục của phường',
      order: 2,
    });
    for (const key of ['b', 'c'])
      await set(people.ward, { unitId: unit.ward, kind: 'SUPPORT_MEMBER', key, title: `Cán bộ ${key}` });
    expect(await titles(`(unitId: "${unit.branch1}")`)).toEqual([
      'Cán bộ b',
      'Cán bộ c',
      'Số mới',
      'Giới thiệu',
      'Thủ tục của phường',
    ]);
    const [team] = await read(`(unitId: "${unit.branch1}", kinds: [SUPPORT_MEMBER])`);
    expect(team).toMatchObject({ inherited: true, unitName: 'Tổ chức 05.200' });
    expect(await titles(`(unitId: "${unit.sales}")`)).toEqual(['Trần Văn A', 'Giới thiệu', 'Thủ tục']);
  });
  test('is null for a made-up unit and empty where nobody wrote anything', async () => {
    expect(await read(`(unitId: "${randomUUID()}")`)).toBeNull();
    expect(await read(`(unitId: "${unit.central}")`)).toEqual([]);
  });
});

describe('Mutation.removeGuideEntry', () => {
  test('is closed to nobody, members, applicants and officers without the right', async () => {
    expect((await remove(null, { unitId: unit.ward })).refusal.code).toBe('UNAUTHENTICATED');
    for (const actor of strangers)
      expect((await remove(actor, { unitId: unit.ward })).refusal.code).toBe('FORBIDDEN');
  });
  test('knows no entry of another unit, none made up, and none twice', async () => {
    expect((await remove(people.otherWard, { unitId: unit.ward })).refusal.code).toBe('NOT_FOUND');
    expect((await remove(people.ward, { unitId: randomUUID() })).refusal.code).toBe('NOT_FOUND');
    expect((await remove(people.ward, { unitId: unit.ward, key: 'khong-co' })).refusal.field).toBe('key');
    const menu = { unitId: unit.ward, kind: 'MENU', key: 'thu-tuc' };
    expect((await remove(people.ward, menu)).refusal).toBeNull();
    expect((await remove(people.ward, menu)).refusal.code).toBe('NOT_FOUND');
  });
  test('lets what stands above show through again', async () => {
    expect(await titles(`(unitId: "${unit.branch1}", kinds: [MENU])`)).toEqual(['Giới thiệu', 'Thủ tục']);
  });
});
