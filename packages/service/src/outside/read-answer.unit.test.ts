import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { readAnswer } from './read-answer.ts';

const shape = z.object({ status: z.enum(['PAID', 'PENDING']) });
const read = (text: string, about: object = {}) => readAnswer(text, shape, about);

test('an answer is its data, or what is wrong with it in words that repeat none of it', () => {
  expect(read('{"status":"PAID","more":1}')).toEqual({ data: { status: 'PAID' } });
  expect(read('Nguyễn Văn An')).toEqual({ fault: 'its answer is not JSON' });
  expect(read('{"status":"Nguyễn Văn An"}')).toEqual({
    fault: 'its answer is not as agreed: status invalid_value',
  });
  expect(read('null').fault).toMatch(/^its answer is not as agreed: /);
});

test('an answer about something else is none; one that does not say is taken for what was asked', () => {
  const text = '{"status":"PAID","number":"A"}';
  expect(read(text, { number: 'A' })).toEqual({ data: { status: 'PAID' } });
  expect(read(text, { number: 'B' })).toEqual({ fault: 'its answer is about something else' });
  expect(read('{"status":"PAID"}', { number: 'B' })).toEqual({ data: { status: 'PAID' } });
});
