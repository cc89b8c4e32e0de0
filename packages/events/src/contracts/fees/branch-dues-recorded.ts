import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, dong, month, uuid, version } from '../../values.ts';

/**
 * What a branch was charged for a month and what of it is paid, as it stands now: whole đồng, members charged, members
 * who have paid their charge in full. Reports read this; money is proven by the ledger alone.
 */
export const BranchDuesRecorded = defineEvent({
  name: 'BranchDuesRecorded',
  service: 'fees',
  kind: 'state',
  version: 1,
  data: z.object({
    branches: bulk(
      z.object({
        branchId: uuid,
        month,
        version,
        due: dong,
        paid: dong,
        members: z.int().nonnegative(),
        payers: z.int().nonnegative(),
      }),
    ),
  }),
  example: {
    branches: [
      {
        branchId: '01980000-0000-7000-8000-000000000044',
        month: '2026-06',
        version: 3,
        due: '1520000',
        paid: '1440000',
        members: 14,
        payers: 13,
      },
    ],
  },
});
