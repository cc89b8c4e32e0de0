import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { isBadInput, maskError, shownCode } from './error-masking.ts';

const masked = (error: GraphQLError) => maskError(error.toJSON(), error);

test('an error without a code says nothing about itself', () => {
  const error = new GraphQLError('password authentication failed for user "fees" at db-0.internal', {
    path: ['me', 'charges'],
    originalError: new Error('boom'),
  });
  expect(masked(error)).toEqual({
    message: 'Hệ thống đang gặp sự cố. Hãy thử lại sau.',
    path: ['me', 'charges'],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
});

test.each(['ECONNREFUSED', 'DOWNSTREAM_SERVICE_ERROR', 'constructor', 'toString', 17, null])(
  'a code that is not in the list (%s) becomes INTERNAL_SERVER_ERROR',
  (code) => {
    expect(masked(new GraphQLError('x', { extensions: { code } })).extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
    });
  },
);

test('a subgraph that finds our query wrong is a fault of ours, not of the caller', () => {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', serviceName: 'fees' };
  expect(shownCode(new GraphQLError('Unknown field', { extensions }))).toBe('INTERNAL_SERVER_ERROR');
});

test('extensions of a subgraph do not travel, but for the name of a service that is out', () => {
  const stack = { stacktrace: ['at x'], response: { url: 'http://fees:4003' }, serviceName: 'fees' };
  const refused = new GraphQLError('Không được', { extensions: { code: 'FORBIDDEN', ...stack } });
  expect(masked(refused).extensions).toEqual({ code: 'FORBIDDEN' });
  const out = new GraphQLError('x', { extensions: { code: 'SUBGRAPH_UNAVAILABLE', ...stack } });
  expect(masked(out).extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'fees' });
});

test.each([
  'Number of non-local selections exceeds limit of 100000',
  'Exceeded maximum recursive selections in this operation',
])('what the planner refuses (%s) is the fault of the query', (message) => {
  expect(shownCode(new GraphQLError(message))).toBe('QUERY_TOO_LARGE');
});

test('only an answer of nothing but bad input is bad input', () => {
  const bad = { message: 'x', extensions: { code: 'BAD_USER_INPUT' } };
  const fault = { message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  expect(isBadInput({ data: null, errors: [bad] })).toBe(true);
  expect(isBadInput({ data: { unit: null }, errors: [bad, bad] })).toBe(true);
  expect(isBadInput({ data: { unit: null, me: { id: '1' } }, errors: [bad] })).toBe(false);
  expect(isBadInput({ data: null, errors: [bad, fault] })).toBe(false);
  expect(isBadInput({ data: { unit: null } })).toBe(false);
});
