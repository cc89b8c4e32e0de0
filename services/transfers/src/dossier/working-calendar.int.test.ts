import { randomUUID } from 'node:crypto';
import { CalendarDaysSet } from '@dang/events/contracts/orgtree/calendar-days-set';
import { makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const hear = (day: string, version: number, kind: 'DAY_OFF' | null) =>
  stage.deliver(
    makeEnvelope(
      CalendarDaysSet,
      { aggregateId: randomUUID(), data: { days: [{ day, version, kind }] } },
      { province: '05' },
    ),
  );

test('a day off that the State announces lengthens what is counted from then on', async () => {
  const query = 'query ($id: UUID!) { transfer(id: $id) { flags dueOn } }';
  const { id } = await stage.dossierAt('AT_DEST_BRANCH');
  const seen = async () => (await stage.ask(query, { id }, desks.host)).transfer;
  expect(await seen()).toEqual({ flags: [], dueOn: '2026-08-17' });
  await hear('2026-08-14', 2, 'DAY_OFF');
  await hear('2026-08-14', 1, null);
  await stage.done(desks.committee, 'recordSealedFile', id);
  stage.now.current = '2026-08-18';
  expect(await seen()).toEqual({ flags: [], dueOn: '2026-08-18' });
  stage.now.current = '2026-08-19';
  expect((await seen()).flags).toEqual(['OVERDUE_PRESENT']);
});
