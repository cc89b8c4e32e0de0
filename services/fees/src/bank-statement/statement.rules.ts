import type { StatementLine } from '../bank/bank.port.ts';
import type { StatementLineState } from './statement-line.workflow.ts';

const orderNumbers = /[A-Z]\d{2}\.\d{2}\.DP-(?:\d{14}|\d{11}|\d{8})-\d{6}-\d{4}/g;
const remittanceNumbers = /\d{2}(?:\.\d{3}){1,4}-NT-\d{6}-\d{4}/g;
const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** What a line may be about, by the numbers in its reference and content. */
export interface References {
  readonly orders: readonly string[];
  readonly remittances: readonly string[];
  /** Of attempts to pay out, and of refunds. */
  readonly ids: readonly string[];
}

/** Every number of ours that stands in these lines, each once. */
export function referencesIn(lines: readonly Pick<StatementLine, 'reference' | 'content'>[]): References {
  const text = lines.map(({ reference, content }) => `${reference} ${content}`).join('\n');
  const found = (shape: RegExp) => [...new Set(text.match(shape) ?? [])];
  return {
    orders: found(orderNumbers),
    remittances: found(remittanceNumbers),
    ids: [...new Set(found(ids).map((id) => id.toLowerCase()))],
  };
}

/** What in the books a line may name; an officer may say of a debit that it sent back a `RECEIPT` of unknown content. */
export type MatchedKind = 'ORDER' | 'PAYOUT' | 'REFUND' | 'REMITTANCE' | 'RECEIPT';

/** Something in the books that a line may be about. `number` is by what the line names it. */
export interface Candidate {
  readonly kind: MatchedKind;
  readonly id: string;
  readonly number: string;
  /** As it moves the central account: positive came in, negative went out. */
  readonly amount: bigint;
  /** How many lines the books account for: 0 when the money should not have moved, 2 for an order paid twice. */
  readonly expected: number;
  /** How many lines were matched with it so far. */
  readonly matched: number;
}

/** What a line is found to be. */
export interface Verdict {
  readonly status: Exclude<StatementLineState, 'MISSING' | 'RESOLVED'>;
  readonly about: Candidate | null;
}

/** Compares a line with what the books say of the numbers in it: the same amount first, whichever stands first. */
export function judge(
  line: Pick<StatementLine, 'reference' | 'content' | 'amount'>,
  known: ReadonlyMap<string, Candidate>,
): Verdict {
  const { orders, remittances, ids: named } = referencesIn([line]);
  const candidates = [...orders, ...remittances, ...named].flatMap((number) => known.get(number) ?? []);
  const about = candidates.find(({ amount }) => amount === line.amount) ?? candidates[0] ?? null;
  if (about === null) return { status: 'UNMATCHED', about };
  if (about.amount !== line.amount) return { status: 'WRONG_AMOUNT', about };
  if (about.expected === 0) return { status: 'CONTRADICTED', about };
  return { status: about.matched >= about.expected ? 'REPEATED' : 'MATCHED', about };
}
