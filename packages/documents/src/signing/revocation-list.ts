import { verify } from 'node:crypto';
import { CertificateRevocationList } from 'pkijs';
import { type CertificateFacts, issuerNameOf, openCertificate, serialText } from './certificate.ts';
import type { Revocation } from './signature-provider.port.ts';

/** What issuers have revoked, and until when they stand by it. */
export interface KnownRevocations {
  readonly revocations: readonly Revocation[];
  readonly goodUntil: Date;
}

/** How far the clock of an issuer may be ahead of ours. */
const SKEW_MS = 60_000;

/**
 * Reads the list (DER) of an issuer whose certificates are taken: what it has revoked, and from when. Null for a list of somebody else,
 * with a wrong signature, or out of date at `now` (real time).
 */
export function readRevocationList(
  der: Uint8Array,
  roots: readonly CertificateFacts[],
  now: Date,
): KnownRevocations | null {
  try {
    const list = CertificateRevocationList.fromBER(Uint8Array.from(der).buffer);
    const signature = Buffer.from(list.signatureValue.valueBlock.valueHexView);
    const isSigned = roots.some((root) =>
      verify('sha256', list.tbsView, openCertificate(root).publicKey, signature),
    );
    const goodUntil = list.nextUpdate?.value;
    const begins = list.thisUpdate.value.getTime() - SKEW_MS;
    if (!isSigned || !goodUntil || goodUntil < now || begins > now.getTime()) return null;
    const issuerName = issuerNameOf(list.issuer);
    const revocations = (list.revokedCertificates ?? []).map(({ userCertificate, revocationDate }) => ({
      issuerName,
      serial: serialText(Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')),
      revokedAt: revocationDate.value,
    }));
    return { revocations, goodUntil };
  } catch {
    return null;
  }
}
