import { type Refusal, refuse } from '@dang/service/refusal';
import { compareVietnamese } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CommentItemType } from '../comment-item/comment-item.rules.ts';
import type { NewRow } from './list-row.rows.ts';
import { findListedMembers, type ListedMember, residenceAt } from './member-facts.rows.ts';
import { type CommentPurpose, type RowBar, rowBar } from './row.rules.ts';

/** How many members a list holds, and how many one call names: what is sent is one transaction of a few seconds at most. */
export const LIST_LIMIT = 2_000;
export const CALL_LIMIT = 500;

/** Why one member cannot be on a list as it was asked. */
export interface RowRefusal {
  readonly memberId: string;
  readonly memberName: string | null;
  readonly refusal: Refusal;
}

/** Where the refusals of single members are put; a mutation answers them beside its own. */
export type RowRefusals = RowRefusal[];

/** Of which list rows are decided about: its unit (with the path), purpose and year, on this day. */
export interface ListFrame {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly purpose: CommentPurpose;
  readonly year: number;
  readonly today: string;
}

/** Who is to be on a list, and what is asked for all of them. */
export interface Choice {
  /** Units (the list's own, or below it) of which everybody comes who may. */
  readonly unitIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly type: CommentItemType;
  readonly selfReportRequired: boolean;
  readonly inclusionReason: string | null;
}

/** A refusal of one row, in words. */
export const refuseBar = ({ code, params = {} }: RowBar, frame: Pick<ListFrame, 'unitName'>): Refusal =>
  refuse(code, { params: { ...params, unit: frame.unitName } });

/** Notes why these members are refused, and answers the first reason as that of the whole call; null when there is none. */
export function refuseRows(
  refused: RowRefusals,
  found: readonly RowRefusal[],
  field: string | null,
): Refusal | null {
  const [first] = found;
  if (!first) return null;
  refused.push(...found);
  return { ...first.refusal, field };
}

/**
 * The rows that a choice makes beside those who are on the list already: members named one by one are refused with their reasons, whole
 * units bring those who may be asked for, in the order of their names, and leave out who belongs where they live.
 */
export async function chooseRows(
  em: SqlEntityManager,
  frame: ListFrame,
  choice: Choice,
  present: ReadonlySet<string>,
  refused: RowRefusals,
): Promise<Refusal | NewRow[]> {
  const { unitIds, memberIds, inclusionReason } = choice;
  if (memberIds.length > CALL_LIMIT) return refuse('INVALID_INPUT', { field: 'memberIds' });
  if ((inclusionReason ?? '').length > CALL_LIMIT)
    return refuse('INVALID_INPUT', { field: 'inclusionReason' });
  const named = await namedMembers(em, frame, choice, present, refused);
  if (!Array.isArray(named)) return named;
  const taken = new Set([...present, ...memberIds]);
  const everybody = await membersBelow(em, frame, unitIds);
  if (!Array.isArray(everybody)) return everybody;
  const more = everybody
    .filter((member) => !taken.has(member.memberId) && member.place?.id !== member.branchId)
    .filter((member) => rowBar(member, { ...frame, ...choice }) === null)
    .sort((one, other) => compareVietnamese(one.fullName, other.fullName));
  const chosen = [...named, ...more];
  if (present.size + chosen.length > LIST_LIMIT)
    return refuse('LIST_TOO_LONG', { params: { most: LIST_LIMIT } });
  return chosen.map((member) => newRow(member, choice));
}

async function namedMembers(
  em: SqlEntityManager,
  frame: ListFrame,
  choice: Choice,
  present: ReadonlySet<string>,
  refused: RowRefusals,
): Promise<Refusal | ListedMember[]> {
  const { memberIds } = choice;
  if (memberIds.length === 0) return [];
  const found = await findListedMembers(em, frame, {
    where: 'member.id = any(array[?]::uuid[])',
    values: [memberIds],
  });
  const byId = new Map(found.map((member) => [member.memberId, member]));
  const seen = new Set(present);
  const refusals: RowRefusal[] = [];
  for (const memberId of memberIds) {
    // who is outside of the unit reads like nobody
    const member = byId.get(memberId)?.isInUnit ? byId.get(memberId) : undefined;
    const bar = seen.has(memberId)
      ? ({ code: 'MEMBER_TWICE' } as const)
      : member
        ? rowBar(member, { ...frame, ...choice })
        : ({ code: 'MEMBER_NOT_IN_UNIT' } as const);
    seen.add(memberId);
    const memberName = member?.fullName ?? null;
    if (bar) refusals.push({ memberId, memberName, refusal: refuseBar(bar, frame) });
  }
  const refusal = refuseRows(refused, refusals, 'memberIds');
  return refusal ?? memberIds.map((id) => byId.get(id) as ListedMember);
}

async function membersBelow(
  em: SqlEntityManager,
  frame: ListFrame,
  unitIds: readonly string[],
): Promise<Refusal | ListedMember[]> {
  if (unitIds.length === 0) return [];
  if (unitIds.length > CALL_LIMIT) return refuse('INVALID_INPUT', { field: 'unitIds' });
  const inside: { path: string }[] = await em.execute(
    'select path::text from unit_copy where id = any(array[?]::uuid[]) and path <@ ?::ltree',
    [unitIds, frame.unitPath],
  );
  if (inside.length < new Set(unitIds).size) return refuse('UNIT_NOT_FOUND', { field: 'unitIds' });
  return findListedMembers(em, frame, {
    where: 'branch.path <@ any(array[?]::ltree[])',
    values: [inside.map(({ path }) => path)],
  });
}

/** The code of the rule that frees a member from the yearly comment now. */
export const exemptionOf = ({ rule }: Pick<ListedMember, 'rule'>): string | null =>
  rule && !rule.yearlyComment ? rule.code : null;

/** A row as a member's record fills it in. */
function newRow(member: ListedMember, { type, selfReportRequired, inclusionReason }: Choice): NewRow {
  const { memberId, place, branchId } = member;
  const exemption = exemptionOf(member);
  return {
    memberId,
    type,
    selfReportRequired,
    ...residenceAt(place, branchId),
    exemption,
    inclusionReason: exemption ? inclusionReason : null,
  };
}
