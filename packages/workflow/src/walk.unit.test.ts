import { describe, expect, test } from '@jest/globals';
import { decide } from './decide.ts';
import { randomWalk, seededRandom, type WalkStep } from './walk.ts';
import { defineWorkflow, type StateOf } from './workflow.ts';

const list = defineWorkflow({
  name: 'list',
  initial: 'DRAFT',
  states: {
    DRAFT: { label: 'Đang lập' },
    WAITING: { label: 'Chờ phê duyệt' },
    SENT: { label: 'Đã gửi', final: true },
  },
  transitions: [
    {
      action: 'SUBMIT',
      label: 'Trình',
      from: ['DRAFT'],
      to: ['WAITING'],
      by: ['PREPARER'],
      guards: ['hasRows'],
    },
    {
      action: 'REJECT',
      label: 'Từ chối',
      from: ['WAITING'],
      to: ['DRAFT'],
      by: ['APPROVER'],
      reasonRequired: true,
    },
    { action: 'SEND', label: 'Gửi', from: ['WAITING'], to: ['SENT'], by: ['APPROVER'], stepUp: true },
  ],
});
type List = typeof list;

const actors = [new Set(['PREPARER']), new Set(['APPROVER']), new Set<string>()];
const facts = { hasRows: [true, 'EMPTY_LIST'] } as const;

/** A system that keeps its own state and may be given a fault. */
function system(fault: (step: WalkStep<List>) => boolean) {
  let state: StateOf<List> = 'DRAFT';
  return {
    begin: () => {
      state = 'DRAFT';
    },
    apply: (step: WalkStep<List>) => {
      if (fault(step)) return { to: state };
      const decision = decide(list, { ...step, state });
      if (decision.refusal !== undefined) return { refusal: decision.refusal };
      state = decision.to;
      return { to: state };
    },
  };
}

describe('randomWalk', () => {
  test('a system that follows the table is walked through whole', async () => {
    const seen = await randomWalk(list, { seed: 7, steps: 400, actors, facts, ...system(() => false) });
    expect([...seen.succeeded].sort()).toEqual(['REJECT', 'SEND', 'SUBMIT']);
    expect(seen.visited.size).toBe(3);
    expect(seen.refused).toBeGreaterThan(50);
  });
  test('a system that lets a stranger through is caught, with the seed and the way', async () => {
    const faulty = system((step) => step.relations.size === 0 && step.action === 'SEND');
    const walk = randomWalk(list, { seed: 11, steps: 400, actors, facts, ...faulty });
    await expect(walk).rejects.toThrow(
      /seed 11: the table refuses SEND from \w+ with NOT_FOUND[\s\S]*SEND by \{\}/,
    );
  });
  test('the same seed walks the same way', () => {
    const first = seededRandom(3);
    const second = seededRandom(3);
    for (let n = 0; n < 100; n += 1) expect(first()).toBe(second());
  });
});
