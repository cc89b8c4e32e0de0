import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signWith,
  timingSafeEqual,
  verify as verifyWith,
} from 'node:crypto';

/** How two parties prove to each other that bytes are theirs. Signatures are base64. */
export type SignatureScheme = {
  name: 'HMAC-SHA256' | 'RSA-SHA256';
  sign(bytes: Uint8Array): string;
  /** In constant time; false for anything that is not a signature at all. */
  verify(bytes: Uint8Array, signature: string): boolean;
};

const SECRET_BYTES = 32;
const RSA_BITS = 2_048;

/** One secret that both sides know. */
export function hmacScheme(secret: Uint8Array): SignatureScheme {
  const made = (bytes: Uint8Array) => createHmac('sha256', secret).update(bytes).digest();
  return {
    name: 'HMAC-SHA256',
    sign: (bytes) => made(bytes).toString('base64'),
    verify(bytes, signature) {
      const right = made(bytes);
      const given = Buffer.from(signature, 'base64');
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

/** A pair of keys on each side: we sign with ours and check with theirs (PKCS #1 v1.5, SHA-256). */
export function rsaScheme(own: KeyObject, theirs: KeyObject): SignatureScheme {
  return {
    name: 'RSA-SHA256',
    sign: (bytes) => signWith('sha256', bytes, own).toString('base64'),
    verify: (bytes, signature) => verifyWith('sha256', bytes, theirs, Buffer.from(signature, 'base64')),
  };
}

/**
 * A scheme from text: `hmac:<secret in base64, at least 32 bytes>` or `rsa:<our PKCS #8 key>:<their SPKI key>`, both DER in
 * base64, at least 2,048 bits. Null for anything else.
 */
export function readSignatureScheme(text: string): SignatureScheme | null {
  const [kind, first = '', second = ''] = text.trim().split(':');
  if (kind === 'hmac') {
    const secret = Buffer.from(first, 'base64');
    return secret.length >= SECRET_BYTES ? hmacScheme(secret) : null;
  }
  if (kind !== 'rsa') return null;
  try {
    const own = createPrivateKey({ key: Buffer.from(first, 'base64'), format: 'der', type: 'pkcs8' });
    const theirs = createPublicKey({ key: Buffer.from(second, 'base64'), format: 'der', type: 'spki' });
    const isStrong = [own, theirs].every(
      (key) => key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS,
    );
    return isStrong ? rsaScheme(own, theirs) : null;
  } catch {
    return null;
  }
}
