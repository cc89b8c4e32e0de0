import { TransferRejected } from '@dang/events/contracts/transfers/transfer-rejected';
import { TransferReturned } from '@dang/events/contracts/transfers/transfer-returned';
import { TransferSupplementRequested } from '@dang/events/contracts/transfers/transfer-supplement-requested';
import { TransferWithdrawn } from '@dang/events/contracts/transfers/transfer-withdrawn';
import { workingCalendar } from '@dang/reference/calendar';
import { findPlacement } from '@dang/reference/members';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { BroughtDocument } from '../file/transfer-files.ts';
import { attachDocuments, attachMembersDocuments, forgetDocuments } from '../file/transfer-files.ts';
import type { BoxPlan } from '../letter/box-plan.ts';
import { lastOriginBox } from '../letter/chain.rules.ts';
import { layoutOf } from '../letter/layout.ts';
import { getLetter } from '../letter/letter.reads.ts';
import { boxContent } from '../letter/letter.rules.ts';
import { signBox, voidLetterInForce } from '../letter/sign-box.ts';
import type { MeetingActInput } from '../meeting/meeting.acts.ts';
import { recordMeeting, refuseMeeting } from '../meeting/meeting.acts.ts';
import { actOnTransfer } from './act.ts';
import type { Act, ActInput, SigningInput } from './acting.ts';
import { refuseBar } from './bar.ts';
import type { TransferDossier } from './dossier.entity.ts';
import { recordFact, stepOf } from './dossier.events.ts';
import { decisionOf, destinationOf } from './dossier.facts.ts';
import { decisionBar } from './request.rules.ts';
import { tellAdmission } from './tell-admission.ts';

const NOTE_LIMIT = 2000;

/** The origin branch asks the member to complete the dossier. */
export const requestTransferSupplement = actOnTransfer(
  'requestTransferSupplement',
  'REQUEST_SUPPLEMENT',
  async ({ em, actor, dossier }, { reason }) => {
    await recordFact(em, TransferSupplementRequested, dossier, stepOf(dossier, reason), actor);
    return {};
  },
);

interface SupplementInput extends ActInput {
  readonly decisionNumber?: string | null;
  readonly decisionDate?: string | null;
  readonly decisionIssuer?: string | null;
  readonly effectiveDate?: string | null;
  readonly lateReason?: string | null;
  readonly note?: string | null;
  readonly documents?: readonly BroughtDocument[];
}

/** The member completes the dossier; what is left out stays as it was. */
export const supplementTransfer = actOnTransfer(
  'supplementTransfer',
  'SUPPLEMENT',
  async ({ em, actor, dossier }, input: SupplementInput) => {
    const known = decisionOf(dossier);
    // that of a temporary transfer is the first day of the stay, which stands in the request
    if (dossier.kind === 'TEMPORARY' && input.effectiveDate != null)
      return refuse('INVALID_INPUT', { field: 'effectiveDate' });
    const decision = {
      decisionNumber: input.decisionNumber ?? known.number,
      decisionDate: input.decisionDate ?? known.date,
      decisionIssuer: input.decisionIssuer ?? known.issuer,
      effectiveDate: input.effectiveDate ?? known.effectiveDate,
      lateReason: input.lateReason?.trim() || dossier.lateReason,
    };
    // Whether the request came late is a matter of the day it came, not of the day it was completed.
    const bar = decisionBar(await workingCalendar(em), decision, dossier.requestedOn, dossier.kind);
    if (bar) return refuseBar(bar);
    if ((input.note ?? '').length > NOTE_LIMIT) return refuse('INVALID_INPUT', { field: 'note' });
    Object.assign(dossier, decision, { supplementNote: input.note?.trim() || dossier.supplementNote });
    const refusal = await attachMembersDocuments(em, actor, dossier, input.documents);
    return refusal ?? { reason: input.note?.trim() || null };
  },
);

/** The origin branch refuses the request. */
export const rejectTransfer = actOnTransfer(
  'rejectTransfer',
  'REJECT',
  async ({ em, actor, dossier }, { reason }) => {
    await recordFact(em, TransferRejected, dossier, stepOf(dossier, reason), actor);
    return {};
  },
);

