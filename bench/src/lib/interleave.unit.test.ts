import { expect, test } from '@jest/globals';
import { interleave } from './interleave.ts';

test('every variant is measured once a round, and the order turns', async () => {
  const order: string[] = [];
  const measure = (name: string) => async () => {
    order.push(name);
    return name;
  };
  const rounds = await interleave({
    rounds: 2,
    repeats: 0,
    variants: { ours: measure('ours'), stock: measure('stock') },
    say: () => {},
  });
  expect(order).toEqual(['ours', 'stock', 'stock', 'ours']);
  expect(rounds.map(({ samples }) => samples)).toEqual([
    { ours: 'ours', stock: 'stock' },
    { ours: 'ours', stock: 'stock' },
  ]);
});
