import type { Person, Stage } from './stage.ts';
import { demand } from './surprise.ts';
import { type Desks, Dossier } from './transfer.desk.ts';
import { requestPapers } from './transfer.papers.ts';

/** The day on which the clock of these plays stands. */
export const today = '2026-07-06';

/** What everybody's request says of the decision behind the move. */
export const decision = {
  decisionNumber: '128/QĐ-SH',
  decisionDate: '2026-06-25',
  decisionIssuer: 'Công ty Cổ phần Sông Hồng',
  effectiveDate: '2026-07-01',
};

/** From where to where, and the boxes that the letter must use (domain: letter types). */
export interface Way {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly boxes: readonly number[];
}

/** What a member says who asks to go to the branch with this code, with the papers that they bring. */
export async function requestOf(stage: Stage, desks: Desks, member: Person, to: string) {
  return {
    destinationBranchId: await desks.idOf(to),
    reason: 'CHANGE_WORKPLACE',
    ...decision,
    documents: await requestPapers(stage, member),
  };
}

/** A member asks to be transferred for good to the branch with this code. */
export async function request(stage: Stage, desks: Desks, member: Person, to: string): Promise<Dossier> {
  const input = await requestOf(stage, desks, member, to);
  return Dossier.open(
    stage,
    member,
    'đề nghị chuyển sinh hoạt đảng chính thức',
    'requestOfficialTransfer',
    input,
  );
}

/** The origin branch meets and reviews the member; `minutesIds` are files that the secretary has brought. */
export const review = (
  dossier: Dossier,
  secretary: Person,
  minutesIds: readonly string[] = [],
): Promise<void> =>
  dossier.act(secretary, 'ghi kết quả họp kiểm điểm', 'recordReviewMeeting', {
    meeting: {
      date: today,
      present: 17,
      totalMembers: 20,
      votesFor: 17,
      votesAgainst: 0,
      conclusion: 'Đồng ý giới thiệu chuyển sinh hoạt đảng.',
      minutesIds,
    },
  });

/** The origin branch reviews the member and issues the letter, whose boxes must be those of the way. */
export async function introduce(stage: Stage, desks: Desks, dossier: Dossier, way: Way): Promise<void> {
  const secretary = await desks.of(way.from);
  await review(dossier, secretary);
  await issue(stage, secretary, dossier, way);
}

/** The secretary signs box 1, once the dues of the member are known here. */
export async function issue(
  stage: Stage,
  secretary: Person,
  dossier: Dossier,
  way: Way,
  more: { sign?: boolean } = {},
): Promise<void> {
  await dossier.untilAllowed(
    secretary,
    'ISSUE_LETTER',
    'Dịch vụ chuyển sinh hoạt đã biết tình hình đóng đảng phí',
  );
  await dossier.act(secretary, 'ký ô 1, cấp giấy giới thiệu', 'issueLetter', more);
  const boxes = dossier.usedBoxes();
  demand(boxes.join() === way.boxes.join(), `boxes ${way.boxes} should be used, not ${boxes}`);
  stage.tell(`   các ô được dùng: ${boxes.join(' · ')}`);
}

/** Somebody of the origin seals the paper file and hands it to the member. */
export const seal = (dossier: Dossier, person: Person): Promise<void> =>
  dossier.act(person, 'niêm phong hồ sơ, giao đảng viên mang theo', 'recordSealedFile', {
    sealedOn: today,
    documents: [
      { name: 'Phiếu đảng viên', pages: 8 },
      { name: 'Bản tự kiểm điểm', pages: 3 },
    ],
  });

/** The member presents letter and file at the destination branch. */
export const present = (dossier: Dossier, host: Person): Promise<void> =>
  dossier.act(host, 'nhận giấy giới thiệu và hồ sơ niêm phong', 'recordPresentation', {
    receivedOn: today,
    sealIntact: true,
  });

/** The meeting that admits somebody. */
export const admission = {
  date: today,
  present: 12,
  totalMembers: 14,
  votesFor: 12,
  votesAgainst: 0,
  conclusion: 'Nhất trí tiếp nhận.',
};

/** The destination branch meets and admits the member: the last box. */
export async function admit(dossier: Dossier, host: Person): Promise<void> {
  await dossier.act(host, 'họp, tiếp nhận đảng viên', 'admitMember', { meeting: admission });
  dossier.mustBe('COMPLETED');
}

/** The member belongs to the branch with this code, in the tree and for the dues of the months that come. */
export async function demandMoved(stage: Stage, member: Person, code: string): Promise<void> {
  await stage.until(
    'Cây tổ chức và đảng phí đã theo',
    () => member.ask('{ me { branch { code } dues { chargedBy { code } chargedFrom } } }'),
    ({ me }) =>
      me?.branch?.code === code && me.dues?.chargedBy?.code === code && me.dues.chargedFrom === '2026-08',
    60_000,
  );
}
