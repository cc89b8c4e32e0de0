import { expect, test } from '@jest/globals';
import { campaignStatusOn, daysAreInOrder } from './campaign.rules.ts';

test.each([
  ['2026-06-14', 'PLANNED'],
  ['2026-06-15', 'OPEN'],
  ['2026-07-31', 'OPEN'],
  ['2026-08-01', 'CLOSED'],
])('on %s the campaign is %s', (today, status) => {
  expect(campaignStatusOn({ from: '2026-06-15', through: '2026-07-31' }, today)).toBe(status);
});

test.each([
  ['2026-06-15', '2026-06-15', true],
  ['2026-06-15', '2026-06-14', false],
  ['2026-06-15', '2027-06-16', true],
  ['2026-06-15', '2027-06-17', false],
])('a campaign from %s through %s is in order: %s', (from, through, isInOrder) => {
  expect(daysAreInOrder({ from, through })).toBe(isInOrder);
});
