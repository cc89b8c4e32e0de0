import { randomUUID } from 'node:crypto';
import { LetterIssued } from '@dang/events/contracts/transfers/letter-issued';
import { LetterVoided } from '@dang/events/contracts/transfers/letter-voided';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(() => house.em().execute('truncate member_letter, completed_transfer'));

/** The three facts of one transfer of this member. */
function transferOf(name: string): Record<'issued' | 'voided' | 'completed', Envelope> {
  const about = {
    transferId: randomUUID(),
    letterId: randomUUID(),
    memberId: ids.member(name),
    originBranchId: units.branch1,
    destinationBranchId: units.otherBranch,
  };
  const make = (contract: typeof LetterIssued | typeof LetterVoided | typeof TransferCompleted) =>
    makeEnvelope(
      contract as typeof LetterIssued,
      { aggregateId: about.transferId, data: { ...contract.example, ...about } as never },
      { province: '05' },
    );
  return { issued: make(LetterIssued), voided: make(LetterVoided), completed: make(TransferCompleted) };
}

async function statusOf(name: string): Promise<string> {
  const { data, errors } = await house.execute('{ me { status } }', {}, actorNamed(name, { plain: true }));
  expect(errors).toBeUndefined();
  return data?.me.status;
}

test('a member is between two branches from the letter to the admission', async () => {
  const { issued, completed } = transferOf('neighbour');
  expect(await statusOf('neighbour')).toBe('ACTIVE');
  await house.deliver(issued);
  expect(await statusOf('neighbour')).toBe('TRANSFERRING');
  expect(await statusOf('secretary')).toBe('ACTIVE');
  await house.deliver(completed);
  expect(await statusOf('neighbour')).toBe('ACTIVE');
});

test('a void letter ends it, and the one that replaces it begins it again', async () => {
  const first = transferOf('neighbour');
  await house.deliver(first.issued, first.voided);
  expect(await statusOf('neighbour')).toBe('ACTIVE');
  await house.deliver(transferOf('neighbour').issued);
  expect(await statusOf('neighbour')).toBe('TRANSFERRING');
});

test('the order in which the facts come does not matter', async () => {
  const { issued, completed, voided } = transferOf('neighbour');
  await house.deliver(completed, issued);
  expect(await statusOf('neighbour')).toBe('ACTIVE');
  await house.deliver(voided, issued);
  expect(await statusOf('neighbour')).toBe('ACTIVE');
});

test('what the registry says of somebody who is not active is stronger', async () => {
  await house.deliver(transferOf('member').issued);
  await house.em().execute(`update member set status = 'SUSPENDED' where id = ?`, [ids.member('member')]);
  expect(await statusOf('member')).toBe('SUSPENDED');
});

test('a letter for a time puts nobody between two branches, and one that leads out of the province does until they are received there', async () => {
  const about = {
    transferId: randomUUID(),
    memberId: ids.member('neighbour'),
    originBranchId: units.branch1,
  };
  const sent = (contract: typeof LetterIssued | typeof MemberTransferredOut, over: object) =>
    makeEnvelope(
      contract as typeof LetterIssued,
      { aggregateId: about.transferId, data: { ...contract.example, ...about, ...over } as never },
      { province: '05' },
    );
  await house.deliver(sent(LetterIssued, { letterId: randomUUID(), kind: 'TEMPORARY' }));
  expect(await statusOf('neighbour')).toBe('ACTIVE');
  await house.deliver(sent(LetterIssued, { letterId: randomUUID(), kind: 'OFFICIAL' }));
  expect(await statusOf('neighbour')).toBe('TRANSFERRING');
  await house.deliver(sent(MemberTransferredOut, {}));
  expect(await statusOf('neighbour')).toBe('TRANSFERRED_OUT');
});
