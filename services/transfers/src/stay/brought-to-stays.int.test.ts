import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { papers } from '../../test/scan.ts';
import { stayAt } from '../../test/stay-stage.ts';
import { openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

test.each(['requestStayExtension', 'requestStayConversion'])(
  '%s: a member calls nothing a letter that was signed by hand, nor the minutes of a branch',
  async (mutation) => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    for (const role of ['PAPER_LETTER', 'MINUTES'] as const) {
      const documents = await papers(stage.em(), applicant, ['DECISION', 'SELF_CRITICISM', role]);
      const { refusal } = await stage.act(applicant, mutation, id, { documents });
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'documents' });
    }
    await stage.done(applicant, mutation, id);
  },
);
