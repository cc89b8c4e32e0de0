import type { Actor } from '@dang/access/actor';
import type { KeyRing } from '@dang/service/key-ring';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { postTransaction } from '../ledger/post.ts';
import { settleAttempt } from '../payout/attempt-outcome.ts';
import { confirmReceipt } from '../remittance/remit.ts';
import { findRemittances } from '../remittance/remittance.rows.ts';
import { guardsOf } from '../remittance/remittance.rules.ts';
import type { Candidate } from './statement.rules.ts';

/** With what lines are written and followed: the day of business, the moment, the keys, and who reads them in. */
export interface Effects {
  readonly today: string;
  readonly at: Date;
  readonly keys: KeyRing;
  readonly actor: Actor | null;
}

/** The unit that holds the central account: the province of this deployment. @throws when the tree has not arrived. */
async function holderOfCentralAccount(em: SqlEntityManager): Promise<string> {
  const [unit] = await em.execute<{ id: string }[]>(
    `select id from unit_copy where type = 'PROVINCE' order by path limit 1`,
  );
  if (!unit) throw new Error('there is no province among the units');
  return unit.id;
}

/** What was missing of this until now has come. */
async function resolveMissing(
  em: SqlEntityManager,
  matchedId: string,
  { at, actor }: Effects,
): Promise<void> {
  const resolved: { id: string }[] = await em.execute(
    `update bank_statement_line set status = 'RESOLVED', version = version + 1
     where matched_id = ? and status = 'MISSING' returning id`,
    [matchedId],
  );
  const reason = 'Đã có trên sao kê sau';
  const steps = resolved.map(({ id }) => ({
    dossierId: id,
    action: 'RESOLVE',
    from: 'MISSING',
    to: 'RESOLVED',
    reason,
  }));
  await keepSteps(em, steps, { at, actor });
}

/**
 * What follows in the books from a line that fits: a payout is settled, a remittance has arrived, what was missing is there. A remittance
 * of the very officer who gives the statement in waits for somebody else.
 */
export async function followLine(
  em: SqlEntityManager,
  { kind, id }: Candidate,
  line: { readonly bookedOn: string; readonly reference: string },
  effects: Effects,
): Promise<void> {
  const { at, actor } = effects;
  if (kind === 'PAYOUT') await settleAttempt(em, id, { settledOn: line.bookedOn, bankRef: null, at });
  if (kind === 'REMITTANCE') {
    const [remittance] = await findRemittances(em, [id], { lock: true });
    const reason = `Sao kê ngân hàng ${line.reference}`.trim();
    // who declared it does not confirm it by a statement that they give in themselves either
    const isOwn = remittance && actor && guardsOf(remittance, actor).secondPerson !== true;
    if (remittance?.status === 'DECLARED' && !isOwn)
      await confirmReceipt(em, remittance, { receivedOn: line.bookedOn, at, actor, reason });
  }
  await resolveMissing(em, id, effects);
}

interface UnmatchedLine {
  readonly id: string;
  readonly amount: bigint;
  readonly bookedOn: string;
}

/**
 * Money lies on the central account of which nobody knows what for: the ledger says so, until somebody does. With a negative amount it
 * has been sent back.
 */
export async function postUnmatched(em: SqlEntityManager, line: UnmatchedLine): Promise<void> {
  await postTransaction(em, {
    kind: 'ADJUSTMENT',
    unitId: await holderOfCentralAccount(em),
    subjectId: line.id,
    bookedOn: line.bookedOn,
    reason:
      line.amount > 0n
        ? 'Tiền về tài khoản tập trung chưa rõ nội dung'
        : 'Trả lại tiền về tài khoản tập trung chưa rõ nội dung',
    entries: [
      { account: 'CENTRAL_BANK', amount: line.amount },
      { account: 'UNMATCHED_RECEIPT', amount: -line.amount },
    ],
  });
}

/** Money of unknown content turns out to be something that the books know, which stands on the central account by itself. */
export async function unpostUnmatched(
  em: SqlEntityManager,
  line: { readonly id: string; readonly amount: bigint },
  { today }: Effects,
): Promise<void> {
  await postTransaction(em, {
    kind: 'ADJUSTMENT',
    unitId: await holderOfCentralAccount(em),
    subjectId: line.id,
    bookedOn: today,
    reason: 'Đã rõ nội dung tiền về',
    entries: [
      { account: 'UNMATCHED_RECEIPT', amount: line.amount },
      { account: 'CENTRAL_BANK', amount: -line.amount },
    ],
  });
}
