import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MatchedKind } from './statement.rules.ts';
import type { StatementLineState } from './statement-line.workflow.ts';

/** A line as lists show it; the amount is whole đồng as text, days are `YYYY-MM-DD`, whose account it was stays sealed. */
export interface StatementLineRow {
  readonly id: string;
  readonly version: number;
  readonly statementNumber: string;
  readonly line: number;
  readonly reference: string;
  readonly counterpartySealed: string | null;
  readonly amount: string;
  readonly bookedOn: string;
  readonly content: string;
  readonly status: StatementLineState;
  readonly matchedKind: MatchedKind | null;
  readonly matchedId: string | null;
  readonly isPosted: boolean;
}

const columns = `line.id, line.version, statement.number as "statementNumber", line.line, line.reference,
  line.counterparty_sealed as "counterpartySealed", line.amount, line.booked_on as "bookedOn", line.content, line.status,
  line.matched_kind as "matchedKind", line.matched_id as "matchedId", line.is_posted as "isPosted"`;

const from =
  'from bank_statement_line line join bank_statement statement on statement.id = line.statement_id';

/** The lines by their ids, in no particular order; with `lock` nobody else changes them until the transaction ends. */
export async function findStatementLines(
  em: SqlEntityManager,
  ids: readonly string[],
  { lock = false } = {},
): Promise<StatementLineRow[]> {
  return em.execute(
    `select ${columns} ${from} where line.id = any(array[?]::uuid[]) ${lock ? 'for update of line' : ''}`,
    [ids],
  );
}

/** A page of lines, the latest read first; without a state, those that wait for somebody. */
export async function findStatementLinesPage(
  em: SqlEntityManager,
  page: { status: StatementLineState | null; after: string | null; limit: number },
): Promise<StatementLineRow[]> {
  const { status, after, limit } = page;
  return em.execute(
    `select ${columns} ${from}
     where ${status === null ? `line.status not in ('MATCHED', 'RESOLVED')` : 'line.status = ?::statement_line_status'}
       ${after === null ? '' : 'and line.id < ?::uuid'}
     order by line.id desc limit ?`,
    [...(status === null ? [] : [status]), ...(after === null ? [] : [after]), limit],
  );
}

/** A statement, and what its lines were found to be. */
export interface StatementRow {
  readonly id: string;
  readonly number: string;
  readonly readOn: string;
  readonly lines: number;
  readonly matched: number;
  readonly flagged: number;
  readonly missing: number;
}

/** The statement, with its figures. */
export async function findStatement(em: SqlEntityManager, id: string): Promise<StatementRow | null> {
  const [row]: StatementRow[] = await em.execute(
    `select statement.id, statement.number, statement.read_on as "readOn", statement.lines,
       count(*) filter (where line.line > 0 and line.status = 'MATCHED')::int as matched,
       count(*) filter (where line.line > 0 and line.status <> 'MATCHED')::int as flagged,
       count(*) filter (where line.line < 0)::int as missing
     from bank_statement statement left join bank_statement_line line on line.statement_id = statement.id
     where statement.id = ? group by statement.id`,
    [id],
  );
  return row ?? null;
}
