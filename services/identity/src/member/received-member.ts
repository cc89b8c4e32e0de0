import { recordAudit } from '@dang/audit/record';
import type { DataOf } from '@dang/events/contract';
import type { MemberTransferredIn } from '@dang/events/contracts/transfers/member-transferred-in';
import { blindIndex, openText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { IdentityEnvironment } from '../environment.ts';
import { holdNumbers } from './number-locks.ts';
import { recordMembers } from './recorded-members.ts';

type Received = DataOf<typeof MemberTransferredIn>;

const digitsOf = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '');

/**
 * Makes the row of a member who came with a letter from outside, as the letter tells of them; who is known already keeps what is known. A card number that is somebody else's here is left out and the audit trail says so: the place that was given must not wait for a number to
 * be cleared up, which the member's registration does, by name, birthday and card.
 */
export async function makeReceivedMember(
  em: SqlEntityManager,
  keys: Pick<IdentityEnvironment, 'PROVINCE_KEY' | 'PROVINCE_INDEX_KEY'>,
  { memberId, person, destinationBranchId, transferId, completedBy }: Received,
): Promise<void> {
  const sealed = person.cardNumberSealed;
  const cardIndex = sealed && blindIndex(keys.PROVINCE_INDEX_KEY, openText(keys.PROVINCE_KEY, sealed));
  const legacyCard = /^\d{8}$/.exec(digitsOf(person.legacyCardNumber))?.[0] ?? null;
  const profileNumber = /^\d{1,8}$/.exec(digitsOf(person.profileNumber))?.[0] ?? null;
  await holdNumbers(em, [cardIndex, legacyCard]);
  const [taken] = await em.execute<{ card: boolean; legacy: boolean }[]>(
    `select exists (select from member where (card_number_index = wanted.card or personal_id_index = wanted.card) and id <> wanted.id) as card,
       exists (select from member where legacy_card_number = wanted.legacy and id <> wanted.id) as legacy
     from (select ?::uuid as id, ?::text as card, ?::text as legacy) wanted`,
    [memberId, cardIndex, legacyCard],
  );
  const { joinDate, officialDate } = person;
  const isAfter = officialDate !== null && (joinDate === null || officialDate >= joinDate);
  const made = await em.execute<object[]>(
    `insert into member (id, full_name, gender, date_of_birth, join_date, official_date, card_number_sealed, card_number_index,
       legacy_card_number, profile_number, branch_id, registry_source)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SELF_DECLARED') on conflict (id) do nothing returning id`,
    [
      ...[memberId, person.fullName, ['MALE', 'FEMALE'].includes(person.gender) ? person.gender : null],
      ...[person.dateOfBirth, joinDate, isAfter ? officialDate : null],
      ...(taken?.card ? [null, null] : [sealed, cardIndex]),
      ...[taken?.legacy ? null : legacyCard, profileNumber, destinationBranchId],
    ],
  );
  if (made.length === 0) return;
  await recordMembers(em, [memberId]);
  const isTaken = (taken?.card || taken?.legacy) ?? false;
  await recordAudit(
    em,
    [
      {
        action: 'receiveMember',
        subjectKind: 'member',
        subjectId: memberId,
        unitId: destinationBranchId,
        memberId,
        after: { transferId, admittedBy: completedBy.memberId, cardNumberTaken: isTaken },
      },
    ],
    { actor: null },
  );
}
