import { type Actor, hasPermission, scopeUnitOf } from '@dang/access/actor';
import { withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { isProfileNumber, readCardNumber } from '@dang/vietnam/identifiers';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { findAccounts } from '../account/account.rows.ts';
import { environmentOf } from '../environment.ts';
import type { LookUpRegistryInput } from '../generated/graph.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { type RegistryMember, type RegistryQuery, RegistryUnavailable } from './registry.port.ts';
import { registryOf } from './registry.ts';
import type { RegistryMatch } from './registry-match.ts';

const lookupsAnHour = 10;

type AccountToLookUp = { id: string; branchId: string | null; personalIdIndex: string };

/** The account to look up: one's own, or one of a branch for which one's office enters papers. */
export async function accountToLookUp(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  accountId: string,
): Promise<AccountToLookUp | null> {
  const [account] = await findAccounts(em, [accountId]);
  if (!account || account.status === 'CLOSED') return null;
  if (account.id !== actor.accountId) {
    const scope = scopeUnitOf(actor, 'ACCOUNT_ENTER');
    if (!scope || !account.branchId || !hasPermission(actor, 'ACCOUNT_ENTER')) return null;
    if (!(await withinScope(em, [account.branchId], scope)).has(account.branchId)) return null;
    if (!(await holdsCapacity(em, actor, context.clock.today()))) return null;
  }
  const [row] = await em.execute<AccountToLookUp[]>(
    'select id, branch_id as "branchId", personal_id_index as "personalIdIndex" from account where id = ?',
    [accountId],
  );
  return row ?? null;
}

/** What to ask the member database, in the normal writing, or the field that is no number. */
function queryOf({ cardNumber, profileNumber }: LookUpRegistryInput): RegistryQuery | Refusal {
  const card = cardNumber ? readCardNumber(cardNumber) : null;
  if (cardNumber && !card) return refuse('INVALID_INPUT', { field: 'cardNumber' });
  const profile = profileNumber?.trim();
  if (profile && !isProfileNumber(profile)) return refuse('INVALID_INPUT', { field: 'profileNumber' });
  if (card) return { cardNumber: card.digits };
  return profile ? { profileNumber: profile } : refuse('INVALID_INPUT', { field: 'cardNumber' });
}

/** One of the ten look-ups that an account has in an hour; false when they are used up. Counted whatever comes of it. */
async function takeTurn(em: SqlEntityManager, accountId: string): Promise<boolean> {
  return em.transactional(async (inside) => {
    await inside.execute(`select pg_advisory_xact_lock(hashtextextended('look up ' || ?, 0))`, [accountId]);
    await inside.execute(
      `delete from registry_lookup where account_id = ? and asked_at < now() - interval '1 hour'`,
      [accountId],
    );
    const taken = await inside.execute(
      `insert into registry_lookup (account_id, asked_at)
       select ?, now() where (select count(*) from registry_lookup where account_id = ?) < ? returning account_id`,
      [accountId, accountId, lookupsAnHour],
    );
    return taken.length > 0;
  });
}

/**
 * Asks the member database for the person of this account. Their row, or null when it knows nobody by that number who has
 * the account's personal id: somebody else's row is never shown, nor that there is one.
 */
export async function askRegistry(
  context: GraphContext,
  account: { id: string; personalIdIndex: string },
  input: LookUpRegistryInput,
): Promise<RegistryMember | null | Refusal> {
  const query = queryOf(input);
  if (isRefusal(query)) return query;
  const environment = environmentOf(context);
  const registry = registryOf(environment);
  if (!registry) return refuse('REGISTRY_UNAVAILABLE');
  if (!(await takeTurn(context.em.fork(), account.id))) return refuse('RATE_LIMITED');
  try {
    const members = await registry.search(query);
    const isOwn = ({ personalId }: RegistryMember) =>
      blindIndex(environment.PROVINCE_INDEX_KEY, personalId) === account.personalIdIndex;
    return members.find(isOwn) ?? null;
  } catch (error) {
    if (!(error instanceof RegistryUnavailable)) throw error;
    context.log.warn({ reason: error.message }, 'the member database could not be asked');
    return refuse('REGISTRY_UNAVAILABLE');
  }
}

/** The answer as it is kept: numbers that may be personal ids sealed, the branch by its id where the tree knows the code. */
export async function matchOf(
  em: SqlEntityManager,
  context: GraphContext,
  member: RegistryMember | null,
): Promise<RegistryMatch> {
  const lookedUpAt = context.clock.now();
  if (!member)
    return { found: false, record: null, cardNumberSealed: null, cardNumberIndex: null, lookedUpAt };
  const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = environmentOf(context);
  const { id, personalId: _id, revision: _revision, cardNumber, ...record } = member;
  const [branch] = await em.execute<{ id: string }[]>(
    'select id from unit_copy where code = ? and (valid_to is null or valid_to > ?)',
    [member.branchCode, context.clock.today()],
  );
  return {
    found: true,
    record: { ...record, registryId: id, branchId: branch?.id ?? null },
    cardNumberSealed: cardNumber && sealText(PROVINCE_KEY, cardNumber),
    cardNumberIndex: cardNumber && blindIndex(PROVINCE_INDEX_KEY, cardNumber),
    lookedUpAt,
  };
}
