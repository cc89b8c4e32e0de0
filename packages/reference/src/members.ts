import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** A member as identity last said. The 12-digit card number stays sealed; days are `YYYY-MM-DD`. */
export interface MemberRow {
  readonly id: string;
  readonly fullName: string;
  readonly gender: string;
  readonly dateOfBirth: string;
  readonly joinDate: string | null;
  readonly officialDate: string | null;
  readonly status: string;
  readonly forceCategory: string;
  readonly underInspection: boolean;
  readonly cardNumberSealed: string | null;
  readonly legacyCardNumber: string | null;
  readonly profileNumber: string | null;
  readonly residenceBranchId: string | null;
  readonly residenceContactMode: string;
}

/** Where a member's activity is, as orgtree last said: the only word by which anything is decided. */
export interface PlacementRow {
  readonly memberId: string;
  readonly branchId: string | null;
  readonly since: string | null;
  readonly temporaryBranchId: string | null;
  readonly temporarySince: string | null;
  readonly residenceBranchId: string | null;
}

/** How a member stands with the dues, as fees last said. Months are `YYYY-MM`. */
export interface StandingRow {
  readonly memberId: string;
  readonly paidThrough: string | null;
  readonly openMonths: readonly string[];
  readonly chargedBy: string | null;
}

/** Those of the members that this service knows, in no particular order. */
export async function findMembers(em: SqlEntityManager, ids: readonly string[]): Promise<MemberRow[]> {
  return em.execute(
    `select id, full_name as "fullName", gender, date_of_birth as "dateOfBirth", join_date as "joinDate",
       official_date as "officialDate", status, force_category as "forceCategory", under_inspection as "underInspection",
       card_number_sealed as "cardNumberSealed", legacy_card_number as "legacyCardNumber",
       profile_number as "profileNumber", residence_branch_id as "residenceBranchId",
       residence_contact_mode as "residenceContactMode"
     from member_copy where id = any(array[?]::uuid[])`,
    [ids],
  );
}

export async function findMember(em: SqlEntityManager, id: string): Promise<MemberRow | null> {
  return (await findMembers(em, [id]))[0] ?? null;
}

/** The placements of those of the members that have one, in no particular order. */
export async function findPlacements(
  em: SqlEntityManager,
  memberIds: readonly string[],
): Promise<PlacementRow[]> {
  return em.execute(
    `select member_id as "memberId", branch_id as "branchId", since, temporary_branch_id as "temporaryBranchId",
       temporary_since as "temporarySince", residence_branch_id as "residenceBranchId"
     from placement_copy where member_id = any(array[?]::uuid[])`,
    [memberIds],
  );
}

export async function findPlacement(em: SqlEntityManager, memberId: string): Promise<PlacementRow | null> {
  return (await findPlacements(em, [memberId]))[0] ?? null;
}

/** `null` when fees never spoke of the member; a guard that needs dues then refuses `DUES_UNKNOWN`. */
export async function findStanding(em: SqlEntityManager, memberId: string): Promise<StandingRow | null> {
  const [row]: StandingRow[] = await em.execute(
    `select member_id as "memberId", paid_through as "paidThrough", open_months as "openMonths", charged_by as "chargedBy"
     from standing_copy where member_id = ?`,
    [memberId],
  );
  return row ?? null;
}

/**
 * Whom of these members the actor may see: themselves, and with the permission in their capacity everyone whose official
 * or temporary branch lies in the capacity's unit. All others read as if they were not there.
 */
export async function canSeeMember(
  em: SqlEntityManager,
  actor: Actor | null,
  memberIds: readonly string[],
  permission: Permission,
): Promise<Set<string>> {
  const visible = new Set(memberIds.filter((id) => id === actor?.memberId));
  const scope = actor && scopeUnitOf(actor, permission);
  if (!scope) return visible;
  const rows: { id: string }[] = await em.execute(
    `select placement.member_id as id
     from placement_copy placement
     join unit_copy unit on unit.id in (placement.branch_id, placement.temporary_branch_id)
     where placement.member_id = any(array[?]::uuid[]) and index(unit.path, ?::ltree) >= 0`,
    [memberIds, scope],
  );
  for (const { id } of rows) visible.add(id);
  return visible;
}
