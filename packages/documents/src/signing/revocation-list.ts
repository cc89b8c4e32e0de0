import { verify, X509Certificate } from 'node:crypto';
import { CertificateRevocationList } from 'pkijs';
import { type CertificateFacts, serialText } from './certificate.ts';
import type { Revocation } from './signature-provider.port.ts';

/**
 * Reads the list (DER) of an issuer whose certificates are taken: what it has revoked, and from when. Null for a list of somebody else,
 * with a wrong signature, or out of date at `now` (real time).
 */
export function readRevocationList(
  der: Uint8Array,
  roots: readonly CertificateFacts[],
  now: Date,
): Revocation[] | null {
  try {
    const list = CertificateRevocationList.fromBER(Uint8Array.from(der).buffer);
    const signature = Buffer.from(list.signatureValue.valueBlock.valueHexView);
    const isSigned = roots.some((root) => verify('sha256', list.tbsView, new X509Certificate(root.der).publicKey, signature));
    if (!isSigned || !list.nextUpdate || list.nextUpdate.value < now || list.thisUpdate.value > now) return null;
    return (list.revokedCertificates ?? []).map(({ userCertificate, revocationDate }) => ({
      serial: serialText(Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')),
      revokedAt: revocationDate.value,
    }));
  } catch {
    return null;
  }
}
