import { expect, test } from '@jest/globals';
import { whyNot } from './why-not.ts';

const address = 'postgresql://fees:secret@db.example:5432/fees';
const coded = (code: string, message = '') => Object.assign(new Error(message), { code });

test.each([
  ['nobody listens', coded('ECONNREFUSED', 'connect ECONNREFUSED'), 'nobody listens at db.example:5432'],
  [
    'nobody listens at any address of a name: an error that says nothing itself',
    new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')], ''),
    'nobody listens at db.example:5432',
  ],
  [
    'a cause says it',
    new TypeError('fetch failed', { cause: coded('ENOTFOUND') }),
    'the name in db.example:5432 is not known',
  ],
  [
    'the password is wrong',
    coded('28P01', 'password authentication failed for user "fees"'),
    'the password is wrong',
  ],
  ['there is no such database', coded('3D000', 'database "fees" does not exist'), 'has no such database'],
  ['it says nothing', new Error('timeout expired'), 'says nothing: does it stand still'],
  ['NATS does not know us', new Error("'Authorization Violation'"), 'name or password are wrong'],
  ['something else', new Error('what nobody thought of'), 'db.example:5432: what nobody thought of'],
])('%s', (_, error, words) => {
  expect(whyNot(error, address)).toContain(words);
  expect(whyNot(error, address)).not.toContain('secret');
});
