import { TransferSubmitted } from '@dang/events/contracts/transfers/transfer-submitted';
import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import type { Refusal } from '@dang/service/refusal';
import { isRefusal, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BroughtDocument } from '../file/transfer-files.ts';
import {
  barMissingDocuments,
  barOfficersDocuments,
  findDocumentRoles,
  replaceDocuments,
} from '../file/transfer-files.ts';
import { actOnTransfer } from './act.ts';
import type { TransferResult } from './acting.ts';
import { signedInActor } from './acting.ts';
import { refuseBar } from './bar.ts';
import { TransferDossier } from './dossier.entity.ts';
import { recordFact, stepOf } from './dossier.events.ts';
import { originOf } from './dossier.facts.ts';
import { findDossierFor } from './dossier.reads.ts';
import { addEntry } from './history.ts';
import { beginDraft, checkRequest, columnsOf, lockMember } from './open-dossier.ts';
import type { DraftRequest } from './request.rules.ts';
import { draftBar } from './request.rules.ts';
import { requestKinds } from './request-kinds.ts';
import type { TransferKind } from './workflows.ts';

/** A draft as it is saved: what is left out stays as it was, what is null is emptied. */
export interface DraftInput extends DraftRequest {
  readonly idempotencyKey: string;
  /** Null when there is no draft yet. */
  readonly expectedVersion?: number | null;
  /** Everything that was brought; null and left out: as it was. */
  readonly documents?: readonly BroughtDocument[] | null;
}

/** Keeps what a kind has beside the dossier's row. */
type KeepMore<Input> = (
  em: SqlEntityManager,
  context: GraphContext,
  dossier: TransferDossier,
  input: Input,
) => Promise<Refusal | null>;

/**
 * A mutation by which a member saves their draft of this kind, of which they have one. Refused: VERSION_CONFLICT, also when a draft is
 * begun a second time; what can never be right. What is missing is asked for by `submitTransfer`.
 */
export function saveDraft<Input extends DraftInput>(
  name: string,
  kind: TransferKind,
  keepMore?: KeepMore<Input>,
) {
  return (_: unknown, { input }: { input: Input }, context: GraphContext): Promise<TransferResult> =>
    mutate(context, { name, input, field: 'transfer', load: findDossierFor(context.actor) }, async (em) => {
      const actor = signedInActor(context);
      if (actor.memberId === null) return refuse('NOT_FOUND');
      const dossier = await openDraft(em, context, kind, actor.memberId, input);
      if (isRefusal(dossier)) return dossier;
      const bar = draftBar(kind, dossier, originOf(dossier));
      if (bar) return refuseBar(bar);
      const isNew = dossier.version === 1;
      await em.persist(dossier).flush();
      const { documents } = input;
      const refusal =
        (await keepMore?.(em, context, dossier, input)) ??
        barOfficersDocuments(documents) ??
        (documents && (await replaceDocuments(em, actor, dossier.id, documents)));
      if (refusal) return refusal;
      const states = { fromState: isNew ? null : 'DRAFT', toState: 'DRAFT' };
      const action = isNew ? 'BEGIN_DRAFT' : 'CHANGE_DRAFT';
      const entry = { action, ...states, at: context.clock.now(), boxIndex: null, reason: null };
      await addEntry(em, actor, dossier, entry);
      // a draft is the member's alone, in the trail as well
      return { id: dossier.id, audit: { unitId: null, memberId: actor.memberId } };
    });
}

/** The member's draft with what this call says, its version raised; a new one when there is none. Nothing is written yet. */
async function openDraft(
  em: SqlEntityManager,
  context: GraphContext,
  kind: TransferKind,
  memberId: string,
  input: DraftInput,
): Promise<Refusal | TransferDossier> {
  const own = { memberId, kind, status: 'DRAFT' as const };
  const draft = await em.findOne(TransferDossier, own, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (draft !== null) {
    const conflict = checkVersion(draft.version, input.expectedVersion ?? 0);
    if (conflict) return conflict;
    const said = Object.entries(columnsOf(input)).filter(([field]) => Object.hasOwn(input, field));
    return Object.assign(draft, Object.fromEntries(said), { version: draft.version + 1 });
  }
  // Who submits holds the draft and waits for the member: so nobody who holds the member waits for a draft.
  await lockMember(em, memberId);
  const isThere = (await em.count(TransferDossier, own)) > 0;
  if (isThere || input.expectedVersion != null)
    return refuse('VERSION_CONFLICT', { field: 'expectedVersion' });
  return beginDraft(em, context, { kind, memberId }, input);
}

/** The member submits the draft: from now on it is a request like any other, of this day. Refused as a request is, and for missing papers. */
export const submitTransfer = actOnTransfer('submitTransfer', 'SUBMIT', async (act) => {
  const { em, context, actor, dossier } = act;
  const { id, kind, memberId } = dossier;
  await lockMember(em, memberId);
  const fixed = await checkRequest(em, context, { kind, memberId }, dossier);
  if (isRefusal(fixed)) return fixed;
  const { documents, bar } = requestKinds[kind];
  const refusal =
    (await bar?.(em, context, dossier)) ?? barMissingDocuments(documents, await findDocumentRoles(em, [id]));
  if (refusal) return refusal;
  Object.assign(dossier, fixed);
  await recordFact(em, TransferSubmitted, dossier, stepOf(dossier), actor);
  return { reason: dossier.lateReason };
});
