import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { BitString, Integer, Null, OctetString, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AltName,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  GeneralName,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  RevokedCertificate,
  Time,
  TimeType,
} from 'pkijs';
import { readCertificate } from './certificate.ts';
import type { Revocation } from './signature-provider.port.ts';

/** An issuer of certificates: its own certificate and its key, both as PEM. For development and tests: a real key lives in hardware. */
export interface Authority {
  readonly certificate: string;
  readonly privateKey: string;
}

/** A time in which something holds. */
export interface Validity {
  readonly from: Date;
  readonly to: Date;
}

const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const SUBJECT_ALT_NAME = '2.5.29.17';
const KEY_USAGE = '2.5.29.15';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const SERIAL_BYTES = 16;
/** From this year on X.509 writes years in four digits. */
const FOUR_DIGITS_FROM = 2050;

const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const algorithmOf = (key: KeyObject): AlgorithmIdentifier =>
  key.asymmetricKeyType === 'rsa'
    ? new AlgorithmIdentifier({ algorithmId: SHA256_WITH_RSA, algorithmParams: new Null() })
    : new AlgorithmIdentifier({ algorithmId: ECDSA_WITH_SHA256 });

const nameOf = (commonName: string): RelativeDistinguishedNames =>
  new RelativeDistinguishedNames({
    typesAndValues: [
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: commonName }) }),
    ],
  });

const timeOf = (value: Date): Time =>
  new Time({
    value,
    type: value.getUTCFullYear() < FOUR_DIGITS_FROM ? TimeType.UTCTime : TimeType.GeneralizedTime,
  });

/** Key usage as its bits from the highest: digitalSignature 0x80, nonRepudiation 0x40, keyEncipherment 0x20, keyCertSign 0x04, cRLSign 0x02. */
const usage = (bits: number): Extension =>
  new Extension({
    extnID: KEY_USAGE,
    critical: true,
    extnValue: new BitString({
      valueHex: buffer(Uint8Array.of(bits)),
      unusedBits: Math.clz32(bits & -bits) ^ 31,
    }).toBER(),
  });

const constraints = (cA: boolean): Extension =>
  new Extension({
    extnID: BASIC_CONSTRAINTS,
    critical: true,
    extnValue: new BasicConstraints({ cA }).toSchema().toBER(),
  });

/** The kinds of a `GeneralName` by which a server is known. */
const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** That a certificate is good for a server at this name or IPv4 address. */
function serverAt(host: string): Extension {
  const address = /^\d{1,3}(\.\d{1,3}){3}$/.test(host) ? Uint8Array.from(host.split('.').map(Number)) : null;
  const name = address
    ? new GeneralName({ type: IP_ADDRESS, value: new OctetString({ valueHex: buffer(address) }) })
    : new GeneralName({ type: DNS_NAME, value: host });
  return new Extension({
    extnID: SUBJECT_ALT_NAME,
    critical: false,
    extnValue: new AltName({ altNames: [name] }).toSchema().toBER(),
  });
}

/** Numbers that nobody foresees, positive and of a fixed length. */
const newSerial = (): Integer => {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return new Integer({ valueHex: buffer(bytes) });
};

const pemOf = (kind: string, der: ArrayBuffer): string =>
  `-----BEGIN ${kind}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${kind}-----\n`;

function seal(certificate: Certificate, key: KeyObject): string {
  certificate.signature = algorithmOf(key);
  certificate.signatureAlgorithm = algorithmOf(key);
  const tbs = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.signatureValue = new BitString({ valueHex: buffer(sign('sha256', tbs, key)) });
  return pemOf('CERTIFICATE', certificate.toSchema(true).toBER());
}

function draft(
  { from, to }: Validity,
  names: { subject: RelativeDistinguishedNames; issuer: RelativeDistinguishedNames },
  publicKey: KeyObject,
  extensions: Extension[],
): Certificate {
  return new Certificate({
    version: 2,
    serialNumber: newSerial(),
    notBefore: timeOf(from),
    notAfter: timeOf(to),
    ...names,
    extensions,
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(buffer(publicKey.export({ format: 'der', type: 'spki' }))),
  });
}

/** A new issuer with a key of its own. */
export function makeAuthority(name: string, validity: Validity): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const self = nameOf(name);
  const own = draft(validity, { subject: self, issuer: self }, publicKey, [constraints(true), usage(0x06)]);
  return {
    certificate: seal(own, privateKey),
    privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
  };
}

/**
 * A certificate (PEM) that this issuer gives to the holder of a key: to sign documents, or, with `forSigning` false, for something else;
 * with `host`, for a server there.
 */
export function issueCertificate(
  authority: Authority,
  given: Validity & { name: string; publicKey: KeyObject; forSigning?: boolean; host?: string },
): string {
  const { name, publicKey, forSigning = true, host } = given;
  const issuer = Certificate.fromBER(buffer(readCertificate(authority.certificate)?.der ?? Buffer.of()));
  const bits = forSigning ? 0xc0 : 0x20;
  const certificate = draft(given, { subject: nameOf(name), issuer: issuer.subject }, publicKey, [
    constraints(false),
    usage(bits),
    ...(host === undefined ? [] : [serverAt(host)]),
  ]);
  return seal(certificate, createPrivateKey(authority.privateKey));
}

/** The list (DER) of what this issuer has revoked, signed; good from `from` until `to`. */
export function revocationList(
  authority: Authority,
  revocations: readonly Omit<Revocation, 'issuerName'>[],
  { from, to }: Validity,
): Buffer {
  const key = createPrivateKey(authority.privateKey);
  const issuer = Certificate.fromBER(buffer(readCertificate(authority.certificate)?.der ?? Buffer.of()));
  const list = new CertificateRevocationList({
    version: 1,
    issuer: issuer.subject,
    thisUpdate: timeOf(from),
    nextUpdate: timeOf(to),
    signature: algorithmOf(key),
    signatureAlgorithm: algorithmOf(key),
    ...(revocations.length > 0 && {
      revokedCertificates: revocations.map(
        ({ serial, revokedAt }) =>
          new RevokedCertificate({
            userCertificate: new Integer({ valueHex: buffer(Buffer.from(serial, 'hex')) }),
            revocationDate: timeOf(revokedAt),
          }),
      ),
    }),
  });
  const tbs = new Uint8Array(
    (list as unknown as { encodeTBS(): { toBER(): ArrayBuffer } }).encodeTBS().toBER(),
  );
  list.signatureValue = new BitString({ valueHex: buffer(sign('sha256', tbs, key)) });
  return Buffer.from(list.toSchema(true).toBER());
}

/** An issuer as one word for an environment variable, and back. */
export const writeAuthority = (authority: Authority): string =>
  Buffer.from(JSON.stringify(authority)).toString('base64');

/** @throws when it is none that `writeAuthority` wrote */
export function readAuthority(text: string): Authority {
  const { certificate, privateKey } = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Authority;
  createPrivateKey(privateKey);
  if (!readCertificate(certificate)) throw new Error('an issuer without a certificate');
  return { certificate, privateKey };
}

/** A key for somebody who signs: its PEM, and the public half for a certificate. */
export function makeSigningKey(kind: 'ec' | 'rsa' = 'ec'): { privateKey: string; publicKey: KeyObject } {
  const { privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
    publicKey: createPublicKey(privateKey),
  };
}
