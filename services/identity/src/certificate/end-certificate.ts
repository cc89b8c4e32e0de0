import { type Actor, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { type Refusal, refuse } from '@dang/service/refusal';
import { checkVersion } from '@dang/service/version';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EndCertificateInput } from '../generated/graph.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import {
  type CertificateRow,
  findCertificates,
  lockCertificate,
  officeHoldersWithin,
} from './certificate.rows.ts';
import { isReason } from './certificate.rules.ts';
import { recordCertificates } from './recorded-certificates.ts';

/** May the actor end the certificates of this member, whose office is or was in their scope? */
async function isInScope(
  em: SqlEntityManager,
  { clock }: GraphContext,
  actor: Actor,
  memberId: string,
): Promise<boolean> {
  const scope = scopeUnitOf(actor, 'CERTIFICATE_END');
  if (!scope || !(await holdsCapacity(em, actor, clock.today()))) return false;
  return (await officeHoldersWithin(em, [memberId], scope)).size > 0;
}

const isOwn = (actor: Actor, memberId: string): boolean => actor.memberId === memberId;

/** How an ended certificate is read back: by its holder, or by an administrator whose it still is to end. */
export const loadEnded =
  (context: GraphContext, actor: Actor) =>
  async (em: SqlEntityManager, id: string): Promise<CertificateRow | null> => {
    const [row] = await findCertificates(em, [id]);
    if (!row) return null;
    return isOwn(actor, row.memberId) || (await isInScope(em, context, actor, row.memberId)) ? row : null;
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
  const { memberId } = certificate;
  const mayEnd = isOwn(actor, memberId) || (await isInScope(em, context, actor, memberId));
  if (!mayEnd) return refuse('NOT_FOUND', { field: 'certificateId' });
  const conflict = checkVersion(certificate.version, input.expectedVersion);
  if (conflict) return conflict;
  if (certificate.status !== 'ACTIVE') return refuse('WRONG_STATE');
  if (!signInIsFresh(actor, new Date())) return refuse('STEP_UP_REQUIRED');
  const reason = tidyText(input.reason ?? '') || null;
  if (!isOwn(actor, memberId) && reason === null) return refuse('REASON_REQUIRED', { field: 'reason' });
  if (reason !== null && !isReason(reason)) return refuse('INVALID_INPUT', { field: 'reason' });
  const { id, serial, status } = certificate;
  await em.execute(
    `update signing_certificate set status = 'ENDED', ended_at = ?, end_reason = ?, version = version + 1 where id = ?`,
    [context.clock.now(), reason, id],
  );
  await recordCertificates(em, [id], actor);
  return { id, audit: { memberId, before: { serial, status }, after: { status: 'ENDED' }, reason } };
}
