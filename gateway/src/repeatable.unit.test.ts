import { expect, test } from '@jest/globals';
import { isRepeatable } from './repeatable.ts';

const key = { idempotencyKey: 'k' };

test.each([
  ['a query', 'query Q { me { id } }', undefined, true],
  [
    'what follows a mutation in another service',
    'query F($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { name } } }',
    {},
    true,
  ],
  [
    'a mutation with a key in its variable',
    'mutation M($input: PayInput!) { pay(input: $input) { id } }',
    { input: key },
    true,
  ],
  [
    'a mutation with a key written down',
    'mutation M { pay(input: { idempotencyKey: "k" }) { id } }',
    undefined,
    true,
  ],
  [
    'a mutation without a key',
    'mutation M($input: SignInInput!) { signIn(input: $input) { id } }',
    { input: { code: 'c' } },
    false,
  ],
  ['a mutation without an input', 'mutation M { signOut { id } }', undefined, false],
  [
    'a mutation whose input is null',
    'mutation M($input: PayInput) { pay(input: $input) { id } }',
    { input: null },
    false,
  ],
  [
    'two mutations, one of them without a key',
    'mutation M($a: A!, $b: B!) { a(input: $a) { id } b(input: $b) { id } }',
    { a: key, b: {} },
    false,
  ],
])('%s', (_what, query, variables, may) => {
  expect(isRepeatable(query, variables)).toBe(may);
});
