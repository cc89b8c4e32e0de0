import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Citizen } from '../session/vneid-claims.rules.ts';
import type { Account } from './account.entity.ts';
import { keepStep } from './account-steps.ts';

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
