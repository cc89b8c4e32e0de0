import { z } from 'zod';
import { text, uuid } from './values.ts';

/** Whether a member leaves for good or for a time. */
export const transferKind = z.enum(['OFFICIAL', 'TEMPORARY']);

/**
 * What every step of a transfer before its completion tells. `destinationBranchId` is null when the destination lies
 * outside of every system. `kind` left out: for good. `reason` is what the member reads, where a step has one.
 */
export const transferStep = z.object({
  transferId: uuid,
  number: text,
  kind: transferKind.optional(),
  memberId: uuid,
  originBranchId: uuid,
  destinationBranchId: uuid.nullable(),
  reason: z.string().max(2000).nullish(),
});
