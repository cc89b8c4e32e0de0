import { expect, test } from '@jest/globals';
import { meetingBar } from './meeting.rules.ts';

const meeting = { date: '2026-07-06', present: 17, totalMembers: 20, conclusion: 'Đồng ý.' };
const limits = { notBefore: '2026-07-01', today: '2026-07-06' };

test('minutes that can be right are kept', () => {
  expect(meetingBar(meeting, limits)).toBeNull();
  expect(meetingBar({ ...meeting, present: 20 }, limits)).toBeNull();
});

test.each([
  [{ date: '2026-07-07' }, 'date'],
  [{ date: '2026-06-30' }, 'date'],
  [{ present: 21 }, 'present'],
  [{ present: 0 }, 'present'],
  [{ totalMembers: 0 }, 'totalMembers'],
  [{ conclusion: '  ' }, 'conclusion'],
])('minutes with %j cannot be right', (more, field) => {
  expect(meetingBar({ ...meeting, ...more }, limits)).toEqual({
    code: 'INVALID_INPUT',
    field: `meeting.${field}`,
  });
});
