import { nextLink, noLink } from '@dang/audit/chain';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { ledgerChain } from '../ledger/content.ts';
import type { VerificationCode } from '../receipt/verification-code.ts';

/** What anybody may know of a receipt: nothing of a person. */
export interface VerifiedReceipt {
  readonly number: string;
  readonly amount: bigint;
  readonly paidOn: string;
  readonly branch: string;
  /** The day on which it was given back; null when it stands. */
  readonly refundedOn: string | null;
  /** Is its posting in the chain of the unit already, a second after the payment at most? */
  readonly sealed: boolean;
}

type Posted = Record<string, unknown> & {
  storedHash: string;
  subjectId: string;
  unitId: string;
  bookedOn: string;
};
type Link = { number: string; previous: string | null; contentHash: string; hash: string };

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** Does the posting stand in the chain as it was written, after the link before it? Null: not sealed yet. */
async function sealOf(
  em: SqlEntityManager,
  transactionId: string,
  unitId: string,
  hash: Buffer,
): Promise<boolean | null> {
  const [link] = await em.execute<Link[]>(
    `select link.number, encode(link.content_hash, 'hex') as "contentHash", encode(link.hash, 'hex') as hash,
       (select encode(before.hash, 'hex') from ledger_chain before
        where before.chain_id = link.chain_id and before.number = link.number - 1) as previous
     from ledger_chain link where link.row_id = ? and link.chain_id = ?`,
    [transactionId, unitId],
  );
  if (!link) return null;
  const number = BigInt(link.number);
  const before = number === 1n ? noLink : { number: number - 1n, hash: bytes(link.previous ?? '') };
  const expected = nextLink(unitId, before, { id: transactionId, contentHash: hash });
  return bytes(link.contentHash).equals(hash) && expected.hash.equals(bytes(link.hash));
}

/**
 * Holds a receipt's code against the ledger: the posting must be there with this very content, its hash made anew from its entries, and
 * in the chain as it was sealed. Null when anything of it does not fit.
 */
export async function verifyReceipt(
  em: SqlEntityManager,
  { transactionId, contentHash }: VerificationCode,
): Promise<VerifiedReceipt | null> {
  const [posted] = await em.execute<Posted[]>(
    `select ${ledgerChain.columns}, encode(ledger_transaction.content_hash, 'hex') as "storedHash"
     from ledger_transaction where id = ? and kind in ('PAYMENT', 'CASH_PAYMENT')`,
    [transactionId],
  );
  if (!posted || !bytes(posted.storedHash).equals(contentHash)) return null;
  if (!ledgerChain.hashOf(posted).equals(contentHash)) return null;
  const sealed = await sealOf(em, transactionId, posted.unitId, contentHash);
  if (sealed === false) return null;
  const [order] = await em.execute<
    { number: string; total: string; branch: string | null; refundedOn: string | null }[]
  >(
    `select paid.number, paid.total, unit.name as branch,
       (select back.booked_on from refund join ledger_transaction back on back.subject_id = refund.id and back.kind = 'REFUND'
        where refund.order_id = paid.id and refund.kind = 'PAYMENT') as "refundedOn"
     from payment_order paid left join unit_copy unit on unit.id = paid.unit_id where paid.id = ?`,
    [posted.subjectId],
  );
  if (!order) return null;
  const entries = posted.entries as { account: string; amount: string }[];
  const received = entries
    .filter(({ account, amount }) => /^(CENTRAL_BANK|BRANCH_CASH)$/.test(account) && BigInt(amount) > 0n)
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  if (received !== BigInt(order.total)) return null;
  return {
    number: order.number,
    amount: received,
    paidOn: posted.bookedOn,
    branch: order.branch ?? '',
    refundedOn: order.refundedOn,
    sealed: sealed === true,
  };
}
