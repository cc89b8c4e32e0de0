import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stayAt } from '../../test/stay-stage.ts';
import { desks, openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const { secretary, committee, ward, hostWard, hostCommittee, host } = desks;

const read = async (id: string) => {
  const { transfer } = await stage.ask(
    `query ($id: UUID!) { transfer(id: $id) { status closedOn waitingFor { id } documents { role } converts { id }
      history { action byName } letter { status boxes { status } }
      stay { endedOn conversion { agreed decisionReason transferReason decision { number } official { id number kind status } } } } }`,
    { id },
    secretary,
  );
  return transfer;
};
const factsOf = async (...ids: string[]) =>
  (await stage.published())
    .filter(({ subject }) => ids.includes(subject))
    .map(({ type, data }) => [type.split('.').at(-2), data] as const)
    .filter(([name]) => name !== 'DossierStateChanged' && name !== 'BoxSigned');

/** A stay whose origin has agreed, and the official transfer that was opened for it. */
async function converted() {
  const { id, applicant } = await stayAt(stage, 'CONVERTED');
  const { stay } = await read(id);
  return { id, applicant, officialId: stay.conversion.official.id as string };
}

describe('a stay becomes permanent', () => {
  test('what nobody has decided when the comment sends the member home is answered by that, and told', async () => {
    const { id } = await stayAt(stage, 'CONVERSION_ASKED');
    await stage.published();
    expect(await stage.done(host, 'writeStayComment', id)).toMatchObject({ status: 'RETURNING' });
    const { stay } = await read(id);
    expect(stay.conversion).toMatchObject({ agreed: false, official: null });
    expect(stay.conversion.decisionReason).toMatch(/giới thiệu đảng viên trở về/);
    const decided = (await factsOf(id)).filter(([name]) => name === 'StayConversionDecided');
    expect(decided).toMatchObject([[expect.anything(), { agreed: false, officialTransferId: null }]]);
  });

  test('the origin is waited for; agreed, an official transfer is opened with its papers', async () => {
    const asked = await stayAt(stage, 'CONVERSION_ASKED');
    expect(asked).toMatchObject({ status: 'ACTIVE_TEMPORARY', waitingFor: { id: units.branch1 } });
    expect(await stage.refused(asked.applicant, 'requestStayConversion', asked.id)).toBe(
      'CONVERSION_ALREADY_ASKED',
    );
    await stage.done(host, 'addStayNote', asked.id);
    expect((await read(asked.id)).waitingFor).toEqual({ id: units.branch1 });
    await stage.published();
    await stage.done(secretary, 'agreeStayConversion', asked.id);
    const stay = await read(asked.id);
    expect(stay).toMatchObject({ status: 'CONVERTED', closedOn: null, waitingFor: null });
    const { official, ...conversion } = stay.stay.conversion;
    expect(conversion).toMatchObject({ agreed: true, decision: { number: '77/QĐ-SH' } });
    expect(official).toMatchObject({ kind: 'OFFICIAL', status: 'SUBMITTED' });
    expect(official.number).toContain('-P3-');
    const opened = await read(official.id);
    expect(opened).toMatchObject({ converts: { id: asked.id }, waitingFor: { id: units.branch1 } });
    expect(opened.history.map(({ action }: { action: string }) => action)).toEqual(['CONVERT_STAY']);
    expect(opened.documents.map(({ role }: { role: string }) => role)).toContain('SELF_CRITICISM');
    const facts = await factsOf(asked.id, official.id);
    expect(facts.map(([name]) => name)).toEqual(['TransferSubmitted', 'StayConversionDecided']);
    expect(facts[1]?.[1]).toMatchObject({ agreed: true, officialTransferId: official.id, reason: null });
  });

  test('admitted for good, the member stays no longer: told in the same transaction, after the admission', async () => {
    const { id, officialId } = await converted();
    await stage.done(secretary, 'recordReviewMeeting', officialId);
    await stage.done(secretary, 'issueLetter', officialId);
    for (const actor of [committee, ward, hostWard, hostCommittee])
      await stage.done(actor, 'signLetterBox', officialId);
    await stage.done(committee, 'recordSealedFile', officialId);
    await stage.done(host, 'recordPresentation', officialId);
    await stage.published();
    await stage.done(host, 'admitMember', officialId);
    const facts = await factsOf(id, officialId);
    expect(facts.map(([name]) => name)).toEqual(['TransferCompleted', 'TemporaryStayEnded']);
    expect(facts[1]?.[1]).toMatchObject({ outcome: 'CONVERTED', endedOn: TODAY, duesPaidThrough: '2026-07' });
    const over = await read(id);
    expect(over).toMatchObject({ status: 'CONVERTED', closedOn: TODAY, stay: { endedOn: TODAY } });
    expect(over.letter.status).toBe('CLOSED');
    expect(over.letter.boxes.map(({ status }: { status: string }) => status)).not.toContain('NEXT');
    expect(over.history.at(-1)).toEqual({ action: 'END_CONVERTED_STAY', byName: null });
  });

  const endings: [string, (officialId: string, applicant: Actor) => Promise<unknown>][] = [
    ['withdrawn', (officialId, applicant) => stage.done(applicant, 'withdrawTransfer', officialId)],
    ['rejected', (officialId) => stage.done(secretary, 'rejectTransfer', officialId)],
    [
      'given up after a return',
      async (officialId) => {
        await stage.done(secretary, 'recordReviewMeeting', officialId);
        await stage.done(secretary, 'issueLetter', officialId);
        for (const actor of [committee, ward]) await stage.done(actor, 'signLetterBox', officialId);
        await stage.done(hostWard, 'returnTransfer', officialId);
        await stage.done(secretary, 'cancelTransfer', officialId);
      },
    ],
  ];
  test.each(endings)('%s, it goes on, and may be asked for again or end as any other', async (_, end) => {
    const { id, applicant, officialId } = await converted();
    await end(officialId, applicant);
    const stay = await read(id);
    expect(stay).toMatchObject({ status: 'ACTIVE_TEMPORARY', closedOn: null, stay: { endedOn: null } });
    expect(stay.history.at(-1)).toEqual({ action: 'RESUME_STAY', byName: null });
    await stage.done(applicant, 'requestStayConversion', id);
    await stage.done(secretary, 'refuseStayConversion', id);
    expect((await read(id)).stay.conversion).toMatchObject({
      agreed: false,
      decisionReason: 'Chi bộ còn cần đồng chí',
      official: null,
    });
    expect(await stage.done(host, 'writeStayComment', id)).toMatchObject({ status: 'RETURNING' });
  });
});

describe('what keeps a stay from becoming permanent', () => {
  test('papers that are missing, reasons of stays, an inspection', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    const ask = async (more: object) =>
      (await stage.act(applicant, 'requestStayConversion', id, { ...more })).refusal;
    expect(await ask({ documents: [] })).toMatchObject({ code: 'DOCUMENT_MISSING' });
    expect(await ask({ transferReason: 'STUDY' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'transferReason',
    });
    expect(await ask({ effectiveDate: '2026-01-05' })).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'lateReason',
    });
    const member = await stage.newMember('branch1', { underInspection: true });
    const request = { reason: 'CHANGE_RESIDENCE' };
    const inspected = await stayAt(stage, 'ACTIVE_TEMPORARY', { member, request });
    expect(await stage.refused(member, 'requestStayConversion', inspected.id)).toBe(
      'TRANSFER_BLOCKED_INSPECTION',
    );
    expect(await stage.refused(secretary, 'agreeStayConversion', id)).toBe('CONVERSION_NOT_ASKED');
  });

  test('an end that does not work by the official procedure yet: said when it is asked, not when the origin agrees', async () => {
    const { id, applicant } = await stayAt(stage, 'ACTIVE_TEMPORARY');
    const refusal = async () => (await stage.act(applicant, 'requestStayConversion', id)).refusal;
    await stage.tellStart('sales', '2026-12-01');
    expect(await refusal()).toMatchObject({ code: 'PROCEDURE_NOT_STARTED', field: null });
    await stage.tellStart('sales', '2026-06-01', 2);
    await stage.tellStart('branch1', '2026-12-01');
    expect(await refusal()).toMatchObject({ code: 'PROCEDURE_NOT_STARTED', field: null });
    await stage.tellStart('branch1', '2026-06-01', 2);
    expect(await refusal()).toBeNull();
    expect((await stage.done(secretary, 'agreeStayConversion', id)).status).toBe('CONVERTED');
  });

  test('two who agree at once open one transfer', async () => {
    const { id } = await stayAt(stage, 'CONVERSION_ASKED');
    const both = await Promise.all(
      [secretary, desks.deputy].map((actor) => stage.act(actor, 'agreeStayConversion', id)),
    );
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['VERSION_CONFLICT', 'done']);
    const opened = await stage.em().execute('select from transfer_dossier where converts_id = ?', [id]);
    expect(opened).toHaveLength(1);
  });
});

