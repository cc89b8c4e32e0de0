import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applied, placed, readStanding } from '../../test/reorganised.ts';
import { stayAt } from '../../test/stay-stage.ts';
import { desks, officer, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeEach(async () => {
  await stage?.close();
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const stands = (id: string) => readStanding(stage, id);
const names = (told: { type: string }[]) => told.map(({ type }) => type.split('.')[2]).sort();
const { secretary, committee } = desks;
const newHost = officer('hamlet1', 'BRANCH_SECRETARY');
const newCommittee = officer('trungMau', 'COMMITTEE_SECRETARY');

describe('the branch of a stay is merged into another', () => {
  test('the stay runs on there: its branch comments, its committee forwards, the origin receives the member back', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    await stage.tellUnits(2, { sales: stage.now.current });
    await stage.hear(applied({ sales: 'hamlet1' }));
    expect(await stands(id)).toMatchObject({
      status: 'ACTIVE_TEMPORARY',
      destination: 'hamlet1',
      boxes: [
        '1 branch1 SIGNED',
        '2 kdc SIGNED',
        '3 company SIGNED',
        '4 sales SIGNED',
        '5 hamlet1 NEXT',
        '6 trungMau PENDING',
        '7 kdc PENDING',
        '8 branch1 PENDING',
      ],
    });
    await stage.tellStanding(applicant.memberId, '2026-07');
    expect((await stage.done(newHost, 'writeStayComment', id)).status).toBe('RETURNING');
    expect(await stage.refused(desks.hostCommittee, 'signLetterBox', id)).toBe('ACTION_NOT_ALLOWED');
    await stage.done(newCommittee, 'signLetterBox', id);
    await stage.done(committee, 'signLetterBox', id);
    expect((await stage.done(secretary, 'receiveMemberBack', id)).status).toBe('COMPLETED');
    const ended = (await stage.published()).find(({ type }) => type.includes('TemporaryStayEnded'));
    expect(ended?.data).toMatchObject({ destinationBranchId: units.hamlet1, outcome: 'RETURNED' });
  });

  test('who was allotted to another part of a divided branch than its successor stays there, also when that is told last', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    await stage.tellUnits(2, { sales: stage.now.current });
    const fact = applied({ sales: 'hamlet1' });
    await stage.hear(fact);
    expect((await stands(id)).destination).toBe('hamlet1');
    const about = { temporary: 'phuDuc', reorganisationId: fact.aggregateId } as const;
    await stage.hear(placed(stage, applicant.memberId, 'branch1', about));
    expect(await stands(id)).toMatchObject({ destination: 'phuDuc', version: 8 });
  });

  test('a letter that goes back is addressed by the tree of today', async () => {
    const { id } = await stayAt(stage, 'RETURNING');
    await stage.hear(applied({ company: 'trungMau' }, ['sales']));
    await stage.tellUnits(2, { company: stage.now.current }, { sales: 'trungMau' });
    await stage.hear(applied({ company: 'trungMau' }, ['sales']));
    expect(await stands(id)).toMatchObject({ status: 'RETURNING', waitsFor: 'trungMau' });
    await stage.done(newCommittee, 'signLetterBox', id);
    expect((await stage.done(committee, 'signLetterBox', id)).status).toBe('BACK_AT_ORIGIN');
  });
});

describe('the origin of a stay is merged into another branch', () => {
  test('which receives the member back', async () => {
    const { id, applicant } = await stayAt(stage, 'BACK_AT_ORIGIN');
    await stage.tellUnits(2, { branch1: stage.now.current });
    await stage.hear(placed(stage, applicant.memberId, 'branch2'), applied({ branch1: 'branch2' }));
    expect(await stands(id)).toMatchObject({ origin: 'branch2', waitsFor: 'branch2' });
    expect(await stage.refused(secretary, 'receiveMemberBack', id)).toBe('ACTION_NOT_ALLOWED');
    expect((await stage.done(desks.sibling, 'receiveMemberBack', id)).status).toBe('COMPLETED');
  });

  test('the letter that was received and not signed yet stays with the committee that has it', async () => {
    const { id, applicant } = await stayAt(stage, 'IN_DEST_CHAIN');
    await stage.tellUnits(2, { branch1: stage.now.current });
    await stage.hear(placed(stage, applicant.memberId, 'branch2'), applied({ branch1: 'branch2' }));
    expect(await stands(id)).toMatchObject({ status: 'IN_DEST_CHAIN', waitsFor: 'company' });
    await stage.tellUnits(
      3,
      { branch1: stage.now.current, company: stage.now.current },
      { sales: 'trungMau' },
    );
    await stage.hear(applied({ company: 'trungMau' }, ['sales']));
    expect(await stands(id)).toMatchObject({ status: 'IN_DEST_CHAIN', waitsFor: 'trungMau' });
  });
});

describe('both branches become one', () => {
  test('a stay that runs is over: it is told once, with the month to which the destination charged', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    await stage.published();
    await stage.tellUnits(2, { sales: stage.now.current });
    const fact = applied({ sales: 'branch1' });
    await stage.hear(placed(stage, applicant.memberId, 'branch1'), fact);
    await stage.hear({ ...fact, id: applicant.memberId });
    expect(await stands(id)).toMatchObject({ status: 'COMPLETED', waitsFor: null, version: 7 });
    const told = await stage.published();
    expect(names(told)).toEqual(['DossierStateChanged', 'TemporaryStayEnded']);
    expect(told.find(({ type }) => type.includes('TemporaryStayEnded'))?.data).toMatchObject({
      transferId: id,
      outcome: 'RETURNED',
      startedOn: '2026-07-06',
      endedOn: '2026-07-06',
      duesPaidThrough: '2026-07',
      duesAt: 'TEMPORARY',
    });
    const { transfer } = await stage.ask(
      'query ($id: UUID!) { transfer(id: $id) { letter { status } history { action toState reason } } }',
      { id },
      applicant,
    );
    expect(transfer.letter.status).toBe('CLOSED');
    expect(transfer.history.at(-1)).toMatchObject({ action: 'FOLLOW_REORGANISATION', toState: 'COMPLETED' });
    await stage.done(applicant, 'requestOfficialTransfer', null, { destinationBranchId: units.branch2 });
  });

  test('a letter on its way there is void, and dues stay where they were', async () => {
    const { id, applicant } = await stayAt(stage, 'SENT');
    await stage.published();
    await stage.tellUnits(2, { sales: stage.now.current });
    await stage.hear(placed(stage, applicant.memberId, 'branch1'), applied({ sales: 'branch1' }));
    expect((await stands(id)).status).toBe('CANCELLED');
    const told = await stage.published();
    expect(names(told)).toEqual(['DossierStateChanged', 'LetterVoided', 'TransferWithdrawn']);
    expect(told.find(({ type }) => type.includes('LetterVoided'))?.data).toMatchObject({
      kind: 'TEMPORARY',
      keepsDues: false,
    });
  });
});
