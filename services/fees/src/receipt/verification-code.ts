/** What a receipt is verified by: a transaction of the ledger, and the hash of what it said when the receipt was made. */
export interface VerificationCode {
  readonly transactionId: string;
  readonly contentHash: Buffer;
}

const ID_BYTES = 16;
const HASH_BYTES = 32;

/** The code as it stands in a link: 64 letters, which nobody guesses. */
export const writeCode = ({ transactionId, contentHash }: VerificationCode): string =>
  Buffer.concat([Buffer.from(transactionId.replaceAll('-', ''), 'hex'), contentHash]).toString('base64url');

/** Reads a code from a link; null for anything that is none. */
export function readCode(text: string): VerificationCode | null {
  if (!/^[\w-]{64}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== ID_BYTES + HASH_BYTES) return null;
  const hex = bytes.subarray(0, ID_BYTES).toString('hex');
  const transactionId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { transactionId, contentHash: bytes.subarray(ID_BYTES) };
}

/** The public address of a receipt's verification. */
export const verifyUrlOf = ({ DOORS_URL }: { DOORS_URL: string }, code: VerificationCode): string =>
  `${DOORS_URL.replace(/\/$/, '')}/verify/${writeCode(code)}`;
