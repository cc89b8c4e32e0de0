import { describe, expect, test } from '@jest/globals';
import { commonSuperior } from './correction.rules.ts';

describe('the lowest common superior', () => {
  test('of two branches of one committee is the committee', () => {
    expect(commonSuperior(['city', 'ward', 'committee', 'a'], ['city', 'ward', 'committee', 'b'])).toBe(
      'committee',
    );
  });
  test('of branches at different depths is where their ways part', () => {
    expect(commonSuperior(['city', 'ward', 'committee', 'a'], ['city', 'ward', 'b'])).toBe('ward');
    expect(commonSuperior(['city', 'ward', 'a'], ['city', 'other', 'b'])).toBe('city');
  });
  test('of nobody’s branch is the direct superior of the new one', () => {
    expect(commonSuperior(null, ['city', 'ward', 'b'])).toBe('ward');
  });
  test('may not exist here', () => {
    expect(commonSuperior(['city', 'a'], ['elsewhere', 'b'])).toBeNull();
    expect(commonSuperior(null, ['b'])).toBeNull();
  });
});
