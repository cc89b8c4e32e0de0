import { contractBreaches } from '@dang/events/contract';
import { TemporaryStayDue } from '@dang/events/contracts/transfers/temporary-stay-due';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { stayAt } from '../../test/stay-stage.ts';
import { desks, openTransfers, TODAY, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers({ current: TODAY });
});
afterAll(() => stage?.close());
afterEach(() => {
  stage.now.current = TODAY;
});

type Due = (typeof TemporaryStayDue)['example'];

/** What the job tells of this stay on this day. */
async function toldOn(day: string, id: string): Promise<string[]> {
  stage.now.current = day;
  await stage.published();
  await stage.runJob('watch-stays');
  const events = (await stage.published()).filter(({ subject }) => subject === id);
  for (const { data } of events) expect(contractBreaches(TemporaryStayDue, data)).toEqual([]);
  return events.map(({ data }) => `${(data as Due).stage} ${(data as Due).daysOver}`);
}

test('T79: 30 and 7 days before the end, on the last day, and every 7 days once it is over, each once', async () => {
  const { id } = await stayAt(stage, 'ACTIVE_TEMPORARY');
  const days: [string, string[]][] = [
    ['2026-12-05', []],
    ['2026-12-06', ['DAYS_30 0']],
    ['2026-12-07', []],
    ['2026-12-28', []],
    ['2026-12-29', ['DAYS_7 0']],
    ['2027-01-04', []],
    ['2027-01-05', ['LAST_DAY 0']],
    ['2027-01-06', ['OVERDUE 1']],
    ['2027-01-12', []],
    ['2027-01-13', ['OVERDUE 8']],
    ['2027-01-20', ['OVERDUE 15']],
  ];
  for (const [day, told] of days) expect({ day, told: await toldOn(day, id) }).toEqual({ day, told });
});

test('a night that was missed is made up for by the stage that holds then, however often the job runs at once', async () => {
  const { id } = await stayAt(stage, 'ACTIVE_TEMPORARY');
  expect(await toldOn('2027-01-02', id)).toEqual(['DAYS_7 0']);
  expect(await toldOn('2027-01-10', id)).toEqual(['OVERDUE 5']);
  expect(await toldOn('2027-01-11', id)).toEqual([]);
  stage.now.current = '2027-01-16';
  await stage.published();
  await Promise.all([stage.runJob('watch-stays'), stage.runJob('watch-stays')]);
  expect((await stage.published()).filter(({ subject }) => subject === id)).toHaveLength(1);
});

test('a longer term begins anew; a stay that is on its way back, over, or about to become permanent is not spoken of', async () => {
  const longer = await stayAt(stage, 'EXTENSION_REQUESTED');
  expect(await toldOn('2027-01-05', longer.id)).toEqual(['LAST_DAY 0']);
  stage.now.current = TODAY;
  await stage.done(desks.hostCommittee, 'grantStayExtension', longer.id);
  expect(await toldOn('2027-01-06', longer.id)).toEqual([]);
  expect(await toldOn('2027-03-05', longer.id)).toEqual(['LAST_DAY 0']);
  stage.now.current = TODAY;
  for (const state of ['AT_DEST_BRANCH', 'RETURNING', 'COMPLETED', 'CONVERTED']) {
    const { id } = await stayAt(stage, state);
    expect(await toldOn('2027-01-13', id)).toEqual([]);
    stage.now.current = TODAY;
  }
});
