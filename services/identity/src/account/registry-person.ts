import { type Refusal, refuse } from '@dang/service/refusal';
import { searchKey } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Member } from '../member/member.entity.ts';
import { Account } from './account.entity.ts';

/** A 12-digit card number usually is its holder's personal id: is this one the personal id of somebody else? */
export async function isForeignPersonalId(
  em: SqlEntityManager,
  owner: { memberId: string | null; personalIdIndex: string | null },
  cardIndex: string,
): Promise<boolean> {
  if (cardIndex === owner.personalIdIndex) return false;
  const owners = await em.execute(
    `select from member where personal_id_index = ? and id is distinct from ?
     union all select from account where personal_id_index = ? limit 1`,
    [cardIndex, owner.memberId, cardIndex],
  );
  return owners.length > 0;
}

/**
 * The registry's row for this applicant: by personal id, else by card number. A card, or a personal id given as one, that
 * is somebody else's is refused; a card whose row has no personal id yet must at least carry the applicant's name and birthday.
 */
export async function registryRowFor(
  em: SqlEntityManager,
  account: Account,
  cardIndex: string | null,
  legacyCard: string | null,
): Promise<Member | null | Refusal> {
  const owner = { memberId: account.memberId ?? null, personalIdIndex: account.personalIdIndex };
  if (cardIndex && (await isForeignPersonalId(em, owner, cardIndex)))
    return refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' });
  const known = account.memberId ? await em.findOneOrFail(Member, account.memberId) : null;
  const byCard = cardIndex
    ? await em.findOne(Member, { cardNumberIndex: cardIndex })
    : legacyCard && (await em.findOne(Member, { legacyCardNumber: legacyCard }));
  if (!byCard || byCard.id === known?.id) return known;
  const isSamePerson =
    !byCard.personalIdIndex &&
    byCard.dateOfBirth === account.dateOfBirth &&
    searchKey(byCard.fullName) === searchKey(account.fullName);
  if (known || !isSamePerson) return refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' });
  const holder = await em.findOne(Account, { memberId: byCard.id });
  return holder ? refuse('IDENTIFIER_TAKEN', { field: 'cardNumber' }) : byCard;
}
