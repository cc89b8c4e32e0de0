import { z } from 'zod';
import { text, uuid } from './values.ts';

/**
 * What every step of a transfer before its completion tells. `destinationBranchId` is null while only the receiving
 * committee is known. `reason` is what the member reads, where a step has one.
 */
export const transferStep = z.object({
  transferId: uuid,
  number: text,
  memberId: uuid,
  originBranchId: uuid,
  destinationBranchId: uuid.nullable(),
  reason: z.string().max(2000).nullish(),
});
