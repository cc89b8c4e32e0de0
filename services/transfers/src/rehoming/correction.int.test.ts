import { randomUUID } from 'node:crypto';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage, type UnitName, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

/** Where the dossier stands in its table: names of its branches. */
async function stands(id: string) {
  const [row] = await stage.em().execute<Record<string, string | number | null>[]>(
    `select status, version, origin_branch_id as origin, waiting_unit_id as "waitsFor",
       (select array_agg(action || ': ' || reason order by version desc) from dossier_entry where dossier_id = d.id) as lines
     from transfer_dossier d where id = ?`,
    [id],
  );
  const nameOf = (unitId: unknown) => Object.entries(units).find(([, own]) => own === unitId)?.[0] ?? null;
  return { ...row, origin: nameOf(row?.origin), waitsFor: nameOf(row?.waitsFor) };
}

describe('a correction of the branch on record', () => {
  const corrected = (memberId: string, from: UnitName, to: UnitName) =>
    makeEnvelope(
      MemberCorrected,
      {
        aggregateId: memberId,
        data: {
          ...MemberCorrected.example,
          correctionId: randomUUID(),
          memberId,
          fromBranchId: units[from],
          toBranchId: units[to],
          effectiveOn: stage.now.current,
          reason: 'Nhập nhầm chi bộ',
        },
      },
      { province: 't' },
    );

  test('takes the open request of the member along, and nobody else’s', async () => {
    const mine = await stage.dossierAt('ORIGIN_MET');
    const other = await stage.dossierAt('ORIGIN_MET');
    await stage.hear(corrected(mine.applicant.memberId, 'branch1', 'branch2'));
    expect(await stands(mine.id)).toMatchObject({
      origin: 'branch2',
      waitsFor: 'branch2',
      version: 3,
      lines: expect.arrayContaining(['FOLLOW_CORRECTION: Đính chính chi bộ nơi sinh hoạt: Nhập nhầm chi bộ']),
    });
    expect(await stands(other.id)).toMatchObject({ origin: 'branch1', version: 2 });
    expect((await stage.done(desks.sibling, 'issueLetter', mine.id)).status).toBe('IN_ORIGIN_CHAIN');
  });

  test('to the very branch that was asked for leaves nothing to transfer', async () => {
    const { id, applicant } = await stage.dossierAt('SUBMITTED');
    await stage.hear(corrected(applicant.memberId, 'branch1', 'sales'));
    expect(await stands(id)).toMatchObject({ status: 'CANCELLED' });
  });
});
