import { expect, test } from '@jest/globals';
import { failuresOf, repeatsBeyond, tableOf } from './findings.ts';
import type { Outcome } from './requests.ts';

const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  kind: 'home screen',
  phase: 'fees: api to B',
  tookMs: 10,
  fault: null,
  wasRepeated: false,
  ...given,
});

test('the table counts what failed and what was sent again, phase by phase', () => {
  const outcomes = [
    outcome({ tookMs: 10 }),
    outcome({ tookMs: 30, fault: 'socket hang up' }),
    outcome({ phase: 'gateway to B', tookMs: 20, wasRepeated: true }),
  ];
  const lines = tableOf(outcomes)
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/));
  expect(lines.slice(1)).toEqual([
    ['fees: api to B', '2', '1', '0', '30', '30', '30', '30'],
    ['gateway to B', '1', '0', '1', '20', '20', '20', '20'],
  ]);
});

test('the same faults are counted together, whatever their request was called', () => {
  const fault = (id: string) => outcome({ fault: `HTTP 200 {"requestId":"${id}"}` });
  const found = failuresOf([
    fault('0b5f7a90-6d0a-4a66-9b1c-0d2f7a3d3c11'),
    fault('1c5f7a90-6d0a-4a66-9b1c-0d2f7a3d3c12'),
    outcome({ fault: 'socket hang up' }),
    outcome(),
  ]);
  expect(found).toEqual([
    '2 × in “fees: api to B”: home screen: HTTP 200 {"requestId":"…"}',
    '1 × in “fees: api to B”: home screen: socket hang up',
  ]);
});

test('what is sent again is told where no gateway left, and where it is more than one in two hundred', () => {
  const gateway = (wasRepeated: boolean) => outcome({ phase: 'gateway to B', wasRepeated });
  const hundred = Array.from({ length: 100 }, () => gateway(false));
  expect(repeatsBeyond([...hundred, gateway(true)])).toEqual([]);
  expect(repeatsBeyond([...hundred, gateway(true), gateway(true)])).toEqual([
    '2 requests were sent again, more than 1',
  ]);
  expect(repeatsBeyond([...hundred, outcome({ wasRepeated: true })])).toEqual([
    'home screen had to be sent again in “fees: api to B”, where no gateway left',
  ]);
});
