import { describe, expect, test } from '@jest/globals';
import { exclusionOf, memberKind } from './member.rules.ts';

describe('who is excluded from the procedures (domain 1.4)', () => {
  test.each([
    ['a police member', { status: 'ACTIVE', forceCategory: 'POLICE' }, 'EXCLUDED_FORCE'],
    ['a soldier', { status: 'ACTIVE', forceCategory: 'ARMY' }, 'EXCLUDED_FORCE'],
    ['a member in detention', { status: 'SUSPENDED_DETENTION', forceCategory: 'NONE' }, 'EXCLUDED_SUSPENDED'],
    ['a convicted member', { status: 'CONVICTED', forceCategory: 'NONE' }, 'EXCLUDED_CONVICTED'],
    ['an everyday member', { status: 'ACTIVE', forceCategory: 'NONE' }, null],
    ['a member exempted from activity', { status: 'EXEMPT_ACTIVITY', forceCategory: 'NONE' }, null],
    ['a member suspended for another reason', { status: 'SUSPENDED', forceCategory: 'NONE' }, null],
  ])('%s', (_who, member, code) => {
    expect(exclusionOf(member)).toBe(code);
  });
});

test('a member is official from the official date on', () => {
  expect(memberKind('2026-07-06', '2026-07-06')).toBe('OFFICIAL');
  expect(memberKind('2026-07-07', '2026-07-06')).toBe('PROBATIONARY');
  expect(memberKind(null, '2026-07-06')).toBe('PROBATIONARY');
});
