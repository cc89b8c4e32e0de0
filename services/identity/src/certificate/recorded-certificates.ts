import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import type { EventActor } from '@dang/events/envelope';
import { recordEvents } from '@dang/events/outbox';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type CertificateRow, findCertificates } from './certificate.rows.ts';

const certificatesInOneEvent = 500;

function recorded({ registeredAt: _at, endedAt: _end, endReason: _why, ...certificate }: CertificateRow) {
  const { validFrom, validTo } = certificate;
  return { ...certificate, validFrom: validFrom.toISOString(), validTo: validTo.toISOString() };
}

/** Tells everybody how these certificates stand now. Call it in the transaction of the change, after it is written. */
export async function recordCertificates(
  em: SqlEntityManager,
  ids: readonly string[],
  actor: EventActor | null = null,
): Promise<void> {
  for (let start = 0; start < ids.length; start += certificatesInOneEvent) {
    const certificates = await findCertificates(em, ids.slice(start, start + certificatesInOneEvent));
    const [first, ...others] = certificates;
    if (!first) continue;
    const version = others.length === 0 ? { version: first.version } : {};
    const data = { certificates: certificates.map(recorded) };
    await recordEvents(em, SigningCertificateRecorded, [{ aggregateId: first.id, ...version, data }], {
      actor,
    });
  }
}
