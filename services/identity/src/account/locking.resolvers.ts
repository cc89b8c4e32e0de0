import { scopeUnitOf } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import type { Resolvers } from '../generated/graph.ts';
import { findAccounts } from './account.rows.ts';
import { type AccountView, signedIn } from './account-view.ts';
import { accountsBelow } from './admin-above.ts';
import { changeLock } from './locking.ts';

type Verdict = Parameters<typeof changeLock>[4];
type Input = Parameters<typeof changeLock>[3] & { idempotencyKey: string };

/** One of the acts of an administrator as a mutation; what the account declares stays hidden from them. */
function changed(context: GraphContext, name: string, input: Input, verdict: Verdict) {
  const actor = signedIn(context);
  const load = async (em: GraphContext['em'], id: string): Promise<AccountView | null> => {
    const isInScope = scopeUnitOf(actor, 'ACCOUNT_LOCK') && (await accountsBelow(em, actor, [id])).has(id);
    const [row] = isInScope ? await findAccounts(em, [id]) : [];
    return row ? { ...row, viewer: actor } : null;
  };
  const call = { name, input, field: 'account' as const, load };
  return mutate(context, call, (em) => changeLock(em, context, actor, input, verdict));
}

export const lockingResolvers: Resolvers = {
  Mutation: {
    lockAccount: (_parent, { input }, context) => changed(context, 'lockAccount', input, { action: 'LOCK' }),
    unlockAccount: (_parent, { input }, context) =>
      changed(context, 'unlockAccount', input, { action: 'UNLOCK' }),
    closeAccount: (_parent, { input }, context) =>
      changed(context, 'closeAccount', input, { action: 'CLOSE', ground: input.ground }),
  },
};
