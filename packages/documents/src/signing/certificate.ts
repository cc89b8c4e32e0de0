import { createHash, X509Certificate } from 'node:crypto';
import { Certificate, type RelativeDistinguishedNames } from 'pkijs';

/** What a certificate says, as far as signing is concerned. Serial and fingerprint (SHA-256 of the DER) are hexadecimal. */
export interface CertificateFacts {
  readonly der: Buffer;
  readonly pem: string;
  readonly serial: string;
  readonly fingerprint: string;
  /** The common name of the subject. */
  readonly holderName: string;
  /** The common name of the issuer, or its organisation where it has none. */
  readonly issuerName: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Is it made for signing documents: key usage says so, it is nobody's issuer, and its key is long enough? */
  readonly maySign: boolean;
}

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';
const KEY_USAGE = '2.5.29.15';
/** digitalSignature and nonRepudiation, the two highest bits of key usage. */
const SIGNING_BITS = 0xc0;
const RSA_BITS = 2048;
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** A serial number the same way everywhere: lower case, whole bytes, no byte of zeros in front. */
export function serialText(hex: string): string {
  const digits = BigInt(`0x${hex}`).toString(16);
  return digits.length % 2 ? `0${digits}` : digits;
}

function nameOf({ typesAndValues }: RelativeDistinguishedNames, ...types: readonly string[]): string {
  for (const type of types) {
    const found = typesAndValues.find((entry) => entry.type === type);
    if (found) return String((found.value.valueBlock as { value: unknown }).value).normalize('NFC');
  }
  return '';
}

/** An issuer by its common name, or its organisation where it has none. */
export const issuerNameOf = (issuer: RelativeDistinguishedNames): string =>
  nameOf(issuer, COMMON_NAME, ORGANISATION);

function isLongEnough({
  asymmetricKeyType: kind,
  asymmetricKeyDetails: details,
}: X509Certificate['publicKey']): boolean {
  if (kind === 'rsa') return (details?.modulusLength ?? 0) >= RSA_BITS;
  return kind === 'ec' && curves.has(details?.namedCurve ?? '');
}

function usageAllows({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === KEY_USAGE)?.parsedValue;
  const [bits = 0] =
    (usage as unknown as { valueBlock: { valueHexView: Uint8Array } } | undefined)?.valueBlock.valueHexView ??
    [];
  return (bits & SIGNING_BITS) !== 0;
}

/** Certificates read lately, by the SHA-256 of what was read: whoever signs a hundred sheets shows the same one a hundred times. */
const lately = new Map<string, CertificateFacts>();
const KEPT = 200;

/** Reads one certificate, as PEM or DER; null for anything else, several in one text included. The same one gives the same facts. */
export function readCertificate(pemOrDer: string | Uint8Array): CertificateFacts | null {
  const name = `${typeof pemOrDer} ${createHash('sha256').update(pemOrDer).digest('hex')}`;
  const facts = lately.get(name) ?? parse(pemOrDer);
  if (!facts) return null;
  lately.delete(name);
  lately.set(name, facts);
  const [oldest] = lately.keys();
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest);
  return facts;
}

const opened = new WeakMap<CertificateFacts, X509Certificate>();

/** The certificate itself, to check with; taken apart once for the same facts. */
export function openCertificate(facts: CertificateFacts): X509Certificate {
  const known = opened.get(facts) ?? new X509Certificate(facts.der);
  opened.set(facts, known);
  return known;
}

function parse(pemOrDer: string | Uint8Array): CertificateFacts | null {
  try {
    if (typeof pemOrDer === 'string' && pemOrDer.split('-----BEGIN').length !== 2) return null;
    const read = new X509Certificate(pemOrDer);
    if (typeof pemOrDer !== 'string' && !read.raw.equals(pemOrDer)) return null;
    const parsed = Certificate.fromBER(Uint8Array.from(read.raw).buffer);
    return Object.freeze({
      der: read.raw,
      pem: read.toString(),
      serial: serialText(read.serialNumber),
      fingerprint: read.fingerprint256.replaceAll(':', '').toLowerCase(),
      holderName: nameOf(parsed.subject, COMMON_NAME),
      issuerName: issuerNameOf(parsed.issuer),
      validFrom: read.validFromDate,
      validTo: read.validToDate,
      maySign: !read.ca && usageAllows(parsed) && isLongEnough(read.publicKey),
    });
  } catch {
    return null;
  }
}

/** The certificates in a text of PEM, one after the other. @throws when one of them is none */
export function readCertificates(pem: string): CertificateFacts[] {
  const texts = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return texts.map((text) => {
    const facts = readCertificate(text);
    if (!facts) throw new Error('a text in PEM is not a certificate');
    return facts;
  });
}

/**
 * Was this certificate issued by one of these? They are the issuers whose certificates are taken here, each named by itself: a chain
 * has one step, and nothing that a document brings along widens it.
 */
export function isTrusted(facts: CertificateFacts, roots: readonly CertificateFacts[]): boolean {
  const certificate = openCertificate(facts);
  return roots.some((root) => {
    const issuer = openCertificate(root);
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  });
}
