import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { StatementLine } from '../bank/bank.port.ts';
import { findCandidates } from './candidates.ts';
import { type Effects, followLine, postUnmatched } from './line-effects.ts';
import { type Candidate, judge, referencesIn, type Verdict } from './statement.rules.ts';

const LINES_A_STEP = 500;

/** A statement as it came: its number at the bank, and a whole day's lines, or part of one. */
export interface GivenStatement {
  readonly number: string;
  readonly source: 'BANK' | 'FILE' | 'OFFICER';
  /** The day of which it holds every line; null when it may hold less. */
  readonly day: string | null;
  readonly lines: readonly StatementLine[];
}

interface Opened {
  readonly id: string;
  readonly complete: boolean;
  readonly done: number;
}

/** The statement by its number, made when it is new; locked, and how many of its lines are read. */
async function open(em: SqlEntityManager, given: GivenStatement, today: string): Promise<Opened> {
  // statements are compared one after the other, so that no line is matched twice
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('bank statements', 0))`);
  await em.execute(
    `insert into bank_statement (number, source, day, read_on, lines) values (?, ?, ?, ?, ?) on conflict do nothing`,
    [given.number, given.source, given.day, today, given.lines.length],
  );
  const [statement] = await em.execute<Opened[]>(
    `select id, complete, (select count(*)::int from bank_statement_line where statement_id = statement.id and line > 0) as done
     from bank_statement statement where number = ? and (source = 'BANK') = ?`,
    [given.number, given.source === 'BANK'],
  );
  if (!statement) throw new Error(`statement ${given.number} was not written`);
  return statement;
}

interface Judged extends Verdict {
  readonly line: StatementLine;
  readonly place: number;
}

/** Judges lines in their order: each match counts for the lines after it. */
function judgeAll(
  lines: readonly StatementLine[],
  first: number,
  known: ReadonlyMap<string, Candidate>,
): Judged[] {
  const counted = new Map(known);
  return lines.map((line, index) => {
    const verdict = judge(line, counted);
    const { about } = verdict;
    if (about && verdict.status === 'MATCHED')
      counted.set(about.number, { ...about, matched: about.matched + 1 });
    return { ...verdict, line, place: first + index + 1 };
  });
}

const keyOf = ({ reference, content, amount, bookedOn }: StatementLine): string =>
  JSON.stringify([reference, content, amount.toString(), bookedOn]);

/**
 * Money of unknown content that another statement has told of already, by the bank's own reference: the same money, not more of it.
 * What one statement names twice came twice.
 */
async function markToldBefore(
  em: SqlEntityManager,
  statementId: string,
  judged: readonly Judged[],
): Promise<Judged[]> {
  const unknown = judged.filter(({ status, line }) => status === 'UNMATCHED' && line.reference !== '');
  if (unknown.length === 0) return [...judged];
  const rows = await em.execute<(Omit<StatementLine, 'amount'> & { amount: string; left: number })[]>(
    `select reference, content, amount, "bookedOn",
       coalesce(max(times) filter (where not is_own), 0) - coalesce(max(times) filter (where is_own), 0) as left
     from (
       select told.statement_id = ? as is_own, told.reference, told.content, told.amount, told.booked_on as "bookedOn",
         count(*)::int as times
       from bank_statement_line told
       where told.line > 0 and (told.booked_on, told.amount, told.reference) in (
         select "bookedOn", amount, reference
         from jsonb_to_recordset(?::jsonb) as row("bookedOn" date, amount bigint, reference text))
       group by told.statement_id, 2, 3, 4, 5) as known
     group by reference, content, amount, "bookedOn"`,
    [statementId, JSON.stringify(unknown.map(({ line }) => ({ ...line, amount: line.amount.toString() })))],
  );
  const left = new Map(
    rows.map((row) => [keyOf({ ...row, counterparty: '', amount: BigInt(row.amount) }), row.left]),
  );
  return judged.map((one) => {
    const key = keyOf(one.line);
    const times = left.get(key) ?? 0;
    if (one.status !== 'UNMATCHED' || times <= 0) return one;
    left.set(key, times - 1);
    return { ...one, status: 'REPEATED' };
  });
}

/** Reads some lines of a statement: writes each with what it was found to be, and what follows in the books. */
async function readLines(
  em: SqlEntityManager,
  statementId: string,
  lines: readonly StatementLine[],
  first: number,
  effects: Effects,
): Promise<void> {
  const known = await findCandidates(em, referencesIn(lines));
  const judged = await markToldBefore(em, statementId, judgeAll(lines, first, known));
  const rows = judged.map(({ line, place, status, about }) => ({
    line: place,
    reference: line.reference,
    counterparty: line.counterparty === '' ? null : sealText(effects.keys, line.counterparty),
    amount: line.amount.toString(),
    bookedOn: line.bookedOn,
    content: line.content,
    status,
    kind: about?.kind ?? null,
    id: about?.id ?? null,
    posted: status === 'UNMATCHED' && line.amount > 0n,
  }));
  const written = await em.execute<{ id: string; line: number }[]>(
    `insert into bank_statement_line (statement_id, line, reference, counterparty_sealed, amount, booked_on, content, status,
       matched_kind, matched_id, is_posted)
     select ?, line, reference, counterparty, amount, "bookedOn", content, status, kind, id, posted
     from jsonb_to_recordset(?::jsonb) as row(line int, reference text, counterparty text, amount bigint, "bookedOn" date,
       content text, status statement_line_status, kind text, id uuid, posted boolean)
     returning id, line`,
    [statementId, JSON.stringify(rows)],
  );
  const idOf = new Map(written.map(({ id, line }) => [line, id]));
  for (const { line, place, status, about } of judged) {
    if (status === 'MATCHED' && about) await followLine(em, about, line, effects);
    if (status === 'UNMATCHED' && line.amount > 0n)
      await postUnmatched(em, { id: idOf.get(place) ?? '', ...line });
  }
}

/** Cash that a branch declared has this many days to reach the central account. */
const REMITTANCE_DAYS = 7;

/**
 * What should stand in a day's statement and does not: orders paid and payouts settled that day, and remittances declared a week before
 * or earlier that no statement has told of, also when an officer has confirmed them. A line of a later statement resolves it.
 */
const flagMissing = (em: SqlEntityManager, statementId: string, day: string): Promise<unknown> =>
  em.execute(
    `insert into bank_statement_line (statement_id, line, reference, amount, booked_on, content, status, matched_kind, matched_id)
     select ?, -row_number() over (order by kind, number), number, amount, ?::date, '', 'MISSING', kind, id
     from (
       select 'ORDER' as kind, id, number, total as amount from payment_order
       where paid_on = ? and mode <> 'CASH' and status <> 'SUCCEEDED_DUPLICATE'
       union all
       select 'PAYOUT', attempt.id, attempt.id::text, -attempt.amount
       from payout join payout_attempt attempt on attempt.payout_id = payout.id and attempt.outcome = 'SETTLED'
       where payout.settled_on = ?
       union all
       select 'REMITTANCE', id, number, amount from remittance
       where status <> 'WITHDRAWN' and declared_on <= ?::date - ${REMITTANCE_DAYS}) as expected
     where not exists (select from bank_statement_line line where line.matched_id = expected.id)`,
    [statementId, day, day, day, day],
  );

/**
 * Reads a statement in: each line is compared with the books by the numbers in it, in sets of 500, each in a transaction of its own
 * (or within the caller's). Broken off, the same statement goes on where it was. Refuses `STATEMENT_KNOWN` for one that was read whole.
 */
export async function readStatement(
  em: SqlEntityManager,
  given: GivenStatement,
  effects: Effects,
): Promise<{ id: string } | Refusal> {
  for (;;) {
    const step = await em.transactional(async (within) => {
      const { id, complete, done } = await open(within, given, effects.today);
      if (complete) return refuse('STATEMENT_KNOWN', { field: 'number' });
      const lines = given.lines.slice(done, done + LINES_A_STEP);
      await readLines(within, id, lines, done, effects);
      const isWhole = done + lines.length >= given.lines.length;
      if (isWhole && given.day !== null) await flagMissing(within, id, given.day);
      if (isWhole) await within.execute('update bank_statement set complete = true where id = ?', [id]);
      return { id, isWhole };
    });
    if (isRefusal(step)) return step;
    if (step.isWhole) return { id: step.id };
  }
}
