import { outsideName, outsideText } from '@dang/service/outside/outside-text';
import { z } from 'zod';

/** A unit as the document system knows it: by its code for electronic documents (mã định danh văn bản điện tử). */
export type Correspondent = { code: string; name: string };

/** A signed letter on its way. `id` stays the same when it is handed over again, so that the system can drop repetitions. */
export type LetterDocument = {
  id: string;
  /** The number of the letter in its register: `12/2026`. */
  number: string;
  issuedOn: string;
  sender: Correspondent;
  receiver: Correspondent;
  /** The signed PDF; `sha256` in hexadecimal. */
  file: { name: string; sha256: string; bytes: Buffer };
};

/** What the system answers when it has taken a document: the number under which it keeps it. */
export const takenShape = z.object({ ref: outsideName(200) });

/**
 * What the receiving office has said, in the steps of the exchange of electronic documents (QĐ 28/2018/QĐ-TTg): it has arrived (01), is refused (02)
 * or accepted (03). Later steps (04 to 06) mean that it was accepted.
 */
const receiptSteps = {
  '01': 'ARRIVED',
  '02': 'REFUSED',
  '03': 'ACCEPTED',
  '04': 'ACCEPTED',
  '05': 'ACCEPTED',
  '06': 'ACCEPTED',
} as const;
const stepShape = z
  .enum(Object.keys(receiptSteps) as (keyof typeof receiptSteps)[])
  .transform((step) => receiptSteps[step]);

const receiptShape = z.object({
  id: z.uuid(),
  step: stepShape,
  // PostgreSQL knows no year 0
  at: z.iso.datetime({ offset: true }).refine((at) => at >= '1970', 'is too long ago'),
  reason: outsideText(500).nullable().default(null),
});
export type Receipt = z.infer<typeof receiptShape>;

/**
 * The last thing that the receiving office said of each document; none of those of which it said nothing. Each is read by itself, so that one
 * that is not as agreed (`unreadable`) keeps nobody from the others.
 */
export const receiptsShape = z
  .object({ receipts: z.array(z.unknown()).max(1_000) })
  .transform(({ receipts }) => {
    const read = receipts.map((given) => receiptShape.safeParse(given));
    const readable = read.flatMap(({ data }) => (data ? [data] : []));
    return { receipts: readable, unreadable: read.length - readable.length };
  });
export type Receipts = z.infer<typeof receiptsShape>;

/** By id, whether the system keeps a document: the number under which it does, or null. Of those that are left out it has said nothing. */
export const heldShape = z.object({
  documents: z.array(z.object({ id: z.uuid(), ref: outsideName(200).nullable() })).max(100),
});
export type Held = z.infer<typeof heldShape>['documents'][number];

/**
 * The provincial document system, as far as letters go through it. @throws OutsideRefused when it will never take this, OutsideUnavailable when it
 * may later.
 */
export type DocumentSystem = {
  /** Hands a letter over, once an `id`: again, it answers the same number. */
  handOver(letter: LetterDocument): Promise<{ ref: string }>;
  /** At most 100 ids. */
  receipts(ids: readonly string[]): Promise<Receipts>;
  /** Which of these letters it has, at most 100 ids: for those of which its answer never came. */
  held(ids: readonly string[]): Promise<readonly Held[]>;
};
