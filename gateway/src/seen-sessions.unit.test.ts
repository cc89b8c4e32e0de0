import { sessionsSeen } from '@dang/events/sessions-seen';
import { describe, expect, test } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import { isActivity, SeenSessions, startReportingSeen } from './seen-sessions.ts';

describe('what counts as somebody being there', () => {
  const activity = (source: string) => isActivity(parse(source).definitions[0] as OperationDefinitionNode);
  test.each([
    ['{ me { id } }', true],
    ['mutation { withdrawTransfer(input: {}) { refusal { code } } }', true],
    ['mutation { refreshSession(input: {}) { session { id } } __typename }', false],
    ['mutation { again: refreshSession(input: {}) { session { id } } }', false],
    ['mutation { refreshSession(input: {}) { session { id } } signOut { endedSessions } }', true],
  ])('%s', (source, counts) => {
    expect(activity(source)).toBe(counts);
  });
});

test('a session is listed once a minute, and forgotten when it is silent', () => {
  const seen = new SeenSessions();
  const start = 1_000_000;
  seen.note('a', start);
  seen.note('b', start);
  seen.note('a', start + 59_000);
  expect(seen.take(start + 59_000)).toEqual(['a', 'b']);
  expect(seen.take(start + 59_500)).toEqual([]);
  seen.note('a', start + 60_000);
  expect(seen.take(start + 60_000)).toEqual(['a']);
});

test('what was seen last is told when the gateway stops, in messages that identity can read', () => {
  const seen = new SeenSessions();
  const told: string[] = [];
  const reports = startReportingSeen({
    seen,
    province: '05',
    publish: (subject, text) => {
      expect(subject).toBe('seen.05.sessions');
      told.push(text);
    },
  });
  for (let count = 0; count < 1_500; count += 1)
    seen.note(`01980000-0000-7000-8000-${String(count).padStart(12, '0')}`);
  reports.stop();
  expect(told.map((text) => sessionsSeen.parse(JSON.parse(text)).sessionIds.length)).toEqual([1_000, 500]);
});
