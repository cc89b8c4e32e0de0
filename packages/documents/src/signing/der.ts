import { fromBER, ObjectIdentifier } from 'asn1js';

/** One value in DER: its tag, its length, and the parts that it consists of, already encoded. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 | bytes.length), bytes, content]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);

/** A SET OF: DER puts its values into the order of their encodings. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer =>
  tlv(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b)));

export const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes);

/** An object identifier, from its dotted form. */
export const oid = (value: string): Buffer => Buffer.from(new ObjectIdentifier({ value }).toBER());

/** A value that was read: its first byte, its encoding, and the values inside where it is constructed. */
export interface Read {
  readonly tag: number;
  readonly bytes: Buffer;
  readonly inside: readonly Read[];
}

type Block = { valueBeforeDecodeView: Uint8Array; valueBlock: { value?: unknown } };

const CONSTRUCTED = 0x20;
const LONG_TAG = 0x1f;
/** No signature and no certificate is as deep. */
const DEEPEST = 40;

function readBlock({ valueBeforeDecodeView: bytes, valueBlock: { value } }: Block): Read {
  const tag = bytes[0] ?? 0;
  const inside = (tag & CONSTRUCTED) !== 0 && Array.isArray(value) ? (value as Block[]).map(readBlock) : [];
  return { tag, bytes: Buffer.from(bytes), inside };
}

/** How many bytes length and content of a value take whose length stands at `at`; null where it has no definite one that fits. */
function sizeAt(bytes: Buffer, at: number): { header: number; content: number } | null {
  const first = bytes[at] ?? 0x80;
  if (first < 0x80) return { header: 2, content: first };
  const digits = first & 0x7f;
  if (digits < 1 || digits > 4 || at + 1 + digits > bytes.length) return null;
  return { header: 2 + digits, content: bytes.readUIntBE(at + 1, digits) };
}

/** The values that fill these bytes to the last one, all of definite lengths; null for anything else. */
function readValues(bytes: Buffer, depth = 0): Read[] | null {
  if (depth > DEEPEST) return null;
  const values: Read[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    const size = sizeAt(bytes, at + 1);
    if (!size || (tag & LONG_TAG) === LONG_TAG) return null;
    const end = at + size.header + size.content;
    if (end > bytes.length) return null;
    const inside =
      (tag & CONSTRUCTED) === 0 ? [] : readValues(bytes.subarray(at + size.header, end), depth + 1);
    if (!inside) return null;
    values.push({ tag, bytes: bytes.subarray(at, end), inside });
    at = end;
  }
  return values;
}

/**
 * Reads one value in BER that fills these bytes to the last one; null for anything else. What has definite lengths throughout, as DER
 * has, is read here; the rest is left to the library, which takes twenty times as long.
 */
export function readDer(bytes: Uint8Array): Read | null {
  const values = readValues(Buffer.from(bytes));
  if (values) return values.length === 1 ? (values[0] ?? null) : null;
  const { offset, result } = fromBER(Uint8Array.from(bytes), { parseEmbedded: false });
  return offset === bytes.length ? readBlock(result as unknown as Block) : null;
}

/** What is inside a primitive value. */
export function contentOf({ bytes }: Read): Buffer {
  const length = bytes[1] ?? 0;
  return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f));
}
