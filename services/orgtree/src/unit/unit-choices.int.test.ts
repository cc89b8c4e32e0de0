import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { searchKey } from '@dang/vietnam/text';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOf, smallTree, unit } from '../../test/orgtree-stage.ts';
import { definition } from '../definition.ts';
import { loadDemoData } from '../demo-data.ts';
import { mayStandBelow, unitKinds, unitTypes } from './unit.rules.ts';

let subgraph: Awaited<ReturnType<typeof openSubgraph>>;
const applicant = testActor({ accountStatus: 'DRAFT', memberId: null });

beforeAll(async () => {
  subgraph = await openSubgraph(definition, { databaseUrl: await testDatabase('orgtree') });
  await loadDemoData(subgraph.em(), smallTree);
});
afterAll(() => subgraph.close());

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await subgraph.execute(query, variables, applicant);
  expect(errors).toBeUndefined();
  return data ?? {};
}

describe('Query.unitChoices', () => {
  const query = `query($superior: UUID, $grassroots: UUID, $asOf: Date, $province: UUID) {
    unitChoices(provinceId: $province, superiorId: $superior, grassrootsId: $grassroots, asOf: $asOf) {
      superiors { code } grassroots { code } subCommittees { code } branches { code }
    }
  }`;
  const offered = async (variables: object) => {
    const { unitChoices } = await ask(query, { ...variables });
    const codes = (list: { code: string }[]) => list.map(({ code }) => code);
    return {
      superiors: codes(unitChoices.superiors),
      grassroots: codes(unitChoices.grassroots),
      subCommittees: codes(unitChoices.subCommittees),
      branches: codes(unitChoices.branches),
    };
  };
  const superiors = ['05.200', '05.202'];
  const none = { superiors, grassroots: [], subCommittees: [], branches: [] };

  test('begins with the superiors of the province of this deployment', async () => {
    expect(await offered({})).toEqual(none);
    expect(await offered({ province: unit.city })).toEqual(none);
  });
  test('goes down by what was chosen', async () => {
    expect(await offered({ superior: unit.ward })).toEqual({ ...none, grassroots: ['05.200.044'] });
    expect(await offered({ superior: unit.ward, grassroots: unit.estate })).toEqual({
      ...none,
      grassroots: ['05.200.044'],
      branches: ['05.200.044.000.001', '05.200.044.000.002'],
    });
  });
  test('offers nothing below a choice that does not stand below the one before', async () => {
    const stale = await offered({ superior: unit.otherWard, grassroots: unit.estate });
    expect(stale).toEqual({ ...none, grassroots: ['05.202.010'] });
    expect(await offered({ province: idOf(77), superior: unit.ward })).toEqual({ ...none, superiors: [] });
  });
  test('is the tree of the day', async () => {
    const then = { superior: unit.ward, grassroots: unit.estate, asOf: '2026-02-28' };
    expect((await offered(then)).branches).toEqual(['05.200.044.000.001']);
  });
});

