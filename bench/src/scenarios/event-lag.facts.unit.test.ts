import { contractBreaches } from '@dang/events/contract';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { expect, test } from '@jest/globals';
import { makeTransfers } from './event-lag.facts.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const members = [1, 2, 3].map((digit) => ({ memberId: id(digit), branchId: id(digit + 4) }));

test('each member is in one transfer at a time, and the next one begins where the last has led', () => {
  const transfers = makeTransfers(members, '2026-07-06');
  const first = [transfers.next(), transfers.next(), transfers.next()];
  expect(new Set(first.map(({ memberId }) => memberId)).size).toBe(3);
  expect(() => transfers.next()).toThrow('every member');
  transfers.arrived(first[1]?.transferId ?? '');
  transfers.arrived('unknown');
  const again = transfers.next();
  expect(again.memberId).toBe(first[1]?.memberId);
  expect(again.originBranchId).toBe(first[1]?.destinationBranchId);
  expect(transfers.made()).toHaveLength(4);
});

test('every completion leads to another branch and keeps the contract', () => {
  const transfers = makeTransfers(members, '2026-07-06');
  for (let round = 0; round < 20; round++) {
    const completion = transfers.next();
    expect(completion.destinationBranchId).not.toBe(completion.originBranchId);
    expect(contractBreaches(TransferCompleted, completion)).toEqual([]);
    expect(completion.duesPaidThrough).toBe('2026-06');
    transfers.arrived(completion.transferId);
  }
  expect(() => makeTransfers(members.slice(0, 1), '2026-07-06')).toThrow('two branches');
});
