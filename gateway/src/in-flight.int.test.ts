import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { answerOrgtree, ask, openToyHouse, type ToyHouse } from './testing/toy.ts';

const homeScreen = `query Home($n: Int!) { members(first: $n) { id name unit { code } transfers { id status } } }`;
const id = '00000000-0000-4000-8000-000000000900';

let house: ToyHouse;
beforeAll(async () => {
  house = await openToyHouse();
});
afterAll(() => house.stop());
beforeEach(() => {
  house.orgtree.answer = answerOrgtree;
  house.orgtree.requests.length = 0;
  house.transfers.requests.length = 0;
});

test('identical queries at the same moment are asked once, and each gets a whole answer of its own', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  house.orgtree.answer = async (request) => {
    await gate;
    return answerOrgtree(request);
  };
  const both = [1, 2, 3].map(() => ask(house, homeScreen, { variables: { n: 2 } }));
  setTimeout(() => release(), 50);
  const answers = await Promise.all(both);
  expect(house.orgtree.requests).toHaveLength(1);
  expect(house.transfers.requests).toHaveLength(1);
  for (const { errors, data } of answers) {
    expect(errors).toEqual([]);
    expect(data).toEqual(answers[0]?.data);
  }
});

test('another language is another question', async () => {
  house.orgtree.answer = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return answerOrgtree(request);
  };
  await Promise.all([
    ask(house, homeScreen, { variables: { n: 1 }, headers: { 'accept-language': 'en-GB,en;q=0.9' } }),
    ask(house, homeScreen, { variables: { n: 1 }, headers: { 'accept-language': 'vi-VN' } }),
  ]);
  expect(house.orgtree.requests.map(({ headers }) => headers['accept-language']).sort()).toEqual([
    'en',
    'vi',
  ]);
});

test('identical mutations are two acts', async () => {
  house.orgtree.answer = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return answerOrgtree(request);
  };
  const rename = `mutation { renameUnit(id: "${id}", name: "Chi bộ 3") { id } }`;
  await Promise.all([ask(house, rename), ask(house, rename)]);
  expect(house.orgtree.requests).toHaveLength(2);
});

test('a query after a mutation does not join one that was asked before it', async () => {
  let isFirst = true;
  house.orgtree.answer = async (request) => {
    if (request.query.includes('unit(') && isFirst) {
      isFirst = false;
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { data: { unit: { __typename: 'Unit', id, name: 'Tên cũ' } } };
    }
    if (request.query.includes('unit('))
      return { data: { unit: { __typename: 'Unit', id, name: 'Tên mới' } } };
    return answerOrgtree(request);
  };
  const read = `{ unit(id: "${id}") { name } }`;
  const before = ask(house, read);
  await new Promise((resolve) => setTimeout(resolve, 20));
  await ask(house, `mutation { renameUnit(id: "${id}", name: "Tên mới") { id } }`);
  const after = await ask(house, read);
  expect(after.data).toEqual({ unit: { name: 'Tên mới' } });
  expect((await before).data).toEqual({ unit: { name: 'Tên cũ' } });
});
