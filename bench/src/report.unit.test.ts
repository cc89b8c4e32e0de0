import { expect, test } from '@jest/globals';
import { type Goal, readGoals, report, verdictOf } from './report.ts';

const higher: Goal = {
  id: 'a',
  scenario: 's',
  what: 'ours / stock',
  unit: '×',
  better: 'higher',
  goal: 2,
  floor: 1.5,
};
const lower: Goal = { ...higher, id: 'b', what: 'start', unit: 's', better: 'lower', goal: 6, floor: 20 };

test.each([
  [higher, 2, 'goal reached'],
  [higher, 1.99, 'above the floor'],
  [higher, 1.49, 'below the floor'],
  [lower, 6, 'goal reached'],
  [lower, 6.1, 'above the floor'],
  [lower, 21, 'below the floor'],
] as const)('%j measured as %s is "%s"', (goal, value, verdict) => {
  expect(verdictOf(goal, { goal: goal.id, value })).toBe(verdict);
});

test('the report names what was measured and what was not', () => {
  const facts = {
    date: '2026-11-22',
    commit: 'abc',
    cpu: 'x',
    cores: 2,
    memoryGib: 24,
    kernel: '6',
    node: 'v24',
    packages: {},
  };
  const text = report([higher, lower], {
    s: {
      figures: [{ goal: 'a', value: 2.5, low: 2.4, high: 2.6 }],
      table: [
        ['gateway', 'ratio'],
        ['ours', '2.5'],
      ],
      notes: ['How.'],
      packages: [],
      foreign: [0.04, null],
      facts,
      isQuick: false,
    },
  });
  expect(text).toContain('| ours / stock | ≥ 2 × | ≥ 1.5 × | **2.50 ×** (2.40–2.60) | goal reached |');
  expect(text).toContain('| start | ≤ 6 s | ≤ 20 s | – | not measured yet |');
  expect(text).toContain('Others used 4 % of the machine');
});

test('every goal has an id of its own and a floor that is no harder than the goal', () => {
  const goals = readGoals();
  expect(new Set(goals.map(({ id }) => id)).size).toBe(goals.length);
  for (const { id, better, goal, floor } of goals) {
    expect([id, better === 'higher' ? floor <= goal : floor >= goal]).toEqual([id, true]);
  }
});
