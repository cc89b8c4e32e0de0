import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { bulk, day, dong, month, uuid } from '../../values.ts';

/** A branch has announced the dues of a month to its members, arrears included; at most 500 members an event. */
export const DuesAnnounced = defineEvent({
  name: 'DuesAnnounced',
  service: 'fees',
  kind: 'fact',
  version: 1,
  data: z.object({
    announcementId: uuid,
    branchId: uuid,
    month: month,
    dueOn: day,
    members: bulk(z.object({ memberId: uuid, amount: dong, arrears: dong })),
  }),
  example: {
    announcementId: '01980000-0000-7000-8000-0000000000f1',
    branchId: '01980000-0000-7000-8000-000000000044',
    month: '2026-07',
    dueOn: '2026-07-06',
    members: [{ memberId: '01980000-0000-7000-8000-00000000a001', amount: '116532', arrears: '0' }],
  },
});
