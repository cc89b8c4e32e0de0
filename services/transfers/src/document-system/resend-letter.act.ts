import { scopeUnitOf } from '@dang/access/actor';
import { isWithin } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { signedInActor } from '../dossier/acting.ts';
import { findDossierFor } from '../dossier/dossier.reads.ts';
import { dispatchAgain } from './dispatch.rows.ts';

interface ResendInput {
  readonly idempotencyKey: string;
  readonly transferId: string;
  readonly expectedVersion: number;
}

async function resend(
  em: SqlEntityManager,
  context: GraphContext,
  input: ResendInput,
): Promise<Refusal | Done> {
  const actor = signedInActor(context);
  const dossier = await findDossierFor(actor)(em, input.transferId);
  const scope = scopeUnitOf(actor, 'TRANSFER_SIGN_BOX');
  const origin = dossier?.originBranchId ?? null;
  if (dossier === null || scope === null || origin === null || !(await isWithin(em, origin, scope)))
    return refuse('NOT_FOUND', { field: 'transferId' });
  const conflict = checkVersion(dossier.version, input.expectedVersion);
  if (conflict) return conflict;
  if (dossier.memberId === actor.memberId) return refuse('OWN_CASE');
  if (dossier.status !== 'SENT_OUT' || !(await dispatchAgain(em, dossier.id))) return refuse('WRONG_STATE');
  const unitId = actor.capacity?.unitId ?? origin;
  return { id: dossier.id, audit: { unitId, memberId: dossier.memberId } };
}

/** The origin’s side sends a letter again that the document system or its receiver has refused. */
export function resendLetter(_: unknown, { input }: { input: ResendInput }, context: GraphContext) {
  const load = findDossierFor(context.actor);
  const call = { name: 'resendLetter', input, field: 'transfer', load } as const;
  return mutate(context, call, (em) => resend(em, context, input));
}
