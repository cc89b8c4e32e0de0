import type { TransferState } from '../dossier/workflows.ts';
import { layoutOf } from '../letter/layout.ts';
import { stateAfterBox } from '../letter/letter.rules.ts';
import type { DemoStay } from './demo-dossier.ts';
import { officerOf, type Play, signBoxInTurn, takeStep, unitInTurn } from './play.ts';

const { boxes: LAST_BOX, arrival } = layoutOf('TEMPORARY');

/** What the branch writes about everybody who goes home. */
export const stayComment =
  'Đồng chí chấp hành tốt chủ trương của Đảng, tham gia sinh hoạt đầy đủ, hoàn thành nhiệm vụ được giao.';

/** The next step of a stay; `goal` says which where several are possible. */
export function stepOfStay({ state, wanted }: Play, goal: TransferState): (play: Play) => void {
  switch (state) {
    case 'SENT':
      return receive;
    case 'AT_DEST_BRANCH':
      return confirm;
    case 'ACTIVE_TEMPORARY':
      if (goal === 'EXTENSION_REQUESTED') return askExtension;
      return goal === 'CONVERTED' ? convert : comment;
    case 'BACK_AT_ORIGIN':
      return receiveBack;
    default:
      throw new Error(`the demo stay ${wanted.id} does not go on from ${state}`);
  }
}

const stayIn = ({ wanted }: Play): DemoStay => wanted.stay as DemoStay;

function receive(play: Play): void {
  takeStep(play, { action: 'RECEIVE_LETTER', to: 'IN_DEST_CHAIN', unitId: unitInTurn(play) });
}

function confirm(play: Play): void {
  const on = stayIn(play).from;
  const unitId = play.destination.id;
  takeStep(play, { action: 'CONFIRM_STAY', to: 'ACTIVE_TEMPORARY', unitId, boxIndex: arrival, on });
  play.stayed.startedOn = play.day;
  signBoxInTurn(play);
}

function askExtension(play: Play): void {
  const on = stayIn(play).lastActOn;
  const reason = 'Khóa học kéo dài thêm một học kỳ.';
  takeStep(play, { action: 'REQUEST_EXTENSION', to: 'EXTENSION_REQUESTED', unitId: null, reason, on });
  play.stayed.extensionAskedOn = play.day;
}

function convert(play: Play): void {
  const on = stayIn(play).lastActOn;
  takeStep(play, { action: 'REQUEST_CONVERSION', to: 'ACTIVE_TEMPORARY', unitId: null, on });
  takeStep(play, { action: 'AGREE_CONVERSION', to: 'CONVERTED', unitId: play.origin.id });
  play.stayed.convertedOn = play.day;
}

function comment(play: Play): void {
  const on = stayIn(play).lastActOn;
  const boxIndex = play.next as number;
  const to = stateAfterBox(play.boxes, boxIndex);
  const unitId = play.destination.id;
  takeStep(play, { action: 'WRITE_STAY_COMMENT', to, unitId, boxIndex, on });
  play.stayed.commented = { on: play.day, by: officerOf(play, unitId) };
  signBoxInTurn(play, stayComment);
}

function receiveBack(play: Play): void {
  const unitId = play.origin.id;
  takeStep(play, { action: 'RECEIVE_BACK', to: 'COMPLETED', unitId, boxIndex: LAST_BOX });
  play.stayed.endedOn = play.day;
  signBoxInTurn(play);
}
