import { StayConversionDecided } from '@dang/events/contracts/transfers/stay-conversion-decided';
import { StayConversionRequested } from '@dang/events/contracts/transfers/stay-conversion-requested';
import { workingCalendar } from '@dang/reference/calendar';
import { isRefusal, refuse } from '@dang/service/refusal';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, ActInput } from '../dossier/acting.ts';
import { refuseBar } from '../dossier/bar.ts';
import { requestIsLate } from '../dossier/deadlines.rules.ts';
import { recordFact } from '../dossier/dossier.events.ts';
import { originOf } from '../dossier/dossier.facts.ts';
import type { TransferReason } from '../dossier/dossier.row.ts';
import { openDossier, refuseUnready } from '../dossier/open-dossier.ts';
import { decisionBar, reasonBar } from '../dossier/request.rules.ts';
import { requestKinds } from '../dossier/request-kinds.ts';
import type { BroughtDocument } from '../file/transfer-files.ts';
import { attachMembersDocuments, barMissingDocuments } from '../file/transfer-files.ts';
import { type ConversionRequest, openConversionOf } from './conversion.rows.ts';
import { stayStepOf } from './stay.events.ts';

interface ConversionInput extends ActInput, Omit<ConversionRequest, 'reason'> {
  readonly transferReason: TransferReason;
  readonly documents?: readonly BroughtDocument[];
}

/** The member on a stay asks the origin to let them go for good. Refused, beside what a request is refused: PROCEDURE_NOT_STARTED at either end. */
export const requestStayConversion = actOnTransfer(
  'requestStayConversion',
  'REQUEST_CONVERSION',
  async ({ em, actor, dossier, today }, input: ConversionInput) => {
    const { decisionNumber, decisionDate, decisionIssuer, effectiveDate, lateReason, transferReason } = input;
    const decision = { decisionNumber, decisionDate, decisionIssuer, effectiveDate, lateReason };
    const bar =
      reasonBar('OFFICIAL', transferReason, 'transferReason') ??
      decisionBar(await workingCalendar(em), decision, today, 'OFFICIAL');
    if (bar) return refuseBar(bar);
    const ends = { originBranchId: originOf(dossier), destinationBranchId: dossier.destinationBranchId };
    const unready = await refuseUnready(em, 'OFFICIAL', ends, today);
    if (unready) return refuse(unready.code);
    const { documents } = input;
    const refusal =
      barMissingDocuments(requestKinds.OFFICIAL.documents, documents) ??
      (await attachMembersDocuments(em, actor, dossier, documents));
    if (refusal) return refusal;
    const request: ConversionRequest = { ...decision, reason: transferReason };
    await em.execute('insert into stay_conversion (dossier_id, asked_on, request) values (?, ?, ?::jsonb)', [
      dossier.id,
      today,
      JSON.stringify(request),
    ]);
    const asked = { ...stayStepOf(dossier), reason: input.reason?.trim() || null };
    await recordFact(em, StayConversionRequested, dossier, asked, actor);
    return {};
  },
);

/**
 * The origin agrees: an official transfer to the branch of the stay is opened, as if the member asked for it today. The stay goes on until that is
 * completed. What makes the request late by then is not the member's doing.
 */
export const agreeStayConversion = actOnTransfer(
  'agreeStayConversion',
  'AGREE_CONVERSION',
  async ({ em, context, actor, dossier, today }) => {
    const { id, request } = await openConversionOf(em, dossier);
    const { channel, memberId, destinationBranchId } = dossier;
    const late = requestIsLate(await workingCalendar(em), request.effectiveDate, today);
    const lateReason = request.lateReason ?? (late ? 'Đề nghị khi đang sinh hoạt đảng tạm thời' : null);
    // one open dossier a member: the stay steps aside before the other is written
    await em.execute(`update transfer_dossier set status = 'CONVERTED' where id = ?`, [dossier.id]);
    const opening = { kind: 'OFFICIAL', channel, memberId, convertsId: dossier.id } as const;
    const made = await openDossier(em, context, opening, { ...request, destinationBranchId, lateReason });
    if (isRefusal(made)) return made;
    await em.execute(
      'update stay_conversion set agreed = true, decided_on = ?, official_dossier_id = ? where id = ?',
      [today, made.id, id],
    );
    const agreed = { ...stayStepOf(dossier), reason: null, agreed: true, officialTransferId: made.id };
    await recordFact(em, StayConversionDecided, dossier, agreed, actor);
    return {};
  },
);

/** Answers what the member asked for with no, and tells them why. */
async function decline({ em, actor, dossier, today }: Act, why: string): Promise<void> {
  const { id } = await openConversionOf(em, dossier);
  await em.execute(
    'update stay_conversion set agreed = false, decided_on = ?, decision_reason = ? where id = ?',
    [today, why, id],
  );
  const refused = { ...stayStepOf(dossier), reason: why, agreed: false, officialTransferId: null };
  await recordFact(em, StayConversionDecided, dossier, refused, actor);
}

/** The origin does not agree: the stay goes on as it was. */
export const refuseStayConversion = actOnTransfer(
  'refuseStayConversion',
  'REFUSE_CONVERSION',
  async (act, { reason }) => {
    await decline(act, reason?.trim() ?? '');
    return {};
  },
);

/** The branch of the stay lets the member go home: what they asked for and nobody has decided is answered by that. */
export const declineWhatIsAsked = async (act: Act): Promise<void> => {
  if (act.facts.conversionAsked) await decline(act, GOES_HOME);
};

const GOES_HOME = 'Chi bộ nơi sinh hoạt đảng tạm thời đã nhận xét, giới thiệu đảng viên trở về.';
