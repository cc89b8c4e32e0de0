import type { GraphContext } from '@dang/service/context';
import type { ServiceEnvironment } from '@dang/service/environment';
import { blindIndex, openText, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { environmentOf } from '../environment.ts';
import type { Account } from './account.entity.ts';
import type { Extended, Form } from './form.rules.ts';

type Key = ServiceEnvironment['PROVINCE_KEY'];

/** Writes the form onto the account: the extended part sealed as one, the phone and a 12-digit card sealed and indexed. */
export function keepForm(em: SqlEntityManager, context: GraphContext, account: Account, form: Form): void {
  const { PROVINCE_KEY: key, PROVINCE_INDEX_KEY: indexKey } = environmentOf(context);
  const newCard = form.card?.series === 'NEW' ? form.card.digits : null;
  const { phone = null, ...extended } = form.extended ?? {};
  em.assign(account, {
    partyFullName: form.partyFullName,
    permanentAddressParts: form.permanentAddress,
    branchId: form.branchId,
    residenceBranchId: form.residenceBranchId,
    claimedPosition: form.position,
    receivesRetainedDues: form.receivesRetainedDues,
    cardNumberSealed: newCard && sealText(key, newCard),
    cardNumberIndex: newCard && blindIndex(indexKey, newCard),
    legacyCardNumber: form.card?.series === 'OLD' ? form.card.digits : null,
    profileNumber: form.profileNumber,
    joinDate: form.joinDate,
    officialDate: form.officialDate,
    monthlyDues: form.monthlyDues,
    monthlyDuesFrom: form.monthlyDuesFrom,
    employer: form.employer,
    extendedSealed: form.extended && sealText(key, JSON.stringify(extended)),
    phoneSealed: phone && sealText(key, phone),
    phoneIndex: phone && blindIndex(indexKey, phone),
  });
}

/** The extended part as it was typed; null when nothing was. */
export function openExtended(
  key: Key,
  sealed: { extendedSealed?: string | null; phoneSealed?: string | null },
): Extended | null {
  if (!sealed.extendedSealed) return null;
  const phone = sealed.phoneSealed ? openText(key, sealed.phoneSealed) : null;
  return { ...(JSON.parse(openText(key, sealed.extendedSealed)) as Omit<Extended, 'phone'>), phone };
}
