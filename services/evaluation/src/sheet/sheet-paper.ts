import { officersOf } from '@dang/reference/officers';
import { findUnits } from '@dang/reference/units';
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

/** What the form of this sheet prints: the names of the member and of both units as they are now, and what it replaces. */
export async function paperOf(
  em: SqlEntityManager,
  item: CommentItemRow,
  sheet: SheetRow,
): Promise<SheetPaper> {
  const branchId = item.residenceBranchId ?? item.residenceUnitId;
  const units = await findUnits(em, [item.residenceUnitId, branchId]);
  const committee = units.find(({ id }) => id === item.residenceUnitId);
  const branch = units.find(({ id }) => id === branchId);
  if (!committee || !branch) throw new Error(`item ${item.number} lies with units that nobody knows`);
  const officers = await officersOf(em, branchId);
  return {
    sheet,
    number: item.number,
    memberName: item.memberName ?? '',
    committeeName: committee.name,
    branchName: branch.name,
    place: committee.shortName,
    hasBranchCommittee: officers.some(({ role }) => role === 'BRANCH_COMMITTEE_MEMBER'),
    replaced: await replacedBy(em, sheet),
  };
}
