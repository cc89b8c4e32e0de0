import { readOrgCode } from '@dang/vietnam/identifiers';
import { searchKey } from '@dang/vietnam/text';
import type { ClientBase } from 'pg';

type UnitName = { id: string; code: string; name: string; parentId: string | null; takesMembers: boolean };

/** `Chi bộ 1 – Đảng bộ phường …`, whatever dash stands between the names. */
const pathKey = (text: string): string => searchKey(text.replace(/\s*[–—>/]\s*|\s+-\s+/g, ' | '));

/** The branch that a cell names, by its code or by its names up to the root; null: none; `'AMBIGUOUS'`: several. */
export type BranchFinder = (text: string) => string | null | 'AMBIGUOUS';

/** Reads the branches of the tree once, so that finding one costs nothing for each row of a file. */
export async function readBranches(client: ClientBase, today: string): Promise<BranchFinder> {
  const { rows } = await client.query<UnitName>(
    `select id, code, name, parent_id as "parentId", type in ('BRANCH', 'GRASSROOTS_BRANCH') as "takesMembers"
     from unit_copy where valid_from <= $1 and (valid_to is null or valid_to > $1)`,
    [today],
  );
  const byId = new Map(rows.map((unit) => [unit.id, unit]));
  const byCode = new Map<string, string>();
  const byPath = new Map<string, string>();
  for (const branch of rows) {
    if (!branch.takesMembers) continue;
    byCode.set(branch.code, branch.id);
    let path = '';
    for (let unit: UnitName | undefined = branch; unit; unit = byId.get(unit.parentId ?? '')) {
      path += path === '' ? searchKey(unit.name) : ` | ${searchKey(unit.name)}`;
    }
    byPath.set(path, byPath.has(path) ? 'AMBIGUOUS' : branch.id);
  }
  return (text) => {
    const code = readOrgCode(text.trim());
    return (code ? byCode.get(code) : byPath.get(pathKey(text))) ?? null;
  };
}
