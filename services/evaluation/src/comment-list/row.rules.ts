import type { RefusalCode } from '@dang/service/refusal';
import type { CommentItemType } from '../comment-item/comment-item.rules.ts';

export type CommentPurpose = 'YEARLY' | 'PERSONNEL' | 'REWARD' | 'DISCIPLINE' | 'OTHER';

/** A rule of Guidance 33-HD/BTCTW, as data. */
export interface ExemptionRule {
  readonly code: string;
  readonly label: string;
  readonly isIntroduced: boolean;
  readonly yearlyComment: boolean;
  readonly commentOnRequest: boolean;
}

/** What decides whether a member may be on a list. */
export interface MemberFacts {
  readonly status: string;
  readonly forceCategory: string;
  /** The official branch; null without one. */
  readonly branchId: string | null;
  /** It lies in the unit of the list. */
  readonly isInUnit: boolean;
  readonly rule: ExemptionRule | null;
  /** A yearly comment of the year is asked for already. */
  readonly hasYearlyItem: boolean;
}

/** What is asked of one member. */
export interface RowWish {
  readonly purpose: CommentPurpose;
  readonly year: number;
  readonly type: CommentItemType;
  readonly inclusionReason: string | null;
}

/** Why a member may not be on a list. */
export interface RowBar {
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

const inactive = new Set([
  'SUSPENDED',
  'STRUCK_OFF',
  'EXPELLED',
  'LEFT',
  'TRANSFERRED_OUT',
  'DECEASED',
  'MISSING',
]);

/** Who is outside of every procedure (domain 1.4), or no longer in Party activity. */
function memberBar({ status, forceCategory }: MemberFacts): RefusalCode | null {
  if (forceCategory === 'POLICE' || forceCategory === 'ARMY') return 'EXCLUDED_FORCE';
  if (status === 'SUSPENDED_DETENTION') return 'EXCLUDED_SUSPENDED';
  if (status === 'CONVICTED') return 'EXCLUDED_CONVICTED';
  return inactive.has(status) ? 'MEMBER_NOT_ACTIVE' : null;
}

/** Does this row ask for the one comment of its year? */
export const isYearly = ({ purpose, type }: Pick<RowWish, 'purpose' | 'type'>): boolean =>
  purpose === 'YEARLY' && type !== 'INTRODUCE';

/**
 * Why this member may not be asked for in this way, or null (domain 7.2, Guidance 33-HD/BTCTW). Whom a rule frees from the yearly comment
 * may be asked for otherwise with a reason ("khi cần thiết"); whom it frees from the introduction is asked for in no way.
 */
export function rowBar(member: MemberFacts, wish: RowWish): RowBar | null {
  if (!member.isInUnit || member.branchId === null) return { code: 'MEMBER_NOT_IN_UNIT' };
  const barred = memberBar(member);
  if (barred) return { code: barred };
  const { rule } = member;
  if (rule && isExempt(rule, wish)) return { code: 'MEMBER_EXEMPT', params: { rule: rule.label } };
  if (needsReason(rule, wish) && wish.inclusionReason === null) return { code: 'REASON_REQUIRED' };
  if (isYearly(wish) && member.hasYearlyItem)
    return { code: 'YEARLY_ITEM_OPEN', params: { year: wish.year } };
  return null;
}

function isExempt(rule: ExemptionRule, { purpose, type }: RowWish): boolean {
  if (type !== 'REQUEST_COMMENT' && !rule.isIntroduced) return true;
  if (type === 'INTRODUCE') return false;
  return purpose === 'YEARLY' ? !rule.yearlyComment : !rule.commentOnRequest;
}

/** Is a reason to be given for asking this member for a comment that no rule asks for every year? */
export const needsReason = (rule: ExemptionRule | null, { purpose, type }: RowWish): boolean =>
  rule !== null && purpose !== 'YEARLY' && type !== 'INTRODUCE' && !rule.yearlyComment;

/** Where a member lives, as their unit tells it: units by id with what they are. */
export interface ResidenceFacts {
  /** The nearest unit of a commune or ward at or above the place; null when there is none. */
  readonly communeId: string | null;
  /** It takes members: a branch. */
  readonly isBranch: boolean;
  readonly hasEnded: boolean;
  /** The place is the commune itself. */
  readonly isCommune: boolean;
}

/**
 * Whether a unit can be where a member lives, with them belonging to `memberBranchId`: a branch below a commune or ward, or that
 * commune itself where the branch is not known; never their own branch, which sees them every month.
 */
export function residenceFits(
  place: (ResidenceFacts & { readonly id: string }) | null,
  memberBranchId: string | null,
): boolean {
  if (place === null || place.hasEnded || place.communeId === null) return false;
  return place.isCommune || (place.isBranch && place.id !== memberBranchId);
}