describe('two at once around a conversion', () => {
  const codesOf = (answers: { refusal: { code: string } | null }[]) =>
    answers.map(({ refusal }) => refusal?.code ?? 'done');

  test('the origin agrees while the member asks to leave otherwise: one official transfer, that of the stay', async () => {
    const { id, applicant } = await stayAt(stage, 'CONVERSION_ASKED');
    const answers = await Promise.all([
      stage.act(secretary, 'agreeStayConversion', id),
      stage.act(applicant, 'requestOfficialTransfer', null),
      stage.act(applicant, 'requestOfficialTransfer', null, { destinationBranchId: units.market }),
    ]);
    expect(codesOf(answers)).toEqual(['done', 'TRANSFER_ALREADY_OPEN', 'TRANSFER_ALREADY_OPEN']);
  });

  test('the origin agrees while the member asks for a longer term, or the branch comments: one of them, whole', async () => {
    for (const other of ['requestStayExtension', 'writeStayComment']) {
      const { id, applicant } = await stayAt(stage, 'CONVERSION_ASKED');
      const answers = await Promise.all([
        stage.act(secretary, 'agreeStayConversion', id),
        stage.act(other === 'writeStayComment' ? host : applicant, other, id),
      ]);
      expect(codesOf(answers).toSorted()).toEqual(['VERSION_CONFLICT', 'done']);
      const opened = await stage.em().execute('select from transfer_dossier where converts_id = ?', [id]);
      const { status } = await read(id);
      expect([opened.length, status]).toEqual(
        answers[0].refusal === null
          ? [1, 'CONVERTED']
          : [0, other === 'writeStayComment' ? 'RETURNING' : 'EXTENSION_REQUESTED'],
      );
    }
  });

  test('the member withdraws what was opened, twice and while the branch meets on it: the stay resumes once, or not at all', async () => {
    const { id, applicant, officialId } = await converted();
    const answers = await Promise.all([
      stage.act(applicant, 'withdrawTransfer', officialId),
      stage.act(applicant, 'withdrawTransfer', officialId),
      stage.act(secretary, 'recordReviewMeeting', officialId),
    ]);
    expect(codesOf(answers).filter((code) => code === 'done')).toHaveLength(1);
    const { status, history } = await read(id);
    const isWithdrawn = answers[2].refusal !== null;
    expect(status).toBe(isWithdrawn ? 'ACTIVE_TEMPORARY' : 'CONVERTED');
    const resumed = history.filter(({ action }: { action: string }) => action === 'RESUME_STAY');
    expect(resumed).toHaveLength(isWithdrawn ? 1 : 0);
  });
});
