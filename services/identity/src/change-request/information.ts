import type { GraphContext } from '@dang/service/context';
import { blindIndex, openText, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Account } from '../account/account.entity.ts';
import { addressLine, readForm } from '../account/form.rules.ts';
import { keepForm, openExtended } from '../account/form.ts';
import { environmentOf } from '../environment.ts';
import type { Member } from '../member/member.entity.ts';
import { saveContacts } from '../notice/contacts.ts';
import { asTyped, type Change, cardColumns, flat, type Information } from './change.rules.ts';

/** What holds of a member today: the registry's row, and beside it what only the form says. */
export function informationOf(context: GraphContext, account: Account, member: Member): Information {
  const { PROVINCE_KEY: key } = environmentOf(context);
  const card = member.cardNumberSealed ? openText(key, member.cardNumberSealed) : member.legacyCardNumber;
  return flat({
    fullName: member.fullName,
    cardNumber: card ?? null,
    profileNumber: member.profileNumber ?? null,
    joinDate: member.joinDate ?? null,
    officialDate: member.officialDate ?? null,
    residenceBranchId: member.residenceBranchId ?? null,
    receivesRetainedDues: account.receivesRetainedDues,
    permanentAddress: account.permanentAddressParts ?? null,
    employer: account.employer ?? null,
    extended: openExtended(key, account),
  });
}

/** Writes what holds from now on into the member's row and the form. The caller has checked it, and flushes. */
export async function holdInformation(
  em: SqlEntityManager,
  context: GraphContext,
  { account, member }: { account: Account; member: Member },
  after: Information,
  changes: readonly Change[],
): Promise<void> {
  const { PROVINCE_KEY: key, PROVINCE_INDEX_KEY: indexKey } = environmentOf(context);
  const asked = new Set(changes.map(({ field }) => field));
  const form = readForm({
    ...asTyped(after),
    branchId: account.branchId,
    position: account.claimedPosition,
    monthlyDues: account.monthlyDues,
    monthlyDuesFrom: account.monthlyDuesFrom,
  });
  if ('fault' in form) throw new Error(`${form.fault} was read before and cannot be read now`);
  keepForm(em, context, account, form);
  em.assign(member, {
    fullName: after.fullName ?? member.fullName,
    profileNumber: after.profileNumber ?? null,
    joinDate: after.joinDate ?? null,
    officialDate: after.officialDate ?? null,
    residenceBranchId: after.residenceBranchId ?? null,
  });
  if (asked.has('cardNumber')) {
    const { newCard, legacyCard } = cardColumns(after.cardNumber ?? null);
    em.assign(member, {
      cardNumberSealed: newCard && sealText(key, newCard),
      cardNumberIndex: newCard && blindIndex(indexKey, newCard),
      // a new card does not make the old number somebody else's
      ...(newCard ? {} : { legacyCardNumber: legacyCard }),
    });
  }
  if (form.permanentAddress) member.permanentAddress = addressLine(form.permanentAddress);
  const { email = null, phone = null } = form.extended ?? {};
  if (asked.has('extended.email') || asked.has('extended.phone'))
    await saveContacts(em, member.id, { email, phone }, key);
}

/** The changes as they are stored and read back. */
export const sealChanges = (context: GraphContext, changes: readonly Change[]): string =>
  sealText(environmentOf(context).PROVINCE_KEY, JSON.stringify(changes));

export const openChanges = (context: GraphContext, sealed: string): Change[] =>
  JSON.parse(openText(environmentOf(context).PROVINCE_KEY, sealed)) as Change[];
