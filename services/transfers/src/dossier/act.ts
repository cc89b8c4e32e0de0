import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { mutate } from '@dang/service/mutation';
import type { Refusal, RefusalCode } from '@dang/service/refusal';
import { isRefusal, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BoxPlan } from '../letter/box-plan.ts';
import { attachPaperLetter } from '../letter/paper-letter.ts';
import { signedBefore } from '../letter/prepare-box.ts';
import type { PreparedBox } from '../letter/prepared-box.ts';
import { tellOutside } from '../outside/tell-outside.ts';
import { endConversion } from '../stay/end-conversion.ts';
import {
  type Act,
  type ActInput,
  type Outcome,
  refusalParams,
  signedInActor,
  type TransferResult,
} from './acting.ts';
import { advance } from './advance.ts';
import { TransferDossier } from './dossier.entity.ts';
import { recordState } from './dossier.events.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { findDossiers } from './dossier.reads.ts';
import { gatherFacts } from './gather-facts.ts';
import { addEntry } from './history.ts';
import { judge } from './judge.rules.ts';
import { type Condition, isVisible, visibleTo } from './visibility.ts';
import type { TransferAction, TransferState } from './workflows.ts';

const REASON_LIMIT = 2000;

/** What makes an act sign a box. */
interface ActOptions<Input> {
  /** Which box the act would sign, by reading only; asked on an unlocked dossier on which the table allows the act. */
  readonly signs: (act: Act, input: Input) => Promise<BoxPlan | Refusal | null>;
}

/**
 * A mutation that does one action of the table to one dossier: locks the dossier, asks the table, lets `work` change what
 * this action changes, then moves the state, the version, the term and the unit that is waited for, and writes history and
 * `DossierStateChanged`, all in one transaction. Two at once: the second finds another version.
 *
 * An act that signs a box says which (`signs`): where its level signs digitally, the letter is rendered, signed and kept before the transaction,
 * and only where the act would go through now. Another number or another wording in the transaction than in what was signed takes everything back
 * and begins again; after five times REGISTER_BUSY.
 */
export function actOnTransfer<Input extends ActInput>(
  name: string,
  action: TransferAction,
  work: (act: Act, input: Input) => Promise<Refusal | Outcome>,
  options?: ActOptions<Input>,
) {
  return (_: unknown, { input }: { input: Input }, context: GraphContext): Promise<TransferResult> => {
    const visible = visibleOnce(context);
    const load = async (em: SqlEntityManager, id: string) =>
      (await findDossiers(em, [id], await visible(em)))[0] ?? null;
    const call = { name, input, field: 'transfer', load } as const;
    const run = (prepared: PreparedBox | Refusal | null): Promise<TransferResult> =>
      mutate(context, call, async (em) => {
        if (isRefusal(prepared)) return prepared;
        const actor = signedInActor(context);
        const opened = await open(em, context, action, { input, visible });
        if (isRefusal(opened)) return opened;
        const act = { em, context, actor, ...opened, today: context.clock.today(), prepared };
        const outcome = (options && (await attachPaperLetter(act, input))) ?? (await work(act, input));
        if (isRefusal(outcome)) return outcome;
        return settle(act, action, input, outcome);
      });
    if (options === undefined) return run(null);
    return signedBefore(context, input, run, async (em) => {
      const opened = await open(em, context, action, { input, visible, lock: false });
      if (isRefusal(opened)) return opened;
      const actor = signedInActor(context);
      const act = { em, context, actor, ...opened, today: context.clock.today(), prepared: null };
      const plan = await options.signs(act, input);
      return plan === null || isRefusal(plan) ? plan : { act, plan };
    });
  };
}

async function settle(act: Act, action: TransferAction, input: ActInput, outcome: Outcome): Promise<Done> {
  const { em, context, actor, dossier } = act;
  const before = { status: dossier.status };
  const kept = { reason: input.reason?.trim() || null, ...outcome };
  await finish(em, context, action, { ...act, to: outcome.to ?? act.to }, kept);
  const unitId = dossier.submitted
    ? (actor.capacity?.unitId ?? dossier.originBranchId ?? dossier.destinationBranchId)
    : null;
  const after = { status: dossier.status };
  return {
    id: dossier.id,
    audit: { unitId, memberId: dossier.memberId, before, after, reason: kept.reason },
  };
}

interface Opened {
  readonly dossier: TransferDossier;
  readonly facts: DossierFacts;
  readonly to: TransferState;
}

/** What this request's actor may read, asked once: of whichever unit of work is at hand. */
function visibleOnce({ actor }: GraphContext): (em: SqlEntityManager) => Promise<Condition> {
  let known: Condition | null = null;
  return async (em) => {
    known ??= await visibleTo(em, actor);
    return known;
  };
}

interface Opening {
  readonly input: ActInput;
  readonly visible: (em: SqlEntityManager) => Promise<Condition>;
  readonly lock?: boolean;
}

async function open(
  em: SqlEntityManager,
  context: GraphContext,
  action: TransferAction,
  { input, visible, lock = true }: Opening,
): Promise<Refusal | Opened> {
  const actor = signedInActor(context);
  const { clock } = context;
  const dossier = await em.findOne(
    TransferDossier,
    { id: input.transferId },
    lock ? { lockMode: LockMode.PESSIMISTIC_WRITE } : {},
  );
  if (dossier === null) return refuse('NOT_FOUND', { field: 'transferId' });
  const readable = await isVisible(em, await visible(em), dossier.id);
  const facts = (await gatherFacts(em, [{ ...dossier }], { readable })).get(dossier.id) as DossierFacts;
  const moment = { today: clock.today(), month: clock.month(), now: new Date() };
  const verdict = judge(facts, actor, { action, reason: input.reason ?? null }, moment);
  if (verdict.refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'transferId' });
  const conflict = checkVersion(dossier.version, input.expectedVersion);
  if (conflict) return conflict;
  if (verdict.refusal !== undefined) return worded(verdict.refusal, context);
  if ((input.reason ?? '').length > REASON_LIMIT) return refuse('INVALID_INPUT', { field: 'reason' });
  return { dossier, facts, to: verdict.to };
}

const worded = (code: RefusalCode, context: GraphContext): Refusal =>
  refuse(code, { field: code === 'REASON_REQUIRED' ? 'reason' : null, params: refusalParams(context) });

async function finish(
  em: SqlEntityManager,
  context: GraphContext,
  action: TransferAction,
  { dossier, facts, to }: Opened,
  { boxIndex, reason }: Outcome,
): Promise<void> {
  const actor = signedInActor(context);
  const fromState = dossier.status;
  const today = context.clock.today();
  await advance(em, { dossier, facts }, to, today);
  const entry = { action, fromState, toState: to, at: context.clock.now() };
  await addEntry(em, actor, dossier, { ...entry, boxIndex: boxIndex ?? null, reason: reason ?? null });
  if (dossier.submitted) await recordState(em, dossier, actor);
  await tellOutside(em, dossier, { from: fromState, today, actor, reason: reason ?? null });
  await endConversion(em, context.clock, actor, dossier);
}
