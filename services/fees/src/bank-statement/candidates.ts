import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Candidate, MatchedKind, References } from './statement.rules.ts';

interface Row {
  readonly kind: MatchedKind;
  readonly id: string;
  readonly number: string;
  readonly amount: string;
  readonly expected: number;
  readonly matched: number;
}

/**
 * What the books say of these numbers, by number; one statement. An order accounts for a line when it was paid and for another with each
 * payment that came again; an attempt when the bank was not known to refuse it; a refund once it is approved; a remittance until it
 * is taken back.
 */
export async function findCandidates(
  em: SqlEntityManager,
  { orders, remittances, ids }: References,
): Promise<Map<string, Candidate>> {
  const rows: Row[] = await em.execute(
    `with about as (
       select 'ORDER' as kind, paid.id, paid.number, paid.total as amount,
         case when paid.paid_at is null then 0
           else (paid.status <> 'SUCCEEDED_DUPLICATE')::int
             + (select count(*)::int from refund again where again.order_id = paid.id and again.kind = 'DUPLICATE') end as expected
       from payment_order paid where paid.number = any(array[?]::text[]) and paid.mode <> 'CASH'
       union all
       select 'REMITTANCE', id, number, amount, (status <> 'WITHDRAWN')::int from remittance where number = any(array[?]::text[])
       union all
       select 'PAYOUT', id, id::text, -amount, (outcome is null or outcome = 'SETTLED')::int from payout_attempt
       where id = any(array[?]::uuid[])
       union all
       select 'REFUND', id, coalesce(sent_as, id)::text, -amount, (status in ('APPROVED', 'INSTRUCTED', 'PAID'))::int from refund
       where coalesce(sent_as, id) = any(array[?]::uuid[]))
     select about.kind, about.id, about.number, about.amount, about.expected,
       (select count(*)::int from bank_statement_line line
        where line.matched_id = about.id and line.line > 0 and line.status in ('MATCHED', 'RESOLVED')
          and line.amount = about.amount) as matched
     from about`,
    [orders, remittances, ids, ids],
  );
  return new Map(
    rows.map((row): [string, Candidate] => [row.number, { ...row, amount: BigInt(row.amount) }]),
  );
}
