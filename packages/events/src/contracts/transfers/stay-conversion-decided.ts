import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { transferStep } from '../../transfer-step.ts';
import { uuid } from '../../values.ts';

/** The origin agreed that the stay becomes permanent, and an official transfer was opened for it; or it did not agree (null). */
export const StayConversionDecided = defineEvent({
  name: 'StayConversionDecided',
  service: 'transfers',
  kind: 'fact',
  version: 1,
  data: transferStep
    .omit({ kind: true })
    .extend({ agreed: z.boolean(), officialTransferId: uuid.nullable() }),
  example: {
    transferId: '01980000-0000-7000-8000-00000000e001',
    number: 'G22.99.05-260706-0001',
    memberId: '01980000-0000-7000-8000-00000000a001',
    originBranchId: '01980000-0000-7000-8000-000000000044',
    destinationBranchId: '01980000-0000-7000-8000-000000000021',
    reason: null,
    agreed: true,
    officialTransferId: '01980000-0000-7000-8000-00000000e002',
  },
});
