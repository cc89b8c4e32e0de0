import { expect, test } from '@jest/globals';
import { meetingBar, voterBar } from './meeting.rules.ts';

const counts = { present: 17, totalMembers: 20, votesFor: 12, votesAgainst: 3 };
const meeting = { date: '2026-07-06', ...counts, conclusion: 'Đồng ý.' };
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
  [{ votesFor: -1 }, 'votesFor'],
  [{ votesFor: 18 }, 'votesFor'],
  [{ votesAgainst: -1 }, 'votesAgainst'],
  [{ votesAgainst: 6 }, 'votesAgainst'],
])('minutes with %j cannot be right', (more, field) => {
  expect(meetingBar({ ...meeting, ...more }, limits)).toEqual({
    code: 'INVALID_INPUT',
    field: `meeting.${field}`,
  });
});

test('nobody is admitted by a vote that was not carried; who abstains is not counted', () => {
  const admitted = { ...limits, carried: true };
  expect(meetingBar({ ...meeting, votesFor: 6, votesAgainst: 5 }, admitted)).toBeNull();
  for (const votesFor of [5, 4, 0])
    expect(meetingBar({ ...meeting, votesFor, votesAgainst: 5 }, admitted)?.field).toBe('meeting.votesFor');
  expect(meetingBar({ ...meeting, votesFor: 0, votesAgainst: 5 }, limits)).toBeNull();
});

const voter = (memberId: string, more: object = {}) => ({
  memberId,
  branchId: 'branch',
  status: 'ACTIVE',
  officialDate: '2015-05-19',
  ...more,
});
const about = { branchId: 'branch', applicantId: 'applicant' };

test('those who are named as voters are official members of the branch that met', () => {
  const known = [voter('a'), voter('b', { status: 'ACTIVE_TEMP_AWAY' })];
  expect(voterBar(['a', 'b'], known, meeting, about)).toBeNull();
  expect(voterBar([], [], meeting, about)).toBeNull();
});

test.each([
  ['a temporary member, who belongs elsewhere for good (T77)', { branchId: 'home' }],
  ['a member of no branch', { branchId: null }],
  ['a probationary member', { officialDate: null }],
  ['somebody who became official later', { officialDate: '2026-07-07' }],
  ['somebody who was expelled', { status: 'EXPELLED' }],
  ['a suspended member', { status: 'SUSPENDED' }],
])('%s has no vote', (_, more) => {
  const known = [voter('a'), voter('b', more)];
  expect(voterBar(['a', 'b'], known, meeting, about)?.code).toBe('NO_VOTE_RIGHT');
});

test('neither has somebody of whom nobody has heard, nor the member on whom it is decided', () => {
  expect(voterBar(['a', 'x'], [voter('a')], meeting, about)?.code).toBe('NO_VOTE_RIGHT');
  expect(voterBar(['applicant'], [voter('applicant')], meeting, about)?.code).toBe('OWN_CASE');
});

test('there are no more names than votes, and none twice', () => {
  const few = { ...meeting, votesFor: 1, votesAgainst: 0 };
  expect(voterBar(['a', 'b'], [voter('a'), voter('b')], few, about)?.code).toBe('INVALID_INPUT');
  expect(voterBar(['a', 'a'], [voter('a')], meeting, about)?.code).toBe('INVALID_INPUT');
});
