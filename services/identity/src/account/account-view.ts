import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { holdsCapacity } from '../position/position.rows.ts';
import { type AccountRow, findAccounts } from './account.rows.ts';
import { decidersOf } from './decider.ts';

/** A parent of `Account` fields: the row, and in whose eyes. A fresh sign-in has a viewer before the request has an actor. */
export type AccountView = AccountRow & {
  viewer: Actor;
  /** The viewer operates the system, and nobody else is there to decide. */
  asOperator?: boolean;
};

/** Whoever asks, where the schema lets nobody pass who is not signed in. */
export const signedIn = ({ actor }: GraphContext): Actor => {
  if (!actor) throw new Error('a root field that needs a session was reached without one');
  return actor;
};

/**
 * How an account is read by its id: one's own, or a sent one of a branch whose accounts the office held today may read. The
 * operator of the system sees of it whose it is, and the form only where nobody else is there to decide.
 */
export const loadFor =
  ({ clock }: GraphContext, viewer: Actor) =>
  async (em: GraphContext['em'], id: string): Promise<AccountView | null> => {
    const [row] = await findAccounts(em, [id]);
    if (!row) return null;
    if (id === viewer.accountId) return { ...row, viewer };
    const operated = scopeUnitOf(viewer, 'SYSTEM_OPERATE');
    const scope = scopeUnitOf(viewer, 'ACCOUNT_READ') ?? operated;
    if (!scope || row.branchId === null || row.status === 'DRAFT') return null;
    const isInSight =
      (await holdsCapacity(em, viewer, clock.today())) && (await isWithin(em, row.branchId, scope));
    if (!isInSight) return null;
    const decider = operated ? (await decidersOf(em, [id], clock.today())).get(id) : undefined;
    return { ...row, viewer, asOperator: decider?.deciderId === null };
  };

/** Once a request: does the viewer hold what their token says they act in? */
export function actsInOffice(context: GraphContext, viewer: Actor): Promise<boolean> {
  return loaderOf<string, boolean>(context, 'holds-capacity', async (sessions) => {
    const holds = await holdsCapacity(context.em, viewer, context.clock.today());
    return sessions.map(() => holds);
  }).load(viewer.sessionId);
}

/**
 * What the viewer of this account may read of it, being let through to it already: the owner everything, an office that
 * reads accounts what a decision needs, everybody else (an administrator) only whose account it is.
 */
export function sightOf(account: AccountView): 'OWNER' | 'OFFICE' | 'NAME' {
  const { id, viewer, asOperator } = account;
  if (viewer.accountId === id) return 'OWNER';
  return asOperator || scopeUnitOf(viewer, 'ACCOUNT_READ') ? 'OFFICE' : 'NAME';
}

/** `h***@example.vn`: enough to ask somebody whether it is theirs. */
export const maskEmail = (email: string) => email.replace(/^(.)[^@]*/, '$1***');
