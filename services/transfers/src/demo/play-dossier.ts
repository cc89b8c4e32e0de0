import type { TransferState } from '../dossier/workflows.ts';
import { lastOriginBox } from '../letter/chain.rules.ts';
import { layoutOf } from '../letter/layout.ts';
import { stateAfterBox } from '../letter/letter.rules.ts';
import type { DemoDossier, DemoOfficer } from './demo-dossier.ts';
import type { Play } from './play.ts';
import { beginPlay, officerOf, signBoxInTurn, takeStep, unitInTurn, unitOfBox } from './play.ts';
import { stepOfStay } from './play-stay.ts';

/** States beside the usual way: from where, by which action, by whom, and why. */
const detours: Partial<Record<TransferState, { from: TransferState; action: string; reason: string }>> = {
  SUPPLEMENT_REQUESTED: {
    from: 'SUBMITTED',
    action: 'REQUEST_SUPPLEMENT',
    reason: 'Đề nghị gửi kèm bản tự kiểm điểm.',
  },
  REJECTED: { from: 'SUBMITTED', action: 'REJECT', reason: 'Quyết định điều động chưa có hiệu lực.' },
  CANCELLED: { from: 'SUBMITTED', action: 'WITHDRAW', reason: 'Đảng viên không chuyển công tác nữa.' },
  RETURNED_BY_DEST: { from: 'SENT', action: 'RETURN_TRANSFER', reason: 'Thiếu giấy tờ kèm theo.' },
};

/** Plays a dossier to its state by the rules of the real one, a step a working day, each by the officer of the unit in turn. */
export function playDossier(wanted: DemoDossier, officers: ReadonlyMap<string, DemoOfficer>): Play {
  const play = beginPlay(wanted, officers);
  const detour = detours[wanted.state];
  const goal = detour?.from ?? wanted.state;
  while (play.state !== goal) stepOf(play, goal)(play);
  if (play.sentAt !== null && play.sealed === null && wanted.kind === 'OFFICIAL') seal(play);
  if (detour) {
    const { action, reason } = detour;
    const unitId =
      action === 'WITHDRAW' ? null : action === 'RETURN_TRANSFER' ? unitInTurn(play) : play.origin.id;
    takeStep(play, { action, to: wanted.state, unitId, reason });
  }
  return play;
}

/** The usual next step of the state in which the dossier is; `goal` says which where there are several. */
function stepOf(play: Play, goal: TransferState): (play: Play) => void {
  const isForGood = play.wanted.kind === 'OFFICIAL';
  switch (play.state) {
    case 'SUBMITTED':
      return isForGood ? review : issue;
    case 'ORIGIN_MET':
      return issue;
    case 'IN_ORIGIN_CHAIN':
    case 'IN_DEST_CHAIN':
    case 'RETURNING':
      return signNext;
    case 'SENT':
      return isForGood ? signNext : stepOfStay(play, goal);
    case 'AT_DEST_BRANCH':
      return isForGood ? admit : stepOfStay(play, goal);
    default:
      return stepOfStay(play, goal);
  }
}

function review(play: Play): void {
  takeStep(play, { action: 'RECORD_REVIEW_MEETING', to: 'ORIGIN_MET', unitId: play.origin.id });
  meet(play, 'ORIGIN', 'Chi bộ nhất trí giới thiệu đồng chí chuyển sinh hoạt đảng.');
}

function issue(play: Play): void {
  sign(play, 'ISSUE_LETTER');
  play.introducedOn = play.day;
}

const signNext = (play: Play): void => sign(play, 'SIGN_BOX');

function sign(play: Play, action: string): void {
  const boxIndex = play.next as number;
  const to = stateAfterBox(play.boxes, boxIndex);
  takeStep(play, { action, to, unitId: unitInTurn(play), boxIndex });
  if (to !== 'IN_ORIGIN_CHAIN') play.sentAt ??= play.steps.at(-1)?.at ?? null;
  const isReview = play.wanted.kind === 'OFFICIAL' && boxIndex === 3;
  signBoxInTurn(play, isReview ? 'Nhất trí với bản tự kiểm điểm của đồng chí.' : null);
}

function seal(play: Play): void {
  const unitId = unitOfBox(play, lastOriginBox(play.boxes).index);
  takeStep(play, { action: 'RECORD_SEALED_FILE', to: play.state, unitId });
  play.sealed = { on: play.day, by: officerOf(play, unitId) };
}

function admit(play: Play): void {
  const unitId = play.destination.id;
  seal(play);
  takeStep(play, { action: 'RECORD_PRESENTATION', to: play.state, unitId });
  play.presentedOn = play.day;
  const boxIndex = layoutOf('OFFICIAL').arrival;
  takeStep(play, { action: 'ADMIT', to: 'COMPLETED', unitId, boxIndex });
  meet(play, 'DESTINATION', 'Chi bộ nhất trí tiếp nhận đồng chí.');
  signBoxInTurn(play);
}

function meet(play: Play, side: 'ORIGIN' | 'DESTINATION', conclusion: string): void {
  const unit = side === 'ORIGIN' ? play.origin : play.destination;
  play.meetings.push({ side, date: play.day, conclusion, by: officerOf(play, unit.id) });
}
