import { createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  type Authority,
  issueCertificate,
  makeSigningKey,
  revocationList,
  type Validity,
} from './authority.ts';
import { type CertificateFacts, isTrusted, readCertificate } from './certificate.ts';
import { makeCms } from './cms.ts';

/** A key of the stand-in: what it is called, whose it is, and from when it is revoked. Certificate and key are PEM. */
export interface KeptKey {
  readonly reference: string;
  readonly certificate: string;
  readonly privateKey: string;
  readonly revokedAt: string | null;
}

/** To whom a certificate is to be given. A reference that is taken already gives the certificate of then. */
export interface Holder {
  readonly name: string;
  readonly reference?: string;
  readonly validity?: Validity;
  readonly kind?: 'ec' | 'rsa';
  /** false: a certificate that is not made for signing. */
  readonly forSigning?: boolean;
}

const LIST_MS = 86_400_000;

/**
 * The keys of the stand-in for a remote signing service, with the issuer of their certificates; kept in a file where there is one, so
 * that what was signed yesterday can still be signed with today. For development and tests.
 */
export class StandInKeys {
  readonly authority: Authority;
  readonly #validity: Validity;
  readonly #file: string | undefined;
  readonly #keys = new Map<string, KeptKey>();

  /** `validity` is that of certificates for which nobody says another. */
  constructor(authority: Authority, { validity, file }: { validity: Validity; file?: string | undefined }) {
    this.authority = authority;
    this.#validity = validity;
    this.#file = file;
    if (file && existsSync(file)) this.#read(file);
  }

  /** Keys whose certificates came from another issuer are of no use any more. */
  #read(file: string): void {
    const root = readCertificate(this.authority.certificate);
    for (const key of JSON.parse(readFileSync(file, 'utf8')) as KeptKey[]) {
      const facts = readCertificate(key.certificate);
      if (root && facts && isTrusted(facts, [root])) this.#keys.set(key.reference, key);
    }
  }

  #save(): void {
    if (!this.#file) return;
    writeFileSync(`${this.#file}.new`, JSON.stringify([...this.#keys.values()], null, 1), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }

  #issue(holder: Holder): KeptKey {
    const reference = holder.reference ?? randomUUID();
    const known = this.#keys.get(reference);
    if (known) return known;
    const { privateKey, publicKey } = makeSigningKey(holder.kind);
    const certificate = issueCertificate(this.authority, {
      ...(holder.validity ?? this.#validity),
      name: holder.name,
      publicKey,
      forSigning: holder.forSigning ?? true,
    });
    const key = { reference, certificate, privateKey, revokedAt: null };
    this.#keys.set(reference, key);
    return key;
  }

  /** Gives each holder a key and a certificate. */
  issue(holders: readonly Holder[]): KeptKey[] {
    const keys = holders.map((holder) => this.#issue(holder));
    this.#save();
    return keys;
  }

  find(reference: string): KeptKey | null {
    return this.#keys.get(reference) ?? null;
  }

  /** From that moment the certificate is worth nothing; null for a reference that nobody has. */
  revoke(reference: string, at: Date): KeptKey | null {
    const key = this.#keys.get(reference);
    if (!key) return null;
    const revoked = { ...key, revokedAt: at.toISOString() };
    this.#keys.set(reference, revoked);
    this.#save();
    return revoked;
  }

  /** The issuer's list of what is revoked, in DER, good for a day. */
  revoked(now: Date): Buffer {
    const revocations = [...this.#keys.values()].flatMap(({ certificate, revokedAt }) =>
      revokedAt === null ? [] : [{ serial: factsOf(certificate).serial, revokedAt: new Date(revokedAt) }],
    );
    return revocationList(this.authority, revocations, { from: now, to: new Date(now.getTime() + LIST_MS) });
  }
}

const factsOf = (pem: string): CertificateFacts => {
  const facts = readCertificate(pem);
  if (!facts) throw new Error('the stand-in keeps something that is no certificate');
  return facts;
};

/** Signs a document's SHA-256 with this key, as the remote service would. */
export function signWith(
  { certificate, privateKey }: Pick<KeptKey, 'certificate' | 'privateKey'>,
  digest: Uint8Array,
): Buffer {
  const key = createPrivateKey(privateKey);
  return makeCms({
    certificate: factsOf(certificate),
    digest,
    sign: (attributes) => sign('sha256', attributes, key),
  });
}

/** A key like that one with a certificate of the same holder, from another issuer or for another time. */
export function lookalike(
  { certificate, privateKey }: KeptKey,
  authority: Authority,
  validity: Validity,
): KeptKey {
  const { holderName: name } = factsOf(certificate);
  const publicKey = createPublicKey(privateKey);
  const issued = issueCertificate(authority, { ...validity, name, publicKey });
  return { reference: '', certificate: issued, privateKey, revokedAt: null };
}
