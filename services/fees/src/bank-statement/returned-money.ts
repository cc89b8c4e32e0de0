import { type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { type Effects, postUnmatched } from './line-effects.ts';
import { findStatementLines, type StatementLineRow } from './statement-line.rows.ts';

/**
 * The money of unknown content that a debit may have sent back: it stands among the unmatched receipts, to the đồng, and no other debit
 * has sent it back. Locked, so that one debit gets it.
 */
export async function findReturnable(
  em: SqlEntityManager,
  debit: StatementLineRow,
  receiptId: string,
): Promise<StatementLineRow | Refusal> {
  const field = 'returnsLineId';
  if (debit.status !== 'UNMATCHED' || BigInt(debit.amount) > 0n) return refuse('WRONG_STATE', { field });
  const [receipt] = await findStatementLines(em, [receiptId], { lock: true });
  const isReceipt = receipt?.isPosted === true && BigInt(receipt.amount) > 0n;
  if (!receipt || !isReceipt) return refuse('NOT_FOUND', { field });
  if (BigInt(receipt.amount) !== -BigInt(debit.amount)) return refuse('AMOUNT_INVALID', { field });
  const known = await em.execute(
    `select from bank_statement_line where matched_id = ? and matched_kind = 'RECEIPT'`,
    [receiptId],
  );
  return known.length > 0 ? refuse('NOT_FOUND', { field }) : receipt;
}

/**
 * The debit took what came in under no name: both leave the unmatched receipts and the central account. A receipt that still waits for
 * an officer is settled with it. Needs a transaction.
 */
export async function sendBack(
  em: SqlEntityManager,
  { debit, receipt, reason }: { debit: StatementLineRow; receipt: StatementLineRow; reason: string },
  effects: Effects,
): Promise<void> {
  await em.execute(
    `update bank_statement_line set is_posted = true, matched_kind = 'RECEIPT', matched_id = ? where id = ?`,
    [receipt.id, debit.id],
  );
  const { id, bookedOn } = debit;
  await postUnmatched(em, { id, bookedOn, amount: BigInt(debit.amount) });
  if (receipt.status === 'RESOLVED') return;
  await em.execute(`update bank_statement_line set status = 'RESOLVED', version = version + 1 where id = ?`, [
    receipt.id,
  ]);
  const step = { dossierId: receipt.id, action: 'RESOLVE', from: receipt.status, to: 'RESOLVED', reason };
  await keepSteps(em, [step], { at: effects.at, actor: effects.actor });
}
