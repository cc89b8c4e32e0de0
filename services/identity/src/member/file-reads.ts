import { recordAudit } from '@dang/audit/record';
import type { GraphContext } from '@dang/service/context';

type FileRead = { kind: 'member' | 'account'; id: string; unitId: string | null; memberId: string | null };

/**
 * Keeps who reads whose file, before it is shown: "every read of a member file by someone other than the member is logged"
 * (domain 10.8). Give it everybody whose file a request opens, at once; one's own are left out. Readable afterwards in the
 * unit where the person belongs now.
 */
export async function recordFileReads(
  context: GraphContext,
  { memberIds = [], accountIds = [] }: { memberIds?: readonly string[]; accountIds?: readonly string[] },
): Promise<void> {
  const { actor } = context;
  const members = memberIds.filter((id) => id !== actor?.memberId);
  const accounts = accountIds.filter((id) => id !== actor?.accountId);
  if (members.length + accounts.length === 0) return;
  const em = context.em.fork();
  const reads = await em.execute<FileRead[]>(
    `select 'member' as kind, member.id, coalesce(placement.branch_id, member.branch_id) as "unitId",
       member.id as "memberId"
     from member left join placement_copy placement on placement.member_id = member.id
     where member.id = any(array[?]::uuid[])
     union all
     select 'account', account.id, account.branch_id, account.member_id
     from account where account.id = any(array[?]::uuid[])`,
    [members, accounts],
  );
  const lines = reads.map(({ kind, id, unitId, memberId }) => ({
    action: kind === 'member' ? 'readMemberFile' : 'readAccountForm',
    subjectKind: kind,
    subjectId: id,
    unitId,
    memberId,
  }));
  await recordAudit(em, lines, context);
}