/** A dossier is given up: its letter, where it has one, becomes void, and everybody hears that nothing moves; of a draft nobody hears. */
async function giveUp(act: Act, { reason }: ActInput) {
  const { em, actor, dossier } = act;
  if (!dossier.submitted) {
    await forgetDocuments(em, dossier.id);
    return {};
  }
  await voidLetterInForce(act, reason ?? null);
  await recordFact(em, TransferWithdrawn, dossier, stepOf(dossier, reason ?? null), actor);
  return {};
}

/** The member takes the request back. */
export const withdrawTransfer = actOnTransfer('withdrawTransfer', 'WITHDRAW', giveUp);

/** The origin branch gives up what the destination returned. */
export const cancelTransfer = actOnTransfer('cancelTransfer', 'CANCEL', giveUp);

/** The destination returns the dossier; the letter keeps its place, so that sent again it goes on from there. */
export const returnTransfer = actOnTransfer(
  'returnTransfer',
  'RETURN_TRANSFER',
  async ({ em, actor, dossier }, { reason }) => {
    await recordFact(em, TransferReturned, dossier, stepOf(dossier, reason), actor);
    return {};
  },
);

interface Resending {
  readonly correction: string;
  readonly documents?: readonly BroughtDocument[];
}

/**
 * The origin level that signed last says what it put right, and sends the same letter again (T71). What stands in the letter is corrected by
 * `correctLetterBox`, and a wrong box 1 by a new letter.
 */
export const correctAndResendTransfer = actOnTransfer(
  'correctAndResendTransfer',
  'CORRECT_AND_RESEND',
  async ({ em, actor, dossier, facts }, input: ActInput & Resending) => {
    const correction = input.correction.trim();
    if (correction === '' || correction.length > NOTE_LIMIT)
      return refuse('INVALID_INPUT', { field: 'correction' });
    const refusal = await attachDocuments(em, actor, dossier.id, input.documents);
    return refusal ?? { boxIndex: lastOriginBox(facts.boxes).index, reason: correction };
  },
);

type AdmitInput = MeetingActInput & SigningInput;

/** The last box, in which the destination branch receives the member. */
async function planAdmission({ dossier, today }: Act): Promise<BoxPlan> {
  if (dossier.letterId === null) throw new Error(`dossier ${dossier.number} is admitted without a letter`);
  const { arrival: index } = layoutOf(dossier.kind);
  const content = boxContent(dossier.kind, index, dossier.fullName, null, today);
  return { letterId: dossier.letterId, index, unitId: destinationOf(dossier), content };
}

/** Somebody who came with a letter from outside, and meanwhile belongs to a branch here, is transferred within. */
async function refusePlaced({ em, dossier }: Act): Promise<Refusal | null> {
  if (dossier.originBranchId !== null) return null;
  const placement = await findPlacement(em, dossier.memberId);
  return placement?.branchId == null ? null : refuse('MEMBER_HAS_BRANCH');
}

/** Minutes of an admission cannot be of before the letter was presented. */
const admittedNotBefore = ({ presentedOn, requestedOn }: TransferDossier): string =>
  presentedOn ?? requestedOn;

/** The destination branch has met and admits the member: the one act that moves somebody, told once. */
export const admitMember = actOnTransfer(
  'admitMember',
  'ADMIT',
  async (act, { meeting }: AdmitInput) => {
    const { em, dossier } = act;
    const refusal =
      (await refusePlaced(act)) ??
      (await recordMeeting(act, 'DESTINATION', meeting, admittedNotBefore(dossier)));
    if (refusal) return refusal;
    const plan = await planAdmission(act);
    await signBox(act, plan);
    const letter = await getLetter(em, plan.letterId);
    await em.execute(`update introduction_letter set status = 'CLOSED' where id = ?`, [letter.id]);
    await tellAdmission(act, letter);
    return { boxIndex: plan.index, reason: meeting.conclusion.trim() };
  },
  {
    signs: async (act, { meeting }) =>
      (await refuseMeeting(act, 'DESTINATION', meeting, admittedNotBefore(act.dossier))) ??
      planAdmission(act),
  },
);
