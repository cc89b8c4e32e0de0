import type { MemberRow } from '@dang/reference/members';
import type { UnitRow } from '@dang/reference/units';
import type { RefusalCode } from '@dang/service/refusal';
import type { WorkingCalendar } from '@dang/vietnam/working-days';
import { isBranchType } from '../letter/chain.rules.ts';
import { type StayTerm, stayBar } from '../stay/stay.rules.ts';
import type { Bar } from './bar.ts';
import { requestIsLate } from './deadlines.rules.ts';
import type { DossierRow, TransferReason } from './dossier.row.ts';
import type { TransferKind } from './workflows.ts';

/** Where a member asks to go: a branch of the directory, of this province or of another, or a place that no branch of it is meant by. */
export interface WantedDestination {
  readonly destinationBranchId?: string | null;
  readonly destinationText?: string | null;
}

/** What a member asks for, online or on paper. Days are `YYYY-MM-DD`. */
export interface TransferRequest extends WantedDestination {
  readonly reason: TransferReason;
  readonly decisionNumber: string;
  readonly decisionDate: string;
  readonly decisionIssuer: string;
  readonly effectiveDate: string;
  readonly lateReason?: string | null;
  /** Of a request to leave for a time: for how long. */
  readonly stay?: StayTerm;
}

/** The same as far as it goes: a draft may leave anything open. */
export type DraftRequest = { readonly [Field in keyof TransferRequest]?: TransferRequest[Field] | null };

/** What is looked at to accept a destination. `destinationPath` leads from the root to the branch; empty when it is unknown or none is named. */
export interface DestinationFacts {
  readonly originBranchId: string | null;
  readonly destinationPath: readonly Pick<UnitRow, 'id' | 'type' | 'validFrom' | 'validTo'>[];
  readonly today: string;
}

/** What is looked at to accept a request. */
export interface RequestFacts extends DestinationFacts {
  readonly kind: TransferKind;
  readonly member: Pick<MemberRow, 'status' | 'forceCategory' | 'underInspection'>;
  readonly hasOpenDossier: boolean;
  readonly calendar: WorkingCalendar;
}

const inactive = new Set([
  'SUSPENDED',
  'STRUCK_OFF',
  'EXPELLED',
  'LEFT',
  'DECEASED',
  'MISSING',
  'TRANSFERRED_OUT',
]);

/**
 * Why this member cannot be transferred, or null: excluded forces and statuses, and an inspection that runs, during
 * which only a temporary transfer to the place of residence is possible (domain: "When", R17; T68).
 */
export function memberBar(
  member: RequestFacts['member'],
  { kind, reason }: Pick<DossierRow, 'kind' | 'reason'>,
): RefusalCode | null {
  if (member.forceCategory === 'POLICE' || member.forceCategory === 'ARMY') return 'EXCLUDED_FORCE';
  if (member.status === 'SUSPENDED_DETENTION') return 'EXCLUDED_SUSPENDED';
  if (member.status === 'CONVICTED') return 'EXCLUDED_CONVICTED';
  if (inactive.has(member.status)) return 'MEMBER_NOT_ACTIVE';
  if (!member.underInspection && member.status !== 'UNDER_INSPECTION') return null;
  if (kind === 'OFFICIAL') return 'TRANSFER_BLOCKED_INSPECTION';
  return reason === 'CHANGE_RESIDENCE' ? null : 'INSPECTION_RESIDENCE_ONLY';
}

/** Why the request is declined, or null when it is to be accepted. */
export function requestBar(request: DraftRequest, facts: RequestFacts): Bar | null {
  const { kind } = facts;
  const reason = request.reason ?? null;
  const barred = memberBar(facts.member, { kind, reason });
  if (barred) return { code: barred };
  if (facts.originBranchId === null) return { code: 'MEMBER_HAS_NO_BRANCH' };
  if (facts.hasOpenDossier) return { code: 'TRANSFER_ALREADY_OPEN' };
  const wrongReason = reasonBar(kind, reason);
  if (wrongReason) return wrongReason;
  const termBar = request.stay ? stayBar(request.stay, reason, facts.today) : null;
  return destinationBar(request, facts) ?? termBar ?? decisionBar(facts.calendar, request, facts.today, kind);
}

/** Why members leave for good, and for a time (24-QĐ/TW). */
export const reasonsOf: Record<TransferKind, ReadonlySet<TransferReason>> = {
  OFFICIAL: new Set(['CHANGE_WORKPLACE', 'RETIRED', 'RESIGNED_DEMOBILISED', 'CHANGE_RESIDENCE']),
  TEMPORARY: new Set(['WORK', 'LABOUR', 'STUDY', 'CHANGE_RESIDENCE']),
};