describe('Query.searchUnits', () => {
  const found = async (args: string) => {
    const { searchUnits } = await ask(
      `{ searchUnits(${args}) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
    );
    return {
      codes: searchUnits.edges.map(({ node }: { node: { code: string } }) => node.code),
      ...searchUnits.pageInfo,
    };
  };

  test('folds marks and case, and wants every word', async () => {
    expect((await found('text: "khu DAN cu viet hung"')).codes).toEqual(['05.200.044']);
    expect((await found('text: "hung khu"')).codes).toEqual(['05.200.044']);
    expect((await found('text: "khu dan cu tay ho"')).codes).toEqual([]);
  });
  test('finds codes, within a unit, of a type, on a day', async () => {
    expect((await found('text: "05.200.044"')).codes).toHaveLength(3);
    expect((await found('text: "to chuc", type: BRANCH')).codes).toHaveLength(3);
    expect((await found(`text: "to chuc", type: BRANCH, under: "${unit.otherWard}"`)).codes).toEqual([
      '05.202.010.000.001',
    ]);
    expect((await found(`text: "to chuc", under: "${idOf(77)}"`)).codes).toEqual([]);
    expect((await found('text: "cum dan cu", asOf: "2026-02-28"')).codes).toEqual(['05.200.044']);
    expect((await found('text: "cum dan cu"')).codes).toEqual([]);
  });
  test('pages by the cursor', async () => {
    const first = await found('text: "to chuc", first: 3');
    expect(first).toMatchObject({ hasNextPage: true });
    const rest = await found(`text: "to chuc", first: 100, after: "${first.endCursor}"`);
    expect(rest.hasNextPage).toBe(false);
    expect(new Set([...first.codes, ...rest.codes]).size).toBe(first.codes.length + rest.codes.length);
  });
  test('treats what LIKE knows as plain letters', async () => {
    expect((await found('text: "%%"')).codes).toEqual([]);
    expect((await found('text: "_____"')).codes).toEqual([]);
  });
  test.each(['" "', '"a"', `"${'a'.repeat(101)}"`])('%s is bad input', async (text) => {
    const { errors } = await subgraph.execute(
      `{ searchUnits(text: ${text}) { edges { cursor } } }`,
      {},
      applicant,
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
  test('the database folds a name exactly as searchKey does', async () => {
    const names = ['Đảng bộ Trường Cao đẳng nghề Việt Hưng', 'Chi bộ Ẩm thực', 'ỜỠỢỮỰ ổ', 'Œuvre 12'];
    const rows: { name: string; key: string }[] = await subgraph.em().execute(
      `insert into unit_period (unit_id, during, code, name, short_name, type, kind, parent_id, path)
       select ?, daterange(date '1990-01-01' + n::int, date '1990-01-02' + n::int), '05.999', name, name, 'SUPERIOR', 'OTHER', ?, ?::ltree
       from unnest(array[?]::text[]) with ordinality as given(name, n) returning name, search_key as key`,
      [unit.merged, unit.city, `${unit.city}.${unit.merged}`, names],
    );
    expect(rows.map(({ key }) => key)).toEqual(names.map((name) => searchKey(`${name} ${name} 05.999`)));
  });
});

describe('Query.unitTypes and Query.unitKinds', () => {
  test('say what the tree is loaded by', async () => {
    const { unitTypes: types, unitKinds: kinds } = await ask(
      '{ unitTypes { type label mayHoldMembers allowedParents from to } unitKinds { kind label } }',
    );
    expect(types.map(({ type }: { type: string }) => type)).toEqual(unitTypes);
    expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(unitKinds);
    for (const { type, allowedParents } of types)
      expect([type, allowedParents]).toEqual([
        type,
        unitTypes.filter((parent) => mayStandBelow(type, parent)),
      ]);
    expect(types.find(({ type }: { type: string }) => type === 'BRANCH')).toMatchObject({
      label: 'Chi bộ trực thuộc',
      mayHoldMembers: true,
      from: null,
      to: null,
    });
  });
  test('follow the day: a rule that ends is not told afterwards', async () => {
    await subgraph
      .em()
      .execute(`update unit_type set during = daterange(null, '2026-07-01') where code = 'SUB_COMMITTEE'`);
    const typesOn = async (day: string) =>
      (await ask(`{ unitTypes(asOf: "${day}") { type allowedParents } }`)).unitTypes;
    const branch = (types: { type: string }[]) => types.find(({ type }) => type === 'BRANCH');
    expect(branch(await typesOn('2026-06-30'))).toMatchObject({
      allowedParents: ['GRASSROOTS_COMMITTEE', 'SUB_COMMITTEE'],
    });
    const after = await typesOn('2026-07-01');
    expect(after).toHaveLength(unitTypes.length - 1);
    expect(branch(after)).toMatchObject({ allowedParents: ['GRASSROOTS_COMMITTEE'] });
  });
});
