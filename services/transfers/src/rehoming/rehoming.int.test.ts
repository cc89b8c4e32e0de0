import { randomUUID } from 'node:crypto';
import type { Envelope } from '@dang/events/envelope';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applied, placed, readStanding } from '../../test/reorganised.ts';
import { desks, officer, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeEach(async () => {
  await stage?.close();
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, ward, host, hostWard } = desks;
const reason = 'Sắp xếp tổ chức đảng theo Quyết định số 12-QĐ/TU';

const stands = (id: string) => readStanding(stage, id);

const lastLine = async (id: string) =>
  (
    await stage
      .em()
      .execute(
        'select action, by_name as by, from_state as "from", to_state as "to", reason from dossier_entry where dossier_id = ? order by version desc limit 1',
        [id],
      )
  )[0];

describe('a branch is merged into another', () => {
  test('its open request goes on there, under the same number, and the history says why', async () => {
    const { id, number, applicant } = await stage.dossierAt('SUBMITTED');
    await stage.tellUnits(2, { branch1: stage.now.current });
    await stage.hear(placed(stage, applicant.memberId, 'branch2'), applied({ branch1: 'branch2' }));
    expect(await stands(id)).toMatchObject({
      number,
      status: 'SUBMITTED',
      version: 2,
      origin: 'branch2',
      waitsFor: 'branch2',
    });
    expect(await lastLine(id)).toEqual({
      action: 'FOLLOW_REORGANISATION',
      by: null,
      from: 'SUBMITTED',
      to: 'SUBMITTED',
      reason,
    });
    const told = (await stage.published()).filter(({ type }) => type.includes('DossierStateChanged')).at(-1);
    expect(told?.data).toMatchObject({ dossierId: id, version: 2, unitId: units.branch2 });
    expect((await stage.done(desks.sibling, 'recordReviewMeeting', id)).status).toBe('ORIGIN_MET');
  });

  test('until the reorganisation is whole nobody acts for the ended branch, and nothing is begun in it', async () => {
    const { id, applicant } = await stage.dossierAt('SUBMITTED');
    const another = await stage.newMember();
    await stage.tellUnits(2, { branch1: stage.now.current });
    expect(await stage.refused(secretary, 'recordReviewMeeting', id)).toBe('UNIT_ENDED');
    expect(await stage.refused(another, 'requestOfficialTransfer', null)).toBe('UNIT_ENDED');
    const { transfer } = await stage.ask(
      'query ($id: UUID!) { transfer(id: $id) { availableActions { action allowed reason } } }',
      { id },
      secretary,
    );
    expect(transfer.availableActions.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([]);
    expect((await stage.done(applicant, 'withdrawTransfer', id)).status).toBe('CANCELLED');
  });

  test('an issued letter keeps its numbers, and what is signed stays as it was signed', async () => {
    const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await stage.done(committee, 'signLetterBox', id);
    const before = await stands(id);
    await stage.tellUnits(2, { branch1: stage.now.current });
    await stage.hear(placed(stage, applicant.memberId, 'branch2'), applied({ branch1: 'branch2' }));
    const after = await stands(id);
    expect(after).toMatchObject({ origin: 'branch2', waitsFor: 'vietHung', boxes: before.boxes });
    expect((await stage.done(ward, 'signLetterBox', id)).status).toBe('SENT');
    await stage.done(desks.sibling, 'recordSealedFile', id);
  });

  test('a request between the two is given up: the letter is void, and dues are charged again', async () => {
    const { id, applicant } = await stage.dossierAt('SENT');
    await stage.published();
    await stage.tellUnits(2, { branch1: stage.now.current });
    await stage.hear(placed(stage, applicant.memberId, 'sales'), applied({ branch1: 'sales' }));
    expect(await stands(id)).toMatchObject({ status: 'CANCELLED', waitsFor: null, boxes: [] });
    const told = (await stage.published()).map(({ type }) => type.split('.')[2]);
    expect(told.sort()).toEqual(['DossierStateChanged', 'LetterVoided', 'TransferWithdrawn']);
    expect((await lastLine(id))?.reason).toContain('nay là một');
    await stage.done(applicant, 'requestOfficialTransfer', null, { destinationBranchId: units.branch2 });
  });
});

describe('the destination changes', () => {
  test('boxes that nobody has signed are addressed by the new tree, and the admission is where the branch went on', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.tellUnits(2, { sales: stage.now.current });
    expect(await stage.refused(host, 'returnTransfer', id)).toBe('ACTION_NOT_ALLOWED');
    await stage.hear(applied({ sales: 'hamlet1' }));
    expect(await stands(id)).toMatchObject({
      status: 'SENT',
      destination: 'hamlet1',
      waitsFor: 'hanoi',
      boxes: [
        '1 branch1 SIGNED',
        '3 kdc SIGNED',
        '4 vietHung SIGNED',
        '6 hanoi NEXT',
        '8 trungMau PENDING',
        '10 hamlet1 PENDING',
      ],
    });
    await stage.done(desks.board, 'signLetterBox', id);
    expect(await stage.refused(hostWard, 'signLetterBox', id)).toBe('NOT_FOUND');
    await stage.done(officer('trungMau', 'COMMITTEE_SECRETARY'), 'signLetterBox', id);
    expect((await stands(id)).status).toBe('AT_DEST_BRANCH');
  });

  test('a letter that has arrived does not travel again', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    await stage.done(committee, 'recordSealedFile', id);
    await stage.hear(applied({ sales: 'hamlet1' }));
    const moved = await stands(id);
    expect(moved).toMatchObject({ status: 'AT_DEST_BRANCH', destination: 'hamlet1', waitsFor: 'hamlet1' });
    expect(moved.boxes.at(-1)).toBe('10 hamlet1 NEXT');
    const newHost = officer('hamlet1', 'BRANCH_SECRETARY');
    await stage.done(newHost, 'recordPresentation', id);
    expect((await stage.done(newHost, 'admitMember', id)).status).toBe('COMPLETED');
    const completed = (await stage.published()).find(({ type }) => type.includes('TransferCompleted'));
    expect(completed?.data).toMatchObject({ destinationBranchId: units.hamlet1 });
  });

  test('the unit that goes on in the place of the last signer corrects and sends again', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.done(hostWard, 'returnTransfer', id);
    await stage.tellUnits(2, { vietHung: stage.now.current });
    await stage.hear(applied({ vietHung: 'phuDong' }));
    expect(await stands(id)).toMatchObject({ status: 'RETURNED_BY_DEST', waitsFor: 'phuDong' });
    const successor = officer('phuDong', 'COMMITTEE_SECRETARY');
    expect((await stage.done(successor, 'correctAndResendTransfer', id)).status).toBe('SENT');
  });
});

