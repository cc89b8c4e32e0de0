import { createHash } from 'node:crypto';

/** The signature of a PDF: its CMS, the SHA-256 of what it covers, and the time that its dictionary tells. */
export interface ReadSignature {
  readonly cms: Buffer;
  readonly digest: Buffer;
  readonly coversWhole: boolean;
  readonly signedAt: Date | null;
}

const RANGE = /\/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\] *\n/g;

function timeOf(text: string): Date | null {
  const [, year, month, day, hour, minute, second] =
    /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(text) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? null : time;
}

/**
 * The CMS between the two covered ranges: lower-case hexadecimal in brackets, a value of 256 to 65,535 bytes, zeros behind it and
 * nothing else.
 */
function cmsOf(gap: string): Buffer | null {
  const [, hex] = /^<(3082(?:[0-9a-f]{2}){256,})>$/.exec(gap) ?? [];
  if (hex === undefined) return null;
  const bytes = Buffer.from(hex, 'hex');
  const end = 4 + bytes.readUInt16BE(2);
  return bytes.subarray(end).every((byte) => byte === 0) ? bytes.subarray(0, end) : null;
}

/**
 * Finds the signature of a PDF: there must be exactly one, written as `signPdf` writes it. Null when there is none, more than one, or
 * something between the covered bytes that is not the signature alone.
 */
export function readSignature(pdf: Uint8Array): ReadSignature | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const [range, another] = [...text.matchAll(RANGE)];
  if (!range || another || text.indexOf('/ByteRange') !== text.lastIndexOf('/ByteRange')) return null;
  const [before = 0, after = 0, length = 0] = range.slice(1).map(Number);
  if (before <= range.index || after <= before || after + length > bytes.length) return null;
  const cms = cmsOf(text.slice(before, after));
  if (!cms || !text.slice(range.index, before).endsWith('/Contents ')) return null;
  const digest = createHash('sha256')
    .update(bytes.subarray(0, before))
    .update(bytes.subarray(after, after + length))
    .digest();
  const object = text.indexOf('endobj', after);
  return {
    cms,
    digest,
    coversWhole: after + length === bytes.length,
    signedAt: timeOf(text.slice(after, object < 0 ? after : object)),
  };
}
