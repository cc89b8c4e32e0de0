import { searchKey } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Citizen } from '../session/vneid-claims.rules.ts';
import type { Account } from './account.entity.ts';
import { keepStep } from './account-steps.ts';

/**
 * Is the citizen who signs in somebody else than the person whose form was entered under this personal id? A slip of the pen
 * in the name or in the date of birth is none; both wrong is a mistyped personal id, and the form, the member behind it and
 * the account are not this citizen's to see.
 */
export function isAnotherPerson(account: Account, citizen: Citizen): boolean {
  const isNamed = searchKey(account.fullName) === searchKey(citizen.fullName);
  return !account.vouched && !isNamed && account.dateOfBirth !== citizen.dateOfBirth;
}

/**
 * The first sign-in of somebody whose account was entered from paper: from now on it says of the citizen what VNeID vouches
 * for. A decision that was looking at the typed words must look again, since the version grows.
 */
export async function vouchFor(
  em: SqlEntityManager,
  account: Account,
  citizen: Citizen,
  at: Date,
): Promise<void> {
  em.assign(account, {
    fullName: citizen.fullName,
    dateOfBirth: citizen.dateOfBirth,
    gender: citizen.gender ?? account.gender ?? null,
    nationality: citizen.nationality ?? account.nationality ?? null,
    permanentAddress: citizen.permanentAddress ?? account.permanentAddress ?? null,
    vouched: true,
  });
  await em.flush();
  await keepStep(em, account, { action: 'SIGN_IN', from: account.status, actor: null, at });
}