describe('whatever the order', () => {
  test('the fact before the placements, twice, and again in another envelope: one line, one home', async () => {
    const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    const fact = applied({ branch1: 'branch2' });
    await stage.hear(fact);
    await stage.hear(placed(stage, applicant.memberId, 'branch2'), fact, { ...fact, id: randomUUID() });
    expect(await stands(id)).toMatchObject({ version: 4, origin: 'branch2' });
  });

  test('a second reorganisation goes on from the first, also when it is heard first', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.hear(applied({ hamlet1: 'phuDuc' }));
    await stage.hear(applied({ sales: 'hamlet1' }));
    expect((await stands(id)).destination).toBe('phuDuc');
  });

  test('a successor that nobody has told of yet sets the fact aside', async () => {
    const { id } = await stage.dossierAt('SENT');
    const unknown = applied({ sales: 'hamlet1' });
    (unknown.data as { successions: { successorId: string }[] }).successions.forEach((one) => {
      one.successorId = randomUUID();
    });
    await expect(stage.hear(unknown)).rejects.toThrow('is not among the copies');
    expect((await stands(id)).destination).toBe('sales');
  });

  test('dossiers that have nothing to do with it, and closed ones, stay untouched', async () => {
    const open = await stage.dossierAt('SENT');
    const closed = await stage.dossierAt('SUBMITTED');
    await stage.done(closed.applicant, 'withdrawTransfer', closed.id);
    await stage.published();
    await stage.hear(applied({ closed: 'phuDuc' }, ['stalls']), applied({ branch2: 'sales' }));
    expect((await stands(open.id)).version).toBe(open.version);
    expect(await stage.published()).toEqual([]);
  });

  test('forty dossiers take as many statements as one', async () => {
    const statements: string[] = [];
    const logger = stage.orm.config.getLogger();
    const { log, isEnabled } = logger;
    const counted = async (fact: Envelope) => {
      statements.length = 0;
      Object.assign(logger, {
        isEnabled: () => true,
        log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
      });
      await stage.hear(fact);
      Object.assign(logger, { log, isEnabled });
      return statements.length;
    };
    await stage.dossierAt('SUBMITTED');
    const one = await counted(applied({ branch1: 'branch2' }));
    for (let count = 0; count < 40; count += 1) {
      const member = await stage.newMember('stalls');
      await stage.done(member, 'requestOfficialTransfer', null);
    }
    expect(await counted(applied({ stalls: 'market' }))).toBe(one);
    const rows = await stage
      .em()
      .execute('select from transfer_dossier where origin_branch_id = ?', [units.market]);
    expect(rows).toHaveLength(40);
  });
});
