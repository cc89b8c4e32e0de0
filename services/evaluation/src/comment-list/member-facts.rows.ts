import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type ExemptionRule, type MemberFacts, type ResidenceFacts, residenceFits } from './row.rules.ts';

/** A unit as somebody's residence. */
export interface PlaceRow extends ResidenceFacts {
  readonly id: string;
}

/** A member as a list looks at them: what decides, and where they live by what is known. */
export interface ListedMember extends MemberFacts {
  readonly memberId: string;
  readonly fullName: string;
  /** Where they live as it is on record; null when nothing is, or nothing that is left. */
  readonly place: PlaceRow | null;
}

const placeColumns = `json_build_object(
    'id', place.id, 'isBranch', place.type in ('BRANCH', 'GRASSROOTS_BRANCH'), 'isCommune', place.type = 'SUPERIOR' and place.kind = 'COMMUNE',
    'hasEnded', coalesce(place.valid_to <= ?::date, false), 'communeId', commune.id)`;

/** The nearest Party organisation of a commune or ward (`isResidenceCommittee`) at or above `place`, as `commune`. */
export const nearestCommune = `left join lateral (
    select above.id from unit_copy above
    where above.id = any(string_to_array(place.path::text, '.')::uuid[]) and above.type = 'SUPERIOR' and above.kind = 'COMMUNE'
    order by nlevel(above.path) desc limit 1
  ) commune on true`;

/** Which members: a condition in SQL on `member`, `placement` and `branch`, with its values, its order and limit. */
export interface MemberChoice {
  readonly where: string;
  readonly values: readonly unknown[];
  readonly tail?: string;
  readonly tailValues?: readonly unknown[];
}

/**
 * The members of a choice with everything that decides about a list of this unit (given by its path) and year on this day, in one
 * statement. A residence branch that has ended counts as the one that goes on in its place.
 */
export async function findListedMembers(
  em: SqlEntityManager,
  { unitPath, year, today }: { unitPath: string; year: number; today: string },
  { where, values, tail = '', tailValues = [] }: MemberChoice,
): Promise<ListedMember[]> {
  return em.execute(
    `select member.id as "memberId", member.full_name as "fullName", member.status,
       member.force_category as "forceCategory", placement.branch_id as "branchId",
       coalesce(branch.path <@ ?::ltree, false) as "isInUnit",
       case when rule.code is null then null else json_build_object('code', rule.code, 'label', rule.label,
         'isIntroduced', rule.is_introduced, 'yearlyComment', rule.yearly_comment,
         'commentOnRequest', rule.comment_on_request) end as rule,
       exists (select from comment_item item where item.member_id = member.id and item.yearly_year = ?
         and item.status <> 'CANCELLED') as "hasYearlyItem",
       case when place.id is null then null else ${placeColumns} end as place
     from member_copy member
     left join placement_copy placement on placement.member_id = member.id
     left join unit_copy branch on branch.id = placement.branch_id
     left join unit_succession succession
       on succession.unit_id = coalesce(placement.residence_branch_id, member.residence_branch_id)
     left join unit_copy place
       on place.id = coalesce(succession.successor_id, placement.residence_branch_id, member.residence_branch_id)
     ${nearestCommune}
     left join exemption_rule rule on rule.contact_mode = member.residence_contact_mode
       and rule.valid_from <= ?::date and (rule.valid_to is null or rule.valid_to > ?::date)
     where ${where} ${tail}`,
    [unitPath, year, today, today, today, ...values, ...tailValues],
  );
}

/** Those of these units that are known, as residences on this day, by id. */
export async function findPlaces(
  em: SqlEntityManager,
  unitIds: readonly string[],
  today: string,
): Promise<Map<string, PlaceRow>> {
  const rows: { place: PlaceRow }[] = await em.execute(
    `select ${placeColumns} as place from unit_copy place ${nearestCommune} where place.id = any(array[?]::uuid[])`,
    [today, unitIds],
  );
  return new Map(rows.map(({ place }) => [place.id, place]));
}

/** The two ends of the residence side of a row; both null as long as they are not known. */
export interface Residence {
  readonly residenceUnitId: string | null;
  readonly residenceBranchId: string | null;
}

/** What a row says of a place; nothing when it cannot be where this member lives. */
export function residenceAt(place: PlaceRow | null, memberBranchId: string | null): Residence {
  if (place === null || !residenceFits(place, memberBranchId))
    return { residenceUnitId: null, residenceBranchId: null };
  return { residenceUnitId: place.communeId, residenceBranchId: place.isCommune ? null : place.id };
}

/** The rules of exemption that hold on a day, in their order. */
export async function findExemptionRules(
  em: SqlEntityManager,
  today: string,
): Promise<(ExemptionRule & { contactMode: string; source: string; from: string; to: string | null })[]> {
  return em.execute(
    `select code, contact_mode as "contactMode", label, is_introduced as "isIntroduced", yearly_comment as "yearlyComment",
       comment_on_request as "commentOnRequest", source, valid_from::text as "from", valid_to::text as "to"
     from exemption_rule where valid_from <= ?::date and (valid_to is null or valid_to > ?::date) order by place`,
    [today, today],
  );
}
