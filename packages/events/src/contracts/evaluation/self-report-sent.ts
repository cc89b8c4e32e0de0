import { z } from 'zod';
import { defineEvent } from '../../contract.ts';
import { text, uuid } from '../../values.ts';

/** A member has sent the report that was asked for; the workplace sees it, and the residence branch while it writes. */
export const SelfReportSent = defineEvent({
  name: 'SelfReportSent',
  service: 'evaluation',
  kind: 'fact',
  version: 1,
  data: z.object({
    itemId: uuid,
    number: text,
    memberId: uuid,
    workplaceUnitId: uuid,
    residenceBranchId: uuid.nullable(),
  }),
  example: {
    itemId: '01980000-0000-7000-8000-0000000000c2',
    number: '05.200.044.000.001-P2-260701-0002',
    memberId: '01980000-0000-7000-8000-0000000000a1',
    workplaceUnitId: '01980000-0000-7000-8000-000000000044',
    residenceBranchId: '01980000-0000-7000-8000-000000000046',
  },
});
