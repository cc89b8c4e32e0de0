import type { Clock } from '@dang/events/reaction';
import type { RefusalCode } from '@dang/service/refusal';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { tellOutside } from '../outside/tell-outside.ts';
import { advance } from './advance.ts';
import { TransferDossier } from './dossier.entity.ts';
import { recordStates } from './dossier.events.ts';
import type { DossierFacts } from './dossier.facts.ts';
import { gatherFacts } from './gather-facts.ts';
import { addSystemEntry } from './history.ts';
import { judgeSystem } from './judge.rules.ts';
import type { TransferAction } from './workflows.ts';

/** What is done without anybody of ours: by a timer, or because another province's system told it. */
interface SystemStep {
  readonly action: TransferAction;
  readonly reason: string | null;
  /** Who stands behind it on the other side, as the history keeps it. */
  readonly by: { readonly name: string; readonly title: string; readonly unitName: string } | null;
}

/** A dossier on which the table lets the system act, locked. */
export interface SystemAct {
  readonly em: SqlEntityManager;
  readonly dossier: TransferDossier;
  readonly facts: DossierFacts;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * Does one action of the table to a dossier in the name of the system, inside the caller's transaction: asks the table, lets `work` change what
 * the action changes, moves the dossier, writes history and `DossierStateChanged`. Answers why not, when the table refuses; nothing is done then.
 */
export async function actBySystem(
  em: SqlEntityManager,
  clock: Clock,
  transferId: string,
  step: SystemStep,
  work: (act: SystemAct) => Promise<void>,
): Promise<RefusalCode | null> {
  const dossier = await em.findOne(
    TransferDossier,
    { id: transferId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (dossier === null) return 'NOT_FOUND';
  const facts = (await gatherFacts(em, [{ ...dossier }])).get(dossier.id) as DossierFacts;
  const today = clock.today();
  const { action, reason, by } = step;
  const verdict = judgeSystem(facts, { action, reason }, { today, month: clock.month() });
  if (verdict.refusal !== undefined) return verdict.refusal;
  const from = dossier.status;
  await work({ em, dossier, facts, today });
  await advance(em, { dossier, facts }, verdict.to, today);
  const entry = { action, fromState: from, toState: verdict.to, at: clock.now(), reason };
  await addSystemEntry(em, dossier, { ...entry, by });
  await recordStates(em, [dossier], null);
  await tellOutside(em, dossier, { from, today, actor: null, reason });
  return null;
}
