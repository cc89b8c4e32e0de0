import type { Actor } from '@dang/access/actor';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { postTransaction } from '../ledger/post.ts';

/** A transaction that moved the cash of a branch and goes with no remittance yet. */
interface Unremitted {
  readonly id: string;
  readonly amount: string;
}

/**
 * Everything that moved the cash of a branch and goes with no remittance: dues in notes, and, with a minus, what was handed back of them
 * or adjusted.
 */
export const findUnremitted = (em: SqlEntityManager, branchId: string): Promise<Unremitted[]> =>
  em.execute(
    `select entry.transaction_id as id, sum(entry.amount)::text as amount
     from ledger_entry entry join ledger_transaction made on made.id = entry.transaction_id
     where entry.account = 'BRANCH_CASH' and entry.unit_id = ? and made.kind <> 'REMITTANCE'
       and not exists (select from remittance_item item where item.transaction_id = entry.transaction_id)
     group by entry.transaction_id`,
    [branchId],
  );

/** What the units above are owed of a remittance, as its transactions divided it. */
const sharesOf = (
  em: SqlEntityManager,
  remittanceId: string,
): Promise<{ unitId: string; amount: string }[]> =>
  em.execute(
    `select entry.unit_id as "unitId", (-sum(entry.amount))::text as amount
     from remittance_item item join ledger_entry entry on entry.transaction_id = item.transaction_id
     where item.remittance_id = ? and entry.account = 'UNFUNDED_SHARE'
     group by entry.unit_id having sum(entry.amount) <> 0 order by entry.unit_id`,
    [remittanceId],
  );

/**
 * The money of a remittance lies on the central account: the branch owes it no longer, and the units above have their shares there. The
 * caller holds the row's lock and has asked the table. Needs a transaction.
 */
export async function confirmReceipt(
  em: SqlEntityManager,
  remittance: { readonly id: string; readonly branchId: string; readonly amount: string },
  { receivedOn, at, actor, reason }: { receivedOn: string; at: Date; actor: Actor | null; reason?: string },
): Promise<void> {
  const { id, branchId } = remittance;
  const amount = BigInt(remittance.amount);
  const shares = await sharesOf(em, id);
  await em.execute(
    `update remittance set status = 'CONFIRMED', confirmed_on = ?, version = version + 1 where id = ?`,
    [receivedOn, id],
  );
  await postTransaction(em, {
    kind: 'REMITTANCE',
    unitId: branchId,
    subjectId: id,
    bookedOn: receivedOn,
    entries: [
      { account: 'CENTRAL_BANK', amount },
      { account: 'BRANCH_CASH', unitId: branchId, amount: -amount },
      ...shares.flatMap(({ unitId, amount: share }) => [
        { account: 'UNFUNDED_SHARE' as const, unitId, amount: BigInt(share) },
        { account: 'UNIT_SHARE' as const, unitId, amount: -BigInt(share) },
      ]),
    ],
  });
  const step = {
    dossierId: id,
    action: 'CONFIRM',
    from: 'DECLARED',
    to: 'CONFIRMED',
    reason: reason ?? null,
  };
  await keepSteps(em, [step], { at, actor });
}
