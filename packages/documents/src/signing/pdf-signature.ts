import { createHash } from 'node:crypto';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { type CertificateFacts, isTrusted } from './certificate.ts';
import { canonicalCms, signerOf } from './cms.ts';
import { addPlaceholder, type SignatureWords } from './pdf-placeholder.ts';
import {
  type Revocation,
  revocationOf,
  type SignatureProvider,
  SigningUnavailable,
} from './signature-provider.port.ts';
import { readSignature } from './signed-bytes.ts';

/** Whether a signature holds: the values of `SignatureVerdict` in the graph. */
export type SignatureVerdict = 'VALID' | 'TAMPERED' | 'NOT_TRUSTED' | 'EXPIRED' | 'REVOKED' | 'UNKNOWN';

/** Whose certificates are taken, and what their issuers have revoked; null: that is not to be had now. */
export interface Trust {
  readonly roots: readonly CertificateFacts[];
  readonly revocations: readonly Revocation[] | null;
}

/** What a signed PDF says of itself, and whether it holds. What cannot be read is null. */
export interface PdfVerdict {
  readonly verdict: SignatureVerdict;
  /** Does the signature cover every byte but itself? */
  readonly coversWhole: boolean;
  readonly serial: string | null;
  readonly fingerprint: string | null;
  readonly holderName: string | null;
  readonly issuerName: string | null;
  /** When it was signed, as the document says: to the second. */
  readonly signedAt: Date | null;
}

class RemoteSigner extends Signer {
  readonly #sign: (digest: Buffer) => Promise<Buffer>;

  constructor(sign: (digest: Buffer) => Promise<Buffer>) {
    super();
    this.#sign = sign;
  }

  override sign(signed: Buffer): Promise<Buffer> {
    return this.#sign(createHash('sha256').update(signed).digest());
  }
}

/**
 * Signs a PDF as PAdES (baseline B): one invisible signature over the whole file. Only the SHA-256 goes to the provider, with the name of
 * the key (`reference`) and `what` is signed; `name`, `reason`, `location` and `signedAt` stand in the document.
 * @throws SigningUnavailable, SigningRefused of the provider; SigningUnavailable too when its answer is no signature
 */
export async function signPdf(
  provider: Pick<SignatureProvider, 'sign'>,
  pdf: Buffer,
  { reference, what, ...words }: SignatureWords & { reference: string; what: string },
): Promise<Buffer> {
  const signer = new RemoteSigner(async (digest) => {
    const cms = canonicalCms(await provider.sign({ reference, digest, what }));
    if (!cms) throw new SigningUnavailable('the provider answered something that is no signature');
    return cms;
  });
  return await new SignPdf().sign(addPlaceholder(pdf, words), signer);
}

const tampered: PdfVerdict = {
  verdict: 'TAMPERED',
  coversWhole: false,
  serial: null,
  fingerprint: null,
  holderName: null,
  issuerName: null,
  signedAt: null,
};

function judge(signer: CertificateFacts, { roots, revocations }: Trust, at: Date): SignatureVerdict {
  if (!signer.maySign || !isTrusted(signer, roots)) return 'NOT_TRUSTED';
  if (at < signer.validFrom || at > signer.validTo) return 'EXPIRED';
  if (revocations === null) return 'UNKNOWN';
  const revocation = revocationOf(revocations, signer);
  return revocation && revocation.revokedAt <= at ? 'REVOKED' : 'VALID';
}

/**
 * Checks the one signature of a PDF that `signPdf` made. `at` is when it was signed by our own record, since nobody vouches for the time
 * that stands in the document: then the certificate must have been in force and not revoked. One byte more, less or other: TAMPERED.
 */
export function verifyPdf(pdf: Uint8Array, trust: Trust, at: Date): PdfVerdict {
  const read = readSignature(pdf);
  if (!read) return tampered;
  const { signedAt, coversWhole } = read;
  const signer = signerOf(read.cms, read.digest);
  if (!signer) return { ...tampered, coversWhole, signedAt };
  const { serial, fingerprint, holderName, issuerName } = signer;
  const verdict = coversWhole ? judge(signer, trust, at) : 'TAMPERED';
  return { verdict, coversWhole, serial, fingerprint, holderName, issuerName, signedAt };
}
