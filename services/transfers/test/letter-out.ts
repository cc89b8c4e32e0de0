import type { Actor } from '@dang/access/actor';
import { scan } from './scan.ts';
import { desks, type TransferStage } from './transfer-stage.ts';

/** A place outside of every system. */
export const ARMY = 'Chi bộ 3, Đảng bộ Quân sự tỉnh Lào Cai';

/** To a place outside of every system. */
export const toArmy = { destinationBranchId: null, destinationText: ARMY };

/** Every signature of the origin’s side for a letter that leaves the province. */
const wayOut: [actor: Actor, mutation: string][] = [
  [desks.secretary, 'recordReviewMeeting'],
  [desks.secretary, 'issueLetter'],
  [desks.committee, 'signLetterBox'],
  [desks.ward, 'signLetterBox'],
  [desks.board, 'signLetterBox'],
];

/** A dossier of a fresh member of branch 1 whose letter has just left the system. */
export async function sentOut(
  stage: TransferStage,
  where: Record<string, unknown> = toArmy,
  member?: Actor & { memberId: string },
) {
  const applicant = member ?? (await stage.newMember());
  let transfer = await stage.done(applicant, 'requestOfficialTransfer', null, where);
  for (const [actor, mutation] of wayOut) transfer = await stage.done(actor, mutation, transfer.id);
  return { ...transfer, applicant };
}

/** The origin writes down, with a scan, what the place outside has answered. */
export const answer = async (
  stage: TransferStage,
  actor: Actor,
  mutation: 'recordOutsideReceipt' | 'recordOutsideReturn' | 'recordOutsideStayComment',
  { transferId, ...more }: { readonly transferId: string } & Record<string, unknown>,
) => stage.act(actor, mutation, transferId, { scanIds: [await scan(stage, actor)], ...more });
