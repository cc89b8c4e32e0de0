import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { isInDuesScope } from '../charge/dues-scope.ts';
import type { Resolvers } from '../generated/graph.ts';
import { announceDues } from './announce.ts';
import {
  type AnnouncementRow,
  findAnnouncement,
  findAnnouncements,
  findLines,
  findWaitingBranches,
  type LineRow,
  type LineSums,
  sumLines,
  type WaitingBranchRow,
} from './announcement.rows.ts';
import { dueOn, isLate } from './announcement.rules.ts';

const idCursor = z.tuple([z.guid()]);
const lineCursor = z.tuple([z.string(), z.guid()]);
const placeOf = (after: string | null) => (after === null ? null : decodeCursor(after, idCursor)[0]);

const sumsOf = (context: GraphContext, announcement: AnnouncementRow): Promise<LineSums> =>
  loaderOf<AnnouncementRow, LineSums>(context, 'announcement sums', (asked) =>
    sumLines(context.em, asked),
  ).load(announcement);

const announcementOf = (context: GraphContext, branchId: string, month: string): Promise<AnnouncementRow> =>
  loaderOf<string, AnnouncementRow>(context, `announcements of ${month}`, (ids) =>
    findAnnouncements(context.em, ids, month),
  ).load(branchId);

const totalOf = ({ amount, arrears }: { amount: string; arrears: string }): bigint =>
  BigInt(amount) + BigInt(arrears);

/** What branches announce to their members, and which have not. */
export const announcementResolvers: Resolvers = {
  Mutation: {
    announceDues(_root, { input }, context) {
      const { actor, clock } = context;
      if (actor === null) throw new Error('a root field that needs a session was reached without one');
      const load = async (em: SqlEntityManager, id: string) => {
        const announcement = await findAnnouncement(em, id);
        return announcement && (await isInDuesScope(context, announcement.branchId)) ? announcement : null;
      };
      const call = { name: 'announceDues', input, field: 'announcement' as const, load };
      const { branchId, month } = input;
      return mutate(context, call, (em) =>
        announceDues(em, { branchId, month, actor, today: clock.today(), at: clock.now() }),
      );
    },
  },
  OrgUnit: {
    duesAnnouncement: async ({ id }, { month }, context) =>
      (await isInDuesScope(context, id)) ? announcementOf(context, id, month) : null,
    async unannouncedBranches({ id }, { month, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = placeOf(after);
      if (!(await isInDuesScope(context, id))) return null;
      const rows = await findWaitingBranches(context.em, id, { month, after: place, limit });
      return connection(rows, first, ({ branchId }) => [branchId]);
    },
  },
  DuesAnnouncement: {
    branch: ({ branchId }: AnnouncementRow) => ({ id: branchId }),
    dueOn: (row: AnnouncementRow, _args, { clock }) => row.dueOn ?? dueOn(row.month, clock.today()),
    isLate: (row: AnnouncementRow, _args, { clock }) => isLate(row.month, row.announcedOn ?? clock.today()),
    announcedBy: ({ by }: AnnouncementRow) => by?.name ?? null,
    announcedByTitle: ({ by }: AnnouncementRow) => by?.title ?? null,
    members: async (row: AnnouncementRow, _args, context) => (await sumsOf(context, row)).members,
    membersWaiting: async (row: AnnouncementRow, _args, context) =>
      (await sumsOf(context, row)).membersWaiting,
    amount: async (row: AnnouncementRow, _args, context) => (await sumsOf(context, row)).amount,
    arrears: async (row: AnnouncementRow, _args, context) => (await sumsOf(context, row)).arrears,
    total: async (row: AnnouncementRow, _args, context) => totalOf(await sumsOf(context, row)),
    async lines(row: AnnouncementRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, lineCursor);
      const from = place && { nameKey: place[0], memberId: place[1] };
      const lines = await findLines(context.em, row, { after: from, limit });
      return connection(lines, first, ({ nameKey, memberId }) => [nameKey, memberId]);
    },
  },
  DuesAnnouncementLine: {
    member: ({ memberId }: LineRow) => ({ id: memberId }),
    total: (line: LineRow) => totalOf(line),
  },
  BranchToAnnounce: {
    branch: ({ branchId }: WaitingBranchRow) => ({ id: branchId }),
  },
};
