import { randomUUID } from 'node:crypto';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { applied, placed, readStanding } from '../../test/reorganised.ts';
import { setDossier, type Wanted } from '../../test/set-dossier.ts';
import { desks, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeEach(async () => {
  await stage?.close();
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const stands = (id: string) => readStanding(stage, id);
const names = (told: { type: string }[]) => told.map(({ type }) => type.split('.')[2]).sort();

/** An official dossier of a fresh member from branch 1 to the sales branch, with so many boxes signed. */
async function dossier(more: Partial<Wanted>) {
  const applicant = await stage.newMember();
  const { memberId } = applicant;
  const usual = {
    memberId,
    kind: 'OFFICIAL',
    originId: units.branch1,
    destinationId: units.sales,
    signed: null,
  } as const;
  const id = await stage
    .em()
    .fork()
    .transactional((em) => setDossier(em, { ...usual, ...more }));
  await stage.published();
  return { id, applicant };
}

describe('a draft', () => {
  test('follows in silence, and the history says why', async () => {
    const { id } = await dossier({ status: 'DRAFT' });
    await stage.hear(applied({ sales: 'hamlet1' }));
    expect(await stands(id)).toMatchObject({ status: 'DRAFT', destination: 'hamlet1', version: 2 });
    expect(await stage.published()).toEqual([]);
  });

  test('forgets a destination that is the member’s own branch now, and waits for another', async () => {
    const { id, applicant } = await dossier({ status: 'DRAFT' });
    await stage.hear(placed(stage, applicant.memberId, 'sales'), applied({ branch1: 'sales' }));
    expect(await stands(id)).toMatchObject({ status: 'DRAFT', origin: 'sales', destination: null });
    expect(await stage.published()).toEqual([]);
  });
});

describe('a destination that ends with no branch in its place', () => {
  test('sends back what had been sent to it, and the origin gives it up', async () => {
    const { id } = await dossier({ signed: 5 });
    expect((await stands(id)).status).toBe('AT_DEST_BRANCH');
    await stage.tellUnits(2, { sales: stage.now.current });
    await stage.hear(applied({ closed: 'market' }));
    expect(await stands(id)).toMatchObject({
      status: 'RETURNED_BY_DEST',
      destination: 'sales',
      waitsFor: 'vietHung',
    });
    expect(names(await stage.published())).toEqual(['DossierStateChanged', 'TransferReturned']);
    expect((await stage.done(desks.secretary, 'cancelTransfer', id)).status).toBe('CANCELLED');
  });

  test('so does one in whose place a committee goes on, which admits nobody', async () => {
    const { id } = await dossier({ signed: 3 });
    await stage.tellUnits(2, { sales: stage.now.current });
    await stage.hear(applied({ sales: 'company' }));
    expect(await stands(id)).toMatchObject({ status: 'RETURNED_BY_DEST', destination: 'sales' });
  });

  test('leaves what the origin still has where it is: the member withdraws it', async () => {
    const { id, applicant } = await dossier({ signed: 1 });
    await stage.tellUnits(2, { sales: stage.now.current });
    await stage.hear(applied({ closed: 'market' }));
    expect(await stands(id)).toMatchObject({ status: 'IN_ORIGIN_CHAIN', version: 1 });
    expect((await stage.done(applicant, 'withdrawTransfer', id)).status).toBe('CANCELLED');
  });
});

describe('an end outside of the system', () => {
  test('of a letter that is there: the branch that goes on in the place of the origin waits for the answer', async () => {
    const out = { destinationId: null, destinationText: 'Chi bộ 3, Đảng bộ Quân sự tỉnh Lào Cai' };
    const { id, applicant } = await dossier({ ...out, signed: 4 });
    expect((await stands(id)).status).toBe('SENT_OUT');
    await stage.hear(placed(stage, applicant.memberId, 'branch2'), applied({ branch1: 'branch2' }));
    expect(await stands(id)).toMatchObject({ status: 'SENT_OUT', origin: 'branch2', waitsFor: 'branch2' });
  });

  test('of a letter that came from there: the branch that goes on receives the member', async () => {
    const { id } = await dossier({ originId: null, signed: 0, status: 'INCOMING_PAPER' });
    await stage.hear(applied({ sales: 'hamlet1' }));
    expect(await stands(id)).toMatchObject({
      status: 'INCOMING_PAPER',
      destination: 'hamlet1',
      waitsFor: 'hamlet1',
    });
    expect((await stands(id)).boxes.at(-1)).toBe('10 hamlet1 NEXT');
  });

  test('when a committee between branch and province is gone, the last that signed sends the letter on', async () => {
    const out = { destinationId: null, destinationText: 'Chi bộ 3' };
    const { id } = await dossier({ ...out, kind: 'TEMPORARY', signed: 1 });
    expect((await stands(id)).boxes.slice(0, 2)).toEqual(['1 branch1 SIGNED', '2 kdc NEXT']);
    await stage.tellUnits(2, {}, { branch1: 'vietHung' });
    await stage.hear(applied({}, ['branch1']));
    expect(await stands(id)).toMatchObject({ status: 'IN_ORIGIN_CHAIN', waitsFor: 'branch1' });
    expect((await stands(id)).boxes[0]).toBe('1 branch1 RETURNED');
  });
});

test('a correction of a branch that has ended since still finds the dossier, at the branch that goes on', async () => {
  const { id, applicant } = await dossier({ status: 'SUBMITTED' });
  await stage.hear(applied({ branch1: 'branch2', market: 'stalls' }));
  const data = {
    ...MemberCorrected.example,
    correctionId: randomUUID(),
    memberId: applicant.memberId,
    fromBranchId: units.branch1,
    toBranchId: units.market,
  };
  await stage.hear(
    makeEnvelope(MemberCorrected, { aggregateId: applicant.memberId, data }, { province: 't' }),
  );
  expect(await stands(id)).toMatchObject({ origin: 'stalls', version: 3 });
});
