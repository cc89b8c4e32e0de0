import { scopeUnitOf } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { subtreeIds } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { z } from 'zod';
import { signedIn } from '../decision/signed-in.ts';
import type { Resolvers } from '../generated/graph.ts';
import { isInScope, readsCovered } from '../order/order.access.ts';
import { visibleOrder } from '../order/order.resolvers.ts';
import {
  type EntryRow,
  findEntries,
  findTransactionFacts,
  findTransactions,
  type TransactionFacts,
  type TransactionRow,
} from './ledger.rows.ts';

const placeShape = z.tuple([z.iso.date(), z.guid()]);
const lineShape = z.tuple([z.int().min(0).max(32_767)]);
const paymentKinds: readonly string[] = ['PAYMENT', 'CASH_PAYMENT'];

function factsOf(context: GraphContext, { id }: TransactionRow): Promise<TransactionFacts> {
  return loaderOf<string, TransactionFacts>(context, 'facts of postings', async (ids) => {
    const known = new Map((await findTransactionFacts(context.em, ids)).map((row) => [row.id, row]));
    return ids.map((each) => known.get(each) ?? new Error(`there is no posting ${each}`));
  }).load(id);
}

/** The ledger, read by whoever may read it in the unit. */
export const ledgerResolvers: Resolvers = {
  Query: {
    async ledgerTransactions(_, { unitId, from = null, to = null, kind = null, ...page }, context) {
      const { first, limit, after } = pageArgs(page.first, page.after);
      const place = after === null ? null : decodeCursor(after, placeShape);
      const wanted = unitId ?? scopeUnitOf(signedIn(context), 'LEDGER_READ');
      if (wanted === null || !(await isInScope(context, 'LEDGER_READ', wanted))) return null;
      if (readsCovered(context)) {
        const line = { action: 'readLedger', subjectKind: 'unit', subjectId: wanted, unitId: wanted };
        await recordAudit(context.em.fork(), [{ ...line, after: { from, to, kind } }], context);
      }
      const unitIds = await subtreeIds(context.em, wanted);
      const rows = await findTransactions(context.em, { unitIds, from, to, kind, after: place, limit });
      return connection(rows, first, ({ bookedOn, id }) => [bookedOn, id]);
    },
  },
  LedgerTransaction: {
    postedAt: ({ postedAt }: TransactionRow) => new Date(postedAt),
    unit: ({ unitId }: TransactionRow) => ({ id: unitId }),
    order: ({ kind, subjectId }: TransactionRow, _, context) =>
      paymentKinds.includes(kind) ? visibleOrder(context, subjectId) : null,
    total: async (row: TransactionRow, _, context) => (await factsOf(context, row)).total as never,
    sealNumber: async (row: TransactionRow, _, context) => (await factsOf(context, row)).sealNumber,
    async entries({ id }: TransactionRow, args, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? 0 : decodeCursor(after, lineShape)[0];
      const entries = await loaderOf<string, EntryRow[]>(context, `entries, ${limit} after ${place}`, (ids) =>
        findEntries(context.em, ids, { after: place, limit }),
      ).load(id);
      return connection(entries, first, ({ line }) => [line]);
    },
  },
  LedgerEntry: {
    unit: ({ unitId }: EntryRow) => (unitId === null ? null : { id: unitId }),
    member: ({ memberId }: EntryRow) => (memberId === null ? null : { id: memberId }),
  },
};
