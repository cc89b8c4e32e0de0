import { officersOf } from '@dang/reference/officers';
import { findUnits } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import type { SheetPaper } from './sheet.form.ts';
import type { SheetRow } from './sheet.rows.ts';

/** The SHA-256 (hexadecimal) of the document by which a sheet was delivered: the signed PDF, or the scan. */
export async function documentHash(em: SqlEntityManager, sheetId: string): Promise<string> {
  const [row]: { sha256: string }[] = await em.execute(
    `select encode(coalesce(signature.sha256, scan.sha256), 'hex') as sha256
     from comment_sheet sheet
     left join document_signature signature on signature.id = sheet.signature_id
     left join stored_file scan on scan.id = sheet.scan_id
     where sheet.id = ?`,
    [sheetId],
  );
  if (!row?.sha256) throw new Error(`sheet ${sheetId} has no document`);
  return row.sha256;
}

async function replacedBy(em: SqlEntityManager, { replacesId }: SheetRow): Promise<SheetPaper['replaced']> {
  if (replacesId === null) return null;
  const [row]: { deliveredAt: string }[] = await em.execute(
    `select to_json(delivered_at)#>>'{}' as "deliveredAt" from comment_sheet where id = ?`,
    [replacesId],
  );
  return { deliveredAt: row?.deliveredAt ?? '', sha256: await documentHash(em, replacesId) };
}

const unitOnPaper = (context: GraphContext, id: string) =>
  loaderOf(context, 'unit on paper', async (ids: readonly string[]) => {
    const units = await findUnits(context.em, ids);
    return ids.map((wanted) => units.find((unit) => unit.id === wanted) ?? null);
  }).load(id);

const hasCommittee = (context: GraphContext, branchId: string) =>
  loaderOf(context, 'branch with a committee', (ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const officers = await officersOf(context.em, id);
        return officers.some(({ role }) => role === 'BRANCH_COMMITTEE_MEMBER');
      }),
    ),
  ).load(branchId);

/**
 * What the form of this sheet prints: the names of the member and of both units as they are now, and what it replaces. The units of all
 * sheets of a request are asked for once.
 */
export async function paperOf(
  context: GraphContext,
  item: CommentItemRow,
  sheet: SheetRow,
): Promise<SheetPaper> {
  const branchId = item.residenceBranchId ?? item.residenceUnitId;
  const [committee, branch] = await Promise.all([
    unitOnPaper(context, item.residenceUnitId),
    unitOnPaper(context, branchId),
  ]);
  if (!committee || !branch) throw new Error(`item ${item.number} lies with units that nobody knows`);
  return {
    sheet,
    number: item.number,
    memberName: item.memberName ?? '',
    committeeName: committee.name,
    branchName: branch.name,
    place: committee.shortName,
    hasBranchCommittee: await hasCommittee(context, branchId),
    replaced: await replacedBy(context.em, sheet),
  };
}
