import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, day, uuid } from '../../values.ts';

/**
 * Members of one unit have come in from the member database. Who has no membership yet gets one in `branchId` from `since`
 * on; who has one keeps it, whatever the file says: another branch takes a transfer or a correction.
 */
export const MembersImported = defineEvent({
  name: 'MembersImported',
  service: 'identity',
  kind: 'fact',
  version: 1,
  data: z.object({
    importId: uuid,
    enrolments: bulk(z.object({ memberId: uuid, branchId: uuid, since: day })),
  }),
  example: {
    importId: '01980000-0000-7000-8000-00000000f002',
    enrolments: [
      {
        memberId: '01980000-0000-7000-8000-00000000a001',
        branchId: '01980000-0000-7000-8000-000000000044',
        since: '2021-03-01',
      },
    ],
  },
});
