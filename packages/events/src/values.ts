import { z } from 'zod';

/** The values that events are made of. Any 128-bit id in the usual writing is accepted; ours are UUIDv7. */
export const uuid = z.guid();

/** A day in Asia/Ho_Chi_Minh, `2026-07-06`. */
export const day = z.iso.date();

/** A month of dues, `2026-05`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month like 2026-05');

/** Whole đồng as digits, because JSON numbers stop being exact at 2^53. */
export const dong = z.string().regex(/^(0|[1-9]\d{0,17})$/, 'is not an amount in đồng');

/** A code of the domain: `BRANCH_SECRETARY`. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'is not a code');

/** What rises by one with every change of an aggregate; 1 is the first. */
export const version = z.int().positive();

/** SHA-256 of bytes, in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal');

export const text = z.string().min(1).max(500);

/** Who decided, as it stays in the history of every receiver: the person, their title at that moment, and the unit. */
export const decider = z.object({ memberId: uuid, name: text, title: text, unitId: uuid });

/** A bulk state event carries 1 to 500 aggregates, so that it stays below the message limit of NATS (1 MB). */
export const bulk = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(500);
