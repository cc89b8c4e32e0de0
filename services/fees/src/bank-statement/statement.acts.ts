import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { findUnits } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { StatementLine } from '../bank/bank.port.ts';
import { signedIn } from '../beneficiary-account/beneficiary-account.acts.ts';
import { keepSteps } from '../dossier-step/dossier-step.ts';
import { findCandidates } from './candidates.ts';
import { type Effects, followLine, unpostUnmatched } from './line-effects.ts';
import { readStatement } from './read-statement.ts';
import { findReturnable, sendBack } from './returned-money.ts';
import { judge, referencesIn } from './statement.rules.ts';
import { findStatementLines, type StatementLineRow } from './statement-line.rows.ts';
import { type StatementLineWorkflow, statementLineWorkflow } from './statement-line.workflow.ts';

const LINES_LIMIT = 1_000;
const TEXT_LIMIT = 500;
const NUMBER_LIMIT = 100;
const REASON_LIMIT = 2_000;

/** Does the actor look after the central account? It is the province's, whatever officers of finance there are below. */
export async function keepsCentralAccount(em: SqlEntityManager, actor: Actor): Promise<boolean> {
  const scope = scopeUnitOf(actor, 'PAYOUT_MANAGE');
  if (scope === null) return false;
  const [unit] = await findUnits(em, [scope]);
  return unit?.type === 'PROVINCE' || unit?.type === 'CENTRAL';
}

const effectsOf = ({ clock, environment }: GraphContext, actor: Actor): Effects => ({
  today: clock.today(),
  at: clock.now(),
  keys: environment.PROVINCE_KEY,
  actor,
});

/** Which line, from 1 on, cannot be of a statement; null when all can. */
function faultIn(lines: readonly StatementLine[], today: string): number | null {
  const isFaulty = ({ reference, counterparty, content, amount, bookedOn }: StatementLine) =>
    amount === 0n ||
    bookedOn > today ||
    [reference, counterparty, content].some((text) => text.length > TEXT_LIMIT);
  const index = lines.findIndex(isFaulty);
  return index === -1 ? null : index + 1;
}

type GivenLine = Omit<StatementLine, 'counterparty'> & { readonly counterparty?: string | null };

/** Reads in a statement that an officer has at hand, up to a thousand lines at once. */
export async function importStatement(
  em: SqlEntityManager,
  context: GraphContext,
  input: { number: string; lines: readonly GivenLine[] },
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  if (!(await keepsCentralAccount(em, actor))) return refuse('NOT_FOUND');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const number = tidyText(input.number);
  if (number === '' || number.length > NUMBER_LIMIT) return refuse('INVALID_INPUT', { field: 'number' });
  const lines = input.lines.map((line) => ({ ...line, counterparty: line.counterparty ?? '' }));
  if (lines.length === 0 || lines.length > LINES_LIMIT) return refuse('INVALID_INPUT', { field: 'lines' });
  const fault = faultIn(lines, context.clock.today());
  if (fault !== null) return refuse('INVALID_INPUT', { field: `lines.${fault}` });
  const given = { number, source: 'OFFICER', day: null, lines } as const;
  const read = await readStatement(em, given, effectsOf(context, actor));
  return isRefusal(read) ? read : { id: read.id, audit: { after: { number, lines: lines.length } } };
}

interface ResolveInput {
  readonly lineId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly number?: string | null;
  readonly returnsLineId?: string | null;
}

/** What a line of unknown content turns out to be about: must fit to the đồng, and be accounted for by no other line. */
async function aboutNumber(
  em: SqlEntityManager,
  line: StatementLineRow,
  number: string,
): Promise<ReturnType<typeof judge>['about'] | Refusal> {
  const named = { reference: number, content: '', amount: BigInt(line.amount) };
  const verdict = judge(named, await findCandidates(em, referencesIn([named])));
  if (verdict.status === 'MATCHED') return verdict.about;
  if (verdict.status === 'WRONG_AMOUNT') return refuse('AMOUNT_INVALID', { field: 'number' });
  return refuse('NOT_FOUND', { field: 'number' });
}

/**
 * Settles what was flagged, with the reason. Money of unknown content may be given the number of the order or remittance that it turned out
 * to be: it leaves the unmatched receipts, and the remittance has arrived. A debit may be said to have sent such money back.
 */
export async function resolveLine(
  em: SqlEntityManager,
  context: GraphContext,
  input: ResolveInput,
): Promise<Refusal | Done> {
  const actor = signedIn(context);
  const effects = effectsOf(context, actor);
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('bank statements', 0))`);
  const [line] = await findStatementLines(em, [input.lineId], { lock: true });
  if (!line || !(await keepsCentralAccount(em, actor))) return refuse('NOT_FOUND', { field: 'lineId' });
  const reason = tidyText(input.reason);
  const decision = decide<StatementLineWorkflow, RefusalCode>(statementLineWorkflow, {
    state: line.status,
    action: 'RESOLVE',
    relations: new Set(['OFFICER']),
    facts: {},
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  const conflict = checkVersion(line.version, input.expectedVersion);
  if (conflict) return conflict;
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason.length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  const number = input.number ?? null;
  if (number !== null && line.status !== 'UNMATCHED') return refuse('WRONG_STATE', { field: 'number' });
  const about = number === null ? null : await aboutNumber(em, line, number);
  if (isRefusal(about)) return about;
  const returnsLineId = input.returnsLineId ?? null;
  if (number !== null && returnsLineId !== null) return refuse('INVALID_INPUT', { field: 'returnsLineId' });
  const receipt = returnsLineId === null ? null : await findReturnable(em, line, returnsLineId);
  if (isRefusal(receipt)) return receipt;
  await em.execute(
    `update bank_statement_line set status = 'RESOLVED', version = version + 1, is_posted = is_posted and ?::boolean,
       matched_kind = coalesce(?, matched_kind), matched_id = coalesce(?::uuid, matched_id) where id = ?`,
    [about === null, about?.kind ?? null, about?.id ?? null, line.id],
  );
  if (about) {
    if (line.isPosted) await unpostUnmatched(em, { id: line.id, amount: BigInt(line.amount) }, effects);
    await followLine(em, about, line, effects);
  }
  if (receipt) await sendBack(em, { debit: line, receipt, reason }, effects);
  const step = { dossierId: line.id, action: 'RESOLVE', from: line.status, to: 'RESOLVED', reason };
  await keepSteps(em, [step], { at: effects.at, actor });
  return { id: line.id, audit: { reason, after: { number, returnsLineId } } };
}
