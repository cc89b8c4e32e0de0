import { AccountApproved } from '@dang/events/contracts/identity/account-approved';
import { AccountClosed } from '@dang/events/contracts/identity/account-closed';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { MemberCorrected } from '@dang/events/contracts/identity/member-corrected';
import { PositionEnded } from '@dang/events/contracts/identity/position-ended';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ReorganisationApplied } from '@dang/events/contracts/orgtree/reorganisation-applied';
import { MemberTransferredOut } from '@dang/events/contracts/transfers/member-transferred-out';
import { TransferCompleted } from '@dang/events/contracts/transfers/transfer-completed';
import { defineReaction, type ReactionContext } from '@dang/events/reaction';
import { endAccounts, recordAccountStates } from './account-states.ts';

/** Ends the open accounts that a condition over `account` names; `reason` is what people read. */
async function lapse(
  { em, clock }: ReactionContext,
  where: string,
  values: readonly unknown[],
  reason: string,
): Promise<void> {
  const rows: { id: string }[] = await em.execute(
    `select account.id from beneficiary_account account where account.status in ('PENDING', 'APPROVED') and ${where}`,
    [...values],
  );
  const ids = rows.map(({ id }) => id);
  await endAccounts(em, ids, {
    action: 'LAPSE',
    reason,
    at: clock.now(),
    today: clock.today(),
    actor: null,
  });
}

/** Whoever a reorganisation puts into another branch leaves as one who is transferred does; one statement for all of an event. */
async function leaveByReorganisation(
  context: ReactionContext,
  placements: readonly { memberId: string; branchId: string | null; reorganisationId?: string | null }[],
): Promise<void> {
  const moved = placements.filter(({ reorganisationId }) => reorganisationId);
  if (moved.length === 0) return;
  await lapse(
    context,
    `not account.by_office and exists (
       select from jsonb_to_recordset(?::jsonb) as moved("memberId" uuid, "branchId" uuid)
       where moved."memberId" = account.holder_member_id and not exists (select from unit_copy branch
         where branch.id = moved."branchId" and index(branch.path, account.unit_id::text::ltree) >= 0))`,
    [JSON.stringify(moved)],
    'Người nhận chuyển chi bộ do sắp xếp tổ chức đảng',
  );
}

/** Whoever goes to another branch keeps no account in a unit to which that branch does not belong; one held by office goes with the office. */
const leavesFor = (context: ReactionContext, memberId: string, branchId: string, reason: string) =>
  lapse(
    context,
    `account.holder_member_id = ? and not account.by_office
       and not exists (select from unit_copy branch where branch.id = ? and index(branch.path, account.unit_id::text::ltree) >= 0)`,
    [memberId, branchId],
    reason,
  );

/** How accounts for retained dues follow their holders: what ends them is heard, never polled. */
export const beneficiaryAccountReactions = [
  defineReaction({
    name: 'nameHolderOfApprovedApplicant',
    event: AccountApproved,
    async handle(context, { data }) {
      const named: { id: string }[] = await context.em.execute(
        `update beneficiary_account set holder_member_id = ?, version = version + 1
         where applicant_account_id = ? and unit_id = ? and status = 'PENDING' and holder_member_id is distinct from ?
         returning id`,
        [data.memberId, data.accountId, data.branchId, data.memberId],
      );
      await recordAccountStates(
        context.em,
        named.map(({ id }) => id),
        null,
      );
      const reason = 'Người khai báo được duyệt vào chi bộ khác';
      await lapse(
        context,
        'account.applicant_account_id = ? and account.unit_id <> ?',
        [data.accountId, data.branchId],
        reason,
      );
    },
  }),
  defineReaction({
    name: 'endAccountOfRejectedApplicant',
    event: AccountRejected,
    handle: (context, { data }) =>
      lapse(
        context,
        `account.applicant_account_id = ? and account.status = 'PENDING'`,
        [data.accountId],
        'Đăng ký tài khoản của người khai báo không được duyệt',
      ),
  }),
  defineReaction({
    name: 'endAccountsOfTransferred',
    event: TransferCompleted,
    handle: (context, { data }) =>
      leavesFor(context, data.memberId, data.destinationBranchId, 'Người nhận đã chuyển sinh hoạt đảng'),
  }),
  defineReaction({
    name: 'endAccountsOfWhoLeft',
    event: MemberTransferredOut,
    handle: (context, { data }) =>
      lapse(
        context,
        'account.holder_member_id = ? and not account.by_office',
        [data.memberId],
        'Người nhận đã chuyển ra ngoài đảng bộ tỉnh, thành phố',
      ),
  }),
  defineReaction({
    name: 'endAccountsOfCorrected',
    event: MemberCorrected,
    handle: (context, { data }) =>
      leavesFor(context, data.memberId, data.toBranchId, 'Người nhận đã được đính chính sang chi bộ khác'),
  }),
  defineReaction({
    name: 'endAccountsOfClosed',
    event: AccountClosed,
    handle: (context, { data }) =>
      lapse(
        context,
        '(account.applicant_account_id = ? or account.holder_member_id = ?)',
        [data.accountId, data.memberId],
        'Tài khoản của người nhận đã đóng',
      ),
  }),
  defineReaction({
    name: 'endAccountsOfOffice',
    event: PositionEnded,
    handle: (context, { data }) =>
      lapse(
        context,
        `account.holder_member_id = ? and account.unit_id = ? and account.by_office
         and not exists (select from officers_copy office, jsonb_array_elements(office.officers) held
           where office.unit_id = account.unit_id and (held ->> 'memberId')::uuid = account.holder_member_id
             and held ->> 'positionId' <> ?)`,
        [data.memberId, data.unitId, data.positionId],
        'Người nhận thôi giữ chức vụ',
      ),
  }),
  defineReaction({
    name: 'endAccountsOfReorganised',
    event: PlacementRecorded,
    handle: (context, { data }) => leaveByReorganisation(context, data.placements),
  }),
  defineReaction({
    name: 'endAccountsOfEndedUnits',
    event: ReorganisationApplied,
    handle: (context, { data }) =>
      lapse(
        context,
        'account.unit_id = any(array[?]::uuid[])',
        [data.successions.map(({ unitId }) => unitId)],
        'Tổ chức đảng đã kết thúc hoạt động',
      ),
  }),
];
