import { expect, test } from '@jest/globals';
import { type GraphContext, loaderOf, withinTransaction } from './context.ts';

test('what is asked for in one tick is one batch, and asked for once a request', async () => {
  const batches: string[][] = [];
  const batch = async (ids: readonly string[]) => {
    batches.push([...ids]);
    return ids.map((id) => id.toUpperCase());
  };
  const context = { loaders: new Map() };
  const load = (id: string) => loaderOf(context, 'upper', batch).load(id);
  expect(await Promise.all([load('a'), load('b'), load('a')])).toEqual(['A', 'B', 'A']);
  expect(await load('b')).toBe('B');
  expect(batches).toEqual([['a', 'b']]);
});

test('in a mutation is asked through its transaction, with loaders of its own, and as before once it is over', async () => {
  const outside = { em: 'of the request', loaders: new Map([['known before', null]]) };
  const context = { ...outside } as unknown as GraphContext;
  const transaction = 'of the mutation' as unknown as GraphContext['em'];
  const seen = () => ({ em: context.em, loaders: [...context.loaders.keys()] });
  const inside = { em: transaction, loaders: [] };
  expect(await withinTransaction(context, transaction, async () => seen())).toEqual(inside);
  expect(context).toEqual(outside);
  const fault = withinTransaction(context, transaction, async () => {
    throw new Error(`broken ${seen().em}`);
  });
  await expect(fault).rejects.toThrow('broken of the mutation');
  expect(context).toEqual(outside);
});
