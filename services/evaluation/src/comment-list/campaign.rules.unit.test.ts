import { expect, test } from '@jest/globals';
import { campaignStatusOn } from './campaign.rules.ts';

test.each([
  ['2026-06-14', 'PLANNED'],
  ['2026-06-15', 'OPEN'],
  ['2026-07-31', 'OPEN'],
  ['2026-08-01', 'CLOSED'],
])('on %s the campaign is %s', (today, status) => {
  expect(campaignStatusOn({ from: '2026-06-15', through: '2026-07-31' }, today)).toBe(status);
});
