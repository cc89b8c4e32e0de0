/** What a signature provider is asked: one document, by the SHA-256 of what is signed, and whose key. */
export type SignatureRequest = {
  /** What the provider calls the key. */
  reference: string;
  /** The SHA-256 of the signed bytes: 32 bytes. */
  digest: Uint8Array;
  /** What is signed, in words, for whoever confirms it on their device: `Phiếu nhận xét 05.200…-0002`. */
  what: string;
};

/**
 * A certificate that its issuer has revoked: by whom, the serial number in hexadecimal, and from when. Serial numbers are one issuer's
 * own: another may have given the same.
 */
export type Revocation = { issuerName: string; serial: string; revokedAt: Date };

/** The entry of this certificate among what was revoked; undefined: it is not. */
export const revocationOf = (
  revocations: readonly Revocation[],
  { issuerName, serial }: { issuerName: string; serial: string },
): Revocation | undefined =>
  revocations.find((one) => one.issuerName === issuerName && one.serial === serial);

/**
 * Where keys are: a remote signing service, a hardware module behind one, or the stand-in of development. It may take its time
 * (somebody confirms on a device); keys never come here.
 */
export interface SignatureProvider {
  /**
   * A detached CMS in DER (CAdES baseline B: the attributes content-type, message-digest and signing-certificate-v2) over this digest.
   * @throws SigningRefused when the key is unknown, expired or revoked; SigningUnavailable when there was no good answer in time.
   */
  sign(request: SignatureRequest): Promise<Buffer>;
  /** What the issuers have revoked, from lists that they signed. @throws SigningUnavailable */
  revocations(): Promise<readonly Revocation[]>;
}

/** The provider did not answer, or not in time: nothing is known to be signed. */
export class SigningUnavailable extends Error {}

/** The provider answered that this key does not sign (any more). */
export class SigningRefused extends Error {}
