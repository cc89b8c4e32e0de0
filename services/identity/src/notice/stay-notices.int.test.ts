import { randomUUID } from 'node:crypto';
import { DossierStateChanged } from '@dang/events/contracts/shared/dossier-state-changed';
import { StayConversionRequested } from '@dang/events/contracts/transfers/stay-conversion-requested';
import { StayExtensionRequested } from '@dang/events/contracts/transfers/stay-extension-requested';
import { TemporaryStayDue } from '@dang/events/contracts/transfers/temporary-stay-due';
import { TransferOverdue } from '@dang/events/contracts/transfers/transfer-overdue';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { noticeStage } from '../../test/notice-stage.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());
beforeEach(() => house.em().execute('delete from notice'));
const { happens, told, bodies } = noticeStage(() => house);

const stay = () => ({
  transferId: randomUUID(),
  number: 'G22.99.05-260706-0009',
  memberId: ids.member('member'),
  originBranchId: units.branch1,
  destinationBranchId: units.otherBranch,
});

test('a term that has passed is told to the member and to both sides (T67)', async () => {
  await happens(TransferOverdue, stay());
  expect(await told()).toEqual([
    'TRANSFER_OVERDUE → deputy',
    'TRANSFER_OVERDUE → member',
    'TRANSFER_OVERDUE → secretary',
    'TRANSFER_OVERDUE → sibling',
  ]);
  expect((await bodies('TRANSFER_OVERDUE'))[0]).toContain(
    'Hồ sơ G22.99.05-260706-0009 của N.T.H đã quá thời hạn',
  );
});

test('a stay that comes to its end is told to both branches, one that is over also to both committees, every time (T79)', async () => {
  const over = stay();
  await happens(TemporaryStayDue, { ...over, stage: 'DAYS_30' });
  expect(await told()).toEqual([
    'STAY_DUE → deputy',
    'STAY_DUE → member',
    'STAY_DUE → secretary',
    'STAY_DUE → sibling',
  ]);
  await house.em().execute('delete from notice');
  for (const daysOver of [7, 14]) await happens(TemporaryStayDue, { ...over, stage: 'OVERDUE', daysOver });
  const each = ['committee', 'deputy', 'member', 'secretary', 'sibling'].map(
    (who) => `STAY_OVERDUE → ${who}`,
  );
  expect(await told()).toEqual([...each, ...each].sort());
});

test('a stay outside of the system is told to the one side that is here', async () => {
  await happens(TemporaryStayDue, { ...stay(), destinationBranchId: null, stage: 'LAST_DAY' });
  expect(await told()).toEqual(['STAY_DUE → deputy', 'STAY_DUE → member', 'STAY_DUE → secretary']);
});

test('a wish for a longer term is told to the origin, one to stay for good to who decides there', async () => {
  await happens(StayExtensionRequested, stay());
  expect(await told()).toEqual(['STAY_EXTENSION_REQUESTED → deputy', 'STAY_EXTENSION_REQUESTED → secretary']);
  await house.em().execute('delete from notice');
  await happens(StayConversionRequested, { ...stay(), memberId: ids.member('secretary') });
  expect(await told()).toEqual(['STAY_CONVERSION_WAITING → committee', 'STAY_CONVERSION_WAITING → deputy']);
});

test('a letter that comes back finds its desk, also where the dossier counted all the while; nothing is told twice', async () => {
  const { transferId: dossierId, number, memberId } = stay();
  const stands = (version: number, unitId: string, state: string) =>
    happens(
      DossierStateChanged,
      { dossierId, version, number, unitId, state, memberId },
      { service: 'transfers', version },
    );
  await stands(1, units.branch1, 'ACTIVE_TEMPORARY');
  expect(await told()).toEqual([]);
  await stands(2, units.branch1, 'BACK_AT_ORIGIN');
  const atOrigin = ['LETTER_WAITING → deputy', 'LETTER_WAITING → secretary'];
  expect(await told()).toEqual(atOrigin);
  await stands(3, units.branch1, 'BACK_AT_ORIGIN');
  expect(await told()).toEqual(atOrigin);
  await house.em().execute('delete from notice');
  await stands(4, units.committee, 'EXTENSION_REQUESTED');
  expect(await told()).toEqual(['LETTER_WAITING → committee']);
});

test('a letter on paper from outside waits for the branch that it names', async () => {
  const { transferId: dossierId, number, memberId } = stay();
  await happens(
    DossierStateChanged,
    { dossierId, version: 1, number, unitId: units.branch1, state: 'INCOMING_PAPER', memberId },
    { service: 'transfers', version: 1 },
  );
  expect(await told()).toEqual(['LETTER_WAITING → deputy', 'LETTER_WAITING → secretary']);
});
