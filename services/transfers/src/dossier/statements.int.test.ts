import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
let count = 0;
beforeAll(async () => {
  stage = await openTransfers();
  const logger = stage.orm.config.getLogger();
  Object.assign(logger, {
    isEnabled: () => true,
    log: (namespace: string) => {
      if (namespace === 'query') count += 1;
    },
  });
});
afterAll(() => stage.close());

/** How many statements an act may send, from its call to its answer; the stage's own look at the version is one more. */
const way = [
  [desks.secretary, 'recordReviewMeeting', 21],
  // a branch signs by name, so that nothing is asked before the transaction but what its level is
  [desks.secretary, 'issueLetter', 33],
  [desks.committee, 'signLetterBox', 49],
  [desks.ward, 'signLetterBox', 49],
  [desks.hostWard, 'signLetterBox', 49],
  [desks.hostCommittee, 'signLetterBox', 49],
  [desks.secretary, 'recordSealedFile', 23],
  [desks.host, 'recordPresentation', 24],
  [desks.host, 'admitMember', 31],
] as const;

test('every act of an official transfer is worth so many statements and no more', async () => {
  const { id } = await stage.dossierAt('SUBMITTED');
  const more: string[] = [];
  for (const [actor, mutation, most] of way) {
    const before = count + 1;
    await stage.done(actor, mutation, id);
    if (count - before > most) more.push(`${mutation}: ${count - before}, not ${most}`);
  }
  expect(more).toEqual([]);
});

test('a desk of twenty dossiers asks as much as a desk of one', async () => {
  const desk = async (first: number): Promise<number> => {
    const before = count;
    const { transferDesk } = await stage.ask(
      `query ($first: Int!) { transferDesk(waitingForMe: false, first: $first) { edges { node {
        id status overdue flags subject { fullName } availableActions { action allowed reason } } } } }`,
      { first },
      desks.secretary,
    );
    expect(transferDesk.edges).toHaveLength(first);
    return count - before;
  };
  for (let n = 0; n < 4; n += 1) await stage.dossierAt('SUBMITTED');
  expect(await desk(4)).toBe(await desk(1));
});
