import { type GraphContext, loaderOf } from '@dang/service/context';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import type { Resolvers } from '../generated/graph.ts';
import { type ChargeRow, findChargesOfMembers, findChargesOfMonth } from './charge.rows.ts';
import { isInDuesScope } from './dues-scope.ts';

interface PageWish {
  first?: number | null;
  after?: string | null;
}

const deskCursor = z.tuple([z.guid(), z.guid()]);
const monthCursor = z.tuple([z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]);

/** A page of one member's charges, newest month first. The caller has checked that the actor may see the member. */
export async function chargesOfMember(
  context: GraphContext,
  memberId: string,
  wish: PageWish,
): Promise<Connection<ChargeRow>> {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  const before = after === null ? null : decodeCursor(after, monthCursor)[0];
  const loader = loaderOf(
    context,
    `charges of members, ${limit} before ${before}`,
    async (ids: readonly string[]) => {
      const lists = await findChargesOfMembers(context.em, ids, { before, limit });
      return ids.map((id) => lists.get(id) ?? []);
    },
  );
  return connection(await loader.load(memberId), first, ({ period }) => [period]);
}

export const chargeResolvers: Resolvers = {
  OrgUnit: {
    __resolveReference: ({ id }) => ({ id }),
    async duesCharges(unit, { period, status, first: wished, after: cursor }, context) {
      const { first, limit, after } = pageArgs(wished, cursor);
      const place = after === null ? null : decodeCursor(after, deskCursor);
      if (!(await isInDuesScope(context, unit.id))) return null;
      const wish = { status: status ?? null, after: place, limit };
      const rows = await findChargesOfMonth(context.em, period, unit.id, wish);
      return connection(rows, first, ({ branchId, memberId }) => [branchId, memberId]);
    },
  },
  DuesCharge: {
    member: ({ memberId }: ChargeRow) => ({ id: memberId }),
    branch: ({ branchId }: ChargeRow) => ({ id: branchId }),
  },
};
