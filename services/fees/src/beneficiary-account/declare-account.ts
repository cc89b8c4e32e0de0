import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { BeneficiaryAccountDeclared } from '@dang/events/contracts/fees/beneficiary-account-declared';
import { recordEvents } from '@dang/events/outbox';
import { findPlacement } from '@dang/reference/members';
import { findUnits, type UnitRow } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { dossierNumber } from '@dang/vietnam/identifiers';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { actedByText } from '../dossier-step/acted-by.ts';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { recordAccountStates } from './account-states.ts';
import { signedIn } from './beneficiary-account.acts.ts';
import { belongs } from './beneficiary-account.rows.ts';
import { readBankAccount } from './beneficiary-account.rules.ts';

const NAME_LIMIT = 200;
const applying = new Set(['DRAFT', 'PENDING_BRANCH', 'PENDING_SUPERIOR']);
const branchTypes = new Set(['BRANCH', 'GRASSROOTS_BRANCH']);

export interface DeclareInput {
  readonly unitId: string;
  readonly holderMemberId?: string | null;
  readonly holderName: string;
  readonly bankCode: string;
  readonly accountNumber: string;
}

/** In whose name the account is: a member's, an applicant's, or (neither) the organisation's own. */
interface Holder {
  readonly memberId: string | null;
  readonly applicantAccountId: string | null;
}

/**
 * For whom the actor may declare: officers for units in their scope (an organisation's administrator below the own one only), in the
 * name of the unit or of somebody who belongs to it; a member for the own branch, and an applicant for the branch they ask to join, in
 * their own name.
 */
async function holderFor(
  em: SqlEntityManager,
  actor: Actor,
  unit: UnitRow,
  holderMemberId: string | null,
): Promise<Holder | Refusal> {
  const scope = scopeUnitOf(actor, 'BENEFICIARY_DECLARE');
  const isOwnUnit = actor.capacity?.role === 'ORG_ADMIN' && scope === unit.id;
  if (scope !== null && unit.path.includes(scope) && !isOwnUnit) {
    if (holderMemberId === null) return { memberId: null, applicantAccountId: null };
    const [row] = await em.execute<{ belongs: boolean }[]>(
      `select ${belongs('?::uuid', 'unit')} as belongs from unit_copy unit where unit.id = ?`,
      [holderMemberId, holderMemberId, holderMemberId, unit.id],
    );
    if (!row?.belongs) return refuse('MEMBER_NOT_IN_BRANCH', { field: 'holderMemberId' });
    return { memberId: holderMemberId, applicantAccountId: null };
  }
  if (holderMemberId !== null && holderMemberId !== actor.memberId)
    return refuse('NOT_FOUND', { field: 'unitId' });
  if (applying.has(actor.accountStatus) && branchTypes.has(unit.type))
    return { memberId: actor.memberId, applicantAccountId: actor.accountId };
  if (actor.accountStatus === 'ACTIVE' && actor.memberId !== null) {
    const placement = await findPlacement(em, actor.memberId);
    if (placement?.branchId === unit.id) return { memberId: actor.memberId, applicantAccountId: null };
  }
  return refuse('NOT_FOUND', { field: 'unitId' });
}

async function isPendingAlready(
  em: SqlEntityManager,
  unitId: string,
  { applicantAccountId }: Holder,
): Promise<boolean> {
  const rows = await em.execute(
    `select from beneficiary_account where status = 'PENDING' and
       ${applicantAccountId === null ? 'unit_id = ? and applicant_account_id is null' : 'applicant_account_id = ?'}`,
    [applicantAccountId ?? unitId],
  );
  return rows.length > 0;
}

/**
 * Declares the account to which the retained dues of a unit shall go; it waits for the direct superior. Refuses `BANK_ACCOUNT_INVALID`,
 * `BENEFICIARY_PENDING` (one at a time), `UNIT_ENDED`, `MEMBER_NOT_IN_BRANCH`.
 */
export async function declareAccount(
  em: SqlEntityManager,
  context: GraphContext,
  input: DeclareInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const { clock, environment } = context;
  const today = clock.today();
  const [unit] = await findUnits(em, [input.unitId]);
  if (!unit) return refuse('NOT_FOUND', { field: 'unitId' });
  const holder = await holderFor(em, actor, unit, input.holderMemberId ?? null);
  if (isRefusal(holder)) return holder;
  if (unit.validTo !== null && unit.validTo <= today) return refuse('UNIT_ENDED', { field: 'unitId' });
  const bank = readBankAccount(input.bankCode, input.accountNumber);
  if (!bank) return refuse('BANK_ACCOUNT_INVALID', { field: 'accountNumber' });
  const holderName = tidyText(input.holderName);
  if (holderName === '' || holderName.length > NAME_LIMIT)
    return refuse('INVALID_INPUT', { field: 'holderName' });
  // two who declare at once for one unit wait here: one number each, and one of them is told that another waits
  const first = dossierNumber(unit.code, 'TK', today, 1);
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 7))', [first]);
  if (await isPendingAlready(em, unit.id, holder)) return refuse('BENEFICIARY_PENDING');
  const [before] = await em.execute<{ count: number }[]>(
    'select count(*)::int as count from beneficiary_account where number like ?',
    [`${first.slice(0, -4)}%`],
  );
  const sequence = (before?.count ?? 0) + 1;
  if (sequence > 9_999) return refuse('RATE_LIMITED');
  const [made] = await em.execute<{ id: string }[]>(
    `insert into beneficiary_account (number, unit_id, holder_member_id, applicant_account_id, by_office, holder_name, bank_code,
       account_sealed, account_index, account_mask, declared_on, declared_by)
     select ?, ?, ?::uuid, ?, exists (select from officers_copy office, jsonb_array_elements(office.officers) held
         where office.unit_id = ? and (held ->> 'memberId')::uuid = ?::uuid), ?, ?, ?, ?, ?, ?, ?::jsonb
     returning id`,
    [
      dossierNumber(unit.code, 'TK', today, sequence),
      unit.id,
      holder.memberId,
      holder.applicantAccountId,
      unit.id,
      holder.memberId,
      holderName,
      bank.bankCode,
      sealText(environment.PROVINCE_KEY, bank.digits),
      blindIndex(environment.PROVINCE_INDEX_KEY, `${bank.bankCode} ${bank.digits}`),
      bank.mask,
      today,
      actedByText(actor),
    ],
  );
  if (!made) throw new Error('an account was not written');
  const { id } = made;
  await keepSteps(em, [{ dossierId: id, action: 'DECLARE', from: null, to: 'PENDING' }], {
    at: clock.now(),
    actor,
  });
  const data = {
    beneficiaryAccountId: id,
    unitId: unit.id,
    holderMemberId: holder.memberId,
    declaredOn: today,
  };
  await recordEvents(em, BeneficiaryAccountDeclared, [{ aggregateId: id, data }], { actor });
  await recordAccountStates(em, [id], actor);
  return { id, audit: { unitId: unit.id, memberId: holder.memberId } };
}
