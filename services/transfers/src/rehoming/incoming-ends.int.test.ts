import { afterEach, describe, expect, test } from '@jest/globals';
import { incoming, somebody } from '../../test/letter-in.ts';
import { sentOut } from '../../test/letter-out.ts';
import { applied, readStanding } from '../../test/reorganised.ts';
import { setDossier } from '../../test/set-dossier.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';

const open: TransferStage[] = [];
const stageOf = async (province: string) => {
  const stage = await openTransfers(TODAY, { province });
  open.push(stage);
  return stage;
};
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

const names = (told: { type: string }[]) => told.map(({ type }) => type.split('.')[2]).sort();
const why =
  'Sắp xếp tổ chức đảng theo Quyết định số 12-QĐ/TU. Chi bộ nơi đến đã kết thúc hoạt động, không có chi bộ kế tục.';

/** The last line of the history, and what became of the letter. */
const ending = async (stage: TransferStage, id: string) =>
  (
    await stage.em().execute(
      `select e.action, e.from_state as "from", e.reason, l.status as letter, l.void_reason as "voidReason", d.closed_on as "closedOn"
       from transfer_dossier d join dossier_entry e on e.dossier_id = d.id and e.version = d.version
       join introduction_letter l on l.dossier_id = d.id where d.id = ?`,
      [id],
    )
  )[0];

describe('a letter from outside whose branch ends with none in its place is sent back', () => {
  test('on paper, waiting to be taken over: it can be entered again for another branch', async () => {
    const stage = await stageOf('05');
    const person = somebody();
    const { id } = await incoming(stage, desks.host, { person });
    await stage.published();
    await stage.tellUnits(2, { sales: TODAY });
    const fact = applied({ closed: 'market' });
    await stage.hear(fact);
    await stage.hear(fact);
    expect(await readStanding(stage, id)).toMatchObject({ status: 'CANCELLED', version: 2, waitsFor: null });
    expect(await ending(stage, id)).toEqual({
      action: 'FOLLOW_REORGANISATION',
      from: 'INCOMING_PAPER',
      reason: why,
      letter: 'VOID',
      voidReason: why,
      closedOn: TODAY,
    });
    expect(names(await stage.published())).toEqual(['DossierStateChanged']);
    const again = { person, destinationBranchId: units.hamlet1 };
    const hamlet = officer('hamlet1', 'BRANCH_SECRETARY');
    expect((await incoming(stage, hamlet, again)).status).toBe('INCOMING_PAPER');
  });

  test('taken over already, of either kind, also where a committee goes on in the place of the branch', async () => {
    const stage = await stageOf('05');
    const ids: string[] = [];
    for (const kind of ['OFFICIAL', 'TEMPORARY'] as const) {
      const { memberId } = await stage.newMember();
      const ends = { memberId, kind, originId: null, destinationId: units.sales, signed: 0 };
      ids.push(await stage.em().transactional((em) => setDossier(em, ends)));
    }
    for (const id of ids) expect((await readStanding(stage, id)).status).toBe('AT_DEST_BRANCH');
    await stage.tellUnits(2, { sales: TODAY });
    await stage.hear(applied({ sales: 'company' }));
    for (const id of ids)
      expect(await readStanding(stage, id)).toMatchObject({ status: 'CANCELLED', destination: 'sales' });
  });

  test('by another province’s system: it is answered, and the origin there has it back', async () => {
    const here = await stageOf('05');
    const there = await stageOf('38');
    const { id } = await sentOut(here, { destinationBranchId: units.farBranch }, await here.newMember());
    const letter = (await here.published()).filter(({ type }) => type.includes('LetterSentOut'));
    await there.hear(...letter);
    await there.published();
    await there.tellUnits(2, { farBranch: TODAY });
    await there.hear(applied({ closed: 'market' }));
    const told = await there.published();
    expect(names(told)).toEqual(['DossierStateChanged', 'LetterAnswered']);
    await here.hear(...told.filter(({ type }) => type.includes('LetterAnswered')));
    expect((await readStanding(here, id)).status).toBe('RETURNED_BY_DEST');
  });
});
