import { describe, expect, test } from '@jest/globals';
import { exclusionCode } from './copies.ts';
import { addFigures, type Figures, noFigures, ratesOf, share } from './figures.rules.ts';

const branch1: Figures = {
  ...noFigures,
  branches: 1,
  members: 10,
  excluded: 1,
  accounts: 9,
  activeMembers: 4,
  dossiers: [{ procedure: 'OFFICIAL_TRANSFER', state: 'COMPLETED', channel: 'ONLINE', count: 2 }],
  closed: 2,
  closedOnTime: 1,
  duesDue: '1000000',
  duesPaid: '900000',
  unpaidCharges: 1,
};
const branch2: Figures = {
  ...noFigures,
  branches: 1,
  members: 30,
  accounts: 12,
  activeMembers: 6,
  dossiers: [
    { procedure: 'OFFICIAL_TRANSFER', state: 'COMPLETED', channel: 'PAPER', count: 1 },
    { procedure: 'OFFICIAL_TRANSFER', state: 'COMPLETED', channel: 'ONLINE', count: 1 },
  ],
  closed: 4,
  closedOnTime: 4,
  late: 2,
  duesDue: '3000000',
  duesPaid: '900000',
  unpaidCharges: 15,
};

describe('figures of two branches together', () => {
  const sum = addFigures([branch1, branch2]);

  test('are the sums of the counts', () => {
    expect(sum).toMatchObject({
      branches: 2,
      members: 40,
      excluded: 1,
      accounts: 21,
      activeMembers: 10,
      late: 2,
    });
    expect(sum.dossiers).toEqual([
      { procedure: 'OFFICIAL_TRANSFER', state: 'COMPLETED', channel: 'ONLINE', count: 3 },
      { procedure: 'OFFICIAL_TRANSFER', state: 'COMPLETED', channel: 'PAPER', count: 1 },
    ]);
    expect([sum.duesDue, sum.duesPaid, sum.unpaidCharges]).toEqual(['4000000', '1800000', 16]);
  });
  test('have the rates of the sums, not the average of two rates', () => {
    // 90 % of 10 and 40 % of 30 are 52.5 % of 40, and not 65 %
    expect(ratesOf(sum)).toEqual({
      installRate: 0.525,
      usageRate: 0.25,
      onlineRate: 0.75,
      onTimeRate: 0.8333,
      duesRate: 0.45,
    });
  });
});

test('a rate of nothing is no rate', () => {
  expect(share(0, 0)).toBeNull();
  expect(ratesOf(noFigures).installRate).toBeNull();
});

describe('left out of the denominators (domain 1.4)', () => {
  test.each([
    ['ACTIVE', 'NONE', null],
    ['EXEMPT_ACTIVITY', 'NONE', null],
    ['ACTIVE', 'POLICE', 'EXCLUDED_FORCE'],
    ['ACTIVE', 'ARMY', 'EXCLUDED_FORCE'],
    ['SUSPENDED_DETENTION', 'NONE', 'EXCLUDED_SUSPENDED'],
    ['CONVICTED', 'NONE', 'EXCLUDED_CONVICTED'],
    ['DECEASED', 'NONE', 'MEMBER_NOT_ACTIVE'],
  ])('%s, force %s: %s', (status, forceCategory, code) => {
    expect(exclusionCode({ status, forceCategory })).toBe(code);
  });
  test('what identity says from its table of reasons decides, also that there is none', () => {
    const police = { status: 'ACTIVE', forceCategory: 'POLICE' };
    expect(exclusionCode({ ...police, exclusion: 'EXCLUDED_ABROAD' })).toBe('EXCLUDED_ABROAD');
    expect(exclusionCode({ ...police, exclusion: null })).toBeNull();
    expect(exclusionCode({ status: 'EXPELLED', forceCategory: 'NONE', exclusion: null })).toBe(
      'MEMBER_NOT_ACTIVE',
    );
  });
});
