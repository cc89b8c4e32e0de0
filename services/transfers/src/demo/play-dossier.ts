import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { addWorkingDays } from '@dang/vietnam/working-days';
import type { TransferState } from '../dossier/workflows.ts';
import { boxAfter, lastOriginBox } from '../letter/chain.rules.ts';
import { directionOf, FIRST_BOX, layoutOf } from '../letter/layout.ts';
import type { NewBox } from '../letter/letter.rules.ts';
import { boxContent, firstBoxContent, newBoxes, purposeOf, stateAfterBox } from '../letter/letter.rules.ts';
import type { DemoDossier, DemoOfficer, DemoUnit } from './demo-dossier.ts';

const layout = layoutOf('OFFICIAL');
const LAST_BOX = layout.arrival;

/** A signature on a box, with the entry in the register of its unit that goes with it. */
interface Signature {
  readonly index: number;
  readonly officer: DemoOfficer;
  readonly content: string;
  readonly at: string;
  readonly on: string;
  readonly direction: 'OUT' | 'IN';
}

/** A step as the history keeps it. */
interface Step {
  readonly at: string;
  readonly action: string;
  readonly from: TransferState | null;
  readonly to: TransferState;
  readonly officer: DemoOfficer | null;
  readonly boxIndex: number | null;
  readonly reason: string | null;
}

/** A dossier that is being played: where it stands, and everything that was done on the way. */
export interface Play {
  readonly wanted: DemoDossier;
  readonly officers: ReadonlyMap<string, DemoOfficer>;
  readonly origin: DemoUnit;
  readonly destination: DemoUnit;
  readonly boxes: readonly NewBox[];
  readonly steps: Step[];
  readonly signatures: Signature[];
  readonly meetings: { side: 'ORIGIN' | 'DESTINATION'; date: string; conclusion: string; by: DemoOfficer }[];
  state: TransferState;
  day: string;
  /** The box whose turn it is. */
  next: number;
  introducedOn: string | null;
  sentAt: string | null;
  sealed: { on: string; by: DemoOfficer } | null;
  presentedOn: string | null;
}

/** States beside the usual way: from where, by which action, by whom, and why. */
const detours: Partial<Record<TransferState, { from: TransferState; action: string; reason: string }>> = {
  SUPPLEMENT_REQUESTED: {
    from: 'SUBMITTED',
    action: 'REQUEST_SUPPLEMENT',
    reason: 'Đề nghị gửi kèm bản tự kiểm điểm.',
  },
  REJECTED: { from: 'SUBMITTED', action: 'REJECT', reason: 'Quyết định điều động chưa có hiệu lực.' },
  CANCELLED: { from: 'SUBMITTED', action: 'WITHDRAW', reason: 'Đảng viên không chuyển công tác nữa.' },
  RETURNED_BY_DEST: { from: 'SENT', action: 'RETURN_TRANSFER', reason: 'Thiếu biên bản họp kiểm điểm.' },
};

/** Plays a dossier to its state by the rules of the real one, a step a working day, each by the officer of the unit in turn. */
export function playDossier(wanted: DemoDossier, officers: ReadonlyMap<string, DemoOfficer>): Play {
  const play = begin(wanted, officers);
  const detour = detours[wanted.state];
  const goal = detour?.from ?? wanted.state;
  if (play.state !== goal) review(play);
  if (play.state !== goal) issue(play);
  while (play.state !== goal && play.next !== LAST_BOX) signNext(play);
  if (play.sentAt !== null) seal(play);
  if (goal === 'COMPLETED') admit(play);
  if (detour) {
    const unitId = { WITHDRAW: null, RETURN_TRANSFER: unitOfBox(play, play.next) }[detour.action];
    const by = unitId === undefined ? play.origin.id : unitId;
    step(play, { action: detour.action, to: wanted.state, unitId: by, reason: detour.reason });
  }
  if (play.state !== wanted.state)
    throw new Error(`the demo dossier ${wanted.id} cannot come to ${wanted.state}`);
  return play;
}

/** The unit of a used box. */
export function unitOfBox(play: Play, index: number): string {
  const unitId = play.boxes[index - 1]?.unitId;
  if (unitId == null) throw new Error(`box ${index} of the demo letter is crossed out`);
  return unitId;
}

