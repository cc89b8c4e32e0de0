import { chainsOf, type UnitRow } from '@dang/reference/units';
import type { ServiceEnvironment } from '@dang/service/environment';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type CommentListRow, findList } from './comment-list.rows.ts';
import { findRows, type ListRow } from './list-row.rows.ts';

/** A list with all that stands on its paper. */
export interface ListPaper {
  readonly list: CommentListRow;
  /** From the root to the unit of the list. */
  readonly chain: readonly UnitRow[];
  readonly rows: readonly PaperRow[];
}

/** One line of the paper, as it is printed. */
export interface PaperRow {
  readonly name: string;
  /** Covered but for its last digits. */
  readonly cardNumber: string;
  readonly branch: string;
  /** Where the member lives, by the four columns of the form; empty where a level is not there, or not known. */
  readonly commune: string;
  readonly grassroots: string;
  readonly subCommittee: string;
  readonly residenceBranch: string;
  readonly selfReport: boolean;
  readonly type: ListRow['type'];
}

/** The names of the four columns in a chain of units. */
function columnsOf(chain: readonly UnitRow[]) {
  const named = (...types: string[]) => chain.find((unit) => types.includes(unit.type))?.name ?? '';
  const commune = chain.findLast((unit) => unit.kind === 'COMMUNE');
  const grassroots = named('GRASSROOTS_COMMITTEE', 'GRASSROOTS_BRANCH');
  return {
    commune: commune?.name ?? named('SUPERIOR'),
    // a commune that is itself the grassroots organisation stands in the first column already
    grassroots: grassroots === commune?.name ? '' : grassroots,
    subCommittee: named('SUB_COMMITTEE'),
    residenceBranch: named('BRANCH'),
  };
}

async function findCards(
  em: SqlEntityManager,
  { PROVINCE_KEY }: ServiceEnvironment,
  listId: string,
): Promise<Map<string, string>> {
  const rows: { id: string; sealed: string | null; legacy: string | null }[] = await em.execute(
    `select member.id, member.card_number_sealed as sealed, member.legacy_card_number as legacy
     from comment_list_row listed join member_copy member on member.id = listed.member_id where listed.list_id = ?`,
    [listId],
  );
  return new Map(
    rows.map(({ id, sealed, legacy }) => {
      const card = sealed === null ? legacy : openText(PROVINCE_KEY, sealed);
      return [id, card === null ? '' : maskDigits(card)];
    }),
  );
}

/** Everything that the paper of a list says, in five statements; null when there is no such list. Whose to see it is, the caller knows. */
export async function findPaper(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  listId: string,
): Promise<ListPaper | null> {
  const list = await findList(em, listId);
  if (list === null) return null;
  const rows = await findRows(em, listId);
  const cards = await findCards(em, environment, listId);
  const places = rows.flatMap((row) => [
    row.branchId ?? [],
    row.residenceBranchId ?? row.residenceUnitId ?? [],
  ]);
  const chains = await chainsOf(em, [...new Set([list.unitId, ...places.flat()])]);
  return {
    list,
    chain: chains.get(list.unitId) ?? [],
    rows: rows.map((row) => ({
      name: row.memberName ?? '',
      cardNumber: cards.get(row.memberId) ?? '',
      branch: chains.get(row.branchId ?? '')?.at(-1)?.name ?? '',
      ...columnsOf(chains.get(row.residenceBranchId ?? row.residenceUnitId ?? '') ?? []),
      selfReport: row.selfReportRequired,
      type: row.type,
    })),
  };
}
