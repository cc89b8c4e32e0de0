import { createHash, verify } from 'node:crypto';
import { type CertificateFacts, openCertificate, readCertificate } from './certificate.ts';
import { contentOf, octets, oid, type Read, readDer, sequence, setOf, tlv } from './der.ts';

const SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const DATA = oid('1.2.840.113549.1.7.1');
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4');
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47');
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), Buffer.of(0x05, 0x00));
const VERSION = Buffer.of(0x02, 0x01, 0x01);
const SET_TAG = 0x31;
const IMPLICIT_0 = 0xa0;

/** What a CMS signature consists of: by whom, the signed attributes as a SET, and the signature over them. */
interface Parts {
  readonly certificate: CertificateFacts;
  readonly attributes: Buffer;
  readonly signature: Buffer;
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const named = new WeakMap<CertificateFacts, Buffer>();

/** Issuer and serial number of a certificate, as its bytes have them. */
function issuerAndSerial(certificate: CertificateFacts): Buffer {
  const known = named.get(certificate);
  if (known) return known;
  const fields = readDer(certificate.der)?.inside[0]?.inside ?? [];
  const [serial, , issuer] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  if (!serial || !issuer) throw new Error('a certificate without an issuer');
  const name = sequence(issuer.bytes, serial.bytes);
  named.set(certificate, name);
  return name;
}

const algorithmOf = (certificate: CertificateFacts): Buffer =>
  openCertificate(certificate).publicKey.asymmetricKeyType === 'rsa' ? SHA256_WITH_RSA : ECDSA_WITH_SHA256;

/** The one way in which we write these parts down. */
function assemble({ certificate, attributes, signature }: Parts): Buffer {
  const signer = sequence(
    VERSION,
    issuerAndSerial(certificate),
    SHA256,
    Buffer.concat([Buffer.of(IMPLICIT_0), attributes.subarray(1)]),
    algorithmOf(certificate),
    octets(signature),
  );
  const signedData = sequence(
    VERSION,
    setOf(SHA256),
    sequence(DATA),
    tlv(IMPLICIT_0, certificate.der),
    setOf(signer),
  );
  return sequence(SIGNED_DATA, tlv(IMPLICIT_0, signedData));
}

/**
 * A detached CMS signature (CAdES baseline B) over a document with this SHA-256. `sign` signs the attributes, in DER, with SHA-256 and
 * the key of the certificate (RSA with PKCS #1 padding, or ECDSA in DER).
 */
export function makeCms({
  certificate,
  digest,
  sign,
}: {
  certificate: CertificateFacts;
  digest: Uint8Array;
  sign: (attributes: Buffer) => Buffer;
}): Buffer {
  const attributes = setOf(
    sequence(CONTENT_TYPE, setOf(DATA)),
    sequence(MESSAGE_DIGEST, setOf(octets(digest))),
    sequence(SIGNING_CERTIFICATE_V2, setOf(sequence(sequence(sequence(octets(sha256(certificate.der))))))),
  );
  return assemble({ certificate, attributes, signature: sign(attributes) });
}

function readParts(bytes: Uint8Array): Parts | null {
  const signedData = readDer(bytes)?.inside[1]?.inside[0];
  const certificates = signedData?.inside.find(({ tag }) => tag === IMPLICIT_0)?.inside ?? [];
  const signers = signedData?.inside.at(-1)?.inside ?? [];
  const [signer] = signers;
  const [, sid, , attributes, , signature] = signer?.inside ?? [];
  if (signers.length !== 1 || !sid || attributes?.tag !== IMPLICIT_0 || signature?.tag !== 0x04) return null;
  const certificate = certificates
    .map((read) => readCertificate(read.bytes))
    .find((facts) => facts !== null && issuerAndSerial(facts).equals(sid.bytes));
  if (!certificate) return null;
  return {
    certificate,
    attributes: Buffer.concat([Buffer.of(SET_TAG), attributes.bytes.subarray(1)]),
    signature: contentOf(signature),
  };
}

/**
 * What a provider sent, written down our way: one signer, its certificate and nobody else's, no attribute outside the signature, so
 * that a document has no byte that nobody vouches for. Null when it is no signature with a certificate.
 */
export function canonicalCms(bytes: Uint8Array): Buffer | null {
  const parts = readParts(bytes);
  return parts && assemble(parts);
}

const valueIn = (attributes: Read, type: Buffer): Read | null => {
  const found = attributes.inside.filter(({ inside: [name] }) => name?.bytes.equals(type));
  const values = found.length === 1 ? (found[0]?.inside[1]?.inside ?? []) : [];
  return values.length === 1 ? (values[0] ?? null) : null;
};

/** Do the attributes name this document and this certificate? */
function attributesFit(bytes: Buffer, digest: Uint8Array, certificate: CertificateFacts): boolean {
  const attributes = readDer(bytes);
  if (!attributes) return false;
  const type = valueIn(attributes, CONTENT_TYPE);
  const message = valueIn(attributes, MESSAGE_DIGEST);
  const holder = valueIn(attributes, SIGNING_CERTIFICATE_V2)?.inside[0]?.inside[0]?.inside[0];
  return (
    type?.bytes.equals(DATA) === true &&
    message?.tag === 0x04 &&
    contentOf(message).equals(digest) &&
    holder?.tag === 0x04 &&
    contentOf(holder).equals(sha256(certificate.der))
  );
}

/**
 * By whom these bytes are a signature over the document with this SHA-256: every byte as we write it, the attributes naming document and
 * certificate, the signature made with its key. Null when any of that fails. Whether the certificate is worth anything is not asked.
 */
export function signerOf(bytes: Uint8Array, digest: Uint8Array): CertificateFacts | null {
  const parts = readParts(bytes);
  if (!parts || !assemble(parts).equals(bytes)) return null;
  const { certificate, attributes, signature } = parts;
  if (!attributesFit(attributes, digest, certificate)) return null;
  const { publicKey } = openCertificate(certificate);
  return verify('sha256', attributes, publicKey, signature) ? certificate : null;
}
