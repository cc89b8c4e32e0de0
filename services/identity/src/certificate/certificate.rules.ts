import type { CertificateFacts } from '@dang/documents/signing/certificate';
import type { RefusalCode } from '@dang/service/refusal';
import { searchKey } from '@dang/vietnam/text';
import type { StateOf } from '@dang/workflow/workflow';
import type { CertificateWorkflow } from './certificate.workflow.ts';

/** How a certificate stands here: what was ended or revoked never comes back. */
export type CertificateStatus = StateOf<CertificateWorkflow>;

/** How many days before a certificate runs out its holder is told. */
export const EXPIRY_NOTICE_DAYS = 30;

const REFERENCE_LIMIT = 200;
const REASON_LIMIT = 500;

/** What the signing service may call a key: one line without blanks around it. */
export const isReference = (reference: string): boolean =>
  reference.length <= REFERENCE_LIMIT && /^\S(?:.*\S)?$/.test(reference);

export const isReason = (reason: string): boolean => reason.length <= REASON_LIMIT;

/** Does it sign at that moment, as far as its dates say? */
export const isInTime = (
  { validFrom, validTo }: Pick<CertificateFacts, 'validFrom' | 'validTo'>,
  at: Date,
): boolean => validFrom <= at && at <= validTo;

/**
 * Why this certificate is not taken from this member, or null. Names are compared without marks and case, because many issuers write
 * them so. Whether it was revoked is for its issuer to say,
 * and whether its key answers to them for a signature to show.
 */
export function registrationBar(
  certificate: Pick<CertificateFacts, 'holderName' | 'validFrom' | 'validTo' | 'maySign'>,
  found: {
    isTrusted: boolean;
    fullName: string;
    at: Date;
  },
): RefusalCode | null {
  if (!found.isTrusted || !certificate.maySign) return 'CERTIFICATE_NOT_TRUSTED';
  if (searchKey(certificate.holderName) !== searchKey(found.fullName)) return 'CERTIFICATE_NOT_YOURS';
  return isInTime(certificate, found.at) ? null : 'CERTIFICATE_EXPIRED';
}

/** What the signing service says of a key that does not sign, as we say it of the certificate. */
export function keyBar(answer: string): RefusalCode {
  if (answer === 'KEY_REVOKED') return 'CERTIFICATE_REVOKED';
  return answer === 'KEY_EXPIRED' ? 'CERTIFICATE_EXPIRED' : 'CERTIFICATE_NOT_YOURS';
}
