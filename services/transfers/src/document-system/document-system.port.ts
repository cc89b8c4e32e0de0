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
export const takenShape = z.object({ ref: z.string().min(1).max(200) });

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
  at: z.iso.datetime({ offset: true }),
  reason: z.string().max(500).nullable().default(null),
});

/** The last thing that the receiving office said of each document; none of those of which it said nothing. */
export const receiptsShape = z.object({ receipts: z.array(receiptShape).max(100) });
export type Receipt = z.infer<typeof receiptShape>;

/**
 * The provincial document system, as far as letters go through it. @throws OutsideRefused when it will never take this, OutsideUnavailable when it
 * may later.
 */
export type DocumentSystem = {
  /** Hands a letter over, once an `id`: again, it answers the same number. */
  handOver(letter: LetterDocument): Promise<{ ref: string }>;
  /** At most 100 ids. */
  receipts(ids: readonly string[]): Promise<readonly Receipt[]>;
};
