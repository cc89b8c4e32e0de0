import { expect, test } from '@jest/globals';
import { loaderOf } from './context.ts';

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
