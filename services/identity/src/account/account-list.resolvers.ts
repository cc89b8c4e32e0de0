import { type Actor, scopeUnitOf } from '@dang/access/actor';
import type { Permission } from '@dang/access/permission';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { blindIndex } from '@dang/service/sealed-text';
import { z } from 'zod';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import type { AccountState } from './account.workflow.ts';
import { findAccountsBelow, type NumberIndex } from './account-list.rows.ts';
import { type AccountView, actsInOffice, loadFor, signedIn } from './account-view.ts';

const cursorShape = z.tuple([z.string(), z.guid()]);
const textLimit = 200;

type Wanted = {
  unitId?: string | null;
  status?: readonly AccountState[] | null;
  role?: string | null;
  text?: string | null;
  first?: number | null;
  after?: string | null;
};

/** The unit to list when the actor holds this permission there, in an office held today. */
async function unitInScope(
  context: GraphContext,
  actor: Actor,
  permission: Permission,
  unitId: string | null,
): Promise<string | null> {
  const scope = scopeUnitOf(actor, permission);
  const wanted = unitId ?? scope;
  if (!scope || !wanted || !(await actsInOffice(context, actor))) return null;
  return (await isWithin(context.em, wanted, scope)) ? wanted : null;
}

async function list(context: GraphContext, permission: Permission, wanted: Wanted, indexOf: NumberIndex) {
  const actor = signedIn(context);
  const page = pageArgs(wanted.first, wanted.after);
  const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
  const unitId = await unitInScope(context, actor, permission, wanted.unitId ?? null);
  const filter = {
    status: wanted.status ?? null,
    role: wanted.role ?? null,
    text: wanted.text?.slice(0, textLimit) ?? null,
    today: context.clock.today(),
  };
  const rows = unitId
    ? await findAccountsBelow(context.em, { ...filter, unitId }, page.limit, place, indexOf)
    : [];
  return connection(
    rows.map((row) => ({ ...row, viewer: actor }) satisfies AccountView),
    page.first,
    ({ searchKey, id }) => [searchKey, id],
  );
}

export const accountListResolvers: Resolvers = {
  Query: {
    accounts(_parent, wanted, context) {
      const { PROVINCE_INDEX_KEY } = environmentOf(context);
      return list(context, 'ACCOUNT_READ', wanted, (digits) => blindIndex(PROVINCE_INDEX_KEY, digits));
    },
    administeredAccounts: (_parent, wanted, context) => list(context, 'ACCOUNT_LOCK', wanted, null),
    accountById: (_parent, { id }, context) => loadFor(context, signedIn(context))(context.em, id),
  },
};
