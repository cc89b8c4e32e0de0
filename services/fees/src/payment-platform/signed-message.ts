import type { SignatureScheme } from './signature-scheme.ts';

/** Beyond this the clock of the sender is wrong, or somebody sends again what they have overheard. */
const WINDOW_MS = 300_000;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const signedBytes = (time: string, path: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${time}\n${path}\n`), body]);

/**
 * The headers that sign a message to the platform: `x-time` (milliseconds) and `x-signature` over time, path and body, so that none
 * of them can be exchanged for another.
 */
export function signMessage(
  scheme: SignatureScheme,
  path: string,
  body: Uint8Array,
  now = Date.now(),
): { 'x-time': string; 'x-signature': string } {
  const time = String(now);
  return { 'x-time': time, 'x-signature': scheme.sign(signedBytes(time, path, body)) };
}

/** Whether the other side has signed this, and within the last five minutes of real time. */
export function checkMessage(
  scheme: SignatureScheme,
  headers: Headers,
  path: string,
  body: Uint8Array,
  now = Date.now(),
): 'SIGNED' | 'SIGNATURE' | 'TIME' {
  const { 'x-time': time, 'x-signature': signature } = headers;
  if (typeof time !== 'string' || typeof signature !== 'string') return 'SIGNATURE';
  if (!scheme.verify(signedBytes(time, path, body), signature)) return 'SIGNATURE';
  return Math.abs(now - Number(time)) <= WINDOW_MS ? 'SIGNED' : 'TIME';
}
