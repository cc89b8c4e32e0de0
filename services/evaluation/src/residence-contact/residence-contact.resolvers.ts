import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { itemById } from '../comment-item/comment-item.pages.ts';
import type { Resolvers } from '../generated/graph.ts';
import { pathInScope } from '../seat.ts';

interface ContactRow {
  readonly path: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly branchId: string;
  readonly itemId: string | null;
  readonly since: string;
}

/** Who is in the Party no more keeps no contact for it. */
const gone: readonly string[] = ['STRUCK_OFF', 'EXPELLED', 'LEFT', 'TRANSFERRED_OUT', 'DECEASED', 'MISSING'];

const cursorShape = z.tuple([z.iso.date(), z.guid()]);
type Cursor = z.infer<typeof cursorShape>;

/** The contacts of each of these subtrees, given by their paths, latest first; one query however many. */
async function findContacts(
  em: SqlEntityManager,
  paths: readonly string[],
  { limit, after }: { limit: number; after: Cursor | null },
): Promise<Map<string, ContactRow[]>> {
  const cursor = after ? 'and (contact.since, contact.member_id) < (?::date, ?::uuid)' : '';
  const rows: ContactRow[] = await em.execute(
    `select root.path, found.* from unnest(array[?]::text[]) root(path)
     cross join lateral (
       select contact.member_id as "memberId", member.full_name as "memberName", contact.branch_id as "branchId",
         contact.item_id as "itemId", contact.since
       from residence_contact contact
       join unit_copy branch on branch.id = contact.branch_id
       left join member_copy member on member.id = contact.member_id
       where branch.path <@ root.path::ltree and coalesce(member.status, '') <> all(array[?]::text[]) ${cursor}
       order by contact.since desc, contact.member_id desc limit ?) found
     order by found.since desc, found."memberId" desc`,
    [paths, gone, ...(after ?? []), limit],
  );
  return Map.groupBy(rows, ({ path }) => path);
}

/** A page of who lives below a unit that is in the actor's scope; null for another. */
async function contactsOf(
  context: GraphContext,
  unitId: string,
  wish: { first?: number | null; after?: string | null },
) {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  const page = { limit, after: after === null ? null : decodeCursor(after, cursorShape) };
  const path = await pathInScope(context, unitId);
  if (path === null) return null;
  const batch = `contacts ${JSON.stringify(page)}`;
  const rows = await loaderOf<string, ContactRow[]>(context, batch, async (paths) => {
    const found = await findContacts(context.em, paths, page);
    return paths.map((one) => found.get(one) ?? []);
  }).load(path);
  return connection(rows, first, ({ since, memberId }) => [since, memberId]);
}

export const residenceContactResolvers: Resolvers = {
  OrgUnit: {
    residenceMembers: ({ id }, wish, context) => contactsOf(context, id, wish),
  },
  ResidenceMember: {
    member: ({ memberId }: ContactRow) => ({ id: memberId }),
    branch: ({ branchId }: ContactRow) => ({ id: branchId }),
    item: ({ itemId }: ContactRow, _, context) => itemId && itemById(context, itemId),
  },
};
