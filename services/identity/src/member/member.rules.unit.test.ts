import { expect, test } from '@jest/globals';
import { memberKind } from './member.rules.ts';

test('a member is official from the official date on', () => {
  expect(memberKind('2026-07-06', '2026-07-06')).toBe('OFFICIAL');
  expect(memberKind('2026-07-07', '2026-07-06')).toBe('PROBATIONARY');
  expect(memberKind(null, '2026-07-06')).toBe('PROBATIONARY');
});