function begin(wanted: DemoDossier, officers: ReadonlyMap<string, DemoOfficer>): Play {
  const play: Play = {
    wanted,
    officers,
    origin: wanted.originPath.at(-1) as DemoUnit,
    destination: wanted.destinationPath.at(-1) as DemoUnit,
    boxes: newBoxes({
      kind: 'OFFICIAL',
      origin: wanted.originPath,
      destination: wanted.destinationPath,
      leaves: false,
    }),
    steps: [],
    signatures: [],
    meetings: [],
    state: 'SUBMITTED',
    day: wanted.requestedOn,
    next: FIRST_BOX,
    introducedOn: null,
    sentAt: null,
    sealed: null,
    presentedOn: null,
  };
  const action = wanted.channel === 'ONLINE' ? 'REQUEST' : 'ENTER_PAPER';
  step(play, { action, to: 'SUBMITTED', unitId: action === 'REQUEST' ? null : play.origin.id });
  return play;
}

function review(play: Play): void {
  step(play, { action: 'RECORD_REVIEW_MEETING', to: 'ORIGIN_MET', unitId: play.origin.id });
  meet(play, 'ORIGIN', 'Chi bộ nhất trí giới thiệu đồng chí chuyển sinh hoạt đảng.');
}

function issue(play: Play): void {
  step(play, {
    action: 'ISSUE_LETTER',
    to: 'IN_ORIGIN_CHAIN',
    unitId: play.origin.id,
    boxIndex: FIRST_BOX,
  });
  play.introducedOn = play.day;
  const paid = { duesPaidThrough: play.day.slice(0, 7), purpose: purposeOf(play.destination.name, null) };
  sign(play, FIRST_BOX, firstBoxContent(play.wanted.member, paid));
}

function signNext(play: Play): void {
  const index = play.next;
  const to = stateAfterBox(play.boxes, index);
  step(play, { action: 'SIGN_BOX', to, unitId: unitOfBox(play, index), boxIndex: index });
  if (to !== 'IN_ORIGIN_CHAIN') play.sentAt ??= momentOf(play);
  const addressee = play.boxes[index - 1]?.addressee ?? null;
  sign(play, index, boxContent('OFFICIAL', index, play.wanted.member.fullName, addressee, play.day));
}

function seal(play: Play): void {
  const unitId = unitOfBox(play, lastOriginBox(play.boxes).index);
  step(play, { action: 'RECORD_SEALED_FILE', to: play.state, unitId });
  play.sealed = { on: play.day, by: officerOf(play, unitId) };
}

function admit(play: Play): void {
  const unitId = play.destination.id;
  step(play, { action: 'RECORD_PRESENTATION', to: play.state, unitId });
  play.presentedOn = play.day;
  step(play, { action: 'ADMIT', to: 'COMPLETED', unitId, boxIndex: LAST_BOX });
  meet(play, 'DESTINATION', 'Chi bộ nhất trí tiếp nhận đồng chí.');
  sign(play, LAST_BOX, boxContent('OFFICIAL', LAST_BOX, play.wanted.member.fullName, null, play.day));
}

/** The hour of the latest step: the history of one day stays in order. */
function momentOf(play: Play): string {
  return `${play.day}T${String(8 + play.steps.length).padStart(2, '0')}:15:00+07:00`;
}

function officerOf(play: Play, unitId: string): DemoOfficer {
  const officer = play.officers.get(unitId);
  if (!officer) throw new Error(`the demo names nobody who acts for unit ${unitId}`);
  return officer;
}

interface StepTaken {
  readonly action: string;
  readonly to: TransferState;
  /** Null when the member acts. */
  readonly unitId: string | null;
  readonly boxIndex?: number;
  readonly reason?: string;
}

function step(play: Play, { action, to, unitId, boxIndex, reason }: StepTaken): void {
  const isFirst = play.steps.length === 0;
  if (!isFirst) play.day = addWorkingDays(vietnameseCalendar, play.day, 1);
  play.steps.push({
    at: momentOf(play),
    action,
    from: isFirst ? null : play.state,
    to,
    officer: unitId === null ? null : officerOf(play, unitId),
    boxIndex: boxIndex ?? null,
    reason: reason ?? null,
  });
  play.state = to;
}

function sign(play: Play, index: number, content: string): void {
  play.signatures.push({
    index,
    officer: officerOf(play, unitOfBox(play, index)),
    content,
    at: momentOf(play),
    on: play.day,
    direction: directionOf(layout, index),
  });
  play.next = boxAfter(play.boxes, index)?.index ?? play.next;
}

function meet(play: Play, side: 'ORIGIN' | 'DESTINATION', conclusion: string): void {
  const unit = side === 'ORIGIN' ? play.origin : play.destination;
  play.meetings.push({ side, date: play.day, conclusion, by: officerOf(play, unit.id) });
}
