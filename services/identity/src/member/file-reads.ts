import { recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';

type FileRead = { kind: 'member' | 'account'; id: string; unitId: string | null; memberId: string | null };

async function record(context: GraphContext, kind: FileRead['kind'], ids: readonly string[]): Promise<void> {
  const em = context.em.fork();
  const reads = await em.execute<FileRead[]>(
    `select 'member' as kind, member.id, coalesce(placement.branch_id, member.branch_id) as "unitId",
       member.id as "memberId"
     from member left join placement_copy placement on placement.member_id = member.id
     where member.id = any(array[?]::uuid[])
     union all
     select 'account', account.id, account.branch_id, account.member_id
     from account where account.id = any(array[?]::uuid[])`,
    [kind === 'member' ? ids : [], kind === 'account' ? ids : []],
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

/**
 * Keeps who reads whose file, before it is shown: "every read of a member file by someone other than the member is logged"
 * (domain 10.8). A request that opens a file by several of its fields leaves one line, and all files of a page are one
 * statement; one's own are left out. Readable afterwards in the unit where the person belongs now.
 */
export async function noteReads(
  context: GraphContext,
  kind: FileRead['kind'],
  ids: readonly string[],
): Promise<void> {
  const { actor } = context;
  const own = kind === 'member' ? actor?.memberId : actor?.accountId;
  const loader = loaderOf<string, boolean>(context, `file reads ${kind}`, async (asked) => {
    await record(context, kind, asked);
    return asked.map(() => true);
  });
  await Promise.all(ids.filter((id) => id !== own).map((id) => loader.load(id)));
}
