import { createHmac, createPrivateKey, createPublicKey, sign, timingSafeEqual, verify } from 'node:crypto';

/** How the stand-in signs, and knows that a request is from us. */
export type PaymentKey = {
  sign(bytes: Uint8Array): string;
  verify(bytes: Uint8Array, signature: string): boolean;
};

/**
 * A key from text: `hmac:<secret>`, the same on both sides, or `rsa:<the platform's private key>:<our public key>`, all in base64.
 * @throws on anything else.
 */
export function readPaymentKey(text: string): PaymentKey {
  const [kind, first = '', second = ''] = text.split(':');
  const bytesOf = (part: string) => Buffer.from(part, 'base64');
  if (kind === 'hmac') {
    const mac = (bytes: Uint8Array) => createHmac('sha256', bytesOf(first)).update(bytes).digest();
    return {
      sign: (bytes) => mac(bytes).toString('base64'),
      verify(bytes, signature) {
        const given = bytesOf(signature);
        return given.length === 32 && timingSafeEqual(given, mac(bytes));
      },
    };
  }
  if (kind !== 'rsa') throw new Error('PAYMENT_KEY must begin with hmac: or rsa:');
  const own = createPrivateKey({ key: bytesOf(first), format: 'der', type: 'pkcs8' });
  const theirs = createPublicKey({ key: bytesOf(second), format: 'der', type: 'spki' });
  return {
    sign: (bytes) => sign('sha256', bytes, own).toString('base64'),
    verify: (bytes, signature) => verify('sha256', bytes, theirs, bytesOf(signature)),
  };
}

/** The headers that sign a body for a path, now. */
export function signedHeaders(key: PaymentKey, path: string, body: string): Record<string, string> {
  const time = String(Date.now());
  return {
    'content-type': 'application/json',
    'x-time': time,
    'x-signature': key.sign(Buffer.from(`${time}\n${path}\n${body}`)),
  };
}

/** Whether these headers sign a body for a path. */
export function isSigned(
  key: PaymentKey,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  path: string,
  body: string,
): boolean {
  const { 'x-time': time, 'x-signature': signature } = headers;
  if (typeof time !== 'string' || typeof signature !== 'string') return false;
  return key.verify(Buffer.from(`${time}\n${path}\n${body}`), signature);
}
