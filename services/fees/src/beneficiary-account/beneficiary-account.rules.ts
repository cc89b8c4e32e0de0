import { type Actor, hasPermission, scopeUnitOf } from '@dang/access/actor';
import { maskDigits } from '@dang/vietnam/identifiers';
import type { BeneficiaryState } from './beneficiary-account.workflow.ts';

/** What the rules must know of an account and of its unit. */
export interface BeneficiaryFacts {
  readonly unitId: string;
  /** The units from the root to this one. */
  readonly path: readonly string[];
  readonly superiorId: string | null;
  readonly unitType: string;
  readonly unitEndedOn: string | null;
  readonly status: BeneficiaryState;
  readonly holderMemberId: string | null;
  readonly applicantAccountId: string | null;
  readonly declaredByAccountId: string;
  /** Does the holder hold an office in the unit, or is their branch the unit or below it? True for the organisation itself. */
  readonly holderBelongs: boolean;
  /** The members who hold an office in the unit now. */
  readonly officerIds: readonly string[];
}

/** A province and the centre have nobody above them in the system: whoever operates it decides. */
const standsAtTheTop = ({ unitType, superiorId }: { unitType: string; superiorId: string | null }) =>
  superiorId === null || unitType === 'PROVINCE' || unitType === 'CENTRAL';

function isSuperior(account: BeneficiaryFacts, actor: Actor): boolean {
  if (!standsAtTheTop(account)) return scopeUnitOf(actor, 'BENEFICIARY_APPROVE') === account.superiorId;
  return hasPermission(actor, 'SYSTEM_OPERATE');
}

/**
 * What the actor is to an account: its holder, its declarer, a leader of the very unit, the direct superior (and nobody
 * further up), a reader wherever the unit lies in their scope. Empty: the account is not there for them.
 */
export function relationsTo(account: BeneficiaryFacts, actor: Actor): Set<string> {
  const relations = new Set<string>();
  const isHolder =
    (account.holderMemberId !== null && account.holderMemberId === actor.memberId) ||
    account.applicantAccountId === actor.accountId;
  if (isHolder) relations.add('HOLDER');
  if (account.declaredByAccountId === actor.accountId) relations.add('DECLARER');
  if (isSuperior(account, actor)) relations.add('SUPERIOR');
  if (scopeUnitOf(actor, 'BENEFICIARY_DECLARE') === account.unitId) relations.add('LEADER');
  const reads = scopeUnitOf(actor, 'BENEFICIARY_READ');
  if (reads !== null && account.path.includes(reads)) relations.add('READER');
  return relations;
}

/** The facts that the table asks for, as `true` or the code that refuses. Own case: the holder, the declarer, an officer of the unit. */
export function guardsOf(account: BeneficiaryFacts, actor: Actor, today: string) {
  const isOwn =
    account.declaredByAccountId === actor.accountId ||
    account.applicantAccountId === actor.accountId ||
    (actor.memberId !== null &&
      (account.holderMemberId === actor.memberId || account.officerIds.includes(actor.memberId)));
  return {
    notOwnCase: !isOwn || 'OWN_CASE',
    unitRuns: account.unitEndedOn === null || account.unitEndedOn > today || 'UNIT_ENDED',
    holderBelongs: account.holderBelongs || 'MEMBER_NOT_IN_BRANCH',
  } as const;
}

/** May the whole number be shown? To who holds or declared it, and to who must compare it before approving. */
export const mayReadNumber = (relations: ReadonlySet<string>): boolean =>
  relations.has('HOLDER') || relations.has('DECLARER') || relations.has('SUPERIOR');

/** A bank's code and the digits of an account, or null when they are none: 6 to 19 digits, blanks, dots and hyphens between them left out. */
export function readBankAccount(
  bankCode: string,
  number: string,
): { bankCode: string; digits: string; mask: string } | null {
  const code = bankCode.trim().toUpperCase();
  const digits = number.replace(/[\s.-]/g, '');
  if (!/^[A-Z0-9]{2,12}$/.test(code) || !/^\d{6,19}$/.test(digits)) return null;
  return { bankCode: code, digits, mask: maskDigits(digits) };
}
