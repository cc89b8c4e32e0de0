import { type Actor, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import { decide } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EndCertificateInput } from '../generated/graph.ts';
import { type CertificateRow, findCertificates, lockCertificate } from './certificate.rows.ts';
import { isReason } from './certificate.rules.ts';
import { relationsTo } from './certificate.sight.ts';
import { type CertificateWorkflow, certificateWorkflow } from './certificate.workflow.ts';
import { recordCertificates } from './recorded-certificates.ts';

/** How an ended certificate is read back: by its holder, or by an administrator whose it still is to end. */
export const loadEnded =
  (context: GraphContext, actor: Actor) =>
  async (em: SqlEntityManager, id: string): Promise<CertificateRow | null> => {
    const [row] = await findCertificates(em, [id]);
    if (!row) return null;
    const relations = await relationsTo(em, context, actor, [row.memberId]);
    return relations.get(row.memberId)?.size ? row : null;
  };

/**
 * Ends a certificate for good; answers its id, or why not: `NOT_FOUND` for one that is neither the actor's own nor in their scope,
 * `REASON_REQUIRED` for somebody else's, `WRONG_STATE` when it is in use no more. Runs inside `mutate`.
 */
export async function endCertificate(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: EndCertificateInput,
): Promise<Refusal | Done> {
  const certificate = await lockCertificate(em, input.certificateId);
  if (!certificate) return refuse('NOT_FOUND', { field: 'certificateId' });
  const { id, memberId, serial, status } = certificate;
  const relations = (await relationsTo(em, context, actor, [memberId])).get(memberId);
  if (!relations?.size) return refuse('NOT_FOUND', { field: 'certificateId' });
  const conflict = checkVersion(certificate.version, input.expectedVersion);
  if (conflict) return conflict;
  const reason = tidyText(input.reason ?? '') || null;
  const decision = decide<CertificateWorkflow, RefusalCode>(certificateWorkflow, {
    state: status,
    action: 'END',
    relations,
    facts: {},
    stepUpFresh: signInIsFresh(actor, new Date()),
    reason,
  });
  if (decision.refusal)
    return refuse(decision.refusal, decision.refusal === 'REASON_REQUIRED' ? { field: 'reason' } : {});
  if (reason !== null && !isReason(reason)) return refuse('INVALID_INPUT', { field: 'reason' });
  await em.execute(
    `update signing_certificate set status = ?, ended_at = ?, end_reason = ?, version = version + 1 where id = ?`,
    [decision.to, context.clock.now(), reason, id],
  );
  await recordCertificates(em, [id], actor);
  return { id, audit: { memberId, before: { serial, status }, after: { status: decision.to }, reason } };
}
