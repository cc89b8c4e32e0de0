import { BoxSigned } from '@dang/events/contracts/transfers/box-signed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { boxOf, letterOf } from '../../test/letter-stage.ts';
import { scan } from '../../test/scan.ts';
import { desks, openTransfers, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, ward, hostWard, hostCommittee, host, inspector } = desks;
const about = (id: string) => letterOf(stage, id, inspector);

describe('a letter on its way', () => {
  test('is signed by every level from the grassroots committee up, each over the PDF of the one before', async () => {
    const { id } = await stage.dossierAt('AT_DEST_BRANCH');
    const letter = await about(id);
    expect(
      letter.signatures.map(({ step, signerName, verdict }) => `${step} ${signerName} ${verdict}`),
    ).toEqual([
      '1 COMMITTEE_SECRETARY kdc VALID',
      '2 COMMITTEE_DEPUTY_SECRETARY vietHung VALID',
      '3 COMMITTEE_SECRETARY tayHo VALID',
      '4 COMMITTEE_SECRETARY company VALID',
    ]);
    for (const [at, { previousSha256 }] of letter.signatures.entries())
      expect(previousSha256).toBe(letter.signatures[at - 1]?.sha256 ?? null);
    const signedBoxes = letter.boxes.flatMap(({ index, signature }) =>
      signature ? `${index} ${signature.step}` : [],
    );
    expect(signedBoxes).toEqual(['3 1', '4 2', '7 3', '8 4']);
    expect(boxOf(letter, 1)).toMatchObject({ status: 'SIGNED', signature: null });
  });

  test('tells everybody the SHA-256 of what was signed, and nothing of the kind where a branch signed by name', async () => {
    await stage.published();
    const { id } = await stage.dossierAt('SENT');
    const { signatures } = await about(id);
    const told = (await stage.published()).flatMap(({ type, data }) =>
      type.includes('.BoxSigned.') ? BoxSigned.data.parse(data) : [],
    );
    expect(told.map(({ index, documentSha256 }) => [index, documentSha256])).toEqual([
      [1, undefined],
      [3, signatures[0]?.sha256],
      [4, signatures[1]?.sha256],
    ]);
  });

  test('may be signed by the branches too: box 1 before there is a letter, box 10 as the last', async () => {
    const { id } = await stage.dossierAt('ORIGIN_MET');
    for (const branchListNumber of [0, 100_000]) {
      const { refusal } = await stage.act(secretary, 'issueLetter', id, { sign: true, branchListNumber });
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'branchListNumber' });
    }
    await stage.done(secretary, 'issueLetter', id, { sign: true, branchListNumber: 12 });
    for (const officer of [committee, ward, hostWard, hostCommittee])
      await stage.done(officer, 'signLetterBox', id);
    await stage.done(committee, 'recordSealedFile', id);
    await stage.done(host, 'recordPresentation', id);
    await stage.done(host, 'admitMember', id, { sign: true });
    const letter = await about(id);
    expect(letter.branchListNumber).toBe(12);
    expect(letter.signatures).toHaveLength(6);
    expect(letter.signatures.every(({ verdict }) => verdict === 'VALID')).toBe(true);
    expect(boxOf(letter, 10).signature?.step).toBe(6);
  });

  test('is signed again where it was returned, under the number that it has', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    await stage.done(committee, 'signLetterBox', id);
    const first = boxOf(await about(id), 3);
    await stage.done(ward, 'returnLetterBox', id);
    await stage.done(committee, 'signLetterBox', id, { comment: null });
    const letter = await about(id);
    expect(boxOf(letter, 3)).toMatchObject({ registerNumber: first.registerNumber, comment: first.comment });
    expect(boxOf(letter, 3).signature?.step).toBe(2);
  });
});

describe('who must sign and cannot', () => {
  test('is refused by what is wrong with the certificate, and nothing happens', async () => {
    const { id, version } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    const bare = stage.withoutCertificate(committee);
    expect(await stage.refused(bare, 'signLetterBox', id)).toBe('CERTIFICATE_REQUIRED');
    stage.signing.arm('error500', 1);
    expect(await stage.refused(committee, 'signLetterBox', id)).toBe('SIGNING_UNAVAILABLE');
    stage.signing.arm('wrongDigest', 1);
    expect(await stage.refused(committee, 'signLetterBox', id)).toBe('SIGNATURE_INVALID');
    expect((await stage.done(committee, 'signLetterBox', id)).version).toBe(version + 1);
  });

  test('signs nothing that would be refused anyway', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    stage.signing.arm('error500', 1);
    expect(await stage.refused(ward, 'signLetterBox', id)).toBe('ACTION_NOT_ALLOWED');
    expect(await stage.refused(committee, 'signLetterBox', id, { comment: ' ' })).toBe(
      'BOX_COMMENT_REQUIRED',
    );
    expect(await stage.refused(committee, 'signLetterBox', id, { expectedVersion: 1 })).toBe(
      'VERSION_CONFLICT',
    );
    expect(await stage.refused(committee, 'signLetterBox', id)).toBe('SIGNING_UNAVAILABLE');
  });

  test('brings the letter that was signed by hand, where the case came on paper', async () => {
    const { memberId } = await stage.newMember();
    const entered = await stage.done(secretary, 'enterPaperTransfer', null, { memberId });
    await stage.done(secretary, 'recordReviewMeeting', entered.id);
    await stage.done(secretary, 'issueLetter', entered.id);
    const bare = stage.withoutCertificate(committee);
    expect(await stage.refused(bare, 'signLetterBox', entered.id)).toBe('CERTIFICATE_REQUIRED');
    const paperScanIds = [await scan(stage, bare)];
    await stage.done(bare, 'signLetterBox', entered.id, { paperScanIds });
    expect(boxOf(await about(entered.id), 3)).toMatchObject({ status: 'SIGNED', signature: null });
    const kept = await stage
      .em()
      .execute('select role from transfer_document where dossier_id = ? and file_id = ?', [
        entered.id,
        paperScanIds[0],
      ]);
    expect(kept).toEqual([{ role: 'PAPER_LETTER' }]);
  });

  test('an online case has no paper letter', async () => {
    const { id } = await stage.dossierAt('IN_ORIGIN_CHAIN');
    const paperScanIds = [await scan(stage, committee)];
    const { refusal } = await stage.act(committee, 'signLetterBox', id, { paperScanIds });
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'paperScanIds' });
  });
});

describe('a letter that is void', () => {
  test('returned by the destination it is issued anew, and the destination sees nothing until it is sent again', async () => {
    const { id } = await stage.dossierAt('SENT');
    await stage.done(hostWard, 'returnTransfer', id);
    const first = await about(id);
    expect((await stage.done(secretary, 'voidLetter', id)).status).toBe('ORIGIN_MET');
    const query = 'query ($id: UUID!) { transfer(id: $id) { id } }';
    expect((await stage.ask(query, { id }, hostWard)).transfer).toBeNull();
    await stage.done(secretary, 'issueLetter', id);
    const second = await about(id);
    expect(second).toMatchObject({ number: first.number + 1, signatures: [] });
    await stage.done(committee, 'signLetterBox', id);
    const sent = await stage.done(ward, 'signLetterBox', id);
    expect(sent).toMatchObject({ status: 'SENT', waitingFor: { id: units.tayHo } });
  });
});
