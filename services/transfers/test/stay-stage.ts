import type { Actor } from '@dang/access/actor';
import { desks, type TransferStage } from './transfer-stage.ts';

/** From branch 1 to the sales branch and back: which act leads to which state, and whose it is; null: the applicant. */
const there: [state: string, actor: Actor | null, mutation: string][] = [
  ['IN_ORIGIN_CHAIN', desks.secretary, 'issueLetter'],
  ['SENT', desks.committee, 'signLetterBox'],
  ['IN_DEST_CHAIN', desks.hostCommittee, 'receiveStayLetter'],
  ['AT_DEST_BRANCH', desks.hostCommittee, 'signLetterBox'],
  ['ACTIVE_TEMPORARY', desks.host, 'confirmTemporaryStay'],
];
const back: typeof there = [
  ['RETURNING', desks.host, 'writeStayComment'],
  ['RETURNING', desks.hostCommittee, 'signLetterBox'],
  ['BACK_AT_ORIGIN', desks.committee, 'signLetterBox'],
  ['COMPLETED', desks.secretary, 'receiveMemberBack'],
];
/** States beside the way: they are reached from a stay that runs. */
const asides: Record<string, typeof there> = {
  CONVERSION_ASKED: [['ACTIVE_TEMPORARY', null, 'requestStayConversion']],
  CONVERTED: [
    ['ACTIVE_TEMPORARY', null, 'requestStayConversion'],
    ['CONVERTED', desks.secretary, 'agreeStayConversion'],
  ],
  EXTENSION_REQUESTED: [['EXTENSION_REQUESTED', null, 'requestStayExtension']],
};

/** A temporary transfer of a fresh member, played up to this state by the usual people, from branch 1 to the sales branch. */
export async function stayAt(
  stage: TransferStage,
  state: string,
  { member, request = {} }: { member?: Actor & { memberId: string }; request?: Record<string, unknown> } = {},
) {
  const applicant = member ?? (await stage.newMember());
  let transfer = await stage.done(applicant, 'requestTemporaryTransfer', null, request);
  for (const [reached, actor, mutation] of [...there, ...(asides[state] ?? back)]) {
    if (transfer.status === state) break;
    transfer = await stage.done(actor ?? applicant, mutation, transfer.id);
    if (transfer.status !== reached) throw new Error(`${mutation} led to ${transfer.status}`);
  }
  if (state !== 'CONVERSION_ASKED' && transfer.status !== state)
    throw new Error(`the usual way does not lead to ${state}`);
  return { ...transfer, applicant };
}
