import type { GraphContext } from '@dang/service/context';
import { blindIndex } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { isForeignPersonalId } from '../account/registry-person.ts';
import { environmentOf } from '../environment.ts';
import type { Member } from '../member/member.entity.ts';
import { holdNumbers } from '../member/number-locks.ts';
import { cardColumns } from './change.rules.ts';

/** Is this card number, in digits, somebody else's card or personal id? */
export async function numberTaken(
  em: SqlEntityManager,
  context: GraphContext,
  member: Member,
  digits: string | null,
): Promise<boolean> {
  if (digits === null) return false;
  const { newCard, legacyCard } = cardColumns(digits);
  const index = newCard && blindIndex(environmentOf(context).PROVINCE_INDEX_KEY, newCard);
  await holdNumbers(em, [index, legacyCard]);
  const owner = { memberId: member.id, personalIdIndex: member.personalIdIndex ?? null };
  if (index && (await isForeignPersonalId(em, owner, index))) return true;
  const others = await em.execute(
    'select from member where id <> ? and (card_number_index = ? or legacy_card_number = ?) limit 1',
    [member.id, index, legacyCard],
  );
  return others.length > 0;
}
