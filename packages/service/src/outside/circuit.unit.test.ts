import { expect, test } from '@jest/globals';
import { makeCircuit } from './circuit.ts';

const SECOND_MS = 1_000;
const failing = (times: number) => {
  let now = 0;
  const circuit = makeCircuit(() => now);
  for (let at = 0; at < times; at += 1) circuit.failed();
  return { circuit, later: (ms: number) => (now += ms) };
};

test('four failures in a row stop nothing, the fifth stops everything for five seconds', () => {
  expect(failing(4).circuit.room(20)).toBe(20);
  const { circuit, later } = failing(5);
  expect([circuit.room(20), circuit.restMs()]).toEqual([0, 5 * SECOND_MS]);
  later(4_999);
  expect(circuit.room(20)).toBe(0);
  later(1);
  expect(circuit.room(20)).toBe(1);
});

test('each try that fails doubles the rest, up to five minutes', () => {
  const { circuit, later } = failing(5);
  const rests: number[] = [];
  for (let at = 0; at < 10; at += 1) {
    later(circuit.restMs());
    circuit.failed();
    rests.push(circuit.restMs() / SECOND_MS);
  }
  expect(rests).toEqual([10, 20, 40, 80, 160, 300, 300, 300, 300, 300]);
});

test('one answer lets everything go again, and failures begin to be counted anew', () => {
  const { circuit, later } = failing(6);
  later(circuit.restMs());
  circuit.answered();
  expect([circuit.room(20), circuit.restMs()]).toEqual([20, 0]);
  for (let at = 0; at < 4; at += 1) circuit.failed();
  expect(circuit.room(20)).toBe(20);
});
