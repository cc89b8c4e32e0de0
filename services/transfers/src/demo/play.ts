import { vietnameseCalendar } from '@dang/vietnam/holidays';
import { addWorkingDays } from '@dang/vietnam/working-days';
import type { TransferState } from '../dossier/workflows.ts';
import { boxAfter } from '../letter/chain.rules.ts';
import { directionOf, FIRST_BOX, layoutOf } from '../letter/layout.ts';
import type { NewBox } from '../letter/letter.rules.ts';
import { boxContent, firstBoxContent, newBoxes, purposeOf } from '../letter/letter.rules.ts';
import type { DemoDossier, DemoOfficer, DemoUnit } from './demo-dossier.ts';

/** A signature on a box, with the entry in the register of its unit that goes with it. */
export interface Signature {
  readonly index: number;
  readonly officer: DemoOfficer;
  readonly content: string;
  readonly comment: string | null;
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
  /** The box whose turn it is; null when nobody here signs the next one. */
  next: number | null;
  introducedOn: string | null;
  sentAt: string | null;
  sealed: { on: string; by: DemoOfficer } | null;
  presentedOn: string | null;
  /** What became of a stay so far. */
  readonly stayed: {
    startedOn: string | null;
    endedOn: string | null;
    commented: { on: string; by: DemoOfficer } | null;
    extensionAskedOn: string | null;
    convertedOn: string | null;
  };
}

/** A dossier on the day of its request; of a draft, of its beginning. */
export function beginPlay(wanted: DemoDossier, officers: ReadonlyMap<string, DemoOfficer>): Play {
  const { kind, originPath, destinationPath, requestedOn, channel, state } = wanted;
  const play: Play = {
    wanted,
    officers,
    origin: originPath.at(-1) as DemoUnit,
    destination: destinationPath.at(-1) as DemoUnit,
    boxes: newBoxes({
      kind,
      origin: originPath,
      destination: destinationPath,
      leaves: provinceOf(originPath) !== provinceOf(destinationPath),
    }),
    steps: [],
    signatures: [],
    meetings: [],
    state: state === 'DRAFT' ? state : 'SUBMITTED',
    day: requestedOn,
    next: FIRST_BOX,
    introducedOn: null,
    sentAt: null,
    sealed: null,
    presentedOn: null,
    stayed: { startedOn: null, endedOn: null, commented: null, extensionAskedOn: null, convertedOn: null },
  };
  const requested = channel === 'ONLINE' ? 'REQUEST' : 'ENTER_PAPER';
  const action = state === 'DRAFT' ? 'BEGIN_DRAFT' : requested;
  const unitId = action === 'ENTER_PAPER' ? play.origin.id : null;
  takeStep(play, { action, to: play.state, unitId });
  return play;
}

const provinceOf = (path: readonly DemoUnit[]) => path.find(({ type }) => type === 'PROVINCE')?.id;

/** The unit of a used box. */
export function unitOfBox(play: Play, index: number): string {
  const unitId = play.boxes[index - 1]?.unitId;
  if (unitId == null) throw new Error(`box ${index} of the demo letter is crossed out`);
  return unitId;
}

/** The unit that signs next. */
export function unitInTurn(play: Play): string {
  if (play.next === null) throw new Error(`the demo letter of ${play.wanted.id} waits for nobody here`);
  return unitOfBox(play, play.next);
}

/** The hour of the latest step: the history of one day stays in order. */
export function momentOf(play: Play): string {
  return `${play.day}T${String(8 + play.steps.length).padStart(2, '0')}:15:00+07:00`;
}

export function officerOf(play: Play, unitId: string): DemoOfficer {
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
  /** Not before this day. */
  readonly on?: string | null | undefined;
}

/** Takes a step on the next working day, or on a later one that it waits for. */
export function takeStep(play: Play, { action, to, unitId, boxIndex, reason, on }: StepTaken): void {
  const isFirst = play.steps.length === 0;
  if (!isFirst) play.day = addWorkingDays(vietnameseCalendar, play.day, 1);
  if (on && on > play.day) play.day = on;
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

/** What the box in turn says, signed by the officer of its unit on the day of the latest step. */
export function signBoxInTurn(play: Play, comment: string | null = null): void {
  const { wanted, boxes, day, destination, next: index } = play;
  if (index === null) throw new Error(`the demo letter of ${wanted.id} waits for nobody here`);
  const addressee = boxes[index - 1]?.addressee ?? null;
  const duesPaidThrough = day.slice(0, 7);
  play.signatures.push({
    index,
    officer: officerOf(play, unitInTurn(play)),
    content:
      index === FIRST_BOX
        ? firstBoxContent(wanted.member, {
            duesPaidThrough,
            purpose: purposeOf(destination.name, wanted.stay),
          })
        : boxContent(wanted.kind, index, wanted.member.fullName, addressee, day),
    comment,
    at: momentOf(play),
    on: day,
    direction: directionOf(layoutOf(wanted.kind), index),
  });
  play.next = boxAfter(boxes, index)?.index ?? null;
}
