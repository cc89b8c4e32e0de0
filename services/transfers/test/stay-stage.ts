import type { Actor } from '@dang/access/actor';
import { desks, type TransferStage } from './transfer-stage.ts';

/** From branch 1 to the sales branch and back: which act leads to which state, and whose it is. */
const stayWay: [state: string, actor: Actor, mutation: string][] = [
  ['IN_ORIGIN_CHAIN', desks.secretary, 'issueLetter'],
  ['SENT', desks.committee, 'signLetterBox'],
  ['IN_DEST_CHAIN', desks.hostCommittee, 'receiveStayLetter'],
  ['AT_DEST_BRANCH', desks.hostCommittee, 'signLetterBox'],
  ['ACTIVE_TEMPORARY', desks.host, 'confirmTemporaryStay'],
  ['RETURNING', desks.host, 'writeStayComment'],
  ['RETURNING', desks.hostCommittee, 'signLetterBox'],
  ['BACK_AT_ORIGIN', desks.committee, 'signLetterBox'],
  ['COMPLETED', desks.secretary, 'receiveMemberBack'],
];

/** A temporary transfer of a fresh member, played up to this state by the usual people, from branch 1 to the sales branch. */
export async function stayAt(
  stage: TransferStage,
  state: string,
  { member, request = {} }: { member?: Actor & { memberId: string }; request?: Record<string, unknown> } = {},
) {
  const applicant = member ?? (await stage.newMember());
  let transfer = await stage.done(applicant, 'requestTemporaryTransfer', null, request);
  for (const [reached, actor, mutation] of stayWay) {
    if (transfer.status === state) break;
    transfer = await stage.done(actor, mutation, transfer.id);
    if (transfer.status !== reached) throw new Error(`${mutation} led to ${transfer.status}`);
  }
  if (transfer.status !== state) throw new Error(`the usual way does not lead to ${state}`);
  return { ...transfer, applicant };
}
