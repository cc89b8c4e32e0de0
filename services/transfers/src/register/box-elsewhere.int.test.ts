import { pathOf } from '@dang/documents/testing-files';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { boxOf, letterOf } from '../../test/letter-stage.ts';
import { applied, placed } from '../../test/reorganised.ts';
import { desks, openTransfers, type TransferStage, type UnitName, units } from '../../test/transfer-stage.ts';
import { definition } from '../definition.ts';

let stage: TransferStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openTransfers();
  doors = openTestDoors(stage, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

/** The lines of a unit's register of those whom it introduced, in the order of their numbers: number and letter. */
const registerOf = (unit: UnitName): Promise<{ number: number; letterId: string }[]> =>
  stage
    .em()
    .execute(
      `select seq as number, letter_id as "letterId" from register_entry where unit_id = ? and direction = 'OUT' order by seq`,
      [units[unit]],
    );

test('a box that was handed back and came to another unit is signed under that unit’s own number; the first keeps its entry', async () => {
  const first = await stage.dossierAt('IN_ORIGIN_CHAIN');
  const { id, applicant } = await stage.dossierAt('IN_ORIGIN_CHAIN');
  const { id: letterId, number } = await letterOf(stage, id, desks.inspector);
  expect(number).toBe(2);
  await stage.done(desks.committee, 'returnLetterBox', id);
  await stage.tellUnits(2, { branch1: stage.now.current });
  await stage.hear(
    placed(stage, applicant.memberId, 'branch2'),
    placed(stage, first.applicant.memberId, 'branch2'),
    applied({ branch1: 'branch2' }),
  );
  expect(boxOf(await letterOf(stage, id, desks.inspector), 1)).toMatchObject({
    status: 'RETURNED',
    registerNumber: null,
  });

  await stage.done(desks.sibling, 'signLetterBox', id, { sign: true });
  const letter = await letterOf(stage, id, desks.inspector);
  expect(boxOf(letter, 1)).toMatchObject({ status: 'SIGNED', registerNumber: 1 });
  expect(letter.number).toBe(1);
  const other = await letterOf(stage, first.id, desks.inspector);
  expect(await registerOf('branch1')).toEqual([
    { number: 1, letterId: other.id },
    { number: 2, letterId },
  ]);
  expect(await registerOf('branch2')).toEqual([{ number: 1, letterId }]);
  const pdf = (await doors.app.inject(pathOf(letter.signatures[0]?.document.url as string))).rawPayload;
  const words = textOfPdf(pdf).join('\n');
  expect(words).toContain('Số: 1/2026');
  expect(words).toContain('Số GTSHĐ: 1/2026');
  expect(words).not.toContain('2/2026');

  await stage.done(desks.committee, 'returnLetterBox', id);
  await stage.done(desks.sibling, 'signLetterBox', id);
  expect(await registerOf('branch2')).toEqual([{ number: 1, letterId }]);
});
