import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { boxOf, letterOf } from '../../test/letter-stage.ts';
import { desks, openTransfers, type TransferStage } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, ward, hostWard, inspector } = desks;
const about = (id: string) => letterOf(stage, id, inspector);
const correction = 'Đồng ý chuyển sinh hoạt đảng chính thức, theo quyết định số 129/QĐ-SH.';

test('a level corrects its own box, once: the old words stay, and the letter is signed again', async () => {
  const { id } = await stage.dossierAt('SENT');
  const before = await about(id);
  const corrected = await stage.done(committee, 'correctLetterBox', id, { boxIndex: 3, correction });
  expect(corrected.status).toBe('SENT');
  const letter = await about(id);
  expect(boxOf(letter, 3)).toMatchObject({
    content: boxOf(before, 3).content,
    correction,
    correctedByName: committee.name,
    signature: { step: 1 },
    correctionSignature: { step: 3 },
  });
  expect(letter.signatures).toHaveLength(3);
  expect(letter.signatures[2]?.previousSha256).toBe(letter.signatures[1]?.sha256);
  const again = await stage.act(committee, 'correctLetterBox', id, { boxIndex: 3, correction: 'Khác' });
  expect(again.refusal).toMatchObject({ code: 'BOX_ALREADY_CORRECTED', field: 'boxIndex' });
});

test('not box 1, not a box that nobody signed, not somebody else’s, and not without words', async () => {
  const { id } = await stage.dossierAt('SENT');
  const refusal = async (...call: Parameters<TransferStage['act']>) => (await stage.act(...call)).refusal;
  expect(await refusal(secretary, 'correctLetterBox', id, { boxIndex: 1 })).toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  });
  expect(await refusal(committee, 'correctLetterBox', id, { boxIndex: 1 })).toMatchObject({
    code: 'NO_BOX_TO_CORRECT',
    field: 'boxIndex',
  });
  expect(await refusal(committee, 'correctLetterBox', id, { boxIndex: 7 })).toMatchObject({
    code: 'NO_BOX_TO_CORRECT',
  });
  expect(await refusal(committee, 'correctLetterBox', id, { boxIndex: 99 })).toMatchObject({
    code: 'NO_BOX_TO_CORRECT',
  });
  expect(await refusal(committee, 'correctLetterBox', id, { boxIndex: 4 })).toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  });
  expect(await refusal(hostWard, 'correctLetterBox', id, { boxIndex: 3 })).toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  });
  expect(await refusal(ward, 'correctLetterBox', id, { boxIndex: 4, correction: ' ' })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'correction',
  });
});

test('before box 3 is signed nobody has anything to correct', async () => {
  const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
  expect(await stage.refused(committee, 'correctLetterBox', id)).toBe('ACTION_NOT_ALLOWED');
});

test('needs a fresh sign-in and a certificate, as every signature does', async () => {
  const { id } = await stage.dossierAt('SENT');
  const stale = { ...committee, signedInAt: new Date(Date.now() - 11 * 60_000) };
  expect(await stage.refused(stale, 'correctLetterBox', id)).toBe('STEP_UP_REQUIRED');
  const bare = stage.withoutCertificate(committee);
  expect(await stage.refused(bare, 'correctLetterBox', id)).toBe('CERTIFICATE_REQUIRED');
});
