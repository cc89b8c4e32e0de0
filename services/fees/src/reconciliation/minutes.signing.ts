import { signInIsFresh } from '@dang/access/actor';
import {
  type PreparedSignature,
  prepareSignature,
  recordSignature,
} from '@dang/documents/signing/sign-document';
import { type SignatureRow, signaturesOf } from '@dang/documents/signing/signature-value';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedIn } from '../decision/signed-in.ts';
import { minutesGuards, minutesState } from './minutes.rules.ts';
import { writeMinutes } from './minutes.ts';
import { type MinutesWorkflow, minutesWorkflow } from './minutes.workflow.ts';
import { scopeOver } from './reconciliation.acts.ts';
import { findReconciliation, type ReconciliationRow } from './reconciliation.rows.ts';
import { relationsTo } from './reconciliation.rules.ts';
import { keepStep } from './reconciliation.steps.ts';

/** What the signatures of minutes belong to. */
export const MINUTES_KIND = 'Reconciliation';

type SignInput = { reconciliationId: string; expectedVersion: number };

/** The dossier and its signatures, when the actor may sign it now. */
async function signable(
  em: SqlEntityManager,
  context: GraphContext,
  { reconciliationId, expectedVersion }: SignInput,
  { lock = false } = {},
): Promise<{ dossier: ReconciliationRow; signatures: SignatureRow[] } | Refusal> {
  const actor = signedIn(context);
  const dossier = await findReconciliation(em, reconciliationId, { lock });
  if (!dossier) return refuse('NOT_FOUND', { field: 'reconciliationId' });
  const signatures = (await signaturesOf(em, MINUTES_KIND, [dossier.id])).get(dossier.id) ?? [];
  const { refusal } = decide<MinutesWorkflow, RefusalCode>(minutesWorkflow, {
    state: minutesState(signatures),
    action: 'SIGN',
    relations: relationsTo(dossier, actor, await scopeOver(em, actor, dossier.unitId)),
    facts: minutesGuards(dossier, signatures, actor),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  if (refusal === 'NOT_FOUND') return refuse('NOT_FOUND', { field: 'reconciliationId' });
  const conflict = checkVersion(dossier.version, expectedVersion);
  if (conflict) return conflict;
  return refusal ? refuse(refusal) : { dossier, signatures };
}

/**
 * Has the minutes signed by whoever asks, before the transaction of the act: only where the act would go through now, so that nobody
 * confirms a signature for nothing. Refused as `prepareSignature` is.
 */
export async function prepareMinutes(
  context: GraphContext,
  input: SignInput,
): Promise<PreparedSignature | Refusal> {
  const em = context.em.fork();
  const opened = await signable(em, context, input);
  if (isRefusal(opened)) return opened;
  const { dossier, signatures } = opened;
  return prepareSignature(
    { ...context, em },
    {
      kind: MINUTES_KIND,
      id: dossier.id,
      what: `Biên bản đối chiếu ${dossier.number}`,
      fileName: `${dossier.number}-${signatures.length + 1}.pdf`,
      render: (block) => writeMinutes(em, dossier, { block, before: signatures }),
    },
  );
}

/** Writes the signature down: the dossier grows by a step and a version, and somebody who was quicker is a conflict. */
export async function signMinutes(
  em: SqlEntityManager,
  context: GraphContext,
  input: SignInput,
  prepared: PreparedSignature,
): Promise<Refusal | Done> {
  const opened = await signable(em, context, input, { lock: true });
  if (isRefusal(opened)) return opened;
  const { id, unitId, status } = opened.dossier;
  await recordSignature(em, prepared, { chain: true });
  await em.execute('update reconciliation set version = version + 1 where id = ?', [id]);
  const step = { action: 'SIGN', from: status, at: context.clock.now(), actor: signedIn(context) };
  await keepStep(em, [id], step);
  return { id, audit: { unitId } };
}