/** Why nobody moves this way for that reason, or null. */
export const reasonBar = (kind: TransferKind, reason: TransferReason | null, field = 'reason'): Bar | null =>
  reason !== null && reasonsOf[kind].has(reason) ? null : { code: 'INVALID_INPUT', field };

/**
 * Why a letter cannot lead there, or null. One of the two is named: a branch of our directory, which may belong to another province, or in words
 * a place outside of every system (other pilot areas, the Army and the Police, abroad; domain: "Variants").
 */
export function destinationBar(
  { destinationBranchId, destinationText }: WantedDestination,
  { destinationPath, originBranchId, today }: DestinationFacts,
): Bar | null {
  const isInWords = destinationBranchId == null;
  if (isInWords === (destinationText == null))
    return { code: 'INVALID_INPUT', field: isInWords ? 'destinationBranchId' : 'destinationText' };
  if (isInWords) {
    const length = destinationText?.trim().length ?? 0;
    return length > 0 && length <= PLACE_LIMIT ? null : { code: 'INVALID_INPUT', field: 'destinationText' };
  }
  const field = 'destinationBranchId';
  const destination = destinationPath.at(-1);
  if (destination === undefined || destination.validFrom > today) return { code: 'UNIT_NOT_FOUND', field };
  if (destination.validTo !== null && destination.validTo <= today) return { code: 'UNIT_ENDED', field };
  if (!isBranchType(destination.type)) return { code: 'DESTINATION_NOT_A_BRANCH', field };
  return destination.id === originBranchId ? { code: 'DESTINATION_IS_ORIGIN', field } : null;
}

/** The most that an event carries as the name of a place. */
const PLACE_LIMIT = 500;

/** The Party was founded on this day: no decision on a member's place is older. */
const FIRST_DAY = '1930-02-03';

/** The same day of the next year, at most: a move that takes effect later is not asked for yet. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** The texts of a decision, and how long they may be. */
const textLimits = { decisionNumber: 100, decisionIssuer: 300, lateReason: 1000 } as const;

/**
 * Why the decision behind the move, or the explanation of a late request, is not good enough; null when it is. Only who leaves for good
 * can be late.
 */
export function decisionBar(
  calendar: WorkingCalendar,
  decision: DraftRequest,
  today: string,
  kind: TransferKind,
): Bar | null {
  const wrong = (field: keyof DraftRequest): Bar => ({ code: 'INVALID_INPUT', field });
  for (const field of ['decisionNumber', 'decisionIssuer'] as const)
    if (!decision[field]?.trim() || decision[field].length > textLimits[field]) return wrong(field);
  const { decisionDate, effectiveDate, lateReason } = decision;
  if (!decisionDate || decisionDate > today || decisionDate < FIRST_DAY) return wrong('decisionDate');
  if (!effectiveDate || effectiveDate > yearAfter(today) || effectiveDate < FIRST_DAY)
    return kind === 'OFFICIAL' ? wrong('effectiveDate') : { code: 'INVALID_INPUT', field: 'from' };
  const isLate = kind === 'OFFICIAL' && requestIsLate(calendar, effectiveDate, today);
  if (isLate && !lateReason?.trim()) return { code: 'REASON_REQUIRED', field: 'lateReason' };
  return (lateReason ?? '').length > textLimits.lateReason ? wrong('lateReason') : null;
}

/**
 * Why a draft cannot even be kept, or null: texts that are too long, days before there was a Party, a reason of the other kind, the
 * member's own branch as destination. What is missing is asked for when it is submitted.
 */
export function draftBar(kind: TransferKind, draft: DraftRequest, originBranchId: string): Bar | null {
  const wrong = (field: keyof DraftRequest): Bar => ({ code: 'INVALID_INPUT', field });
  const limits = { ...textLimits, destinationText: PLACE_LIMIT };
  for (const [field, limit] of Object.entries(limits) as [keyof typeof limits, number][])
    if ((draft[field] ?? '').length > limit) return wrong(field);
  for (const field of ['decisionDate', 'effectiveDate'] as const)
    if ((draft[field] ?? FIRST_DAY) < FIRST_DAY) return wrong(field);
  if (draft.reason != null && !reasonsOf[kind].has(draft.reason)) return wrong('reason');
  return draft.destinationBranchId === originBranchId
    ? { code: 'DESTINATION_IS_ORIGIN', field: 'destinationBranchId' }
    : null;
}
