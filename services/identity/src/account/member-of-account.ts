import { findPlacement } from '@dang/reference/members';
import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { exclusionOf } from '../exclusion/exclusion.rows.ts';
import { Member } from '../member/member.entity.ts';
import { holdNumbers } from '../member/number-locks.ts';
import { type RegistryRecord, registryMatchOf } from '../registry/registry-match.ts';
import { closesAccount } from '../registry-difference/difference.rules.ts';
import type { Account } from './account.entity.ts';
import { addressLine } from './form.rules.ts';

/** Takes what the form says into the registry's row, or makes the row for somebody whom the registry does not know. */
export async function memberFor(em: SqlEntityManager, account: Account): Promise<Member | Refusal> {
  const known = account.memberId ? await em.findOneOrFail(Member, account.memberId) : null;
  // The registry may have learnt it after the form was sent.
  const exclusion = known && (await exclusionOf(em, known));
  if (exclusion) return refuse(exclusion);
  if (known && closesAccount(known.status)) return refuse('MEMBER_NOT_ACTIVE');
  if (await numberTaken(em, account)) return refuse('IDENTIFIER_TAKEN');
  const placement = account.memberId ? await findPlacement(em, account.memberId) : null;
  if (placement?.branchId && placement.branchId !== account.branchId)
    return refuse('BRANCH_CHANGE_NEEDS_TRANSFER');
  const declared = {
    personalIdSealed: account.personalIdSealed,
    personalIdIndex: account.personalIdIndex,
    residenceBranchId: account.residenceBranchId ?? null,
    ...(account.partyFullName ? { fullName: account.partyFullName } : {}),
    ...(account.permanentAddressParts
      ? { permanentAddress: addressLine(account.permanentAddressParts) }
      : {}),
    ...(account.cardNumberIndex
      ? { cardNumberSealed: account.cardNumberSealed ?? null, cardNumberIndex: account.cardNumberIndex }
      : {}),
    ...(account.legacyCardNumber ? { legacyCardNumber: account.legacyCardNumber } : {}),
    ...(account.profileNumber ? { profileNumber: account.profileNumber } : {}),
    joinDate: account.joinDate ?? null,
    officialDate: account.officialDate ?? null,
  };
  if (known) return em.assign(known, declared);
  const match = await registryMatchOf(em, account.id);
  const barred = match?.record && (await exclusionOf(em, match.record));
  if (barred) return refuse(barred);
  if (match?.record && closesAccount(match.record.status)) return refuse('MEMBER_NOT_ACTIVE');
  const member = em.create(Member, {
    fullName: account.fullName,
    permanentAddress: account.permanentAddress ?? null,
    ...declared,
    ...standingIn(match?.record ?? null),
    dateOfBirth: account.dateOfBirth,
    gender: account.gender ?? null,
    nationality: account.nationality ?? 'Việt Nam',
    branchId: account.branchId ?? null,
  });
  await em.persist(member).flush();
  return member;
}

/** How somebody stands whom our copy of the registry did not know: as the member database says, where it was asked. */
function standingIn(record: RegistryRecord | null) {
  if (!record) return { registrySource: 'SELF_DECLARED' } as const;
  return { registrySource: 'REGISTRY', status: record.status, forceCategory: record.forceCategory } as const;
}

/** Is a number of the form on somebody else's row by now? The table would refuse it anyway, less politely. */
async function numberTaken(em: SqlEntityManager, account: Account): Promise<boolean> {
  await holdNumbers(em, [account.personalIdIndex, account.cardNumberIndex, account.legacyCardNumber]);
  const others = await em.execute(
    `select 1 from member where id is distinct from ?
       and (personal_id_index = ? or personal_id_index = ? or card_number_index = ? or legacy_card_number = ?) limit 1`,
    [
      account.memberId ?? null,
      account.personalIdIndex,
      account.cardNumberIndex ?? null,
      account.cardNumberIndex ?? null,
      account.legacyCardNumber ?? null,
    ],
  );
  return others.length > 0;
}
